import { z } from 'zod';
import { areaStates, ConsentForm, UnfilledBlank } from '../../shared/consent-form.ts';
import type { Signing } from './signing.ts';

/** Shapes of what is kept on the way to a signed consent: as it is typed, so without the limits of what can be signed. */

const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agreed') }),
  z.strictObject({ kind: z.literal('initials'), initials: z.string() }),
  z.strictObject({ kind: z.literal('choice'), value: z.string() }),
  z.strictObject({ kind: z.literal('multi'), values: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('map'), areas: z.record(z.string(), z.enum(areaStates)) }),
  z.strictObject({ kind: z.literal('declined') }),
]);

const by = { signer: z.enum(['client', 'practitioner']) };
const Signature = z.discriminatedUnion('method', [
  z.strictObject({
    ...by,
    method: z.literal('drawn'),
    strokes: z.array(z.array(z.strictObject({ x: z.number(), y: z.number() }))),
    width: z.number().positive(),
    height: z.number().positive(),
  }),
  z.strictObject({ ...by, method: z.literal('typed'), name: z.string() }),
]);

export const SigningDraft: z.ZodType<Signing> = z.strictObject({
  form: ConsentForm,
  blanks: z.record(z.string(), z.string()),
  answers: z.record(z.string(), Answer),
  talk: z.array(z.string()),
  signatures: z.array(Signature),
  page: z.int().min(0),
  changed: z.enum(['answers', 'form']).optional(),
});

/** A blank filled for one signing; `open` while it is being changed. */
const FilledBlank = UnfilledBlank.extend({ text: z.string(), open: z.boolean() });
export type FilledBlank = z.infer<typeof FilledBlank>;

/** Blanks filled for this signing, and what is typed in those that are not, by placeholder. */
export const BlanksDraft = z.strictObject({ filled: z.array(FilledBlank), typed: z.record(z.string(), z.string()) });
export type BlanksDraft = z.infer<typeof BlanksDraft>;

export const noBlanks: BlanksDraft = { filled: [], typed: {} };

export const StopDraft = z.strictObject({ word: z.string(), gesture: z.string() });

/** Everything about one client's consent is one piece of unfinished work. */
export const blanksKey = (clientId: string): string => `consent-${clientId}/blanks`;
export const stopKey = (clientId: string): string => `consent-${clientId}/stop`;
export const preparePlace = (clientId: string): string => `/clients/${clientId}/consent/prepare`;
