import Driver from 'better-sqlite3';
import type { Connection } from './open.ts';
import { heldSettings } from './open.ts';

/** What the open connection says of its own settings now, by name. */
export const settingsNow = (db: Connection): Readonly<Record<string, { readonly expected: string; readonly found: string }>> =>
  Object.fromEntries(heldSettings(db).map(({ name, expected, found }) => [name, { expected, found }]));

/** Whether anything can be read from the file by a program that has no key: tried, not assumed. */
export const opensWithoutKey = (path: string): boolean => {
  const db = new Driver(path, { fileMustExist: true, readonly: true });
  try {
    db.prepare('select count(*) from sqlite_schema').get();
    return true;
  } catch {
    return false;
  } finally {
    db.close();
  }
};
