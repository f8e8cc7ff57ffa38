import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** A column that names a row of another table. */
export type NamingColumn = { readonly table: string; readonly column: string };

/** Every column that names a row of this table, as the file itself says it: a table of a later version is among them without being told. */
export const columnsNaming = async (db: Kysely<Schema> | Transaction<Schema>, table: keyof Schema): Promise<readonly NamingColumn[]> => {
  const { rows } = await sql<NamingColumn>`select tables.name as "table", keys."from" as "column"
    from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" = ${table} order by 1, 2`.execute(db);
  return rows;
};
