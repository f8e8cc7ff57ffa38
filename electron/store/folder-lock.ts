import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { Refused } from '../../shared/app-error.ts';

export type FolderLock = { readonly release: () => void };

/**
 * One owner of the practice folder, by a lock of the operating system on `practice.lock` (an empty file): it ends with the process, also
 * when that is killed. SQLite's own file locks are used because Node has none and they hold on Windows and macOS alike.
 * @throws Refused unavailable open-elsewhere, folder-read-only
 */
export const lockFolder = (folder: string): FolderLock => {
  try {
    const db = new Driver(join(folder, 'practice.lock'), { timeout: 1_500 });
    try {
      db.pragma('journal_mode = MEMORY');
      db.exec('begin exclusive');
    } catch (failure) {
      db.close();
      throw failure;
    }
    return { release: () => db.close() };
  } catch (failure) {
    const code = (failure as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY')) throw new Refused({ code: 'unavailable', reason: 'open-elsewhere' });
    throw new Refused({ code: 'unavailable', reason: 'folder-read-only' });
  }
};
