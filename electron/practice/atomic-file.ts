import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { pastBusy } from './past-busy.ts';

/** Files of ours under a temporary name, left by a crash; whoever owns the folder may clear them away. */
export const leftover = /^practice\..*\.[0-9a-f]{8}\.new$/;

/** So that a file given its name here still has it after a power cut. */
export const syncFolder = (folder: string): void => {
  // Windows cannot open a folder for syncing; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** In a folder that is there, if it is not there yet. Node's own way of making parents too calls a read-only disk "not found". */
export const makeFolder = (path: string): void => {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
  }
};

/** Waits without giving up the thread: what stands half done here must not meet other work. */
const standStill = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/** Gives a file its name, also where something else holds one of the two for a moment. */
export const renameHere = (from: string, to: string): void => pastBusy(() => renameSync(from, to), standStill);

/**
 * The file holds either what it held or all of the new bytes, also after a crash: temporary name of its own, fsync, rename, fsync of the
 * folder. Only the person's own account may read it. When it fails before the rename nothing new is left.
 */
export const writeAtomically = (
  path: string,
  bytes: Uint8Array | string,
  options: { readonly evenIfFolderCannotSync?: boolean } = {},
): void => {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.new`;
  const data = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    try {
      for (let written = 0; written < data.length; ) written += writeSync(handle, data, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameHere(temporary, path);
  } catch (failure) {
    rmSync(temporary, { force: true });
    throw failure;
  }
  try {
    syncFolder(dirname(path));
  } catch (failure) {
    // The file is there: on a network folder or a stick that cannot sync its list, saying "not written" would be untrue.
    if (!options.evenIfFolderCannotSync) throw failure;
  }
};
