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

const newestFirst = (one: Backup, other: Backup): number =>
  other.madeAt.localeCompare(one.madeAt) || other.id.localeCompare(one.id, 'en', { numeric: true });

/** Every backup in the folder, newest first, beside the practice that lies here. What else lies there, in whatever number, is passed over. */
export const backupsIn = async (folder: string, present: Header | null): Promise<Backup[]> => {
  const found: Backup[] = [];
  for (const entry of await entriesOf(folder)) {
    if (!entry.isDirectory() || entry.name.endsWith(unfinished) || entry.name.length > limits.namePart) continue;
    const read = await readManifest(join(folder, entry.name));
    if (read.kind !== 'read') continue;
    const { manifest } = read;
    const ours = manifest.practiceId === present?.practiceId;
    found.push({
      id: entry.name,
      madeAt: manifest.madeAt,
      reason: manifest.reason,
      bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
      appVersion: manifest.appVersion,
      state: (await isWhole(join(folder, entry.name), manifest)) ? 'copied' : 'damaged',
      olderKey: ours && manifest.keyNumber < (present.keyNumber ?? 1),
      ours,
    });
  }
  return found.sort(newestFirst);
};
