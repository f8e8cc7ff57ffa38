import { z } from 'zod';
import type { Problem } from './app-error.ts';
import { call, reception } from './call.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Name, TextLine } from './text.ts';
import { CalendarDay } from './time.ts';

export const customFieldKinds = ['text', 'number', 'date', 'choice', 'yes-no'] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

/** A question of the practice's own about a client. Out of use it is asked no more, and what was answered stays. */
export const CustomFieldDetails = z.strictObject({
  label: Name,
  kind: z.enum(customFieldKinds),
  /** What can be chosen; of the other kinds none. */
  options: z.array(Name).max(50),
  inUse: z.boolean(),
});
export type CustomFieldDetails = z.infer<typeof CustomFieldDetails>;

export const CustomField = CustomFieldDetails.extend({ id: Id, version: z.int().min(1) });
export type CustomField = z.infer<typeof CustomField>;

/** What a client's answers are, by field: words, a number with a point, a day as YYYY-MM-DD, words of an option, or `yes` and `no`. */
export const CustomValues = z.record(Id, TextLine).readonly();
export type CustomValues = z.infer<typeof CustomValues>;

/** At most this many fields, so that a form about a client stays one. */
export const mostCustomFields = 60;

const number = /^-?\d{1,15}(\.\d{1,9})?$/;

const problemOf: Readonly<Record<CustomFieldKind, (value: string, field: CustomFieldDetails) => Problem | null>> = {
  text: () => null,
  number: (value) => (number.test(value) ? null : 'wrong-kind'),
  date: (value) => (CalendarDay.safeParse(value).success ? null : 'not-a-day'),
  choice: (value, { options }) => (options.includes(value) ? null : 'not-an-option'),
  'yes-no': (value) => (value === 'yes' || value === 'no' ? null : 'not-an-option'),
};

/** Why a field does not take this value; nothing at all may always be said. */
export const customProblem = (field: CustomFieldDetails, value: string): Problem | null =>
  value === '' ? null : problemOf[field.kind](value, field);

/** What is kept of a client beyond what every record has, in the order of the settings; of a field out of use only where it was answered. */
export const customValuesOf = (
  fields: readonly CustomField[],
  client: { readonly custom: CustomValues },
): readonly { readonly field: CustomField; readonly value: string }[] =>
  fields.flatMap((field) => {
    const value = client.custom[field.id] ?? '';
    return value === '' ? [] : [{ field, value }];
  });

const Listed = z.strictObject({
  /** In their order; `held`: how many clients have a value. */
  fields: z.array(CustomField.extend({ held: z.int().min(0) })).max(mostCustomFields),
});

export const customFieldCalls = {
  'customFields.list': call({ input: z.strictObject({}), output: Listed, roles: reception, states: ['open'], audit: 'none' }),
  /** A new one, last, with id null and version 0. @throws Refusal custom-fields-full, name-taken, custom-field-held; not-found; conflict */
  'customFields.save': call({
    input: z.strictObject({ id: Id.nullable(), version: z.int().min(0), details: CustomFieldDetails }),
    output: CustomField,
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'custom-fields-changed' },
  }),
  /** In the order of these ids; those not named come last, as they stood. */
  'customFields.order': call({
    input: z.strictObject({ ids: z.array(Id).max(limits.page) }),
    output: Listed,
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'custom-fields-changed' },
  }),
  /** Only of one no client has a value for. @throws Refusal custom-field-held; not-found; conflict */
  'customFields.remove': call({
    input: z.strictObject({ id: Id, version: z.int().min(1) }),
    output: Listed,
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'custom-fields-changed' },
  }),
};
