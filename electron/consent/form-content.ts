import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from '../../shared/app-error.ts';
import { asks, captures, signers } from '../../shared/consent-form.ts';

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
    }),
  ),
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

const parsed = <T extends z.ZodType>(schema: T, folder: string, file: string): z.output<T> => {
  const result = schema.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  if (result.success) return result.data;
  const first = result.error.issues[0];
  throw new Error(`${file}: ${first?.path.join('.') ?? ''} ${first?.code ?? ''}`);
};

/**
 * Reads `resources/clinical`. Only the fields this version uses are looked at.
 * @throws Refused unavailable content-damaged; the file and field go to `report`
 */
export const loadClinicalContent = (folder: string, report: (problem: string) => void): ClinicalContent => {
  try {
    return { consents: parsed(Consents, folder, 'consents.json'), bodyAreas: parsed(BodyAreas, folder, 'body-areas.json') };
  } catch (failure) {
    report(String((failure as Error).message));
    throw new Refused({ code: 'unavailable', reason: 'content-damaged' });
  }
};
