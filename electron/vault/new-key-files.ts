import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { renameHere, syncFolder } from '../practice/atomic-file.ts';
import { anchorName } from './anchor.ts';
import type { Header } from './header.ts';
import { databaseFile } from './making.ts';

const half = /^practice\.key(\d+)\.(db|anchor)(-wal|-shm|-journal)?$/;
const keyNumberOf = (header: Header): number => header.keyNumber ?? 1;

/** The practice under its next data key waits under this name until the header that opens it is written. */
export const nextDatabase = (folder: string, keyNumber: number): string => join(folder, `practice.key${keyNumber}.db`);
export const nextAnchor = (folder: string, keyNumber: number): string => join(folder, `practice.key${keyNumber}.anchor`);

/**
 * Gives the files of the header's data key their names. The header is the one step that counts: before it the old files are in use,
 * after it the new ones, and a crash in between is finished at the next start.
 */
export const finishNewKey = (folder: string, header: Header): void => {
  const [database, anchor] = [nextDatabase(folder, keyNumberOf(header)), nextAnchor(folder, keyNumberOf(header))];
  // A power cut may keep the second name and lose the first.
  const [hasDatabase, hasAnchor] = [existsSync(database), existsSync(anchor)];
  if (!hasDatabase && !hasAnchor) return;
  if (hasDatabase) for (const end of ['-wal', '-shm', '-journal']) rmSync(databaseFile(folder) + end, { force: true });
  if (hasAnchor) renameHere(anchor, join(folder, anchorName));
  if (hasDatabase) renameHere(database, databaseFile(folder));
  syncFolder(folder);
};

/** What a renewal left that was cut off before its header was written. */
export const clearHalfKeys = (folder: string, header: Header): void => {
  for (const name of readdirSync(folder)) {
    const number = half.exec(name)?.[1];
    if (number !== undefined && Number(number) !== keyNumberOf(header)) rmSync(join(folder, name), { force: true });
  }
};
