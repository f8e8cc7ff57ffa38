import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupProblems } from '../../shared/backup.ts';
import { Instant } from '../../shared/time.ts';
import { writeAtomically } from '../practice/atomic-file.ts';

/** `practice.backup.json`: needed while locked, so it lies outside the encryption and holds nothing of a client (docs/formats/backup.md). */
const KeptState = z.strictObject({
  format: z.literal('stillpoint-backup-settings'),
  version: z.literal(1),
  folder: z.string().min(1).max(4_096).nullable(),
  /** Why a copy waits to be made. */
  due: z.enum(['lock', 'close']).nullable(),
  problem: z.enum(backupProblems).nullable(),
  problemAt: Instant.nullable(),
});
export type KeptState = z.infer<typeof KeptState>;

const unknown: KeptState = {
  format: 'stillpoint-backup-settings',
  version: 1,
  folder: null,
  due: null,
  problem: null,
  problemAt: null,
};
const pathIn = (folder: string): string => join(folder, 'practice.backup.json');

/** A missing or damaged file says that nothing was chosen; the backups themselves are found again by choosing their folder. */
export const readState = (folder: string): KeptState => {
  try {
    return KeptState.parse(JSON.parse(readFileSync(pathIn(folder), 'utf8')));
  } catch {
    return unknown;
  }
};

export const changeState = (folder: string, change: Partial<Omit<KeptState, 'format' | 'version'>>): void =>
  writeAtomically(pathIn(folder), `${JSON.stringify({ ...readState(folder), ...change }, null, 2)}\n`);
