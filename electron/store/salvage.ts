import { kindOfTable, type RecordKind, recordKinds } from '../../shared/record-kinds.ts';
import type { Connection } from './open.ts';
import { type Fitting, fittingIn } from './salvage-fitting.ts';
import { asideTable, type Kin, makeAside, reunite } from './salvage-kin.ts';
import type { IntactPages } from './salvage-pages.ts';
import { inserterFor, type Table, tablesIn } from './salvage-tables.ts';
import { orphansIn, type SalvagedRow, type SchemaRow, schemaIn, type Tree, walkTree } from './salvage-trees.ts';

export type SalvagedTable = { readonly table: string; readonly read: number; readonly lost: number };
export type Salvaged = {
  readonly tables: readonly SalvagedTable[];
  readonly pages: { readonly count: number; readonly damaged: number };
};

/** What is told of it: by kinds of record, as a person would call them. */
export const byKind = (tables: readonly SalvagedTable[]): readonly { kind: RecordKind; read: number; lost: number }[] =>
  recordKinds
    .map((kind) => {
      const own = tables.filter(({ table }) => kindOfTable(table) === kind);
      return { kind, read: own.reduce((sum, { read }) => sum + read, 0), lost: own.reduce((sum, { lost }) => sum + lost, 0) };
    })
    .filter(({ read, lost }) => read + lost > 0);

type Found = { readonly table: Table; readonly tree: Tree | null; readonly rows: SalvagedRow[]; readonly known: number; read: number };

/** Which steps the damaged practice had taken; none where that is lost. */
export const stepsIn = ({ pages }: IntactPages, remembered: readonly SchemaRow[]): readonly string[] => {
  const root = schemaIn(pages, remembered).rows.find(({ type, name }) => type === 'table' && name === 'kysely_migration')?.root;
  return root === undefined ? [] : walkTree(pages, root).rows.map(({ values }) => String(values[0]));
};

/** How many rows there were, by an index that is whole: each has an entry for every one of them. */
const entriesOf = (pages: IntactPages['pages'], schema: readonly SchemaRow[], table: Table, visited: Set<number>): number => {
  let most = 0;
  for (const { name, root } of schema.filter((one) => one.type === 'index' && one.table === table.name && one.root > 0)) {
    const { rows, broken, visited: own } = walkTree(pages, root);
    for (const page of own) visited.add(page);
    if (!table.partial.has(name)) most = Math.max(most, rows.length + broken);
  }
  return most;
};

const isWithin = ({ gaps }: Tree, { rows }: { readonly rows: readonly SalvagedRow[] }): boolean =>
  rows.every(({ rowid }) => gaps.some(([after, upTo]) => rowid > after && rowid <= upTo));

/** Rows of the migrations' own making give way to those that were saved. */
const putIn = (target: Connection, { table }: Found, rows: readonly SalvagedRow[], isFirst: boolean): number => {
  if (rows.length === 0) return 0;
  if (isFirst && !table.isSearch) target.prepare(`delete from "${table.name}"`).run();
  const insert = inserterFor(target, table);
  return rows.filter((row) => insert(row)).length;
};

/** Which table a page without a tree belongs to: where all its rows fit, in a gap of that table, and belong to what is there already. */
const ownerOf = (
  fitting: Fitting,
  found: readonly Found[],
  orphan: { readonly rows: readonly SalvagedRow[]; readonly kind: string },
): Found | null => {
  const isWhole = (name: string): boolean =>
    found.some(
      ({ table, tree, rows, read }) => table.name === name && tree !== null && tree.gaps.length + tree.broken === 0 && read === rows.length,
    );
  const missing = found.filter(({ tree, table }) => (tree === null || tree.gaps.length > 0) && table.isKeyed === (orphan.kind === 'index'));
  const fits = missing.filter(
    ({ table, tree }) => (tree === null || table.isKeyed || isWithin(tree, orphan)) && fitting.fits(table, orphan.rows, isWhole),
  );
  const ranked = fits.map((one) => ({ one, score: fitting.score(one.table, orphan.rows) })).sort((a, b) => b.score - a.score);
  // Two tables that would take it as gladly: a record in the wrong one would say what nobody said.
  const [first, second] = ranked;
  return first && first.score !== second?.score ? first.one : null;
};

/** Gives each page without a tree to the table it belongs to, which takes its rows. */
const adopt = (found: readonly Found[], pages: IntactPages['pages'], visited: Set<number>, target: Connection): void => {
  const fitting = fittingIn(target);
  const orphans = orphansIn(pages, visited);
  // Rows come before what may be an index of them.
  for (const orphan of [...orphans.filter(({ kind }) => kind === 'table'), ...orphans.filter(({ kind }) => kind === 'index')]) {
    // An index looks like a table without rowid; what it holds stands in its own table already.
    if (orphan.rows.length === 0 || (orphan.kind === 'index' && fitting.isIndexed(orphan.rows))) continue;
    const owner = ownerOf(fitting, found, orphan);
    if (!owner) continue;
    owner.read += putIn(target, owner, orphan.rows, owner.rows.length === 0);
    owner.rows.push(...orphan.rows);
  }
};

const lostOf = ({ table, tree, rows, known }: Found, read: number): number => {
  const seen = rows.length + (tree?.broken ?? 0);
  const byNumber =
    table.rowidColumn === null || !tree
      ? 0
      : tree.gaps.reduce((sum, [after, upTo]) => sum + (Number.isFinite(upTo - after) ? upTo - after : 0), 0);
  const adopted = rows.length - (tree?.rows.length ?? 0);
  return Math.max(0, known - read, seen - read, byNumber - adopted);
};

/** In one transaction, and as if no row had anything to do with another. */
const withoutRules = <T>(target: Connection, work: () => T): T => {
  target.pragma('foreign_keys = OFF');
  const triggers = target.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as { name: string; sql: string }[];
  target.exec('begin');
  for (const { name } of triggers) target.exec(`drop trigger "${name}"`);
  const done = work();
  for (const { sql } of triggers) target.exec(sql);
  target.exec('commit');
  target.pragma('foreign_keys = ON');
  return done;
};

/** The days of the trail as its entries say them; each day's bounds are as wide as they were, or wider. */
const countDays = (target: Connection): void => {
  const isThere = target.prepare("select 1 from sqlite_schema where name = 'trail_days'").get();
  if (!isThere) return;
  target.exec(`insert into trail_days select substr(at, 1, 10), min(seq), max(seq) from audit where true group by 1
    on conflict (day) do update set first_seq = min(first_seq, excluded.first_seq), last_seq = max(last_seq, excluded.last_seq)`);
};

/** Once all is in, and whoever opens it is known: every row belongs to one that is there. */
export const reuniteRows = (target: Connection, at: string): Kin =>
  withoutRules(target, () => {
    const kin = reunite(target, at);
    countDays(target);
    return kin;
  });

/**
 * Every row that stands on intact pages, read past SQLite and put into `target`, a new practice of the same step. Rules between rows are not
 * asked: what a row belonged to may be lost, and it is kept all the same (`reuniteRows`). Nothing is written to the damaged file. `remembered`: where
 * each table began when the practice was opened last, for what its schema has lost.
 */
export const salvageRows = (
  { pages, count, damaged }: IntactPages,
  target: Connection,
  remembered: readonly SchemaRow[] = [],
): Salvaged => {
  const schema = schemaIn(pages, remembered);
  const visited = new Set(schema.visited);
  if (schema.rows.some(({ name }) => name === asideTable)) target.exec(makeAside);
  const found = tablesIn(target).map((table): Found => {
    const root = schema.rows.find(({ type, name }) => type === 'table' && name === table.source)?.root ?? null;
    const tree = root === null ? null : walkTree(pages, root);
    for (const page of tree?.visited ?? []) visited.add(page);
    return { table, tree, rows: [...(tree?.rows ?? [])], known: entriesOf(pages, schema.rows, table, visited), read: 0 };
  });
  const tables = withoutRules(target, () => {
    for (const one of found) one.read = putIn(target, one, one.rows, true);
    adopt(found, pages, visited, target);
    return found.map((one): SalvagedTable => ({ table: one.table.name, read: one.read, lost: lostOf(one, one.read) }));
  });
  return { tables, pages: { count, damaged } };
};
