import type { Connection } from './open.ts';
import type { Value } from './salvage-record.ts';
import { hasShape, inserterFor, quoted, type Table } from './salvage-tables.ts';
import type { SalvagedRow } from './salvage-trees.ts';

export type Fitting = {
  /** The table would take each of these rows, and what they belong to is there or was lost. */
  readonly fits: (table: Table, rows: readonly SalvagedRow[], isWhole: (table: string) => boolean) => boolean;
  /** Some of them are an index's entries of rows that are there. */
  readonly isIndexed: (rows: readonly SalvagedRow[]) => boolean;
  /** How well: of as many columns as the table has, and belonging to rows that are there. */
  readonly score: (table: Table, rows: readonly SalvagedRow[]) => number;
};

/** The indexes of tables that number their rows, with what asks whether an entry of theirs is one of a row that is there. */
const indexesIn = (db: Connection): readonly { readonly columns: number; readonly finds: ReturnType<Connection['prepare']> }[] => {
  const indexes = db.prepare("select name, tbl_name as of from sqlite_schema where type = 'index'").all() as { name: string; of: string }[];
  return indexes.flatMap(({ name, of }) => {
    const columns = db.prepare('select name from pragma_index_info(?)').all(name) as { name: string | null }[];
    const known = columns.flatMap((column) => (column.name === null ? [] : [column.name]));
    try {
      // The row itself may be lost: one that begins as the entry does is enough, where a row's number ends it.
      const asked = `${quoted(known[0] ?? 'rowid')} is ?`;
      return known.length === columns.length
        ? [{ columns: known.length, finds: db.prepare(`select 1 from ${quoted(of)} where ${asked}`) }]
        : [];
    } catch {
      // A table without rowid: its index ends in its key.
      return [];
    }
  });
};

type Key = { readonly table: string; readonly from: string; readonly to: string | null };

const ids = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isId = (value: Value): boolean => typeof value === 'string' && ids.test(value);

/** A column that names a record by its own name, and nothing a person wrote. */
const namesRecord = (name: string): boolean => /(?:^|_)(?:id|by|client|actor|run|nonce)$/.test(name);

/** Whether a table would take a row is asked of the table itself, with all its own rules, and taken back at once. */
export const fittingIn = (db: Connection): Fitting => {
  const keysOf = (table: Table): readonly Key[] =>
    db.prepare('select "table", "from", "to" from pragma_foreign_key_list(?)').all(table.name) as Key[];
  const trial = <T>(use: () => T): T => {
    db.exec('savepoint trial');
    try {
      return use();
    } finally {
      db.exec('rollback to trial; release trial');
    }
  };
  const valuesOf = (table: Table, name: string, rows: readonly SalvagedRow[]): readonly Value[] => {
    const at = table.columns.findIndex((column) => column.name === name);
    return at === table.rowidColumn ? [] : rows.map(({ values }) => values[at] ?? null).filter((value) => value !== null);
  };
  const parentHas = ({ table, to }: Key): ((value: Value) => boolean) => {
    const asked = db.prepare(`select 1 from ${quoted(table)} where ${quoted(to ?? 'id')} is ?`);
    return (value) => asked.get(value) !== undefined;
  };
  /** What a row belongs to is there, or may have been lost, and then it was named as everything of its kind is. */
  const belongs = (table: Table, rows: readonly SalvagedRow[], isWhole: (table: string) => boolean): boolean =>
    keysOf(table).every((key) => {
      const has = parentHas(key);
      const absent = valuesOf(table, key.from, rows).filter((value) => !has(value));
      if (absent.length === 0 || key.table === table.name) return true;
      if (isWhole(key.table)) return false;
      const others = db.prepare(`select ${quoted(key.to ?? 'id')} as id from ${quoted(key.table)}`).all() as { id: Value }[];
      return !others.every(({ id }) => isId(id)) || absent.every((value) => typeof value === 'number' || isId(value));
    });
  /** Where every row has the name of a record, the column is one for that. */
  const wordsAreWords = (table: Table, rows: readonly SalvagedRow[]): boolean => {
    const keys = new Set(keysOf(table).map(({ from }) => from));
    return table.columns.every(({ name, type }) => {
      if (type !== 'TEXT' || keys.has(name) || namesRecord(name)) return true;
      const given = valuesOf(table, name, rows);
      return given.length === 0 || !given.every(isId);
    });
  };
  /** How many of the rows name a row that is there, or none. */
  const shareOf = (table: Table, key: Key, rows: readonly SalvagedRow[]): number => {
    const has = parentHas(key);
    const named = valuesOf(table, key.from, rows);
    return (rows.length - named.filter((value) => !has(value)).length) / rows.length;
  };
  const indexes = indexesIn(db);
  return {
    isIndexed: (rows) =>
      rows.some(({ values }) =>
        indexes.some(
          ({ columns, finds }) => values.length === columns + 1 && typeof values.at(-1) === 'number' && finds.get(values[0]) !== undefined,
        ),
      ),
    fits: (table, rows, isWhole) =>
      rows.every((row) => hasShape(table, row)) &&
      (table.isSearch || (wordsAreWords(table, rows) && belongs(table, rows, isWhole))) &&
      trial(() => {
        if (!table.isSearch) db.prepare(`delete from ${quoted(table.name)}`).run();
        const insert = inserterFor(db, table);
        return rows.every((row) => insert(row));
      }),
    score: (table, rows) => {
      const full = rows.filter(({ values }) => values.length === table.columns.length).length / rows.length;
      const keys = keysOf(table);
      const share = keys.reduce((sum, key) => sum + shareOf(table, key, rows), 0) / Math.max(1, keys.length);
      // What they belong to may be lost; then the table that asks for the least of it.
      return full + share + (share > 0.5 ? keys.length / 100 : 0.01 / (keys.length + 1));
    },
  };
};
