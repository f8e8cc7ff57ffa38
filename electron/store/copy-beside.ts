import { rmSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { contentHash } from './copy-under-key.ts';
import { type Connection, openDatabase, withRawKey } from './open.ts';

/** A second look at a file that another process has open and saves to: read only, and nothing of it spills to the disk. */
export const openBeside = (path: string, key: Buffer): Connection => {
  const db = new Driver(path, { fileMustExist: true, readonly: true });
  try {
    db.pragma("cipher = 'sqlcipher'");
    db.pragma('legacy = 4');
    withRawKey(key, (raw) => db.key(raw));
    db.pragma('temp_store = MEMORY');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    return db;
  } catch (failure) {
    db.close();
    throw failure;
  }
};

const commitsIn = (db: Connection): unknown => (db.prepare('select count from commits').get() as { count: number } | undefined)?.count;

/** A save may come between two statements of ours; five times in a row it does not. */
const tries = 5;

const clear = (path: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true });
};

/** Whether the copy is of the very moment that `still` looks at; then it holds the same. */
const copiedOnce = (still: Connection, source: Connection, path: string, key: Buffer): boolean => {
  still.exec('begin');
  try {
    const commits = commitsIn(still);
    source.prepare('vacuum into ?').run(path);
    const copy = openDatabase(path, key, { create: false });
    try {
      if (commitsIn(copy) !== commits) return false;
      if (contentHash(copy) !== contentHash(still)) throw new Error('the copy does not hold the same');
      return true;
    } finally {
      copy.close();
    }
  } finally {
    still.exec('commit');
  }
};

/**
 * A compact copy at `path`, under the same key, of a database that goes on being saved to. It is opened again as any practice is, and compared
 * row by row with the moment it is of. Where the other process saved in between it is made anew.
 * @throws the driver's or disk's error, or Error when the copy does not hold the same
 */
export const copyBeside = (from: string, path: string, key: Buffer): void => {
  const still = openBeside(from, key);
  try {
    const source = openBeside(from, key);
    try {
      for (let left = tries; left > 0; left -= 1) {
        clear(path);
        if (copiedOnce(still, source, path, key)) return;
      }
      throw new Error('the practice was saved to whenever it was copied');
    } finally {
      source.close();
    }
  } finally {
    still.close();
  }
};
