import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Driver from 'better-sqlite3';
import { Refused } from '../../shared/app-error.ts';
import { syncFolder } from '../practice/atomic-file.ts';
import { storeProblem } from './store-problem.ts';

/** The one connection to a practice's file. Only `store/` may hold it. */
export type Connection = Driver.Database;

const plaintextStart = 'SQLite format 3';
const smallestFile = 4096;

/** Settings in the order they must be made (synchronous after WAL, which sets it back), with what must be read back. */
const settings: readonly (readonly [statement: string, name: string, expected: number | string])[] = [
  ['journal_mode = WAL', 'journal_mode', 'wal'],
  ['synchronous = FULL', 'synchronous', 2],
  ['fullfsync = ON', 'fullfsync', 1],
  ['checkpoint_fullfsync = ON', 'checkpoint_fullfsync', 1],
  ['temp_store = MEMORY', 'temp_store', 2],
  ['secure_delete = ON', 'secure_delete', 1],
  ['foreign_keys = ON', 'foreign_keys', 1],
  ['trusted_schema = OFF', 'trusted_schema', 0],
  ['cell_size_check = ON', 'cell_size_check', 1],
  ['mmap_size = 0', 'mmap_size', 0],
  ['recursive_triggers = ON', 'recursive_triggers', 1],
  ['locking_mode = NORMAL', 'locking_mode', 'normal'],
];

const cipherSettings: readonly (readonly [name: string, expected: string])[] = [
  ['cipher', 'sqlcipher'],
  ['legacy', '4'],
  ['hmac_use', '1'],
  ['hmac_check', '1'],
  ['legacy_page_size', '4096'],
  ['plaintext_header_size', '0'],
];

/** Cipher pragmas come back in a column named after the value; settings in one named after themselves. */
const readBack = (db: Connection, name: string): string => String(db.pragma(name, { simple: true }));

/** What a setting is now against what it must be; the security page and the probe read the same list. */
export const heldSettings = (db: Connection): readonly { readonly name: string; readonly expected: string; readonly found: string }[] =>
  [...cipherSettings, ...settings.map(([, name, expected]) => [name, String(expected)] as const)].map(([name, expected]) => ({
    name,
    expected,
    found: readBack(db, name),
  }));

const startsAsPlaintext = (path: string): boolean => {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(plaintextStart.length);
    readSync(file, start, 0, start.length, 0);
    return start.toString('latin1') === plaintextStart;
  } finally {
    closeSync(file);
  }
};

const unavailable = (reason: 'settings-not-held' | 'database-damaged' | 'database-missing' | 'disk-failing'): Refused =>
  new Refused({ code: 'unavailable', reason });

/** SQLite would fill an empty file with a fresh schema; a practice's file is never smaller than its first page. */
const refuseHalf = (path: string): void => {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw unavailable('database-missing');
  if (size < smallestFile) throw unavailable('database-damaged');
};

const digits = Buffer.from('0123456789abcdef', 'latin1');

/**
 * Lends a 32-byte key as the cipher takes it without deriving one (docs/formats/practice-folder.md). Never a string, which could not be
 * overwritten; the bytes are, as soon as the cipher has them.
 */
export const withRawKey = <T>(key: Buffer, use: (raw: Buffer) => T): T => {
  const raw = Buffer.alloc(4 + key.length * 2, 'raw:', 'latin1');
  for (const [index, byte] of key.entries()) {
    raw[4 + index * 2] = digits[byte >> 4] ?? 0;
    raw[5 + index * 2] = digits[byte & 15] ?? 0;
  }
  try {
    return use(raw);
  } finally {
    raw.fill(0);
  }
};

/**
 * Opens (or with `create` makes) the encrypted file with a raw 32-byte key. Every setting of security.md is made, read back,
 * and a mismatch refuses: unknown PRAGMAs succeed silently, and a file without a key would be plaintext without an error.
 * @throws Refused unavailable settings-not-held, database-missing, database-damaged (also for a wrong key), disk-failing; or the disk's own error
 */
export const openDatabase = (path: string, key: Buffer, options: { readonly create: boolean }): Connection => {
  if (key.length !== 32) throw unavailable('settings-not-held');
  if (!options.create) refuseHalf(path);
  const db = new Driver(path, { fileMustExist: !options.create });
  try {
    db.pragma("cipher = 'sqlcipher'");
    db.pragma('legacy = 4');
    withRawKey(key, (raw) => db.key(raw));
    readSchema(db);
    for (const [statement] of settings) db.pragma(statement);
    if (options.create) db.exec('create table if not exists made (one integer primary key) strict; drop table made;');
    db.pragma('wal_checkpoint(TRUNCATE)');
    refuseUnwritable(db);
    if (startsAsPlaintext(path)) throw unavailable('settings-not-held');
    refuseUnheld(db);
    syncNames(path);
    return db;
  } catch (failure) {
    db.close();
    throw failure;
  }
};

/**
 * Where the file, its log or what goes with it may not be written to, SQLite says nothing and opens to read only, or keeps no log: every
 * later save would be refused, also once the disk works again. A transaction alone tells nothing, since it would begin as one that reads;
 * a write that is taken back does.
 * @throws Refused unavailable disk-failing, or the disk's own error
 */
const refuseUnwritable = (db: Connection): void => {
  if (readBack(db, 'journal_mode') !== 'wal') throw unavailable('disk-failing');
  db.exec(`begin immediate; pragma user_version = ${readBack(db, 'user_version')}; rollback;`);
};

/**
 * SQLite says nothing where this fails, and what is saved to a log whose name is not on the disk is gone with the power. A folder that cannot be
 * synced at all, as on some networks, keeps nobody out.
 */
const syncNames = (path: string): void => {
  try {
    syncFolder(dirname(path));
  } catch (failure) {
    const problem = storeProblem(failure);
    if (problem === 'disk-failing' || problem === 'disk-full') throw failure;
  }
};

/** @throws Refused unavailable settings-not-held when any setting is not what it must be */
export const refuseUnheld = (db: Connection): void => {
  if (heldSettings(db).some((setting) => setting.found !== setting.expected)) throw unavailable('settings-not-held');
};

/** Reads every page in use, each of which must hold against its MAC. @throws Refused unavailable database-damaged */
export const refuseUnsound = (db: Connection): void => {
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw unavailable('database-damaged');
};

const readSchema = (db: Connection): void => {
  try {
    db.prepare('select count(*) from sqlite_schema').get();
  } catch (failure) {
    const code = (failure as { code?: string }).code ?? '';
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) throw unavailable('database-damaged');
    throw failure;
  }
};

/** For tests: the real settings without a file, empty or as an image of one says. */
export const openInMemory = (image?: Buffer): Connection => {
  const db = new Driver(image ?? ':memory:');
  for (const [statement, name] of settings) if (name !== 'journal_mode') db.pragma(statement);
  return db;
};
