import { readdir, rename, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Backup, backupDaysKept, backupMonthsKept, backupsKept, backupWeeksKept } from '../../shared/backup.ts';
import type { Header } from '../vault/header.ts';
import { type Here, oursIn, unfinished } from './backup-list.ts';
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

/** How a copy is called while it is filled: another computer that shares the folder leaves it alone. */
export const halfName = (name: string, computer: string): string => `${name} ${computer}${unfinished}`;

const ofAComputer = new RegExp(` [0-9a-f]{16}\\${unfinished}$`);

/** Copies of this practice that were cut off; not those another computer may be filling now. */
export const clearHalves = async (folder: string, practiceId: string, computer: string): Promise<void> => {
  const begun = (name: string): boolean =>
    name.startsWith(nameOf(practiceId)) && name.endsWith(unfinished) && (name.endsWith(halfName('', computer)) || !ofAComputer.test(name));
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

const dayOf = (madeAt: string): string => madeAt.slice(0, 10);
/** The Monday its week begins with. */
const weekOf = (madeAt: string): string => {
  const day = Temporal.PlainDate.from(dayOf(madeAt));
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
};
const monthOf = (madeAt: string): string => madeAt.slice(0, 7);

/** The newest of each of the last `count` spans that had one. */
const lastOfEach = <M extends Made>(newestFirst: readonly M[], spanOf: (madeAt: string) => string, count: number): readonly M[] => {
  const last = new Map<string, M>();
  for (const one of newestFirst) {
    const span = spanOf(one.madeAt);
    if (last.size < count && !last.has(span)) last.set(span, one);
  }
  return [...last.values()];
};

/**
 * Of the copies of a practice, newest first, those that go: the last ten whole ones stay and what is younger than the tenth, and the last whole
 * one of each of so many days, weeks and months that had one. So a day of many locks takes nothing of the days before. None goes before a newer
 * one was opened and read. Days are UTC's, and those of the copies themselves: no clock is asked, which may be wrong.
 */
export const tooMany = <M extends Made>(newestFirst: readonly M[]): readonly M[] => {
  const whole = newestFirst.filter(({ state }) => state !== 'damaged');
  const tenth = whole[backupsKept - 1];
  const verified = newestFirst.findIndex(({ state }) => state === 'verified');
  if (!tenth || verified < 0) return [];
  const stay = new Set([
    ...lastOfEach(whole, dayOf, backupDaysKept),
    ...lastOfEach(whole, weekOf, backupWeeksKept),
    ...lastOfEach(whole, monthOf, backupMonthsKept),
  ]);
  return newestFirst.slice(Math.max(newestFirst.indexOf(tenth), verified) + 1).filter((one) => !stay.has(one));
};

/** Takes away what is too many of this practice; only after a newer one is complete and verified. What another computer made is left to it. */
export const keepLast = async (folder: string, here: Here & { readonly header: Header }, alive: Alive): Promise<void> => {
  const ours = await oursIn(folder, here, alive);
  const own = ours.filter(({ id, elsewhere }) => !elsewhere && id.startsWith(nameOf(here.header.practiceId)));
  // One that cannot be taken away is one too many, which harms nobody.
  for (const { id } of tooMany(own)) await discard(join(folder, id)).catch(() => undefined);
};
