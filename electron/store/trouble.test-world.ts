import { sql } from 'kysely';
import type { Database } from './dialect.ts';

/** No further row goes into this table, until it is allowed again. */
export const refuseRows = async (db: Database, table: string): Promise<void> => {
  await sql`create trigger trouble before insert on ${sql.ref(table)} begin select raise(abort, 'trouble'); end`.execute(db);
};

export const allowRows = async (db: Database): Promise<void> => {
  await sql`drop trigger trouble`.execute(db);
};

/** The file may not grow by a single page: SQLite says what it says on a full disk. */
export const fillDisk = async (db: Database): Promise<void> => {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db);
};

export const makeRoom = async (db: Database): Promise<void> => {
  await sql.raw('pragma max_page_count = 1073741823').execute(db);
};

/** Rows may name what is not there: for tests of many rows, where nobody asks for it. */
export const withoutReferences = async (db: Database): Promise<void> => {
  await sql.raw('pragma foreign_keys = off').execute(db);
};
