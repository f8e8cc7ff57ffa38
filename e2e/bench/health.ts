import { join } from 'node:path';
import { openDatabase } from '../../electron/store/open.ts';
import type { InputOf } from '../../shared/calls.ts';
import { keysOf } from '../assure/kept-records.ts';
import { passphrase } from '../assure/trial-records.ts';
import { type Desk, inventedClient, openDesk } from './large-practice.ts';
import { type Row, repeated, timed } from './measure.ts';

const screensEach = 1;
const findingsEach = 4;
const medicinesEach = 2;
/** What one client may gather in many years. */
const heavyFindings = 40;
const heavyMedicines = 20;
const heavyChanges = 150;
const contacts = 2_000;

type Kept = Record<string, unknown>;

/** Screens, findings, medicines and contacts for every client, written straight into the file from those that were made through the calls. */
const many = async (folder: string, clientIds: readonly string[], heavy: string): Promise<number> => {
  const db = openDatabase(join(folder, 'practice.db'), (await keysOf(folder, passphrase)).database, { create: false });
  const one = (sql: string): Kept => db.prepare(sql).get() as Kept;
  const screen = one('select * from health_screens where done_at is not null limit 1');
  const findings = db.prepare('select * from findings order by item_id').all() as Kept[];
  const rowsOf = (table: string) =>
    new Map(findings.map((finding) => [finding, db.prepare(`select * from ${table} where finding_id = ?`).all(finding.id) as Kept[]]));
  const [events, standings] = [rowsOf('finding_events'), rowsOf('finding_standings')];
  const medicine = one('select * from medicines limit 1');
  const change = one('select * from health_changes limit 1');
  const contact = one('select * from contacts limit 1');
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `01a207a2-3366-7916-a333-${made.toString(16).padStart(12, '0')}`;
  };
  const put = (table: string, row: Kept): void => {
    const columns = Object.keys(row);
    db.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`).run(...Object.values(row));
  };
  db.exec('begin');
  const contactIds = Array.from({ length: contacts }, (_, index) => {
    const { chosenName } = inventedClient(index);
    const id = newId();
    put('contacts', { ...contact, id, name: chosenName, search: chosenName.toLowerCase() });
    return id;
  });
  for (const [index, clientId] of clientIds.entries()) {
    const isHeavy = clientId === heavy;
    for (let number = 1; number <= screensEach; number += 1)
      put('health_screens', { ...screen, id: newId(), client_id: clientId, number: number + 100 });
    for (const finding of findings.slice(0, isHeavy ? heavyFindings : findingsEach)) {
      const id = newId();
      put('findings', { ...finding, id, client_id: clientId });
      for (const event of events.get(finding) ?? []) put('finding_events', { ...event, finding_id: id });
      for (const standing of standings.get(finding) ?? []) put('finding_standings', { ...standing, client_id: clientId, finding_id: id });
    }
    for (let number = 0; number < (isHeavy ? heavyMedicines : medicinesEach); number += 1)
      put('medicines', { ...medicine, id: newId(), client_id: clientId });
    for (let number = 0; number < (isHeavy ? heavyChanges : 1); number += 1)
      put('health_changes', { ...change, id: newId(), client_id: clientId });
    put('care_team', {
      client_id: clientId,
      contact_id: contactIds[index % contacts],
      role: 'therapist',
      note: '',
      since: '2026-01-01',
      ended_on: null,
    });
  }
  db.exec('commit');
  db.close();
  return made;
};

/** One client with everything once, through the calls: the pattern for all others. */
const pattern = async (desk: Desk, clientId: string): Promise<void> => {
  const { sections, items } = await desk.call('health.content', {});
  const chosen = new Set(
    items
      .filter(({ kind, action }) => kind !== 'emergency' && kind !== 'absolute' && (action === 'P1' || action === 'P3'))
      .slice(0, heavyFindings)
      .map(({ id }) => id),
  );
  const questions = sections.flatMap((section) => section.questions);
  const answers = Object.fromEntries(questions.map(({ id }) => [id, chosen.has(id) ? ('yes' as const) : ('no' as const)]));
  const { id: screenId, revision } = await desk.call('health.start', { clientId });
  const seen = sections.map(({ id }) => id);
  await desk.call('health.save', { screenId, revision, answers, seen, from: 'practitioner', done: true });
  const { findings } = await desk.call('health.findings', { clientId });
  for (const finding of findings.filter(({ weight }) => weight === 'local'))
    await desk.call('health.resolve', {
      findingId: finding.id,
      version: finding.version,
      decision: { what: 'mark', areas: ['B-CALF-L', 'B-CALF-R'] },
    });
  await desk.call('medicines.match', {
    clientId,
    id: null,
    version: 0,
    name: 'Warfarin',
    match: 'class',
    classId: 'anticoagulant',
    areas: null,
  });
  await desk.call('health.changed', { clientId, changed: false });
  const details: InputOf<'contacts.create'> = {
    kind: 'person',
    name: 'Dr. Okafor',
    profession: 'Psychologist',
    organisation: 'Mill Lane',
    phone: '555 0100',
    email: 'okafor@example.org',
    address: '',
    note: '',
  };
  await desk.call('contacts.create', details);
};

/** Health, readiness, the safety card and the directory, in a practice where everyone has findings and medicines, and for the one who has most of them. */
export const health = async (folder: string, ids: readonly string[]): Promise<Row[]> => {
  const [first = '', heavy = ''] = ids;
  const before = openDesk(folder);
  await before.call('vault.unlock', { passphrase });
  await pattern(before, first);
  await before.close();
  const made = await many(folder, ids.slice(1), heavy);

  const desk = openDesk(folder);
  await desk.call('vault.unlock', { passphrase });
  const someone = (run: number): { readonly clientId: string } => ({ clientId: ids[100 + run * 7] ?? first });
  const findings = await repeated(300, (run) => desk.call('health.findings', someone(run)));
  const readiness = await repeated(300, (run) => desk.call('readiness.of', someone(run)));
  const card = await repeated(300, (run) => desk.call('safety.card', someone(run)));
  const heavyFound = await repeated(50, () => desk.call('health.findings', { clientId: heavy }));
  const heavyCard = await repeated(50, () => desk.call('safety.card', { clientId: heavy }));
  const heavyAllowed = await repeated(50, () => desk.call('consentMap.allowed', { clientId: heavy }));
  const attention = await repeated(100, () => desk.call('health.attention', {}));
  const directory = await repeated(100, (run) => desk.call('contacts.search', { query: ['', 'a', 'anna kow', '王'][run % 4] ?? '' }));
  let { id: screenId, revision } = await desk.call('health.start', { clientId: first });
  const saves = await repeated(300, async (run) => {
    const { screen } = await desk.call('health.save', {
      screenId,
      revision,
      answers: { migraine: run % 2 ? 'no' : 'not_sure' },
      from: 'practitioner',
    });
    ({ id: screenId, revision } = screen);
  });
  const cold = await timed(() => desk.call('safety.paper', { clientId: heavy }));
  const sheets = await repeated(30, () => desk.call('safety.paper', { clientId: heavy }));
  await desk.close();
  const row = (what: string, measured: number, budget: number | null): Row => ({ what, budget, measured, unit: 'ms' });
  return [
    row(`health of a client, of ${made} findings and more, p95`, findings.p95, 50),
    row('readiness of a client, p95', readiness.p95, 50),
    row('the safety card, p95', card.p95, 50),
    row(`health of a client with ${heavyFindings} findings, p95`, heavyFound.p95, 50),
    row('their safety card, p95', heavyCard.p95, 50),
    row('what is allowed for them, p95', heavyAllowed.p95, 50),
    row('health that needs attention, p95', attention.p95, 50),
    row(`search in ${contacts} contacts, p95`, directory.p95, 50),
    row('answers of the health screen kept, acknowledged, p95', saves.p95, 20),
    row('the safety card drawn as a sheet, first in a process', cold, null),
    row('the safety card drawn as a sheet, p50', sheets.p50, 150),
    row('the safety card drawn as a sheet, p95', sheets.p95, 150),
  ];
};
