import { join } from 'node:path';
import { openDatabase } from '../../electron/store/open.ts';
import { keysOf } from '../assure/kept-records.ts';
import { passphrase } from '../assure/trial-records.ts';
import { openDesk } from './large-practice.ts';
import { type Row, repeated, timed } from './measure.ts';

const roundsEach = 2;
const mapsEach = 3;
/** What one client may gather in many years. */
const mostMaps = 200;
const mostRounds = 30;

/** Rounds of the intake and maps for every client, written straight into the file from one that was made through the calls. */
const many = async (folder: string, clientIds: readonly string[], heavy: string): Promise<number> => {
  const db = openDatabase(join(folder, 'practice.db'), (await keysOf(folder, passphrase)).database, { create: false });
  const round = db.prepare('select * from intakes where reviewed_at is not null limit 1').get() as Record<string, unknown>;
  const map = db.prepare("select * from consent_maps where source = 'together' limit 1").get() as Record<string, unknown>;
  let made = 0;
  const put = (table: string, row: Record<string, unknown>, change: Record<string, unknown>): void => {
    made += 1;
    const next = { ...row, id: `01a207a2-3366-7916-a222-${made.toString(16).padStart(12, '0')}`, ...change };
    const columns = Object.keys(next);
    db.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`).run(...Object.values(next));
  };
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  db.exec('begin');
  for (const [index, clientId] of clientIds.entries()) {
    const rounds = clientId === heavy ? mostRounds : roundsEach;
    for (let number = 1; number <= rounds; number += 1)
      put('intakes', round, { client_id: clientId, number: number + 100, review_due: day((index % 730) - 365).slice(0, 10) });
    for (let number = 0; number < (clientId === heavy ? mostMaps : mapsEach); number += 1)
      put('consent_maps', map, { client_id: clientId, seq: number + 1_000, said: made, made_at: day(number - mostMaps - 1) });
  }
  db.prepare('update said_clock set at = at + ?').run(made);
  db.exec('commit');
  db.close();
  return made;
};

/** Intake, body map and what is allowed, in a practice where everyone has rounds and maps, and for the one who has most of them. */
export const intakeAndMaps = async (folder: string, ids: readonly string[]): Promise<Row[]> => {
  const [first = '', heavy = ''] = ids;
  const before = openDesk(folder);
  await before.call('vault.unlock', { passphrase });
  const { areas } = await before.call('consentMap.get', { clientId: first });
  const marked = Object.fromEntries(
    areas.filter((area) => area.offered).map((area) => [area.code, { state: 'yes' as const, ceiling: 2 as const }]),
  );
  await before.call('consentMap.set', { clientId: first, basedOn: null, ceiling: 2, areas: marked });
  const begun = await before.call('intake.start', { clientId: first });
  const { items } = await before.call('intake.ofClient', { clientId: first });
  const answered = Object.fromEntries(
    items.map((item) => [
      item.id,
      item.capture === 'text'
        ? { answer: { kind: 'text' as const, text: 'A word or two, as it was said. '.repeat(8) }, discussed: true }
        : { discussed: true },
    ]),
  );
  const saved = await before.call('intake.save', { intakeId: begun.id, revision: begun.revision, changes: answered });
  await before.call('intake.review', { intakeId: begun.id, revision: saved.revision });
  await before.close();
  const made = await many(folder, ids, heavy);

  const desk = openDesk(folder);
  await desk.call('vault.unlock', { passphrase });
  const someone = (run: number): string => ids[100 + run * 7] ?? first;
  const allowed = await repeated(300, (run) => desk.call('consentMap.allowed', { clientId: someone(run) }));
  const ofClient = await repeated(300, (run) => desk.call('intake.ofClient', { clientId: someone(run) }));
  const heavyAllowed = await repeated(50, () => desk.call('consentMap.allowed', { clientId: heavy }));
  const heavyHistory = await repeated(50, () => desk.call('consentMap.history', { clientId: heavy }));
  const heavyIntake = await repeated(50, () => desk.call('intake.ofClient', { clientId: heavy }));
  const attention = await repeated(100, () => desk.call('intake.attention', {}));
  let { id, revision } = await desk.call('intake.start', { clientId: first });
  const saves = await repeated(300, async (run) => {
    const text = `Said in other words, ${run}`;
    const changes = { 's-body-now': { answer: { kind: 'text' as const, text }, discussed: true } };
    ({ id, revision } = await desk.call('intake.save', { intakeId: id, revision, changes }));
  });
  let { map } = await desk.call('consentMap.get', { clientId: first });
  const taken = await repeated(100, async (run) => {
    map = await desk.call('consentMap.set', { clientId: first, basedOn: map?.id ?? null, ceiling: run % 2 ? 2 : 1, areas: marked });
  });
  const cold = await timed(() => desk.call('consentMap.paper', { clientId: first, mapId: null }));
  const sheets = await repeated(30, () => desk.call('consentMap.paper', { clientId: first, mapId: null }));
  await desk.close();
  const row = (what: string, measured: number, budget: number | null): Row => ({ what, budget, measured, unit: 'ms' });
  return [
    row(`what is allowed, of ${made} rounds and maps, p95`, allowed.p95, 50),
    row('the intake of a client, p95', ofClient.p95, 50),
    row(`what is allowed, a client with ${mostMaps} maps, p95`, heavyAllowed.p95, 50),
    row('their maps, all of them, p95', heavyHistory.p95, 50),
    row(`the intake of a client with ${mostRounds} rounds, p95`, heavyIntake.p95, 50),
    row('intakes that need attention, p95', attention.p95, 50),
    row('an answer of the intake kept, acknowledged, p95', saves.p95, 20),
    row('a new map kept, acknowledged, p95', taken.p95, 20),
    row('the body map drawn as a sheet, first in a process', cold, null),
    row('the body map drawn as a sheet, p50', sheets.p50, 150),
    row('the body map drawn as a sheet, p95', sheets.p95, 150),
  ];
};
