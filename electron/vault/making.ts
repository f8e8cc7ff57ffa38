import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

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
  renameSync(makingFile(folder), databaseFile(folder));
};
