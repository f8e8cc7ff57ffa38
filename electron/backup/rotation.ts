import { readdir, rename, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { backupsKept } from '../../shared/backup.ts';
import type { Header } from '../vault/header.ts';
import { backupsIn, unfinished } from './backup-list.ts';
import { backupFiles, manifestName } from './manifest.ts';

const ourFiles: readonly string[] = [...backupFiles, manifestName];

/** How the names of this practice's backups begin; the id is no secret and no name. */
export const nameOf = (practiceId: string): string => `Stillpoint ${practiceId.replace(/[^0-9a-z]/gi, '').slice(-8)} `;

/** Takes a folder away that holds nothing but what a copy writes; anything else in it stays, and so does the folder. */
const takeAway = async (path: string): Promise<void> => {
  const names = await readdir(path);
  if (!names.every((name) => ourFiles.includes(name))) return;
  for (const name of names) await unlink(join(path, name));
  await rmdir(path);
};

/** What is left of a copy that failed. */
export const clearHalf = async (path: string): Promise<void> => {
  // The disk that refused the copy may refuse this too; it is cleared before the next one.
  await takeAway(path).catch(() => undefined);
};

/** Copies of this practice that were cut off. */
export const clearHalves = async (folder: string, practiceId: string): Promise<void> => {
  const begun = (name: string): boolean => name.startsWith(nameOf(practiceId)) && name.endsWith(unfinished);
  for (const name of (await readdir(folder)).filter(begun)) await clearHalf(join(folder, name));
};

/** What goes is first given the name of an unfinished copy, so that half of it is never taken for a backup. */
const discard = async (path: string): Promise<void> => {
  const names = await readdir(path);
  if (!names.every((name) => ourFiles.includes(name))) return;
  await rename(path, path + unfinished);
  await takeAway(path + unfinished);
};

/** Keeps the last ten whole copies of this practice and what is younger than the tenth; only after a newer one is complete. */
export const keepLast = async (folder: string, present: Header): Promise<void> => {
  const own = (await backupsIn(folder, present)).filter((backup) => backup.ours && backup.id.startsWith(nameOf(present.practiceId)));
  const tenth = own.filter((backup) => backup.state === 'copied')[backupsKept - 1];
  const older = tenth ? own.slice(own.indexOf(tenth) + 1) : [];
  // One that cannot be taken away is one too many, which harms nobody.
  for (const { id } of older) await discard(join(folder, id)).catch(() => undefined);
};
