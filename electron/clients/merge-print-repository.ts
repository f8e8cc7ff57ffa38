import { createHash, type Hash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../practice/practice.ts';
import type { NamingColumn } from '../store/naming-columns.ts';

type Place = { readonly table: string; readonly of: RawBuilder<unknown> };

/** The rows as they are now, in an order of their own. What was signed or drawn is never changed in its place: of it the length is enough. */
const rowsOf = async (db: Reader, { table, of }: Place): Promise<readonly string[]> => {
  const { rows: columns } = await sql<{ name: string; type: string }>`select name, type from pragma_table_info(${table})`.execute(db);
  const read = columns.map(({ name, type }) =>
    type.toLowerCase() === 'blob' ? sql`length(${sql.ref(name)}) as ${sql.ref(name)}` : sql`${sql.ref(name)}`,
  );
  const { rows } = await sql<object>`select ${sql.join(read)} from ${sql.table(table)} where ${of}`.execute(db);
  return rows.map((row) => JSON.stringify(row)).toSorted();
};

/** Columns that name a row of this table, and by which of its columns. */
const namingRowsOf = async (db: Reader, named: string): Promise<readonly (NamingColumn & { readonly by: string })[]> => {
  const { rows } = await sql<NamingColumn & { readonly by: string }>`select tables.name as "table", keys."from" as "column",
      coalesce(keys."to", 'id') as "by" from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" = ${named} order by 1, 2`.execute(db);
  return rows;
};

/** And what belongs to those rows in turn: the words of a note, the steps of a session. `seen`: what is in already, by `table.column`, or as a whole. */
const addTo = async (print: Hash, db: Reader, place: Place, seen: Set<string>): Promise<void> => {
  const rows = await rowsOf(db, place);
  if (rows.length === 0) return;
  print.update(JSON.stringify([place.table, rows]));
  for (const { table, column, by } of await namingRowsOf(db, place.table)) {
    if (seen.has(table) || seen.has(`${table}.${column}`)) continue;
    seen.add(`${table}.${column}`);
    const of = sql`${sql.ref(column)} in (select ${sql.ref(by)} from ${sql.table(place.table)} where ${place.of})`;
    await addTo(print, db, { table, of }, seen);
  }
};

/** Where a note stands in the index of the search, which is written when nobody waits: no word of the record. */
const index = 'note_rows';

/** A short print of everything that lies in a record: another when any of it was added, changed or taken away. */
export const printOf = async (db: Reader, id: string, places: readonly NamingColumn[]): Promise<string> => {
  const print = createHash('sha256').update(id);
  const seen = new Set(['clients', index, ...places.map(({ table }) => table)]);
  for (const { table, column } of places) await addTo(print, db, { table, of: sql`${sql.ref(column)} = ${id}` }, seen);
  return print.digest('hex').slice(0, 16);
};
