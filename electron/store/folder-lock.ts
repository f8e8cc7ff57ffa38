import { closeSync, openSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { Refused } from '../../shared/app-error.ts';
import { storeProblem } from './store-problem.ts';

export type FolderLock = { readonly release: () => void };

const held = (file: string): FolderLock => {
  const db = new Driver(file, { timeout: 1_500 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('begin exclusive');
  } catch (failure) {
    db.close();
    throw failure;
  }
  return { release: () => db.close() };
};

/**
 * One owner of the practice folder, by a lock of the operating system on `practice.lock` (an empty file): it ends with the process, also
 * when that is killed. SQLite's own file locks are used because Node has none and they hold on Windows and macOS alike. The file holds
 * nothing, so one that was damaged is emptied.
 * @throws Refused unavailable open-elsewhere; the disk's own error when the file cannot be made
 */
export const lockFolder = (folder: string): FolderLock => {
  const file = join(folder, 'practice.lock');
  closeSync(openSync(file, 'a', 0o600));
  try {
    return held(file);
  } catch (failure) {
    const code = (failure as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY')) throw new Refused({ code: 'unavailable', reason: 'open-elsewhere' });
    if (storeProblem(failure) !== 'database-damaged') throw failure;
    truncateSync(file);
    return held(file);
  }
};

/** Whether somebody holds the folder now: tried, not assumed. */
export const isFolderHeld = (folder: string): boolean => {
  const db = new Driver(join(folder, 'practice.lock'), { timeout: 0 });
  try {
    db.exec('begin exclusive');
    return false;
  } catch (failure) {
    return ((failure as { code?: string }).code ?? '').startsWith('SQLITE_BUSY');
  } finally {
    db.close();
  }
};
