import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../../shared/time.ts';
import { makeFolder, renameHere, syncFolder, writeAtomically } from '../practice/atomic-file.ts';

/** A restored practice is put together here, under the names its files will have. */
export const stagingIn = (folder: string): string => join(folder, 'practice.restoring');
/** What was replaced, and copies that found no other place. */
export const keptIn = (folder: string): string => join(folder, 'kept');
/** How many lie there. */
export const keptCount = (folder: string): number => (existsSync(keptIn(folder)) ? readdirSync(keptIn(folder)).length : 0);
const markerIn = (folder: string): string => join(folder, 'practice.restore.json');

const Marker = z.strictObject({
  format: z.literal('stillpoint-restore'),
  version: z.literal(1),
  kept: z.string().regex(/^[0-9TZ -]{1,60}$/),
});

/** What a staging folder holds once it is whole. */
const restored: readonly string[] = ['practice.db', 'practice.anchor', 'practice.header.copy.json', 'practice.header.json'];

/** Whatever belongs to the practice that is replaced, half-made files of other work included: none of it may meet the restored header. */
const belongs = /^practice\.(?:(?:db|making\.db|key\d+\.(?:db|anchor))(?:-wal|-shm|-journal)?|anchor|header\.json|header\.copy\.json)$/;

/** A marker that cannot be read still says that the staged files are whole. */
const keptName = (folder: string): string => {
  try {
    return Marker.parse(JSON.parse(readFileSync(markerIn(folder), 'utf8'))).kept;
  } catch {
    return 'replaced';
  }
};

const moveOut = (folder: string, kept: string): void => {
  const staged = stagingIn(folder);
  // A restored name that is no longer staged has been moved in already, and is the new file.
  const isOld = (name: string): boolean => belongs.test(name) && (!restored.includes(name) || existsSync(join(staged, name)));
  for (const name of readdirSync(folder).filter(isOld)) renameHere(join(folder, name), join(kept, name));
};

const moveIn = (folder: string): void => {
  for (const name of restored) {
    if (existsSync(join(stagingIn(folder), name))) renameHere(join(stagingIn(folder), name), join(folder, name));
  }
};

const clearStaging = (folder: string): void => rmSync(stagingIn(folder), { recursive: true, force: true });

const finishSwap = (folder: string): void => {
  const kept = join(keptIn(folder), keptName(folder));
  for (const one of [keptIn(folder), kept]) makeFolder(one);
  moveOut(folder, kept);
  moveIn(folder);
  for (const one of [kept, keptIn(folder), folder]) syncFolder(one);
  rmSync(markerIn(folder));
  syncFolder(folder);
};

/**
 * Before anything in the folder is read. With the marker the swap goes on from wherever it was cut off; without it what was staged is
 * cleared away. Running it again changes nothing.
 */
export const finishRestore = (folder: string): void => {
  if (existsSync(markerIn(folder))) finishSwap(folder);
  clearStaging(folder);
};

/** A swap was cut off, and its staged files are whole. */
export const isSwapBegun = (folder: string): boolean => existsSync(markerIn(folder));

/** Goes on with it. Gives the folder in which what lay here is kept. */
export const finishSwapIn = (folder: string): string => {
  const kept = join(keptIn(folder), keptName(folder));
  finishRestore(folder);
  return kept;
};

const syncFile = (path: string): void => {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const freeKept = (folder: string, at: Instant): string => {
  const name = `${at.slice(0, 19).replaceAll(':', '-')}Z`;
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${name} ${number}`;
    if (!existsSync(join(keptIn(folder), numbered))) return numbered;
  }
};

/**
 * Puts the staged practice in the place of the one that lies here, which is kept. The marker is the one step that counts: before it the old
 * practice is there, after it the new one, and a crash in between is finished at the next start. Gives the folder in which
 * what lay here is kept.
 */
export const swapIn = (folder: string, at: Instant): string => {
  const staging = stagingIn(folder);
  for (const name of restored) syncFile(join(staging, name));
  syncFolder(staging);
  const marker: z.infer<typeof Marker> = { format: 'stillpoint-restore', version: 1, kept: freeKept(folder, at) };
  try {
    writeAtomically(markerIn(folder), `${JSON.stringify(marker)}\n`);
  } catch (failure) {
    // It is there although its folder could not be synced: the next start would finish it, so it is finished now.
    if (!isSwapBegun(folder)) throw failure;
  }
  return finishSwapIn(folder);
};
