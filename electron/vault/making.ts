import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { leftover, renameHere } from '../practice/atomic-file.ts';

/** The database of this folder, under the name it is used by. */
export const databaseFile = (folder: string): string => join(folder, 'practice.db');

/** A new practice's database is filled under this name and gets its real one last, so that a crash never leaves half a practice. */
export const makingFile = (folder: string): string => join(folder, 'practice.making.db');

export const clearMaking = (folder: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(makingFile(folder) + end, { force: true });
};

/** Gives the filled database its name; also finishes what a crash between header and renaming left. */
export const finishMaking = (folder: string): void => {
  if (!existsSync(makingFile(folder)) || existsSync(databaseFile(folder))) return;
  const file = openSync(makingFile(folder), 'r+');
  fsyncSync(file);
  closeSync(file);
  renameHere(makingFile(folder), databaseFile(folder));
};

/** Files that a crash left under a temporary name. */
export const clearLeftovers = (folder: string): void => {
  for (const name of readdirSync(folder)) if (leftover.test(name)) rmSync(join(folder, name), { force: true });
};
