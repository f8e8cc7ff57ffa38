import { readdir, rename, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Backup, backupDaysKept, backupsKept } from '../../shared/backup.ts';
import type { Header } from '../vault/header.ts';
import { oursIn, unfinished } from './backup-list.ts';
import type { Alive } from './folder-patience.ts';
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

type Made = Pick<Backup, 'id' | 'madeAt' | 'state'>;

/**
 * Of the copies of a practice, newest first, those that go: the last ten whole ones stay and what is younger than the tenth, and the last whole
 * one of each of the last seven days that had one. So a day of many locks takes nothing of the days before. Days are UTC's, and those of the
 * copies themselves: no clock is asked, which may be wrong.
 */
export const tooMany = <M extends Made>(newestFirst: readonly M[]): readonly M[] => {
  const whole = newestFirst.filter(({ state }) => state === 'copied');
  const tenth = whole[backupsKept - 1];
  if (!tenth) return [];
  const lastOfDay = new Map<string, M>();
  for (const one of whole) {
    const day = one.madeAt.slice(0, 10);
    if (lastOfDay.size < backupDaysKept && !lastOfDay.has(day)) lastOfDay.set(day, one);
  }
  const stay = new Set(lastOfDay.values());
  return newestFirst.slice(newestFirst.indexOf(tenth) + 1).filter((one) => !stay.has(one));
};

/** Takes away what is too many of this practice; only after a newer one is complete. */
export const keepLast = async (folder: string, present: Header, alive: Alive): Promise<void> => {
  const own = (await oursIn(folder, present, alive)).filter(({ id }) => id.startsWith(nameOf(present.practiceId)));
  // One that cannot be taken away is one too many, which harms nobody.
  for (const { id } of tooMany(own)) await discard(join(folder, id)).catch(() => undefined);
};
