import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '../../shared/backup.ts';
import { limits } from '../../shared/limits.ts';
import type { Header } from '../vault/header.ts';
import type { KeptState, Proof } from './backup-state.ts';
import type { Alive } from './folder-patience.ts';
import { databaseHash, type Manifest, readManifest } from './manifest.ts';

/** Copies under this ending are not finished. */
export const unfinished = '.partial';

const isWhole = async (folder: string, { files }: Manifest): Promise<boolean> => {
  for (const { name, bytes } of files) {
    const there = await lstat(join(folder, name)).catch(() => null);
    if (!there?.isFile() || there.size !== bytes) return false;
  }
  return true;
};

const entriesOf = async (folder: string): Promise<Dirent[]> => {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

/** What is known here of copies: the practice's own header, and what this computer has found out and made. */
export type Here = { readonly header: Header | null } & Pick<KeptState, 'computer' | 'proofs'>;

const stateOf = async (folder: string, manifest: Manifest, proof: Proof | undefined): Promise<Pick<Backup, 'state' | 'verifiedAt'>> => {
  if (!(await isWhole(folder, manifest)) || proof?.whole === false) return { state: 'damaged', verifiedAt: null };
  return proof ? { state: 'verified', verifiedAt: proof.at } : { state: 'copied', verifiedAt: null };
};

type Found = { readonly practiceId: string; readonly number: number; readonly backup: Backup };

const newestFirst = (one: Found, other: Found): number => other.number - one.number || other.backup.madeAt.localeCompare(one.backup.madeAt);

/** Ours, then those of each other practice, the one copied last before the rest. */
const byPractice = (found: readonly Found[]): Found[] => {
  const practices = [...Map.groupBy(found, ({ practiceId }) => practiceId).values()].map((own) => own.sort(newestFirst));
  const rank = ([newest]: readonly Found[]): string => `${newest?.backup.ours ? 1 : 0} ${newest?.backup.madeAt}`;
  return practices.sort((one, other) => rank(other).localeCompare(rank(one))).flat();
};

/** A backup made after a renewal that was undone by a restore has the number of the next renewal, but another id. */
export const isUnderKey = (present: Header, { keyNumber = 1, keyId }: Pick<Header, 'keyNumber' | 'keyId'>): boolean =>
  keyNumber === (present.keyNumber ?? 1) && keyId === present.keyId;

type InFolder = { readonly found: readonly Found[]; readonly newer: number };

const foundIn = async (folder: string, { header: present, computer: own, proofs }: Here, alive: Alive): Promise<InFolder> => {
  const found: Found[] = [];
  let newer = 0;
  for (const entry of await entriesOf(folder)) {
    if (!entry.isDirectory() || entry.name.endsWith(unfinished) || entry.name.length > limits.namePart) continue;
    const read = await readManifest(join(folder, entry.name));
    alive();
    if (read.kind === 'newer') newer += 1;
    if (read.kind !== 'read') continue;
    const { practiceId, number, madeAt, reason, appVersion, files, computer } = read.manifest;
    const sha256 = databaseHash(read.manifest);
    const ours = practiceId === present?.practiceId;
    const backup: Backup = {
      id: entry.name,
      madeAt,
      reason,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      appVersion,
      ...(await stateOf(
        join(folder, entry.name),
        read.manifest,
        proofs.find((proof) => proof.id === entry.name && proof.sha256 === sha256),
      )),
      otherKey: ours && !isUnderKey(present, read.manifest),
      ours,
      elsewhere: ours && computer !== undefined && own !== null && computer !== own,
    };
    found.push({ practiceId, number, backup });
  }
  return { found, newer };
};

/**
 * Every backup in the folder, newest first, beside the practice that lies here; `newer` counts those a newer version made, of which nothing more
 * can be said. What else lies there, in whatever number, is passed over.
 */
export const listed = async (folder: string, here: Here, alive: Alive): Promise<{ readonly backups: Backup[]; readonly newer: number }> => {
  const { found, newer } = await foundIn(folder, here, alive);
  return { backups: byPractice(found).map(({ backup }) => backup), newer };
};

/** Those of the practice that lies here, newest first. */
export const oursIn = async (folder: string, here: Here, alive: Alive): Promise<Backup[]> =>
  (await listed(folder, here, alive)).backups.filter(({ ours }) => ours);

/** The number of the next copy of this practice in the folder. */
export const nextNumber = async (folder: string, here: Here, alive: Alive): Promise<number> => {
  const numbers = (await foundIn(folder, here, alive)).found.filter(({ backup }) => backup.ours).map(({ number }) => number);
  return Math.max(0, ...numbers) + 1;
};
