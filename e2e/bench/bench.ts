import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataKey } from '../../electron/vault/envelope.ts';
import { readHeader } from '../../electron/vault/header.ts';
import type { InputOf } from '../../shared/calls.ts';
import { passphrase, readySigning } from '../assure/trial-records.ts';
import { backups } from './backups.ts';
import { calendarDrag } from './calendar-drag.ts';
import { health } from './health.ts';
import { intakeAndMaps } from './intake-and-maps.ts';
import { type Desk, inventedClient, makeLargePractice, openDesk, sizeOfPractice } from './large-practice.ts';
import { letters } from './letters.ts';
import { manyConsents } from './many-consents.ts';
import { type Row, repeated, sideBySide, tableOf, timed, timesOf } from './measure.ts';
import { notes } from './notes.ts';
import { plainCopyOf, plainSave, plainSearch } from './plain-sqlite.ts';
import { bareRoundTrip, chromiumPrinting, dayInOneProcess } from './processes.ts';
import { schedule } from './schedule.ts';
import { sessionStop } from './session-stop.ts';
import { sessions } from './sessions.ts';
import { isBuilt, startsInTurn } from './start.ts';

/**
 * `node e2e/bench/bench.ts`: what the work of a day takes in a practice of 10,000 clients, beside the bare thing each is built on.
 * It reports; whether a number is right is for a person.
 */

const queries: readonly (readonly [name: string, query: string])[] = [
  ['empty', ''],
  ['one letter', 'a'],
  ['two words', 'anna kow'],
  ['not Latin', '王'],
  ['diacritics left out', 'gudmunds'],
  ['phone digits', '555 12'],
  ['nothing found', 'qqqqq'],
];

const say = (what: string): void => console.log(`${(performance.now() / 1000).toFixed(1)} s  ${what}`);

const unlocking = async (folder: string): Promise<Row> => {
  const header = readHeader(folder)!;
  const runs: number[] = [];
  const keys: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    keys.push(await timed(() => openDataKey(header.wraps[0]!, passphrase, header)));
    const desk = openDesk(folder);
    runs.push(await timed(() => desk.call('vault.unlock', { passphrase })));
    await desk.close();
  }
  const key = timesOf(keys).p50;
  return {
    what: 'unlock beyond key derivation, p50',
    budget: 500,
    measured: Math.max(0, timesOf(runs).p50 - key),
    unit: 'ms',
    against: { measured: key, what: 'key derivation' },
  };
};

const calling = async (folder: string, desk: Desk): Promise<{ readonly rows: Row[]; readonly bare: number }> => {
  const bare = await bareRoundTrip(folder);
  await repeated(500, () => desk.call('profile.get', {}));
  const call = await repeated(2_000, () => desk.call('profile.get', {}));
  const against = { measured: bare.p50, what: 'message to a child process and back' };
  return { bare: bare.p50, rows: [{ what: 'one call through dispatch, p50', budget: null, measured: call.p50, unit: 'ms', against }] };
};

const searching = async (desk: Desk, plain: Awaited<ReturnType<typeof plainCopyOf>>): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const [name, query] of queries) {
    const { ours, bare } = await sideBySide(
      100,
      () => desk.call('clients.search', { query }),
      () => plainSearch(plain, query),
    );
    const against = (measured: number) => ({ measured, what: 'the SQL on a plain file' });
    rows.push({ what: `search, ${name}, p50`, budget: null, measured: ours.p50, unit: 'ms', against: against(bare.p50) });
    rows.push({ what: `search, ${name}, p95`, budget: 50, measured: ours.p95, unit: 'ms', against: against(bare.p95) });
  }
  const { ours, bare } = await sideBySide(
    100,
    () => desk.call('clients.search', { query: '', tags: ['evening', 'student'] }),
    () => plainSearch(plain, ''),
  );
  const against = { measured: bare.p95, what: 'the SQL without tags on a plain file' };
  rows.push({ what: 'search, everybody with two tags, p95', budget: 50, measured: ours.p95, unit: 'ms', against });
  return rows;
};

const saving = async (
  desk: Desk,
  created: readonly number[],
  ids: readonly string[],
  plain: Awaited<ReturnType<typeof plainCopyOf>>,
): Promise<Row[]> => {
  const { ours: update, bare } = await sideBySide(
    500,
    (run) => desk.call('clients.update', { id: ids[run * 7]!, version: 1, details: inventedClient(500_000 + run) }),
    (run) => plainSave(plain, run + 1),
  );
  const against = { measured: bare.p95, what: 'bare insert, synced' };
  const create = timesOf(created);
  return [
    {
      what: 'create a client, acknowledged, p50',
      budget: null,
      measured: create.p50,
      unit: 'ms',
      against: { ...against, measured: bare.p50 },
    },
    { what: 'create a client, acknowledged, p95', budget: 20, measured: create.p95, unit: 'ms', against },
    { what: 'update a client, acknowledged, p95', budget: 20, measured: update.p95, unit: 'ms', against },
  ];
};

const signing = async (folder: string, clientIds: readonly string[]): Promise<Row[]> => {
  const desk = openDesk(folder);
  await desk.call('vault.unlock', { passphrase });
  const caller: Parameters<typeof readySigning>[0] = { call: async (name, input) => ({ ok: true, value: await desk.call(name, input) }) };
  const forms = await desk.call('consent.forms', { clientId: clientIds[0]! });
  const form = forms.forms.find((one) => one.id === 'informed-consent')!;
  // Each form is signed once: they are filled in and read through before the clock runs.
  const asked: InputOf<'consent.sign'>[] = [];
  for (const clientId of clientIds) asked.push(await readySigning(caller, clientId));
  const cold = await timed(() => desk.call('consent.sign', asked[0]!));
  const warm = await repeated(asked.length - 1, (run) => desk.call('consent.sign', asked[run + 1]!));
  await desk.close();
  const chromium = await chromiumPrinting(form);
  const against = { measured: chromium.p50, what: 'page.pdf() of the same words' };
  return [
    { what: 'sign a consent with its PDF, first in a process', budget: null, measured: cold, unit: 'ms', against },
    { what: 'sign a consent with its PDF, p50', budget: 150, measured: warm.p50, unit: 'ms', against },
    { what: 'sign a consent with its PDF, p95', budget: 150, measured: warm.p95, unit: 'ms', against },
  ];
};

/** What the consent page of a client and Today ask for, in a practice where everyone has signed four forms. */
const consents = async (folder: string, ids: readonly string[]): Promise<Row[]> => {
  const made = await manyConsents(folder, ids);
  const desk = openDesk(folder);
  await desk.call('vault.unlock', { passphrase });
  const ofClient = await repeated(300, (run) => desk.call('consent.ofClient', { clientId: ids[100 + run * 7]! }));
  const attention = await repeated(100, () => desk.call('consent.attention', {}));
  const listed = await repeated(100, () => desk.call('forms.list', {}));
  await desk.close();
  return [
    { what: `consents of a client, of ${made}, p95`, budget: 50, measured: ofClient.p95, unit: 'ms' },
    { what: `consents that need attention, of ${made}, p95`, budget: 50, measured: attention.p95, unit: 'ms' },
    { what: 'the list of forms, p95', budget: 50, measured: listed.p95, unit: 'ms' },
  ];
};

const starting = async (folder: string): Promise<Row[]> => {
  if (!isBuilt()) {
    say('the application is not built (npm run build): its start is not measured');
    return [];
  }
  const { app, empty } = await startsInTurn(folder);
  return [
    {
      what: 'start to the unlock screen, p50',
      budget: 1_000,
      measured: app.p50,
      unit: 'ms',
      against: { measured: empty.p50, what: 'an empty page in the same host' },
    },
  ];
};

const bench = async (folder: string, aside: string): Promise<Row[]> => {
  say(`making a practice of ${sizeOfPractice} clients through its own calls`);
  const { desk, ids, saves } = await makeLargePractice(folder);
  await desk.close();
  const plain = await plainCopyOf(folder, passphrase, join(aside, 'plain.db'));
  say('unlock');
  const rows = [await unlocking(folder)];
  const open = openDesk(folder);
  await open.call('vault.unlock', { passphrase });
  say('calls');
  const { rows: callRows, bare } = await calling(aside, open);
  say('searches');
  const searches = await searching(open, plain);
  say('saves');
  const saved = await saving(open, saves, ids, plain);
  await open.close();
  plain.close();
  say('signing');
  const signed = await signing(folder, ids.slice(10, 31));
  say('a day in one vault process');
  const day = await dayInOneProcess(folder, ids.slice(40, 60));
  say('consents');
  const consented = await consents(folder, ids);
  say('intake and maps');
  const rounds = await intakeAndMaps(folder, ids);
  say('health');
  const cared = await health(folder, ids);
  say('calendar');
  const scheduled = await schedule(folder, ids);
  say('sessions');
  const led = await sessions(folder);
  say('letters');
  const lettered = await letters(folder, led.clientId);
  say('start');
  const started = await starting(folder);
  say('dragging');
  const dragged = isBuilt() ? await calendarDrag() : [];
  say('STOP');
  const stopped = isBuilt() ? await sessionStop() : [];
  say('backups');
  const backedUp = await backups(aside);
  say('notes');
  const noted = await notes(folder, aside, ids);
  const roundTrip: Row = {
    what: 'one call to a vault process and back, p50',
    budget: null,
    measured: day.roundTrip.p50,
    unit: 'ms',
    against: { measured: bare, what: 'message to a child process and back' },
  };
  return [
    ...rows,
    ...callRows,
    roundTrip,
    ...searches,
    { what: 'search in a vault process, p95', budget: 50, measured: day.search.p95, unit: 'ms' },
    ...saved,
    ...signed,
    ...consented,
    ...rounds,
    ...cared,
    ...scheduled,
    ...led.rows,
    ...lettered,
    ...noted,
    ...backedUp,
    ...started,
    ...dragged,
    ...stopped,
    { what: 'memory of the vault process after a day', budget: 300, measured: day.resident, unit: 'MB' },
    { what: 'its highest, with key derivation', budget: null, measured: day.peak, unit: 'MB' },
  ];
};

const folder = mkdtempSync(join(tmpdir(), 'stillpoint-bench-'));
const aside = mkdtempSync(join(tmpdir(), 'stillpoint-bench-'));
try {
  console.log(`\n${tableOf(await bench(folder, aside))}`);
} finally {
  for (const made of [folder, aside]) rmSync(made, { recursive: true, force: true });
}
