import type { TFunction } from 'i18next';
import { z } from 'zod';
import { limits } from '../../../shared/limits.ts';
import { fieldsOf, type NoteContent, type NoteField, noteFormats } from '../../../shared/note-content.ts';
import { type KeptTemplate, NoteTemplate } from '../../../shared/note-templates.ts';
import { CustomField, emptyValue, NoteValues } from '../../../shared/note-values.ts';
import { shows } from '../../../shared/text.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { tooLong } from '../../ui/too-long.ts';
import type { Standing } from '../schedule/use-editing.ts';

export const templateFields = ['name', 'format', 'serviceIds', 'values', 'custom'] as const;
export type TemplateField = (typeof templateFields)[number];

/** A field of one's own as it is typed: what can be chosen stands line by line. */
export const TypedCustom = CustomField.extend({ label: z.string(), options: z.string(), low: z.string(), high: z.string() });
export type TypedCustom = z.infer<typeof TypedCustom>;

/** A template as it is typed. */
export const TypedTemplate = z.strictObject({
  name: z.string(),
  format: z.enum(noteFormats),
  serviceIds: z.array(z.string()),
  values: NoteValues,
  custom: z.array(TypedCustom),
});
export type TypedTemplate = z.infer<typeof TypedTemplate>;

export const newTemplate: TypedTemplate = { name: '', format: 'SOAP', serviceIds: [], values: {}, custom: [] };

export const typedTemplate = ({ name, format, serviceIds, values, custom }: NoteTemplate): TypedTemplate => ({
  name,
  format,
  serviceIds,
  values,
  custom: custom.map((field) => ({ ...field, options: field.options.join('\n') })),
});

const Kept = NoteTemplate.extend({ id: z.string(), version: z.int(), active: z.boolean() });

export const templateStanding = (current: unknown): Standing<TemplateField, unknown> | null => {
  const kept = Kept.safeParse(current).data;
  return kept ? { version: kept.version, typed: typedTemplate(kept) } : null;
};

/** Fields words can stand in before anything happened: those written in words, and those with one choice. */
export const mayBegin = ({ type }: NoteField): boolean =>
  type === 'text' || type === 'quotes' || type === 'list' || type === 'choice' || type === 'choice+text';

/** Fields of this format that words can be added to. */
export const beginnable = (content: Pick<NoteContent, 'fields'>, { format }: Pick<TypedTemplate, 'format'>): readonly NoteField[] =>
  fieldsOf(content, format).filter(mayBegin);

const linesOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(shows);

const customFrom = ({ options, low, high, ...field }: TypedCustom): CustomField => ({
  ...field,
  options: field.kind === 'choice' ? [...linesOf(options)] : [],
  low: field.kind === 'scale' ? low : '',
  high: field.kind === 'scale' ? high : '',
});

/** What is kept of what was typed: words for fields this format has not got are left out, and empty ones. */
export const templateFrom = (typed: TypedTemplate, content: Pick<NoteContent, 'fields'>): NoteTemplate => {
  const known = new Set(fieldsOf(content, typed.format).map(({ id }) => id));
  const isEmpty = (value: unknown): boolean => JSON.stringify(value) === JSON.stringify(emptyValue);
  return {
    name: typed.name,
    format: typed.format,
    serviceIds: typed.serviceIds,
    values: Object.fromEntries(Object.entries(typed.values).filter(([id, value]) => known.has(id) && !isEmpty(value))),
    custom: typed.custom.map(customFrom),
  };
};

/** As the list is asked to keep it when it goes out of use, or is used again. */
export const templateOf = ({ name, format, serviceIds, values, custom }: KeptTemplate): NoteTemplate => ({
  name,
  format,
  serviceIds,
  values,
  custom,
});

type Words = { readonly templates: TFunction<'templates'>; readonly errors: TFunction<'errors'> };

const lineProblem = (typed: string, { errors }: Words, needed: boolean): string | null => {
  const long = tooLong(typed, limits.namePart);
  if (long) return errors('problem.too-long', long);
  return needed && !shows(typed) ? errors('problem.required') : null;
};

const customProblem = (field: TypedCustom, words: Words): string | null => {
  const label = lineProblem(field.label, words, true);
  if (label) return label;
  if (field.kind === 'scale') return lineProblem(field.low, words, false) ?? lineProblem(field.high, words, false);
  if (field.kind !== 'choice') return null;
  const options = linesOf(field.options);
  if (options.length < 2 || options.length > 30) return words.templates('wrong.options');
  if (new Set(options).size < options.length) return words.templates('wrong.optionsSame');
  return options.map((option) => lineProblem(option, words, false)).find((text) => text !== null) ?? null;
};

/** What keeps it from being saved, in the order of the form. */
export const templateProblems = (typed: TypedTemplate, fields: readonly NoteField[], words: Words): readonly FieldProblem[] => {
  const { templates, errors } = words;
  const name = lineProblem(typed.name, words, true);
  const long = fields.flatMap(({ id, label }) => {
    const over = tooLong(typed.values[id]?.text ?? '', limits.paragraph);
    return over ? [{ field: `values-${id}`, label, text: errors('problem.too-long', over) }] : [];
  });
  const custom = typed.custom.flatMap((field, index) => {
    const text = customProblem(field, words);
    return text
      ? [{ field: `custom-${index}`, label: field.label.trim() || templates('custom.numbered', { number: index + 1 }), text }]
      : [];
  });
  return [...(name ? [{ field: 'name', label: templates('field.name'), text: name }] : []), ...long, ...custom];
};
