import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from '../../shared/app-error.ts';
import { asks, captures, signers, type Validity } from '../../shared/consent-form.ts';

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

const FormContent = z.object({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  client_title: z.string(),
  intro: z.string(),
  elements: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      required: z.boolean(),
      capture: z.enum(captures),
      asks: z.enum(asks),
      jurisdictions: z.array(z.string()).min(1),
      model_text: z.string(),
      allow_declined: z.boolean().optional(),
      options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
      signers: z.array(z.enum(signers)).optional(),
      exclusive_values: z.array(z.string()).optional(),
      other_text: z.boolean().optional(),
      ask_if: z
        .union([
          z.object({ element: z.string(), answered: z.literal(true) }),
          z.object({ element: z.string(), value: z.array(z.string()).min(1) }),
        ])
        .optional(),
    }),
  ),
  purpose: z.string(),
  signed_by: z.string(),
  when: z.string(),
  valid_for: z.string().transform((words, context) => {
    const validity = validityFrom(words);
    if (validity) return validity;
    context.addIssue({ code: 'custom', message: 'no known validity' });
    return z.NEVER;
  }),
});
export type FormContent = z.infer<typeof FormContent>;

const Consents = z.object({
  schema: z.literal('stillpoint.clinical/consents'),
  content_version: z.string(),
  locale: z.string(),
  placeholders: z.record(z.string(), z.object({ source: z.string(), label: z.string(), example: z.string() })),
  items: z.array(FormContent).min(1),
});

const BodyAreas = z.object({
  schema: z.literal('stillpoint.clinical/body-areas'),
  items: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      view: z.enum(['front', 'back', 'side']),
      region: z.string(),
      consent_tier: z.enum(['general', 'ask_each', 'written_specific', 'not_offered']),
      jurisdiction_overrides: z.record(z.string(), z.enum(['ask_each', 'written_specific', 'not_offered'])),
    }),
  ),
});

/** The clinical content a practice works with; a record keeps the version it was made with. */
export type ClinicalContent = { readonly consents: z.infer<typeof Consents>; readonly bodyAreas: z.infer<typeof BodyAreas> };

/** The file and the field that cannot be read. */
export type ContentProblem = { readonly file: string; readonly field: string };

class Unreadable extends Error {
  readonly problem: ContentProblem;
  constructor(problem: ContentProblem) {
    super(`${problem.file}: ${problem.field}`);
    this.problem = problem;
  }
}

const jsonIn = (folder: string, file: string): unknown => {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch {
    throw new Unreadable({ file, field: '' });
  }
};

const parsed = <T extends z.ZodType>(schema: T, folder: string, file: string): z.output<T> => {
  const result = schema.safeParse(jsonIn(folder, file));
  if (result.success) return result.data;
  throw new Unreadable({ file, field: result.error.issues[0]?.path.join('.') ?? '' });
};

/**
 * Reads `resources/clinical`. Only the fields this version uses are looked at.
 * @throws Refused unavailable content-damaged; the file and field go to `report`
 */
export const loadClinicalContent = (folder: string, report: (problem: ContentProblem) => void): ClinicalContent => {
  try {
    return { consents: parsed(Consents, folder, 'consents.json'), bodyAreas: parsed(BodyAreas, folder, 'body-areas.json') };
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    report(failure.problem);
    throw new Refused({ code: 'unavailable', reason: 'content-damaged' });
  }
};
