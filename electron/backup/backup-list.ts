import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '../../shared/backup.ts';
import { limits } from '../../shared/limits.ts';
import type { Header } from '../vault/header.ts';
import { type Manifest, readManifest } from './manifest.ts';

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

type Found = { readonly practiceId: string; readonly number: number; readonly backup: Backup };

const newestFirst = (one: Found, other: Found): number => other.number - one.number || other.backup.madeAt.localeCompare(one.backup.madeAt);

/** Ours, then those of each other practice, the one copied last before the rest. */
const byPractice = (found: readonly Found[]): Found[] => {
  const practices = [...Map.groupBy(found, ({ practiceId }) => practiceId).values()].map((own) => own.sort(newestFirst));
  const rank = ([newest]: readonly Found[]): string => `${newest?.backup.ours ? 1 : 0} ${newest?.backup.madeAt}`;
  return practices.sort((one, other) => rank(other).localeCompare(rank(one))).flat();
};

const foundIn = async (folder: string, present: Header | null): Promise<{ readonly found: readonly Found[]; readonly newer: number }> => {
  const found: Found[] = [];
  let newer = 0;
  for (const entry of await entriesOf(folder)) {
    if (!entry.isDirectory() || entry.name.endsWith(unfinished) || entry.name.length > limits.namePart) continue;
    const read = await readManifest(join(folder, entry.name));
    if (read.kind === 'newer') newer += 1;
    if (read.kind !== 'read') continue;
    const { practiceId, number, madeAt, reason, appVersion, keyNumber, files } = read.manifest;
    const ours = practiceId === present?.practiceId;
    const backup: Backup = {
      id: entry.name,
      madeAt,
      reason,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      appVersion,
      state: (await isWhole(join(folder, entry.name), read.manifest)) ? 'copied' : 'damaged',
      olderKey: ours && keyNumber < (present.keyNumber ?? 1),
      ours,
    };
    found.push({ practiceId, number, backup });
  }
  return { found, newer };
};

/**
 * Every backup in the folder, newest first, beside the practice that lies here; `newer` counts those a newer version made, of which nothing more
 * can be said. What else lies there, in whatever number, is passed over.
 */
export const listed = async (folder: string, present: Header | null): Promise<{ readonly backups: Backup[]; readonly newer: number }> => {
  const { found, newer } = await foundIn(folder, present);
  return { backups: byPractice(found).map(({ backup }) => backup), newer };
};

export const backupsIn = async (folder: string, present: Header | null): Promise<Backup[]> => (await listed(folder, present)).backups;

/** The number of the next copy of this practice in the folder. */
export const nextNumber = async (folder: string, present: Header): Promise<number> => {
  const numbers = (await foundIn(folder, present)).found.filter(({ backup }) => backup.ours).map(({ number }) => number);
  return Math.max(0, ...numbers) + 1;
};
