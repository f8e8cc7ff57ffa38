import { closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const syncFolder = (folder: string): void => {
  // Windows cannot open a folder for syncing; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * The file holds either what it held or all of the new bytes, also after a crash: temp name, fsync, rename, fsync of the folder.
 * Only the person's own account may read it. On failure nothing new is left.
 */
export const writeAtomically = (path: string, bytes: Uint8Array | string): void => {
  const temporary = `${path}.new`;
  const data = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    for (let written = 0; written < data.length; ) written += writeSync(handle, data, written);
    fsyncSync(handle);
  } catch (failure) {
    closeSync(handle);
    unlinkSync(temporary);
    throw failure;
  }
  closeSync(handle);
  renameSync(temporary, path);
  syncFolder(dirname(path));
};
