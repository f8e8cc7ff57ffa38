import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { DocumentHead } from './documents.ts';
import { Id } from './ids.ts';

const Drawn = DocumentHead.extend({ pdf: z.string() });

/** Sheets for a client's hand and the whole record on paper; each is held until the next lock. */
export const paperCalls = {
  /** Handouts of the content, and the grounding card. */
  'paper.handouts': call({
    input: z.strictObject({}),
    output: z.strictObject({ handouts: z.array(z.strictObject({ id: z.string(), title: z.string(), audience: z.string() })) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** @throws Refusal content-unknown, crisis-numbers-unchecked; not-found client */
  'paper.handout': call({
    input: z.strictObject({ handoutId: z.string().min(1).max(60), clientId: Id.nullable().default(null) }),
    output: Drawn,
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'handout-made',
      about: ({ clientId }: { readonly clientId: string | null }): AuditSubject => (clientId ? { clientId } : {}),
    },
  }),
  /** Everything of one client in one PDF, with contents and bookmarks; without private reflections. How far it is comes as a notice. @throws not-found client */
  'paper.record': call({
    input: z.strictObject({ clientId: Id }),
    output: Drawn,
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'record-printed',
      about: ({ clientId }: { readonly clientId: string }): AuditSubject => ({ clientId }),
    },
  }),
};
