import { z } from 'zod';

/** What changed, so that the window asks again for what it shows. */
export const topics = [
  'profile',
  'clients',
  'client-fields',
  'client-filters',
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

/** How far long work has come, while its call waits for its answer. */
export const Progress = z.strictObject({ of: z.enum(['record', 'import']), done: z.int().min(0), total: z.int().min(1) });
export type Progress = z.infer<typeof Progress>;

/** Vault to page. A notice invalidates, or says how far something has come; it never carries a record. */
export const Notice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('locked') }),
  z.strictObject({ kind: z.literal('changed'), topics: z.array(z.enum(topics)) }),
  Progress.extend({ kind: z.literal('progress') }),
]);
export type Notice = z.infer<typeof Notice>;
