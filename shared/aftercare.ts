import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { DocumentHead } from './documents.ts';
import { Id } from './ids.ts';
import { Paragraph } from './text.ts';

/** The sheet a client takes home (domain.md 8): its sentences are ticked by a person, never chosen by what is known of the client. */
export const aftercareCalls = {
  /**
   * Draws it on one page, at 12 point or more, with the crisis numbers at its foot and no word of trauma in title or file name. Held until the next lock.
   * @throws Refusal content-unknown (an item there is none of), aftercare-empty, crisis-numbers-unchecked, sheet-too-long; not-found client, session
   */
  'aftercare.compose': call({
    input: z.strictObject({
      clientId: Id,
      /** The visit it is about: its day is printed; null for today. */
      sessionId: Id.nullable(),
      items: z.array(z.string().min(1).max(60)).max(60),
      /** In the practitioner's own words, for this client. */
      words: Paragraph.default(''),
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
