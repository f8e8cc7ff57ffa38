import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '../../electron/store/open.ts';
import type { InputOf } from '../../shared/calls.ts';
import type { SessionBody, SessionEventKind } from '../../shared/session-events.ts';
import type { Session } from '../../shared/sessions.ts';
import { keysOf } from '../assure/kept-records.ts';
import { passphrase, readySigning } from '../assure/trial-records.ts';
import { type Desk, inventedClient, openDesk } from './large-practice.ts';
import { type Row, repeated, timed, timesOf } from './measure.ts';

/** What a client may gather in six years of a session a week, with some thirty events each. */
const sessionsBefore = 300;
const places = ['B-TRAP-L', 'B-TRAP-R'] as const;

/** Of whom everything was asked, so that touch may start. */
const readyClient = async (desk: Desk): Promise<string> => {
  const { id: clientId } = await desk.call('clients.create', {
    ...inventedClient(900_001),
    stopWord: 'amber',
    stopGesture: 'a lifted hand',
  });
  const { items } = await desk.call('intake.ofClient', { clientId });
  const round = await desk.call('intake.start', { clientId });
  const changes = Object.fromEntries(items.map(({ id }) => [id, { discussed: true }]));
  const kept = await desk.call('intake.save', { intakeId: round.id, revision: round.revision, changes });
  await desk.call('intake.review', { intakeId: round.id, revision: kept.revision });
  const { sections } = await desk.call('health.content', {});
  const answers = Object.fromEntries(sections.flatMap(({ questions }) => questions).map(({ id }) => [id, 'no' as const]));
  const screen = await desk.call('health.start', { clientId });
  const seen = sections.map(({ id }) => id);
  await desk.call('health.save', { screenId: screen.id, revision: screen.revision, answers, seen, from: 'practitioner', done: true });
  const caller: Parameters<typeof readySigning>[0] = { call: async (name, input) => ({ ok: true, value: await desk.call(name, input) }) };
  await desk.call('consent.sign', await readySigning(caller, clientId));
  const { map } = await desk.call('consentMap.get', { clientId });
  const areas = Object.fromEntries(places.map((code) => [code, { state: 'yes' as const, ceiling: 3 as const }]));
  await desk.call('consentMap.set', { clientId, basedOn: map?.id ?? null, ceiling: 3, areas });
  return clientId;
};

type Sitting = {
  readonly session: () => Session;
  readonly tell: <K extends SessionEventKind>(kind: K, body: SessionBody<K>) => Promise<void>;
};

const begin = async (desk: Desk, clientId: string): Promise<Sitting> => {
  let session = await desk.call('sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: false });
  const tell: Sitting['tell'] = async (kind, body) => {
    const event = { kind, body } as unknown as InputOf<'sessions.record'>['event'];
    session = await desk.call('sessions.record', { sessionId: session.id, id: randomUUID(), seq: session.state.seq, ago: 0, event });
  };
  const { sha256 } = await desk.call('safety.card', { clientId });
  await tell('card-read', { sha256 });
  await tell('health-asked', { changed: false, words: '' });
  await tell('signal-rehearsed', { word: 'amber', gesture: 'a lifted hand' });
  await tell('checked-in', { distress: 3, pain: 2, words: 'quiet', sensations: [] });
  await tell('yes-heard', { answer: 'yes', areas: {}, ceiling: null, words: '' });
  return { session: () => session, tell };
};

const block = { technique: 'hold-shoulder', level: 2, position: 'seated', cover: 'clothed', chosenBy: 'client', announced: true } as const;
const despite = ['later-block-minutes', 'first-session-touch', 'one-new-thing', 'new-first', 'after-rule', 'after-stop'];

/** A block, a stop, on by the client's word; each step timed where it is what is asked about. */
const round = async (
  { tell }: Sitting,
  times: { readonly start: number[]; readonly stop: number[]; readonly other: number[] },
): Promise<void> => {
  for (const area of places) await tell('place-asked', { area, answer: 'yes', words: '' });
  times.start.push(await timed(() => tell('block-started', { ...block, areas: [...places], minutes: 2, despite })));
  times.stop.push(await timed(() => tell('stop', {})));
  times.other.push(await timed(() => tell('hands-off', {})));
  await tell('asked-on', { words: 'Please go on' });
};

/** Closed ones as they would be after years, written straight into the file from one that was led through the calls. */
const manyBefore = async (folder: string, clientId: string): Promise<number> => {
  const db = openDatabase(join(folder, 'practice.db'), (await keysOf(folder, passphrase)).database, { create: false });
  const pattern = db.prepare('select * from sessions where ended_at is not null limit 1').get() as Record<string, unknown>;
  const events = db.prepare('select * from session_events where session_id = ?').all(pattern.id) as Record<string, unknown>[];
  const put = (table: string, row: Record<string, unknown>): void => {
    const columns = Object.keys(row);
    const names = columns.map((column) => `"${column}"`).join(', ');
    db.prepare(`insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`).run(...Object.values(row));
  };
  let made = 0;
  db.exec('begin');
  for (let number = 1; number <= sessionsBefore; number += 1) {
    const id = `01a207a2-3366-7916-a555-${number.toString(16).padStart(12, '0')}`;
    const day = new Date(Date.parse(String(pattern.started_at)) - number * 7 * 86_400_000).toISOString();
    put('sessions', { ...pattern, id, client_id: clientId, appointment_id: null, started_at: day, close_id: randomUUID() });
    for (const event of events) put('session_events', { ...event, session_id: id, id: randomUUID() });
    made += events.length;
  }
  db.exec('commit');
  db.close();
  return made;
};

/** A session as it is led, for a client with six years of them. */
export const sessions = async (folder: string): Promise<{ readonly clientId: string; readonly rows: Row[] }> => {
  const setUp = openDesk(folder);
  await setUp.call('vault.unlock', { passphrase });
  const clientId = await readyClient(setUp);
  const first = await begin(setUp, clientId);
  await round(first, { start: [], stop: [], other: [] });
  await setUp.call('sessions.close', { sessionId: first.session().id, id: randomUUID(), end: { left: 'steady', tasks: [] } });
  await setUp.close();
  const made = await manyBefore(folder, clientId);

  const desk = openDesk(folder);
  await desk.call('vault.unlock', { passphrase });
  const sitting = await begin(desk, clientId);
  const times = { start: [] as number[], stop: [] as number[], other: [] as number[] };
  for (let run = 0; run < 60; run += 1) await round(sitting, times);
  const sessionId = sitting.session().id;
  const plan = { ...block, areas: [...places], minutes: 3 };
  const allowed = await repeated(100, () => desk.call('sessions.allowed', { sessionId, plan }));
  const current = await repeated(100, () => desk.call('sessions.current', {}));
  const listed = await repeated(50, () => desk.call('sessions.ofClient', { clientId, limit: 500 }));
  const card = await repeated(50, () => desk.call('safety.card', { clientId }));
  const events = sitting.session().state.seq;
  await desk.call('sessions.close', { sessionId, id: randomUUID(), end: { left: 'steady', tasks: [] } });
  await desk.close();
  const after = `after ${sessionsBefore} sessions, ${made} events`;
  const rows: Row[] = [
    { what: `a stop recorded, in a session of up to ${events} events, p95`, budget: 20, measured: timesOf(times.stop).p95, unit: 'ms' },
    { what: 'hands off recorded, p95', budget: 20, measured: timesOf(times.other).p95, unit: 'ms' },
    { what: `a block looked at and begun, ${after}, p95`, budget: 50, measured: timesOf(times.start).p95, unit: 'ms' },
    { what: 'what is allowed now, with a block planned, p95', budget: 50, measured: allowed.p95, unit: 'ms' },
    { what: 'the session that is open, p95', budget: 50, measured: current.p95, unit: 'ms' },
    { what: `all sessions of a client, ${after}, p95`, budget: 50, measured: listed.p95, unit: 'ms' },
    { what: 'the safety card of that client, p95', budget: 50, measured: card.p95, unit: 'ms' },
  ];
  return { clientId, rows };
};
