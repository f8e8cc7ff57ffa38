import type { Reply } from '../../shared/app-error.ts';
import type { Client } from '../../shared/clients.ts';
import type { MergePreview, MergeSide } from '../../shared/clients-merge.ts';
import { areaStates } from '../../shared/consent-form.ts';
import { sent } from '../documents/uploads.test-world.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { asked } from '../store/asked.test-world.ts';

/** What lies in a practice before two records become one, and whether all of it is there afterwards. The tables are told by the file itself. */

export type Pair = { readonly keepId: string; readonly mergeId: string };
type Row = Readonly<Record<string, unknown>>;
export type Rows = ReadonlyMap<string, readonly Row[]>;

const keysOf = async ({ open }: TestWorld, table: string): Promise<readonly string[]> =>
  (await asked<{ name: string }>(open.database, `select name from pragma_table_info('${table}') where pk > 0 order by pk`)).map(
    ({ name }) => name,
  );

/** Every row of every table, but for the index of the search, which is read anew, and the counters. */
export const everything = async ({ open }: TestWorld): Promise<Rows> => {
  const tables = await asked<{ name: string }>(
    open.database,
    `select name from sqlite_schema where type = 'table' and name not like 'kysely%' and name not like 'note_search%'
     and name not in ('note_rows', 'commits', 'trail_days', 'said_clock') order by 1`,
  );
  const all = new Map<string, readonly Row[]>();
  for (const { name } of tables) all.set(name, await asked<Row>(open.database, `select * from ${name}`));
  return all;
};

/** What says what was, and goes on saying it of the id it was said of. */
const unmoved: readonly string[] = ['audit', 'client_errors', 'coverings', 'imported_clients'];
/** What is chosen, and stands in the merge as it was. */
const chosen: readonly string[] = ['client_custom_values', 'client_tags', 'clients'];
/** A place in an order, and the record a finding came with. */
const placing: Readonly<Record<string, string>> = {
  consent_maps: 'seq',
  findings: 'came_with',
  health_screens: 'number',
  intakes: 'number',
};

/** What of a row that goes is not kept: of a picture, what it shows. */
const letGo: Readonly<Record<string, string>> = { client_photos: 'bytes' };

const without = (row: Row, ...columns: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name)));

/** What is amiss after a merge, in words; nothing when every row of both is there bit for bit, and lies in the kept record. */
export const amissAfter = async (world: TestWorld, before: Rows, { keepId, mergeId }: Pair): Promise<readonly string[]> => {
  const after = await everything(world);
  const merge = (after.get('client_merges') ?? []).find((row) => row.merged_id === mergeId);
  const apart = Object.values(JSON.parse(String(merge?.apart ?? '{}')) as Record<string, readonly Row[]>).flat();
  const amiss: string[] = [];
  for (const [table, rows] of before) {
    if (chosen.includes(table)) continue;
    const ids = (await keysOf(world, table)).filter((name) => name !== 'client_id');
    const isOf = (row: Row, like: Row): boolean => ids.every((name) => row[name] === like[name]);
    for (const row of rows) {
      const mine = row.client_id === keepId || row.client_id === mergeId;
      const moves = mine && !unmoved.includes(table);
      const expected = without(moves ? { ...row, client_id: keepId } : row, moves ? (placing[table] ?? '') : '');
      const found = (after.get(table) ?? [])
        .filter((one) => isOf(one, row) && (!moves || one.client_id === keepId))
        .map((one) => without(one, moves ? (placing[table] ?? '') : ''));
      const same = (one: Row): boolean => JSON.stringify(one) === JSON.stringify(expected);
      const isApart = apart.some((one) => JSON.stringify(one) === JSON.stringify(without(row, letGo[table] ?? '')));
      if (!found.some(same) && !isApart) amiss.push(`${table}: ${JSON.stringify(without(row, 'pdf', 'mac')).slice(0, 200)}`);
    }
  }
  return amiss;
};

/** Tables in which something still names the merged record, told by its id anywhere in a row. */
export const namesStill = async (world: TestWorld, mergeId: string): Promise<readonly string[]> =>
  [...(await everything(world))].flatMap(([table, rows]) => (rows.some((row) => JSON.stringify(row).includes(mergeId)) ? [table] : []));

/** Every paper of the practice that is not found genuine, byte for byte as it was handed out. */
export const notGenuine = async (world: TestWorld, clientId: string): Promise<readonly string[]> => {
  const papers = await world.open.database
    .selectFrom('documents')
    .select(['id', 'pdf', 'title'])
    .where('client_id', '=', clientId)
    .execute();
  const amiss: string[] = [];
  for (const { id, pdf, title } of papers) {
    const { verdict, document } = await world.ok('documents.verify', { uploadId: await sent(world, pdf) });
    if (verdict !== 'genuine' || document?.clientId !== clientId) amiss.push(`${title} ${id}: ${verdict}`);
  }
  return amiss;
};

/** Numbers of the entries of the trail about these records. */
export const entriesAbout = async (world: TestWorld, ...ids: readonly string[]): Promise<readonly number[]> =>
  (await world.open.database.selectFrom('audit').select('seq').where('client_id', 'in', ids).orderBy('seq').execute()).map(
    ({ seq }) => seq,
  );

export const entriesShown = async (world: TestWorld, clientId: string): Promise<readonly number[]> => {
  const seqs: number[] = [];
  for (;;) {
    const { lines, more } = await world.ok('audit.list', { clientId, limit: 200, before: seqs.at(-1) ?? null });
    seqs.push(...lines.map(({ seq }) => seq));
    if (!more) return seqs.toReversed();
  }
};

export type Touch = ReadonlyMap<string, { readonly holds: number; readonly ceiling: number }>;

/** What is allowed in each place, as numbers: the higher, the more. */
export const allowedNow = async (world: TestWorld, clientId: string): Promise<Touch> => {
  const { areas } = await world.ok('consentMap.allowed', { clientId });
  return new Map(areas.map(({ code, holds, ceiling }) => [code, { holds: areaStates.indexOf(holds), ceiling }]));
};

/** Places in which more is allowed than before. */
export const opened = (now: Touch, before: Touch): readonly string[] =>
  [...now].flatMap(([code, { holds, ceiling }]) => {
    const was = before.get(code) ?? { holds: 0, ceiling: 0 };
    return holds > was.holds || (holds > 0 && ceiling > was.ceiling) ? [code] : [];
  });

/** Looks at the preview and merges as it says; of what differs the side told. */
export const tryMerging = async (
  world: TestWorld,
  pair: Pair,
  from: (field: string) => MergeSide = () => 'keep',
): Promise<{ readonly preview: MergePreview; readonly reply: Reply<Client> }> => {
  const preview = await world.ok('clients.mergePreview', pair);
  const { keepRevision, mergeRevision, differing } = preview;
  const fields = differing.map((field) => ({ field, from: from(field) }));
  return {
    preview,
    reply: await world.call('clients.merge', { ...pair, keepRevision, mergeRevision, fields, reason: 'Written down twice' }),
  };
};

export const merging = async (
  ...given: Parameters<typeof tryMerging>
): Promise<{ readonly preview: MergePreview; readonly client: Client }> => {
  const { preview, reply } = await tryMerging(...given);
  if (!reply.ok) throw new Error(`not merged: ${JSON.stringify(reply.error)} ${given[0].incidents.map(String).join(' ')}`);
  return { preview, client: reply.value };
};
