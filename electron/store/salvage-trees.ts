import type { Pages } from './salvage-pages.ts';
import { type Cell, cellsOf, kindOf, orNull, type PageKind, recordOf, type Value } from './salvage-record.ts';

export type SalvagedRow = { readonly rowid: number; readonly values: readonly Value[]; readonly pages: readonly number[] };

export type Tree = {
  readonly rows: readonly SalvagedRow[];
  /** Row numbers between which pages are lost. */
  readonly gaps: readonly (readonly [after: number, upTo: number])[];
  /** Rows that were seen and cannot be read, because a part of them lies elsewhere. */
  readonly broken: number;
  readonly visited: ReadonlySet<number>;
};

const rowsIn = (cells: readonly Cell[], page: number): { readonly rows: SalvagedRow[]; readonly broken: number } => {
  const rows: SalvagedRow[] = [];
  let broken = 0;
  for (const { rowid, record, overflow } of cells) {
    const values = record && orNull(() => recordOf(record));
    if (values) rows.push({ rowid, values, pages: [page, ...overflow] });
    else broken += 1;
  }
  return { rows, broken };
};

const leaves: readonly PageKind[] = ['table', 'index'];

/** Everything under one root that can be read, past whatever is lost between. */
export const walkTree = (pages: Pages, root: number): Tree => {
  const rows: SalvagedRow[] = [];
  const gaps: (readonly [number, number])[] = [];
  const visited = new Set<number>();
  let broken = 0;

  const visit = (number: number, after: number, upTo: number): void => {
    if (visited.has(number)) return;
    const page = pages.get(number);
    const kind = page ? kindOf(page, number) : null;
    const read = page && kind ? orNull(() => cellsOf(page, number, kind, pages)) : null;
    if (!kind || !read) {
      gaps.push([after, upTo]);
      return;
    }
    visited.add(number);
    if (kind !== 'inner table') {
      const found = rowsIn(read.cells, number);
      rows.push(...found.rows);
      broken += found.broken;
    }
    for (const { overflow } of read.cells) for (const one of overflow) visited.add(one);
    if (leaves.includes(kind)) return;
    let before = after;
    for (const { child, rowid } of read.cells) {
      if (child !== null) visit(child, before, kind === 'inner table' ? rowid : upTo);
      before = kind === 'inner table' ? rowid : before;
    }
    if (read.last !== null) visit(read.last, before, upTo);
  };
  visit(root, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  return { rows, gaps, broken, visited };
};

export type Orphan = {
  readonly page: number;
  readonly kind: 'table' | 'index';
  readonly rows: readonly SalvagedRow[];
  readonly broken: number;
};

/** Pages of rows that hang on no tree any more. What was deleted is overwritten with zeros, so none of them is an old one. */
export const orphansIn = (pages: Pages, visited: ReadonlySet<number>): readonly Orphan[] => {
  const orphans: Orphan[] = [];
  for (const [number, page] of pages) {
    if (visited.has(number)) continue;
    const kind = kindOf(page, number);
    if (kind !== 'table' && kind !== 'index' && kind !== 'inner index') continue;
    const read = orNull(() => cellsOf(page, number, kind, pages));
    if (!read || read.cells.length === 0) continue;
    orphans.push({ page: number, kind: kind === 'table' ? 'table' : 'index', ...rowsIn(read.cells, number) });
  }
  return orphans;
};

export type SchemaRow = { readonly type: string; readonly name: string; readonly table: string; readonly root: number };

const schemaTypes: readonly Value[] = ['table', 'index', 'view', 'trigger'];

/** What is lost of the schema, as it was remembered beside the practice, if the two agree in all that both know. */
const withRemembered = (rows: readonly SchemaRow[], remembered: readonly SchemaRow[]): readonly SchemaRow[] => {
  const known = new Map(rows.map(({ name, root }) => [name, root]));
  const agrees = remembered.every(({ name, root }) => !known.has(name) || known.get(name) === root);
  return agrees ? [...rows, ...remembered.filter(({ name }) => !known.has(name))] : rows;
};

/** Where each table and index begins: from the schema's own tree, from those of its pages that are left of it, or from what was remembered. */
export const schemaIn = (
  pages: Pages,
  remembered: readonly SchemaRow[] = [],
): { readonly rows: readonly SchemaRow[]; readonly visited: ReadonlySet<number> } => {
  const tree = walkTree(pages, 1);
  const visited = new Set(tree.visited);
  const isSchema = ({ values }: SalvagedRow): boolean => values.length === 5 && schemaTypes.includes(values[0] ?? null);
  const stray = orphansIn(pages, visited).filter(({ kind, rows }) => kind === 'table' && rows.length > 0 && rows.every(isSchema));
  const rows = [...tree.rows, ...stray.flatMap((one) => one.rows)].filter(isSchema);
  for (const { pages: own } of rows) for (const page of own) visited.add(page);
  const read = rows.map(({ values: [type, name, table, root] }) => ({
    ...{ type: String(type), name: String(name), table: String(table), root: Number(root ?? 0) },
  }));
  return { rows: withRemembered(read, remembered), visited };
};
