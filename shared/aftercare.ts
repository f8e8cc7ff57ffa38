import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { DocumentHead } from './documents.ts';
import { Id } from './ids.ts';
import { Paragraph } from './text.ts';

/** In which order their sentences stand on the sheet is the content's; these are its parts. */
export const aftercareCategories = ['body', 'pace', 'safety', 'mind', 'care', 'rights'] as const;
export type AftercareCategory = (typeof aftercareCategories)[number];

/** A sentence that may go on the sheet, with its blanks filled. */
export const AftercareItem = z.strictObject({
  id: z.string(),
  category: z.enum(aftercareCategories),
  title: z.string(),
  text: z.string(),
  /** When it is for somebody, in the words of the content; null where it is for everybody. A person decides, nothing is told from the record. */
  when: z.string().nullable(),
  isTicked: z.boolean(),
  /** Blanks nobody filled yet, by their names: it cannot be chosen until somebody does. */
  missing: z.array(z.string()),
});
export type AftercareItem = z.infer<typeof AftercareItem>;

const Chosen = {
  items: z.array(z.string().min(1).max(60)).max(60),
  /** In the practitioner's own words, for this client. */
  words: Paragraph.default(''),
};

/** The sheet a client takes home (domain.md 8): its sentences are ticked by a person, never chosen by what is known of the client. */
export const aftercareCalls = {
  /** What there is to choose from. `missing`: what the foot of every sheet lacks, to be filled in the settings; without checked numbers there is no sheet. */
  'aftercare.content': call({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(AftercareItem), missing: z.array(z.enum(['contact', 'hours', 'numbers'])) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** Whether it goes on one page, while it is chosen and written. @throws Refusal content-unknown, aftercare-unfilled */
  'aftercare.fits': call({
    input: z.strictObject(Chosen),
    output: z.strictObject({ fits: z.boolean() }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /**
   * Draws it on one page, at 12 point or more, with the crisis numbers at its foot and no word of trauma in title or file name. Held until the next lock.
   * @throws Refusal content-unknown (an item there is none of), aftercare-unfilled (a blank of one is), aftercare-empty, crisis-numbers-unchecked, sheet-too-long; not-found client, session
   */
  'aftercare.compose': call({
    input: z.strictObject({
      clientId: Id,
      /** The visit it is about: its day is printed; null for today. */
      sessionId: Id.nullable(),
      ...Chosen,
    }),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'aftercare-made',
      about: ({ clientId, sessionId }: { readonly clientId: string; readonly sessionId: string | null }): AuditSubject => ({
        clientId,
        ...(sessionId ? { recordId: sessionId } : {}),
      }),
    },
  }),
};
