import { randomBytes } from 'node:crypto';
import { lstat, realpath, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import type { BackupState } from '../../shared/backup.ts';
import { isUnreadable } from './copied-file.ts';
import { isSilent } from './folder-patience.ts';
import { manifestName } from './manifest.ts';

const codeOf = (failure: unknown): string => String((failure as { code?: unknown } | null)?.code ?? '');

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};

/** What a copy that failed tells the person. A stick pulled out in the middle is told as gone, whatever the system said. */
export const problemWith = async (failure: unknown, folder: string): Promise<NonNullable<BackupState['problem']>> => {
  if (isUnreadable(failure) || isSilent(failure)) return 'disk-failing';
  if (!(await isFolder(folder))) return 'folder-gone';
  const code = codeOf(failure);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'folder-read-only';
  return 'disk-failing';
};

const isInside = async (path: string, folder: string): Promise<boolean> => {
  const way = relative(await realpath(folder), await realpath(path));
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
};

/** Why backups cannot go there, or null; tried by writing a file of no meaning and taking it away again. */
export const unfitness = async (
  path: string,
  practice: string,
): Promise<'not-a-folder' | 'inside-the-practice' | 'not-writable' | null> => {
  if (!(await isFolder(path))) return 'not-a-folder';
  if (await isInside(path, practice)) return 'inside-the-practice';
  const probe = join(path, `Stillpoint ${randomBytes(8).toString('hex')}.partial`);
  try {
    await writeFile(probe, 'Stillpoint', { flag: 'wx', mode: 0o600 });
    return null;
  } catch {
    return 'not-writable';
  } finally {
    await rm(probe, { force: true });
  }
};

/** Bytes free where backups go; null where that cannot be told. */
export const freeIn = async (folder: string): Promise<number | null> => {
  try {
    const { bavail, bsize, blocks } = await statfs(folder);
    return blocks === 0 ? null : bavail * bsize;
  } catch {
    return null;
  }
};

/** Someone who looks for a backup may point at the backup itself. */
export const folderOfBackups = async (chosen: string): Promise<string> =>
  (await lstat(join(chosen, manifestName)).catch(() => null)) ? dirname(chosen) : chosen;
