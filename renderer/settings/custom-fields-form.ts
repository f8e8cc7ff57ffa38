import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { OutputOf } from '../../shared/calls.ts';
import { foldForSearch } from '../../shared/clients.ts';
import { CustomField, type CustomFieldDetails, customFieldKinds } from '../../shared/custom-fields.ts';
import { limits } from '../../shared/limits.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { lineProblems } from './schedule/line-problems.ts';

/** As the settings show it, with how many clients have a value. */
export type ListedField = OutputOf<'customFields.list'>['fields'][number];

export const customFieldParts = ['label', 'kind', 'options'] as const;
export type CustomFieldPart = (typeof customFieldParts)[number];

/** As it is typed: an option a line. */
export const TypedCustomField = z.strictObject({ label: z.string(), kind: z.string(), options: z.string() });
export type TypedCustomField = z.infer<typeof TypedCustomField>;

export const newCustomField: TypedCustomField = { label: '', kind: 'text', options: '' };

export const typedCustomField = ({ label, kind, options }: CustomFieldDetails): TypedCustomField => ({
  label,
  kind,
  options: options.join('\n'),
});

const optionsIn = (typed: string): readonly string[] => typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

export const customFieldFrom = (typed: TypedCustomField, inUse: boolean): CustomFieldDetails => {
  const kind = customFieldKinds.find((one) => one === typed.kind) ?? 'text';
  return { label: typed.label, kind, options: kind === 'choice' ? [...optionsIn(typed.options)] : [], inUse };
};

/** What a conflict brought. */
export const customFieldStanding = (current: unknown): { readonly version: number; readonly typed: TypedCustomField } | null => {
  const now = CustomField.safeParse(current).data;
  return now ? { version: now.version, typed: typedCustomField(now) } : null;
};

type Words = { readonly clients: TFunction<'clients'>; readonly errors: TFunction<'errors'> };

const optionsProblem = (typed: TypedCustomField, { clients, errors }: Words): string | null => {
  const { kind, options } = customFieldFrom(typed, true);
  if (kind !== 'choice') return null;
  if (options.length === 0) return clients('fields.wrong.noOptions');
  if (options.length > 50) return clients('fields.wrong.manyOptions', { count: options.length });
  if (new Set(options.map(foldForSearch)).size < options.length) return clients('fields.wrong.twice');
  return options.some((option) => option.length > limits.namePart) ? errors('problem.too-long-plain') : null;
};

export const customFieldProblems = (typed: TypedCustomField, words: Words): readonly FieldProblem[] => {
  const options = optionsProblem(typed, words);
  const label = words.clients('fields.field.label');
  return [
    ...lineProblems(words.errors, [{ field: 'label', label, typed: typed.label, limit: limits.namePart, needed: true }]),
    ...(options ? [{ field: 'options', label: words.clients('fields.field.options'), text: options }] : []),
  ];
};
