import { type RawBuilder, sql } from 'kysely';
import type { Client } from '../../shared/clients.ts';
import type { MergeHindrance, MergeKind } from '../../shared/clients-merge.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import { columnsNaming } from '../store/naming-columns.ts';
import { printOf } from './merge-print-repository.ts';
import { type Refiled, refiled, touchTables } from './merge-tables.ts';

type Place = { readonly table: string; readonly column: string; readonly plan: Refiled };

/** Every place that names a client, as the file itself says it. @throws where one of them is not known here */
const placesOf = async (db: Reader): Promise<readonly Place[]> =>
  (await columnsNaming(db, 'clients')).map(({ table, column }) => {
    const plan = refiled[`${table}.${column}`];
    if (!plan) throw new Error(`nothing says what becomes of ${table}.${column} when two clients are merged`);
    return { table, column, plan };
  });

const countIn = (table: string, column: string, id: string): RawBuilder<number> =>
  sql`(select count(*) from ${sql.table(table)} where ${sql.ref(column)} = ${id})`;

type Row = Readonly<Record<string, unknown>>;

/** How many rows of each table name this record, by table. */
const countsOf = async (db: Reader, id: string): Promise<ReadonlyMap<string, number>> => {
  const places = (await placesOf(db)).filter(({ plan }) => plan.how !== 'stays');
  const columns = places.map(({ table, column }) => sql`${countIn(table, column, id)} as ${sql.ref(table)}`);
  const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)}`.execute(db);
  return new Map(Object.entries(rows[0] ?? {}));
};

const kindOf = (plan: Refiled): MergeKind | null => ('kind' in plan ? plan.kind : null);

/** What lies in a record, by kind, for the preview; and what it was by then, to see whether it is so still. */
export const heldBy = async (
  db: Reader,
  client: Client,
): Promise<{ readonly kinds: ReadonlyMap<MergeKind, number>; readonly tables: ReadonlyMap<string, number>; readonly revision: string }> => {
  const tables = await countsOf(db, client.id);
  const kinds = new Map<MergeKind, number>();
  for (const { table, plan } of await placesOf(db)) {
    const kind = kindOf(plan);
    const count = tables.get(table) ?? 0;
    if (kind !== null && count > 0) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  }
  const lie = (await placesOf(db)).filter(({ plan }) => plan.how !== 'stays');
  const print = await printOf(db, client.id, lie);
  return { kinds, tables, revision: `${client.version}.${print}` };
};

export const speaksOfTouch = (tables: ReadonlyMap<string, number>): boolean => touchTables.some((table) => (tables.get(table) ?? 0) > 0);

/** Drafts of the screen that merges are about the two, and no words of either. */
const ofMerging = 'merge-%';

/** What of a record is under way, by what asks for it. */
export const hindrancesOf = async (db: Reader, { id, inError }: Client): Promise<readonly MergeHindrance[]> => {
  const asked: readonly (readonly [MergeHindrance, RawBuilder<unknown>])[] = [
    ['handed-over', sql`select 1 from handovers where client_id = ${id} and ended_at is null`],
    ['session-open', sql`select 1 from sessions where client_id = ${id} and ended_at is null`],
    ['intake-open', sql`select 1 from intakes where client_id = ${id} and reviewed_at is null`],
    ['health-open', sql`select 1 from health_screens where client_id = ${id} and done_at is null`],
    ['forms-to-review', sql`select 1 from fillings where client_id = ${id}`],
    ['words-unsaved', sql`select 1 from drafts where key not like ${ofMerging} and instr(key || ' ' || place || ' ' || text, ${id}) > 0`],
    ['crisis-unread', sql`select 1 from crises where client_id = ${id} and read_at is null`],
  ];
  const columns = asked.map(([what, question]) => sql`exists (${question}) as ${sql.ref(what)}`);
  const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)}`.execute(db);
  return [...(inError ? (['in-error'] as const) : []), ...asked.map(([what]) => what).filter((what) => rows[0]?.[what] === 1)];
};

type Pair = { readonly keepId: string; readonly mergeId: string };

const namesBoth = ({ keepId, mergeId }: Pair): RawBuilder<unknown> => sql`client_id in (${keepId}, ${mergeId})`;

const move = async (tx: Tx, table: string, { keepId, mergeId }: Pair): Promise<void> => {
  await sql`update ${sql.table(table)} set client_id = ${keepId} where client_id = ${mergeId}`.execute(tx);
};

/** Above every number there is, while rows are put in their order. */
const aside = 1_000_000_000;

/** The rows of both, each record's own in the order they had, and between the two by their moment. */
const inOneOrder = (rows: readonly (Row & { readonly at: string })[], { keepId }: Pair): readonly Row[] => {
  const kept = rows.filter(({ client_id: id }) => id === keepId);
  const came = rows.filter(({ client_id: id }) => id !== keepId);
  const all: Row[] = [];
  while (kept.length + came.length > 0) {
    const [one, other] = [kept[0], came[0]];
    const next = !other || (one && one.at <= other.at) ? kept.shift() : came.shift();
    if (next) all.push(next);
  }
  return all;
};

const moveInOrder = async (tx: Tx, table: string, plan: Extract<Refiled, { how: 'in order' }>, pair: Pair): Promise<void> => {
  const [number, from] = [sql.ref(plan.by), sql.ref(plan.from)];
  const { rows } = await sql<Row & { readonly at: string }>`
    select id, client_id, ${from} as at from ${sql.table(table)} where ${namesBoth(pair)} order by ${number}`.execute(tx);
  if (rows.every(({ client_id: id }) => id === pair.keepId)) return;
  const first = await sql<{ first: number }>`select min(${number}) as first from ${sql.table(table)} where ${namesBoth(pair)}`.execute(tx);
  await sql`update ${sql.table(table)} set ${number} = ${number} + ${aside} where client_id = ${pair.keepId}`.execute(tx);
  for (const [index, row] of inOneOrder(rows, pair).entries())
    await sql`update ${sql.table(table)} set client_id = ${pair.keepId}, ${number} = ${(first.rows[0]?.first ?? 1) + index}
      where id = ${row.id}`.execute(tx);
};

/** Of two rows with one key the later stays; the other is given back, to be written into the merge. */
const moveOneForEach = async (tx: Tx, table: string, plan: Extract<Refiled, { how: 'one for each' }>, pair: Pair): Promise<Row[]> => {
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${namesBoth(pair)}`.execute(tx);
  const keyOf = (row: Row): string => JSON.stringify(plan.key.map((column) => row[column]));
  const gone: Row[] = [];
  for (const [, [one, other]] of Map.groupBy(rows, keyOf)) {
    if (!one || !other) continue;
    const [kept, came] = one.client_id === pair.keepId ? [one, other] : [other, one];
    const out = String(came[plan.newest]) > String(kept[plan.newest]) ? kept : came;
    const same = ['client_id', ...plan.key].map((column) => sql`${sql.ref(column)} = ${out[column]}`);
    await sql`delete from ${sql.table(table)} where ${sql.join(same, sql` and `)}`.execute(tx);
    gone.push(Object.fromEntries(Object.entries(out).filter(([column]) => column !== plan.letGo)));
  }
  await move(tx, table, pair);
  return gone;
};

/** A finding about the same thing in both is two findings: each goes its own way until it is resolved. */
const moveFindings = async (tx: Tx, { keepId, mergeId }: Pair): Promise<void> => {
  await sql`update findings set client_id = ${keepId}, came_with = case when exists (
      select 1 from findings as kept where kept.client_id = ${keepId} and kept.item_id = findings.item_id and kept.came_with = findings.came_with)
    then ${mergeId} else came_with end where client_id = ${mergeId}`.execute(tx);
};

type Begun = Pair & {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly record: Client;
  readonly touch: boolean;
  readonly health: boolean;
};

/** Writes down that one record becomes part of the other; until `endMerge` the database lets rows of these two change hands. */
export const beginMerge = async (tx: Tx, { keepId, mergeId, record, touch, health, ...told }: Begun): Promise<void> => {
  const screens = await tx.selectFrom('health_screens').select('id').where('client_id', 'in', [keepId, mergeId]).execute();
  const { at: said } = await tx.selectFrom('said_clock').select('at').executeTakeFirstOrThrow();
  await tx
    .insertInto('client_merges')
    .values({
      merged_id: mergeId,
      into_id: keepId,
      ...told,
      record: JSON.stringify(record),
      apart: '[]',
      touch: Number(touch),
      health: Number(health),
      said,
      screens: JSON.stringify(screens.map(({ id }) => id)),
      moved: null,
    })
    .execute();
};

/** Notes of the record that goes: the search knows them by their client. */
export const noteIdsOf = async (db: Reader, clientId: string): Promise<readonly string[]> =>
  (await db.selectFrom('notes').select('id').where('client_id', '=', clientId).execute()).map(({ id }) => id);

/** Files every row of the one record in the other. */
export const refile = async (tx: Tx, pair: Pair): Promise<void> => {
  const before = await countsOf(tx, pair.mergeId);
  const apart: Record<string, readonly Row[]> = {};
  for (const { table, plan } of await placesOf(tx)) {
    if (table === 'findings') await moveFindings(tx, pair);
    else if (plan.how === 'moves') await move(tx, table, pair);
    else if (plan.how === 'in order') await moveInOrder(tx, table, plan, pair);
    else if (plan.how === 'one for each') apart[table] = await moveOneForEach(tx, table, plan, pair);
    else if (plan.how === 'written apart') await sql`delete from ${sql.table(table)} where client_id = ${pair.mergeId}`.execute(tx);
  }
  const moved = Object.fromEntries([...before].filter(([, count]) => count > 0));
  await tx
    .updateTable('client_merges')
    .set({ moved: JSON.stringify(moved), apart: JSON.stringify(apart) })
    .where('merged_id', '=', pair.mergeId)
    .execute();
};

/** What is left of the merged record: its row as it was, in no list any more. */
export const closeMerged = async (tx: Tx, { keepId, mergeId }: Pair, at: string): Promise<void> => {
  await tx
    .updateTable('clients')
    .set((client) => ({ merged_into: keepId, archived_at: at, updated_at: at, version: client('version', '+', 1) }))
    .where('id', '=', mergeId)
    .execute();
};
