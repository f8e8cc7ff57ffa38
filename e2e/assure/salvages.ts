import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { queryLayer } from '../../electron/store/dialect.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { type Connection, openInMemory } from '../../electron/store/open.ts';
import { reuniteRows, salvageRows } from '../../electron/store/salvage.ts';
import type { Kin } from '../../electron/store/salvage-kin.ts';
import { type IntactPages, intactPages } from '../../electron/store/salvage-pages.ts';
import { tablesIn } from '../../electron/store/salvage-tables.ts';
import { schemaIn, walkTree } from '../../electron/store/salvage-trees.ts';
import { keptRoots } from '../../electron/vault/tree-roots.ts';
import type { Chance } from './chance.ts';
import { asTrial, whenRunEnds } from './clearing.ts';
import type { Goal } from './goal.ts';
import { okOf } from './headless-process.ts';
import { keysOf } from './kept-records.ts';
import { withHouse } from './own-house.ts';
import { closedPractice, trialFolder } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

const pageBytes = 4096;
const clients = 150;

/** An empty practice of the newest step, made once and copied for each trial. */
const emptyOne = async (): Promise<Connection> => {
  const target = openInMemory();
  await migrate(queryLayer(target));
  return target;
};

/** Each row as text, by table. */
type Rows = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

const textOf = (row: unknown): string => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value));

const rowsOf = (db: Connection, tables: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(tables.map((table) => [table, db.prepare(`select * from "${table}"`).raw().all().map(textOf)]));

/** What is in the whole practice, and on which pages each row stands: found on the undamaged file, and compared with what SQLite reads. */
const truthOf = (intact: IntactPages, whole: Connection): Rows => {
  const schema = schemaIn(intact.pages).rows;
  return new Map(
    tablesIn(whole)
      .filter(({ isSearch }) => !isSearch)
      .map((table) => {
        const root = schema.find(({ type, name }) => type === 'table' && name === table.source)?.root ?? 0;
        const stands = walkTree(intact.pages, root).rows.map(({ pages }) => pages);
        const rows = whole
          .prepare(`select * from "${table.name}"${table.isKeyed ? '' : ' order by rowid'}`)
          .raw()
          .all();
        if (rows.length !== stands.length) throw new Error(`${table.name}: ${rows.length} rows, ${stands.length} read past SQLite`);
        return [table.name, new Map(rows.map((row: unknown, index: number) => [textOf(row), stands[index] ?? []]))] as const;
      }),
  );
};

/** What a failing disk does: bits, sectors, stretches of zeros, a file that ends too soon. */
const damage = (whole: Buffer, chance: Chance): Buffer => {
  const bytes = Buffer.from(whole);
  const kind = chance.below(5);
  const harms = 1 + chance.below(12);
  for (let harm = 0; harm < harms; harm += 1) {
    const at = chance.below(bytes.length);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    else if (kind === 1) bytes.fill(0, at - (at % 512), at - (at % 512) + 512);
    else if (kind === 2)
      bytes.fill(chance.below(256), at - (at % pageBytes), Math.min(bytes.length, at + pageBytes * (1 + chance.below(6))));
    else if (kind === 3) bytes.fill(0xff, (harm === 0 ? 0 : at) & ~(pageBytes - 1), ((harm === 0 ? 0 : at) & ~(pageBytes - 1)) + pageBytes);
  }
  return kind === 4 ? bytes.subarray(0, pageBytes * (2 + chance.below(bytes.length / pageBytes - 2))) : bytes;
};

type Told = { readonly expected: number; readonly saved: number; readonly strange: readonly string[] };

/** The days of the trail are told from its entries anew. */
const derived = 'trail_days';

const told = (
  truth: Rows,
  begun: ReadonlyMap<string, ReadonlySet<string>>,
  pages: IntactPages['pages'],
  target: Connection,
  { stoodIn }: Kin,
): Told => {
  const isStandIn = (table: string, text: string): boolean =>
    stoodIn.some((one) => one.table === table && [`[${JSON.stringify(one.key)},`, `[${one.key},`].some((start) => text.startsWith(start)));
  const rows = rowsOf(target, [...truth.keys()]);
  let expected = 0;
  let saved = 0;
  const strange: string[] = [];
  for (const [table, own] of truth) {
    const there = new Set(rows.get(table));
    for (const [text, stands] of own) {
      if (!stands.every((page) => pages.has(page))) continue;
      expected += 1;
      if (there.has(text)) saved += 1;
    }
    // A table of which nothing was saved keeps what an empty practice begins with.
    const isBegun = (text: string): boolean => table === 'kysely_migration' || begun.get(table)?.has(text) === true;
    const isSaved = [...own.keys()].some((text) => there.has(text));
    const isOurs = (text: string): boolean => own.has(text) || isStandIn(table, text) || (!isSaved && isBegun(text));
    for (const text of there) if (table !== derived && !isOurs(text)) strange.push(`${table}: ${text.slice(0, 200)}`);
  }
  return { expected, saved, strange };
};

const makeBase = async () => {
  const { folder, remove } = await closedPractice('2026-11-23T09:00:00Z');
  whenRunEnds(remove);
  await withHouse(folder, '2026-11-24T09:00:00Z', async (house) => {
    await okOf(house.call('vault.unlock', { passphrase }));
    for (let number = 1; number <= clients; number += 1) {
      await okOf(house.call('clients.create', { ...details, chosenName: `Client ${number}` }));
    }
  });
  const path = join(folder, 'practice.db');
  const { database: key, anchor } = await keysOf(folder, passphrase);
  const remembered = keptRoots(folder, anchor);
  const bytes = readFileSync(path);
  const intact = intactPages(path, key, null);
  const whole = await emptyOne();
  salvageRows(intact, whole);
  const truth = truthOf(intact, whole);
  const begun = new Map([...rowsOf(await emptyOne(), [...truth.keys()])].map(([table, rows]) => [table, new Set(rows)]));
  return { bytes, key, truth, begun, remembered, salt: Buffer.from(bytes.subarray(0, 16)) };
};

const leastShare = 0.99;

const run: Goal['run'] = async ({ chance, trials }) => {
  const { bytes, key, truth, salt, begun, remembered } = await makeBase();
  const path = join(trialFolder(), 'practice.db');
  const escapes: unknown[] = [];
  let [expected, saved, stoodIn, aside] = [0, 0, 0, 0];
  for (let trial = 0; trial < trials; trial += 1) {
    writeFileSync(path, damage(bytes, chance));
    const intact = intactPages(path, key, salt);
    const target = await emptyOne();
    salvageRows(intact, target, remembered);
    const kin = reuniteRows(target, '2026-11-24T12:00:00.000Z');
    const one = told(truth, begun, intact.pages, target, kin);
    const alone = target.pragma('foreign_key_check') as readonly unknown[];
    if (alone.length > 0) escapes.push({ seed: chance.seed, trial, alone: alone.length, first: alone[0] });
    stoodIn += kin.stoodIn.length;
    aside += kin.aside.length;
    target.close();
    expected += one.expected;
    saved += one.saved;
    if (one.strange.length > 0) escapes.push({ seed: chance.seed, trial, strange: one.strange.slice(0, 3), of: one.strange.length });
  }
  console.error(`salvage: ${saved} of ${expected} rows on intact pages, ${stoodIn} stand-ins, ${aside} aside`);
  if (saved < expected * leastShare) escapes.push({ seed: chance.seed, saved, expected });
  return { trials, escapes };
};

/** Every row on intact pages of a damaged practice comes into the new one, and nothing that was not there but what stands in for a lost one. */
export const salvages: Goal = {
  name: 'salvage',
  trials: { full: 500, quick: 25, test: 0 },
  run: (asked) => asTrial(() => run(asked)),
  defects: [
    {
      name: 'seals not looked at',
      trials: 60,
      edits: [
        {
          file: 'electron/store/salvage-pages.ts',
          find: 'number !== lockPage && holds(read(number), number)',
          put: 'number !== lockPage && read(number).length === pageBytes',
        },
      ],
    },
    {
      name: 'nothing read past a page that is lost',
      trials: 25,
      edits: [{ file: 'electron/store/salvage.ts', find: '  adopt(found, pages, visited, target);\n', put: '' }],
    },
    {
      name: 'rows left without what they belong to',
      trials: 25,
      edits: [
        { file: 'electron/store/salvage-kin.ts', find: 'isMore = keys.map(settle).includes(true)', put: 'isMore = keys.length === 0' },
      ],
    },
  ],
};
