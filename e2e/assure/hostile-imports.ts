import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import { trySending } from '../../electron/documents/uploads.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../../electron/practice/practice.test-world.ts';
import type { Chance } from './chance.ts';
import { asTrial } from './clearing.ts';
import type { Goal, Result } from './goal.ts';
import { hostileList, type Made } from './hostile-imports-made.ts';
import { trialFolder } from './trial.ts';

/** Bytes a list may take in memory for each of its own, and beside them. */
const perByte = 60;
const beside = 96 * 1024 * 1024;

const keptNow = async ({ open: { database } }: TestWorld): Promise<readonly unknown[]> => [
  await database.selectFrom('clients').selectAll().orderBy('id').execute(),
  await database.selectFrom('client_tags').selectAll().orderBy('client_id').orderBy('folded').execute(),
  await database.selectFrom('client_custom_values').selectAll().execute(),
  await database.selectFrom('imported_clients').selectAll().orderBy('client_id').execute(),
  await database.selectFrom('client_imports').selectAll().where('undone_at', 'is', null).execute(),
];

/** Nothing a spreadsheet would compute, in any cell. */
const wrongInFile = async (world: TestWorld, folder: string): Promise<string[]> => {
  const path = join(folder, 'clients.csv');
  rmSync(path, { force: true });
  world.answerDialog(path);
  const { fileGrant } = await world.ok('clients.chooseCsvFile', {});
  await world.ok('clients.exportCsv', { archived: true, fileGrant: fileGrant ?? '' });
  const rows = parse(readFileSync(path), { bom: true }) as string[][];
  const formulas = rows.flat().filter((cell) => /^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(cell));
  return formulas.slice(0, 3).map((cell) => `a formula in the file: ${JSON.stringify(cell)}`);
};

type Trial = { readonly world: TestWorld; readonly chance: Chance; readonly made: Made; readonly folder: string };

/** Taken as it was shown, each one there, and gone again without a trace. */
const wrongTaken = async ({ world, chance, made, folder }: Trial, uploadId: string): Promise<string[]> => {
  const reading = { uploadId, separator: null, dateOrder: chance.pick([null, 'day-first', 'month-first'] as const) };
  const before = process.memoryUsage();
  const shown = await world.call('clients.importPreview', { ...reading, mapping: null });
  const grown = process.memoryUsage().heapUsed - before.heapUsed;
  const wrong = grown > beside + perByte * made.bytes.length ? [`${grown} bytes of memory for a list of ${made.bytes.length}`] : [];
  if (!shown.ok) return shown.error.code === 'refused' ? wrong : [...wrong, `refused as ${shown.error.code}`];
  if (made.mustFail) return [...wrong, 'shown, though it is no list'];
  const { counts, mapping, rows } = shown.value;
  const alike = rows.filter(({ result }) => result === 'alike').map(({ row }) => row);
  const alsoAlike = alike.filter(() => chance.below(2) === 0);
  const leaveOutRefused = chance.below(3) > 0;
  const there = (await world.ok('clients.search', { query: '' })).total;
  const reply = await world.call('clients.import', { ...reading, mapping, expected: counts, alsoAlike, leaveOutRefused });
  if (!reply.ok) return reply.error.code === 'refused' ? wrong : [...wrong, `refused as ${reply.error.code}`];
  const { total } = await world.ok('clients.search', { query: '' });
  if (counts.refused > 0 && !leaveOutRefused) wrong.push('taken in part, though nobody said so');
  if (total - there !== counts.new + alsoAlike.length) wrong.push(`${total - there} came of ${counts.new + alsoAlike.length}`);
  if (chance.below(4) === 0) wrong.push(...(await wrongInFile(world, folder)));
  await world.ok('clients.undoImport', { id: reply.value.id });
  return wrong;
};

const tryList = async (trial: Trial): Promise<readonly string[]> => {
  const { world, made } = trial;
  const before = await keptNow(world);
  const sent = await trySending(world, made.bytes, 'list.csv');
  const wrong = sent.ok ? await wrongTaken(trial, sent.value.uploadId) : [];
  if (!isDeepStrictEqual(await keptNow(world), before)) wrong.push('something was kept, or something is gone');
  if (world.incidents.length > 0) wrong.push(`unexpected: ${String(world.incidents.splice(0)[0])}`);
  return wrong;
};

const run: Goal['run'] = async ({ chance, trials }): Promise<Result> => {
  const escapes: unknown[] = [];
  const world = await testWorld();
  await world.ok('clients.create', clientDetails);
  for (let made = 0; made < trials && escapes.length < 20; made += 1) {
    const list = hostileList(chance);
    const wrong = await asTrial(() => tryList({ world, chance, made: list, folder: trialFolder() })).catch((failure) => [String(failure)]);
    if (wrong.length > 0) escapes.push({ seed: chance.seed, made, kind: list.kind, wrong: wrong.slice(0, 3) });
  }
  await world.open.database.destroy();
  return { trials, escapes };
};

/** A list is taken whole as it was shown or not at all, in bounded memory, and no file of ours has a formula in it. */
export const hostileImports: Goal = {
  name: 'hostile imports',
  trials: { full: 10_000, quick: 500, test: 60 },
  run,
  defects: [
    {
      name: 'the cap on columns removed',
      trials: 200,
      edits: [
        {
          file: 'electron/clients/csv-read.ts',
          find: 'if (Number(column) >= mostColumns) throw',
          put: 'if (Number(column) < 0) throw',
        },
      ],
    },
    {
      name: 'rows left out that nobody said',
      trials: 300,
      edits: [
        { file: 'electron/clients/import-service.ts', find: 'if (counts.refused > 0 && !leaveOutRefused)', put: 'if (counts.refused < 0)' },
      ],
    },
    {
      name: 'formulas written as they are',
      trials: 500,
      edits: [{ file: 'shared/csv-out.ts', find: '(formula.test(text) ?', put: '(text === null ?' }],
    },
  ],
};
