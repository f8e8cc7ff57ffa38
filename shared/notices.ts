import { z } from 'zod';

/** What changed, so that the window asks again for what it shows. */
export const topics = [
  'profile',
  'clients',
  'consents',
  'intake',
  'maps',
  'health',
  'safety',
  'contacts',
  'schedule',
  'sessions',
  'notes',
  'releases',
  'letters',
  'tasks',
  'documents',
  'forms',
  'handover',
  'drafts',
  'backups',
  'vault',
] as const;
export type Topic = (typeof topics)[number];

/** Vault to page. A notice only invalidates; it never carries a record. */
export const Notice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('locked') }),
  z.strictObject({ kind: z.literal('changed'), topics: z.array(z.enum(topics)) }),
]);
export type Notice = z.infer<typeof Notice>;
