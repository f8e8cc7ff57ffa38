import { z } from 'zod';
import { areaStates } from './consent-form.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { fieldsOf, type NoteContent, type NoteField, noteFormats } from './note-content.ts';
import { Name, OptionalName, shows } from './text.ts';
import { CalendarDay } from './time.ts';

/**
 * Words of a note as they are typed: kept as they are, save for what no database gives back as it was (half a surrogate pair) and for the
 * line ends and markup-free blanks another program brings. Not trimmed: it is saved in the middle of a sentence.
 */
export const NoteWords = z
  .string()
  .max(limits.note)
  .overwrite((text) => text.toWellFormed().replace(/\r\n?/g, '\n').normalize());

const Code = z.string().min(1).max(40);

/** One shape for all that may stand in a field; a field's type says which of it counts. */
export const NoteValue = z.strictObject({
  text: NoteWords.default(''),
  choice: Code.nullable().default(null),
  /** The second of two choices. */
  also: Code.nullable().default(null),
  /** Minutes, or a number from 0 to 10; `declined` is an answer. */
  number: z
    .union([z.int().min(0).max(1_440), z.literal('declined')])
    .nullable()
    .default(null),
  /** Of a scale before and after: the second. */
  after: z
    .union([z.int().min(0).max(1_440), z.literal('declined')])
    .nullable()
    .default(null),
  /** On the wall, `09:05`. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
  areas: z.record(Code, z.enum(areaStates)).nullable().default(null),
  /** Carried over from an earlier note, and from which. */
  copied: z.strictObject({ noteId: Id, on: CalendarDay }).nullable().default(null),
});
export type NoteValue = z.infer<typeof NoteValue>;

export const emptyValue: NoteValue = NoteValue.parse({});

export const NoteValues = z.record(z.string().min(1).max(60), NoteValue);
export type NoteValues = z.infer<typeof NoteValues>;

/** A field a practice asks for itself; a note keeps those it was begun with. */
export const CustomField = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: Name,
  kind: z.enum(['text', 'number', 'choice', 'scale']),
  required: z.boolean(),
  /** To choose among; only of a choice. */
  options: z.array(Name).max(30),
  /** What the ends of a scale mean; it is asked before and after. */
  low: OptionalName,
  high: OptionalName,
});
export type CustomField = z.infer<typeof CustomField>;

/** Values of custom fields stand beside the others, under a name no other field has. */
export const customKey = ({ id }: Pick<CustomField, 'id'>): string => `custom.${id}`;

const isNumber = (value: NoteValue['number']): boolean => value !== null;

/** Whether what a field asks for is there. A list of none says "None". */
export const isFilled = ({ type }: Pick<NoteField, 'type'>, value: NoteValue = emptyValue): boolean => {
  switch (type) {
    case 'time':
      return value.time !== null;
    case 'integer':
    case '0-10|declined':
      return isNumber(value.number);
    case 'choice':
    case 'choice+text':
      return value.choice !== null;
    case 'choice+time':
      return value.choice !== null && value.time !== null;
    case 'two_choices':
      return value.choice !== null && value.also !== null;
    case 'area_map':
      return value.areas !== null;
    case 'area_map+text':
      return value.areas !== null || shows(value.text);
    case 'text':
    case 'quotes':
    case 'list':
      return shows(value.text);
  }
};

export const isCustomFilled = ({ kind }: CustomField, value: NoteValue = emptyValue): boolean => {
  if (kind === 'text') return shows(value.text);
  if (kind === 'choice') return value.choice !== null;
  if (kind === 'number') return isNumber(value.number);
  return isNumber(value.number) && isNumber(value.after);
};

/** A phrase the writer read the helper's line on and chose to keep. */
export const KeptWords = z.strictObject({ rule: z.string().max(60), words: z.string().max(limits.line) });
export type KeptWords = z.infer<typeof KeptWords>;

/** What a note is made of apart from who, when and of whom. */
export const NoteBody = z.strictObject({
  format: z.enum(noteFormats),
  values: NoteValues,
  custom: z.array(CustomField).max(40),
  kept: z.array(KeptWords).max(200),
});
export type NoteBody = z.infer<typeof NoteBody>;

/** What of it is laid out. */
export type NoteWritten = Pick<NoteBody, 'format' | 'values' | 'custom'>;

/** Fields that must be filled and are not, in the order of the note: a note is not signed before. */
export const notFilled = (content: Pick<NoteContent, 'fields'>, { format, values, custom }: NoteWritten): readonly string[] => [
  ...fieldsOf(content, format)
    .filter((field) => field.required && !isFilled(field, values[field.id]))
    .map(({ id }) => id),
  ...custom.filter((field) => field.required && !isCustomFilled(field, values[customKey(field)])).map(customKey),
];

/** Whether a field of a choice holds one of its options, and nothing holds what it cannot. */
const isOption = (options: readonly string[], chosen: string | null): boolean => chosen === null || options.includes(chosen);

/** Fields that are not in the note, or that hold what cannot be chosen there. */
export const notAllowed = (
  content: Pick<NoteContent, 'fields'>,
  { values, custom }: Pick<NoteBody, 'values' | 'custom'>,
): readonly string[] => {
  const fields = new Map([...fieldsOf(content, 'SOAP'), ...fieldsOf(content, 'narrative')].map((field) => [field.id, field]));
  const own = new Map(custom.map((field) => [customKey(field), field]));
  // Two of one name would be one value.
  const twice = custom.filter((field) => own.get(customKey(field)) !== field).map(customKey);
  const wrong = Object.entries(values).flatMap(([id, value]) => {
    const mine = own.get(id);
    if (mine) return isOption(mine.options, value.choice) && value.also === null ? [] : [id];
    const field = fields.get(id);
    if (!field) return [id];
    const options = field.options.map((option) => option.value);
    return isOption(options, value.choice) && isOption(options, value.also) ? [] : [id];
  });
  return [...twice, ...wrong];
};

/** Characters of everything in words: what the limit of a note counts. */
export const lengthOf = (values: NoteValues): number => Object.values(values).reduce((sum, { text }) => sum + text.length, 0);

/** Words of a note one after another, for what reads all of it: the search, the language helper. */
export const wordsOf = (content: Pick<NoteContent, 'fields'>, { format, values, custom }: NoteWritten): string =>
  [...fieldsOf(content, format).map(({ id }) => values[id]?.text ?? ''), ...custom.map((field) => values[customKey(field)]?.text ?? '')]
    .filter(shows)
    .join('\n');
