import { sql } from 'kysely';
import type { Database } from './dialect.ts';

/** What someone with the file in hand can do before they change a recorded entry. */
export const dropTrigger = async (db: Database, name: 'audit_is_not_changed' | 'audit_is_not_deleted'): Promise<void> => {
  await sql`drop trigger ${sql.ref(name)}`.execute(db);
};

/** A setting of the connection broken on purpose. */
export const breakSetting = async (db: Database, setting: string): Promise<void> => {
  await sql.raw(`pragma ${setting}`).execute(db);
};

/** While `work` runs nothing can be committed: each commit is counted, and the count refuses. */
export const withoutCommits = async <T>(db: Database, work: () => Promise<T>): Promise<T> => {
  await sql`create trigger no_commit before update on commits begin select raise(abort, 'on purpose'); end`.execute(db);
  const done = await work();
  await sql`drop trigger no_commit`.execute(db);
  return done;
};

/** One statement by hand, past every call. */
export const byHand = async (db: Database, statement: string): Promise<void> => {
  await sql.raw(statement).execute(db);
};

/** Where a table begins; a small one is that page alone. */
export const firstPageOf = async (db: Database, table: string): Promise<number> => {
  const { rows } = await sql<{ rootpage: number }>`select rootpage from sqlite_schema where type = 'table' and name = ${table}`.execute(db);
  return rows[0]?.rootpage ?? 0;
};
