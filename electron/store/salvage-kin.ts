import type { Connection } from './open.ts';
import { standIns } from './stand-ins.ts';

/** A row that stands in for one that is lost. */
export type StoodIn = { readonly table: string; readonly key: string };
/** A row that nothing could stand in for what it belongs to, or that no longer names what is lost: as it was. */
export type Aside = { readonly table: string; readonly row: string };
export type Kin = { readonly stoodIn: readonly StoodIn[]; readonly aside: readonly Aside[] };

type Key = { readonly table: string; readonly from: string; readonly parent: string; readonly to: string };
type Column = {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
};

/** Rows that were put aside. It is no table of a whole practice; a later salvage takes it along. */
export const asideTable = 'salvage_aside';
export const makeAside = `create table if not exists ${asideTable} (id integer primary key, from_table text not null, "row" text not null) strict`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const columnsOf = (db: Connection, table: string): readonly Column[] =>
  db.prepare('select name, type, "notnull", dflt_value, pk from pragma_table_info(?)').all(table) as Column[];

const keysIn = (db: Connection): readonly Key[] => {
  const found = db
    .prepare(
      `select tables.name as "table", keys."from", keys."table" as parent, keys."to" from sqlite_schema as tables,
       pragma_foreign_key_list(tables.name) as keys where tables.type = 'table' order by 1, 2`,
    )
    .all() as (Omit<Key, 'to'> & { readonly to: string | null })[];
  return found.map((key) => ({ ...key, to: key.to ?? columnsOf(db, key.parent).find(({ pk }) => pk === 1)?.name ?? 'rowid' }));
};

const whereLost = ({ from, parent, to }: Key): string =>
  `${quoted(from)} is not null and not exists (select 1 from ${quoted(parent)} as parent where parent.${quoted(to)} = child.${quoted(from)})`;

type Child = Readonly<Record<string, unknown>>;

/** What is not named is nothing where a column may hold nothing, and otherwise empty. */
const insert = (db: Connection, { parent, to }: Key, key: unknown, row: Readonly<Record<string, unknown>>): boolean => {
  const given = columnsOf(db, parent).flatMap(({ name, type, notnull, dflt_value }): readonly (readonly [string, unknown])[] => {
    if (name === to) return [[name, key]];
    if (row[name] !== undefined) return [[name, row[name]]];
    return notnull === 0 || dflt_value !== null ? [] : [[name, type.toUpperCase() === 'TEXT' ? '' : 0]];
  });
  const names = given.map(([name]) => quoted(name)).join();
  try {
    db.prepare(`insert into ${quoted(parent)} (${names}) values (${given.map(() => '?').join()})`).run(...given.map(([, value]) => value));
    return true;
  } catch {
    return false;
  }
};

const asText = (row: Child): string =>
  JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
      ? { base64: Buffer.from(value.data as number[]).toString('base64') }
      : value,
  );

/**
 * After a salvage: rows may name rows that are lost. None is dropped for that. A stand-in that says what it is takes the place of what is
 * lost; where there can be none, the row names nothing instead, or is put aside whole. Afterwards every row belongs to one that is there.
 */
export const reunite = (db: Connection, at: string): Kin => {
  const stoodIn: StoodIn[] = [];
  const aside: Aside[] = [];
  const keys = keysIn(db);

  const putAside = (table: string, rows: readonly Child[]): void => {
    db.exec(makeAside);
    const put = db.prepare(`insert into ${asideTable} (from_table, "row") values (?, ?)`);
    for (const row of rows) {
      put.run(table, asText(row));
      aside.push({ table, row: asText(row) });
    }
  };

  const standIn = (key: Key, value: string | number, child: Child): boolean => {
    const number = stoodIn.filter(({ table }) => table === key.parent).length;
    const row = standIns[key.parent]?.({ db, key: value, child, childTable: key.table, at, number }) ?? null;
    if (!row || !insert(db, key, value, row)) return false;
    stoodIn.push({ table: key.parent, key: String(value) });
    return true;
  };

  /** What else of the row says the same: an appointment's place in a series that is lost. */
  const letGo = ({ table, from }: Key, value: unknown): boolean => {
    const also = table === 'appointments' && from === 'series_id' ? ', series_day = null' : '';
    try {
      db.prepare(`update ${quoted(table)} set ${quoted(from)} = null${also} where ${quoted(from)} = ?`).run(value);
      return true;
    } catch {
      return false;
    }
  };

  const settle = (key: Key): boolean => {
    const lost = db.prepare(`select * from ${quoted(key.table)} as child where ${whereLost(key)}`).all() as Child[];
    const byKey = Map.groupBy(lost, (child) => child[key.from]);
    for (const [value, children] of byKey) {
      const [child] = children;
      if (!child || standIn(key, value as string | number, child)) continue;
      putAside(key.table, children);
      const isNeeded = columnsOf(db, key.table).some(({ name, notnull, pk }) => name === key.from && (notnull === 1 || pk > 0));
      if (isNeeded || !letGo(key, value)) db.prepare(`delete from ${quoted(key.table)} where ${quoted(key.from)} = ?`).run(value);
    }
    return byKey.size > 0;
  };

  // What stands in may itself belong to what is lost, and what belonged to a row that was put aside is next.
  for (let isMore = true; isMore; ) isMore = keys.map(settle).includes(true);
  return { stoodIn, aside };
};
