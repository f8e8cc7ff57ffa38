import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupProblems } from '../../shared/backup.ts';
import { Instant } from '../../shared/time.ts';
import { writeAtomically } from '../practice/atomic-file.ts';

/** What came of opening a copy; bound to its bytes, so that another copy under the same name is not taken for it. */
const Proof = z.strictObject({ id: z.string(), sha256: z.string(), at: Instant, whole: z.boolean() });
export type Proof = z.infer<typeof Proof>;

/** Far more than ever stay in one folder. */
const mostProofs = 200;

/** `practice.backup.json`: needed while locked, so it lies outside the encryption and holds nothing of a client (docs/formats/backup.md). */
const KeptState = z.strictObject({
  format: z.literal('stillpoint-backup-settings'),
  version: z.literal(1),
  folder: z.string().min(1).max(4_096).nullable(),
  /** Why a copy waits to be made. */
  due: z.enum(['lock', 'close']).nullable(),
  problem: z.enum(backupProblems).nullable(),
  problemAt: Instant.nullable(),
  /** Drawn at random; tells the copies of two computers with one practice apart. Not carried along by a backup. */
  computer: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable()
    .default(null),
  /** Newest first. */
  proofs: z.array(Proof).max(mostProofs).default([]),
});
export type KeptState = z.infer<typeof KeptState>;

const unknown: KeptState = {
  format: 'stillpoint-backup-settings',
  version: 1,
  folder: null,
  due: null,
  problem: null,
  problemAt: null,
  computer: null,
  proofs: [],
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

/** The name of this computer among those that copy into one folder. */
export const ownComputer = (folder: string): string => {
  const { computer } = readState(folder);
  if (computer !== null) return computer;
  const drawn = randomBytes(8).toString('hex');
  changeState(folder, { computer: drawn });
  return drawn;
};

/** What was once found is not said of it any more. */
export const dropProof = (folder: string, id: string): void => {
  const { proofs } = readState(folder);
  if (proofs.some((proof) => proof.id === id)) changeState(folder, { proofs: proofs.filter((proof) => proof.id !== id) });
};

/** Remembers what came of opening a copy, in the place of what was known of it. */
export const keepProof = (folder: string, proof: Proof): void => {
  const others = readState(folder).proofs.filter(({ id }) => id !== proof.id);
  changeState(folder, { proofs: [proof, ...others].slice(0, mostProofs) });
};
