import { z } from 'zod';
import { evidences } from './audit.ts';
import { Backup } from './backup.ts';
import { call, roles } from './call.ts';
import { limits } from './limits.ts';
import { recordKinds } from './record-kinds.ts';
import { Instant } from './time.ts';

/** What opening found that is not as it was left, and what was found since, each said in words of its own. */
export const findingKinds = [
  /** The anchor knows of saves that the database does not hold. */
  'saves-missing',
  /** The anchor is gone, or cannot be read with this key. */
  'anchor-unreadable',
  /** The trail does not end as the anchor says, and not because something is missing. */
  'trail-differs',
  /** Pages of the database are not those that were there, though each is one of ours: older ones were put back. */
  'pages-older',
  /** Pages of the database cannot be read, none of which is in use; otherwise nothing would have opened. */
  'pages-damaged',
  /** What was saved last and not yet moved into the database is gone, or was cut short. */
  'log-lost',
  /** The same, but it is not what was written. */
  'log-changed',
  /** An older key file was put back: an older passphrase may open the practice again. */
  'key-file-older',
  /** One of the two copies of the key file was damaged or missing, and was mended from the other. */
  'key-file-mended',
  /** One of the two records of the last save in the anchor was damaged; the other is in use. */
  'anchor-damaged',
  /** Files that Stillpoint did not make lie beside its own, as a program that syncs folders leaves them. */
  'strange-files',
  /** A backup knows of more saves than this practice: the whole folder is an older one. */
  'backup-newer',
  /** While the practice was open another program put files in the place of its own; all that was saved was put back. */
  'files-replaced',
  /** While it was open another program wrote into its database: nothing more is saved until it is locked. */
  'files-overwritten',
] as const;

export const Finding = z.strictObject({
  kind: z.enum(findingKinds),
  /** How many: saves, pages, or files. */
  count: z.int().min(0).nullable(),
  /** As it was then, or later, it is no more; and until when it was known to be whole. */
  since: Instant.nullable(),
  until: Instant.nullable(),
  /** Kinds of record that stand on the pages. */
  records: z.array(z.enum(recordKinds)),
  /** Files, by name. */
  names: z.array(z.string().max(limits.namePart)).max(20),
});
export type Finding = z.infer<typeof Finding>;

export const EvidenceReport = z.strictObject({
  verdict: z.enum(evidences),
  findings: z.array(Finding),
  /** Saves the practice holds. */
  saves: z.int(),
  /** The backup that holds most of it, and how many saves more than are here; null where the copy does not say. */
  best: z.strictObject({ backup: Backup, saves: z.int().nullable() }).nullable(),
  /** The folder for backups did not answer, or there is none. */
  noBackups: z.enum(['no-folder', 'none-there', 'silent']).nullable(),
});
export type EvidenceReport = z.infer<typeof EvidenceReport>;

export const evidenceCalls = {
  /** What opening found that is not as it was left: what, since when, and the backup that could mend it. Looked for once for each opening. */
  'vault.evidence': call({ input: z.strictObject({}), output: EvidenceReport, roles, states: ['open'], audit: 'none' }),
};
