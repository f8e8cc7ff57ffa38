import { z } from 'zod';

/** What a note is made of, as techniques.json has it (domain.md 7.1). */

export const noteFormats = ['SOAP', 'DAP', 'narrative'] as const;
export type NoteFormat = (typeof noteFormats)[number];

/** Where in a note a field stands. */
export const noteSections = ['frame', 'S_or_D', 'O_or_D', 'A', 'P'] as const;
export type NoteSection = (typeof noteSections)[number];

/** What is written or chosen in a field. */
export const noteFieldTypes = [
  'time',
  'integer',
  'choice',
  'text',
  'choice+time',
  'choice+text',
  'two_choices',
  'quotes',
  'list',
  '0-10|declined',
  'area_map',
  'area_map+text',
] as const;
export type NoteFieldType = (typeof noteFieldTypes)[number];

export const NoteField = z.strictObject({
  id: z.string(),
  section: z.enum(noteSections),
  label: z.string(),
  type: z.enum(noteFieldTypes),
  required: z.boolean(),
  /** A: may go in a receipt or attendance letter; B: clinical, only under a release that names it. C never leaves, and is kept apart. */
  share: z.enum(['A', 'B']),
  guidance: z.string(),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })),
});
export type NoteField = z.infer<typeof NoteField>;

export const NoteContent = z.strictObject({
  /** Edition of techniques.json. */
  edition: z.string(),
  /** In their order; the signature and the private reflection are no fields of it. */
  fields: z.array(NoteField),
  /** What is said of a private reflection. */
  reflection: z.strictObject({ label: z.string(), guidance: z.string() }),
});
export type NoteContent = z.infer<typeof NoteContent>;

/** The one field of a narrative: it stands in the place of all that would be written in words. */
export const narrativeField = 'narrative';

/** A part of a note as it is laid out: the words of its title are the window's and the paper's. */
export type NotePart = { readonly id: 'frame' | 'narrative' | 'data' | NoteSection; readonly fields: readonly NoteField[] };

/** What is written in free words alone, and what a narrative says in one piece. */
const isProse = ({ type, section }: NoteField): boolean => section !== 'frame' && (type === 'text' || type === 'quotes');

const narrative: NoteField = {
  id: narrativeField,
  section: 'S_or_D',
  label: 'What happened',
  type: 'text',
  required: true,
  share: 'B',
  guidance: 'What was said, seen, done, how they left, and the plan',
  options: [],
};

/** The parts of a note in its format, each with its fields in their order: SOAP and DAP by techniques.json, a narrative with its facts below. */
export const partsOf = ({ fields }: Pick<NoteContent, 'fields'>, format: NoteFormat): readonly NotePart[] => {
  const of = (...sections: readonly NoteSection[]): readonly NoteField[] => fields.filter(({ section }) => sections.includes(section));
  const frame: NotePart = { id: 'frame', fields: of('frame') };
  const plan: NotePart = { id: 'P', fields: of('P') };
  if (format === 'DAP') return [frame, { id: 'data', fields: of('S_or_D', 'O_or_D') }, { id: 'A', fields: of('A') }, plan];
  if (format === 'SOAP')
    return [frame, { id: 'S_or_D', fields: of('S_or_D') }, { id: 'O_or_D', fields: of('O_or_D') }, { id: 'A', fields: of('A') }, plan];
  const facts = of('S_or_D', 'O_or_D', 'A', 'P').filter((field) => !isProse(field));
  return [frame, { id: 'narrative', fields: [narrative] }, { id: 'data', fields: facts }];
};

/** Every field a note of this format has, in the order of its parts. */
export const fieldsOf = (content: Pick<NoteContent, 'fields'>, format: NoteFormat): readonly NoteField[] =>
  partsOf(content, format).flatMap(({ fields }) => fields);
