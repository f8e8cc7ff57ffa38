import type { Connection } from './open.ts';
import type { Value } from './salvage-record.ts';
import type { SalvagedRow } from './salvage-trees.ts';

type Column = { readonly name: string; readonly type: string; readonly isNeeded: boolean };

export type Table = {
  readonly name: string;
  /** Where its rows lie in the file: of the search index, the table it keeps its words in. */
  readonly source: string;
  /** In the order of a record. */
  readonly columns: readonly Column[];
  /** The column that is the row's number, and is kept as nothing in the record. */
  readonly rowidColumn: number | null;
  /** Its rows lie in the tree of its key: without rowid. */
  readonly isKeyed: boolean;
  readonly isSearch: boolean;
  /** Indexes that hold only some of the rows. */
  readonly partial: ReadonlySet<string>;
};

type Info = { readonly cid: number; readonly name: string; readonly type: string; readonly notnull: number; readonly pk: number };

/** A table without rowid keeps its key first. */
const inRecordOrder = (infos: readonly Info[], isKeyed: boolean): readonly Info[] => {
  if (!isKeyed) return infos;
  const key = infos.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
  return [...key, ...infos.filter(({ pk }) => pk === 0)];
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const tableOf = (db: Connection, name: string, isKeyed: boolean): Table => {
  const infos = db.prepare(`select cid, name, type, "notnull", pk from pragma_table_info(?)`).all(name) as Info[];
  const ordered = inRecordOrder(infos, isKeyed);
  const keys = infos.filter(({ pk }) => pk > 0);
  const alias = !isKeyed && keys.length === 1 && keys[0]?.type.toUpperCase() === 'INTEGER' ? ordered.indexOf(keys[0]) : -1;
  const partial = db.prepare('select name from pragma_index_list(?) where partial = 1').all(name) as { name: string }[];
  return {
    ...{ name, source: name, isKeyed, isSearch: false, rowidColumn: alias === -1 ? null : alias },
    columns: ordered.map((info) => ({ name: info.name, type: info.type.toUpperCase(), isNeeded: info.notnull === 1 || info.pk > 0 })),
    partial: new Set(partial.map((one) => one.name)),
  };
};

/** The words of the search index are given to it anew, and it makes its own tables of them. */
const searchOf = (name: string, source: string, db: Connection): Table => {
  const { columns } = tableOf(db, name, false);
  const words = columns.map((column) => ({ ...column, type: 'TEXT' }));
  const id: Column = { name: 'rowid', type: 'INTEGER', isNeeded: true };
  return { name, source, isKeyed: false, isSearch: true, rowidColumn: 0, columns: [id, ...words], partial: new Set() };
};

/** The tables of a practice that hold what cannot be made anew. */
export const tablesIn = (db: Connection): readonly Table[] => {
  const all = db.prepare("select name, type, wr from pragma_table_list where schema = 'main' and name not like 'sqlite_%'").all() as {
    name: string;
    type: string;
    wr: number;
  }[];
  const searches = all.filter(({ type }) => type === 'virtual').map(({ name }) => searchOf(name, `${name}_content`, db));
  return [...all.filter(({ type }) => type === 'table').map(({ name, wr }) => tableOf(db, name, wr === 1)), ...searches];
};

type Insert = (row: SalvagedRow) => boolean;

const given = ({ columns, rowidColumn }: Table, { rowid, values }: SalvagedRow): readonly Value[] =>
  columns.slice(0, values.length).map((_, index) => (index === rowidColumn ? rowid : (values[index] ?? null)));

/** Puts a row in under the number it had; one that is there already, or that the table refuses, is not put in. */
export const inserterFor = (db: Connection, table: Table, prefix = ''): Insert => {
  const prepared = new Map<number, ReturnType<Connection['prepare']>>();
  const hasNumber = !table.isKeyed && table.rowidColumn === null;
  const statement = (count: number): ReturnType<Connection['prepare']> => {
    const names = [...(hasNumber ? ['rowid'] : []), ...table.columns.slice(0, count).map(({ name }) => quoted(name))];
    return db.prepare(`insert into ${prefix}${quoted(table.name)} (${names.join()}) values (${names.map(() => '?').join()})`);
  };
  return (row) => {
    const values = given(table, row);
    const known = prepared.get(values.length) ?? statement(values.length);
    prepared.set(values.length, known);
    try {
      known.run(...(hasNumber ? [row.rowid] : []), ...values);
      return true;
    } catch {
      return false;
    }
  };
};

const isOf = (type: string, value: Value): boolean => {
  if (value === null) return true;
  if (type === 'INTEGER' || type === 'INT') return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
  if (type === 'REAL') return typeof value === 'number';
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'BLOB') return Buffer.isBuffer(value);
  return true;
};

const hasShape = ({ columns, rowidColumn }: Table, { values }: SalvagedRow): boolean =>
  values.length <= columns.length &&
  columns.every(({ type, isNeeded }, index) => {
    if (index === rowidColumn) return values[index] === null;
    const value = values[index] ?? null;
    return isOf(type, value) && !(isNeeded && value === null && index < values.length);
  });

export type Fitting = {
  /** The table would take each of these rows. */
  readonly fits: (table: Table, rows: readonly SalvagedRow[]) => boolean;
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
  /** How many of the rows name a row that is there, or none. */
  const shareOf = (table: Table, { table: parent, from, to }: Key, rows: readonly SalvagedRow[]): number => {
    const at = table.columns.findIndex(({ name }) => name === from);
    const key = to ?? (db.prepare('select name from pragma_table_info(?) where pk = 1').get(parent) as { name: string }).name;
    const there = db.prepare(`select 1 from ${quoted(parent)} where ${quoted(key)} = ?`);
    const belongs = (row: SalvagedRow): boolean =>
      (given(table, row)[at] ?? null) === null || there.get(given(table, row)[at]) !== undefined;
    return rows.filter(belongs).length / rows.length;
  };
  const indexes = indexesIn(db);
  return {
    isIndexed: (rows) =>
      rows.some(({ values }) =>
        indexes.some(
          ({ columns, finds }) => values.length === columns + 1 && typeof values.at(-1) === 'number' && finds.get(values[0]) !== undefined,
        ),
      ),
    fits: (table, rows) =>
      rows.every((row) => hasShape(table, row)) &&
      trial(() => {
        if (!table.isSearch) db.prepare(`delete from ${quoted(table.name)}`).run();
        const insert = inserterFor(db, table);
        return rows.every((row) => insert(row));
      }),
    score: (table, rows) => {
      const full = rows.filter(({ values }) => values.length === table.columns.length).length / rows.length;
      const keys = keysOf(table);
      const belonging = keys.map((key) => shareOf(table, key, rows));
      const share = belonging.reduce((sum, one) => sum + one, 0) / Math.max(1, keys.length);
      // What they belong to may be lost; then the table that asks for the least of it.
      return full + share + (share > 0.5 ? keys.length / 100 : 0.01 / Math.max(1, keys.length + 1));
    },
  };
};
