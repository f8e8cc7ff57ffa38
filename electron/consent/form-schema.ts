import { z } from 'zod';
import { asks, captures, signers, type Validity } from '../../shared/consent-form.ts';
import { Codes, MayBeEmpty, Semver, Words } from '../content/content-file.ts';

/** How long a form counts, from the words of the content; null for words this version cannot act on. */
const validityFrom = (words: string): Validity | null => {
  const [, count, unit] = words.match(/^(\d+) (months|days)\b/) ?? [];
  if (count && unit) return { kind: unit as 'months' | 'days', count: Number(count) };
  if (/^(today only|one session|one visit)/.test(words)) return { kind: 'visit' };
  if (/^one picture/.test(words)) return { kind: 'once' };
  if (/^until the stated date|^up to the date set/.test(words)) return { kind: 'dated' };
  if (/^until (changed|replaced|withdrawn)/.test(words)) return { kind: 'until-changed' };
  return words === 'immediate' ? { kind: 'at-once' } : null;
};

/** A country, a state or province of it, or everywhere. */
export const Jurisdiction = z.string().regex(/^(all|[A-Z]{2}(-[A-Z0-9]{1,3})?)$/);

const FormElementContent = z.object({
  id: Words,
  title: Words,
  required: z.boolean(),
  capture: z.enum(captures),
  asks: z.enum(asks),
  jurisdictions: z.array(Jurisdiction).min(1),
  guidance: MayBeEmpty,
  model_text: MayBeEmpty,
  sources: Codes,
  allow_declined: z.boolean().optional(),
  options: z.array(z.object({ value: Words, label: Words })).optional(),
  signers: z.array(z.enum(signers)).optional(),
  exclusive_values: Codes.optional(),
  other_text: z.boolean().optional(),
  /** Asked of somebody who signs in the client's place: what gives them the right. */
  representative_authority_text: Words.optional(),
  ask_if: z
    .union([
      z.strictObject({ element: Words, answered: z.literal(true) }),
      z.strictObject({ element: Words, value: z.array(Words).min(1) }),
    ])
    .optional(),
});

/** A form as it stands in `consents.json`. */
export const FormContent = z.object({
  id: Words,
  version: Semver,
  title: Words,
  client_title: Words,
  intro: Words,
  elements: z.array(FormElementContent).min(1),
  purpose: Words,
  signed_by: Words,
  when: Words,
  valid_for: z.string().transform((words, context) => {
    const validity = validityFrom(words);
    if (validity) return validity;
    context.addIssue({ code: 'custom', message: 'no known validity' });
    return z.NEVER;
  }),
  blocks: Words,
  signature_kind: Words,
  notes: Codes,
});
export type FormContent = z.infer<typeof FormContent>;
