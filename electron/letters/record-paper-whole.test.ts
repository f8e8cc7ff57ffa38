import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, textOf } from '../documents/pdf.test-world.ts';
import { wholeRecord } from './record-paper.test-world.ts';
import { words as health } from './record-paper-health-words.ts';
import { words as left } from './record-paper-left-words.ts';
import { words as visits } from './record-paper-visits-words.ts';
import { words } from './record-paper-words.ts';

/** That a record is whole: each table in which something of a client is kept stands on its paper, or is named here with a reason. */

/** Words of the client of the test world that stand in no other table. */
const onPaper: Readonly<Record<string, readonly string[]>> = {
  clients: ['Text only', '416 555 0142', 'In an emergency Luis Rosario, brother, 416 555 0199'],
  client_merges: ['the record of Maja Rosario became part of this one, by Hana Lindqvist: Written down twice'],
  client_errors: ['marked by Hana Lindqvist: Thought to be twice', 'taken back by Hana Lindqvist: It was the other'],
  client_tags: ['Tags Evenings'],
  client_custom_values: ['Referred by Marisol from the choir'],
  attachments: ['Letter of the clinic Report, of 3 November 2026, filed by Hana Lindqvist'],
  attachment_moves: ['by Hana Lindqvist: Put with the wrong Rosario', 'moved to whose it is by Hana Lindqvist: Scanned in the same pile'],
  attachment_descriptions: ['until 24 November 2026 called Scan of March, Scan; described anew by Hana Lindqvist'],
  attachment_errors: ['Somebody else stands on it'],
  paper_consents: ['on paper, 21 November 2026; the original was seen by Hana L., in person'],
  stop_signals: ['The word “lighthouse”, the signal: a lifted hand'],
  stop_rehearsals: ['Tried The word “amber”, the signal: a lifted hand 24 November 2026'],
  care_team: ['Sees her on Fridays', 'Riverside Clinic', '519 555 0110'],
  intakes: ['My left knee clicks', 'Said it with a smile', 'Something else: Humming low', 'How is your body today?', 'Review, round 2'],
  consents: ['Consent to bodywork'],
  consent_withdrawals: ['My coat stays on'],
  fillings: [words.waits],
  consent_maps: [
    'Not my neck any more',
    'Place by place',
    'Now out Back of the neck (was ask me each time)',
    'No more: a newer map was made',
  ],
  health_screens: ['Health questions, round 3', 'Do you take a blood thinner? No Asked together'],
  findings: ['Bleeding disorder (haemophilia, von Willebrand) Stands as'],
  finding_events: ['Hana Lindqvist: health questions, not sure, which counts as yes'],
  medicines: ['Apixaban Anticoagulants Since the spring'],
  health_changes: ['A new cough', 'It is a cold', 'Nothing had changed: 24 November 2026.'],
  crises: ['Rang the line together'],
  suitability_answers: ['Not sure, which counts as a flag Some nights, she said'],
  clearances: ['May the calves be held?'],
  clearance_replies: [
    'Nothing firm, please',
    'Only: Calf, left',
    'At most 30 minutes',
    'Lying on the side',
    health.until('31 January 2027'),
  ],
  sessions: ['1 minute of contact Top of the shoulder, left', '1 stop Stop signal, Hands off after 1.5 s'],
  notes: ['Words of o.observed'],
  note_addenda: ['Her gloves stayed on'],
  note_reviews: ['Yes, just like that'],
  note_errors: [visits.notPrinted['note-in-error']],
  incidents: ['Looked through me', 'With her sister, by taxi'],
  holds: ['Talked on the phone'],
  releases: ['Which way From this practice to them', 'when we finish our work'],
  release_events: ['Has come 24 November 2026'],
  release_drafts: ['Harbour House', left.states.draft],
  letters: ['Short progress update', 'Draft of Hana Lindqvist, not printed'],
  letter_previews: ['Read by the client here, 24 November 2026'],
  letter_events: ['In a blue envelope', 'Thank you, noted'],
  disclosures: ['Paramedic Reyes', 'She had fainted outside'],
  appointments: ['Side door, please', 'Garden room', 'Cancelled late', 'The bus broke down', 'Fee: CAD 45.00'],
  wait_list: ['Any Tuesday early'],
  tasks: ['Ask how the knee is', 'The green one', 'Done 24 November 2026 by Hana Lindqvist'],
  /** Each of them, below. */
  documents: [],
};

/** What is not on it, and why. */
const leftOut: Readonly<Record<string, string>> = {
  reflections: 'the practitioner’s own, and said to be left out',
  audit: 'who opened and changed it is a paper of its own',
  client_photos: 'to know them by in the window; said to be left out',
  coverings: 'who read notes in place of their author stands in the audit trail and on that paper',
  handovers: 'what came of them stands in the forms, the intake, the health questions and the notes',
  session_events: 'told by the session, its note and its incidents; said to be left out',
  card_readings: 'the card repeats the record; said to be left out',
  appointment_changes: 'what an appointment was before; said to be left out',
  series: 'a rule for appointments, each of which is on it',
  reminders_done: 'that a reminder was copied',
  ics_taken: 'that an event of a file was taken over',
  imported_clients: 'that the first lines of a record came with a list',
  finding_standings: 'worked out from findings and their events',
  sessions_without_note: 'worked out from sessions and notes',
  note_rows: 'of the search',
};

const asItIs = readFileSync(join(import.meta.dirname, '../store/schema.sql'), 'utf8');

/** Tables with a client, and those that belong to a row of one of them. */
const tablesOfClients = (schema: string): ReadonlySet<string> => {
  const tables = [...schema.matchAll(/^CREATE TABLE "?(\w+)"? \(([\s\S]*?)\) *(?:strict|without rowid|;)/gim)].map(
    ([, name = '', body = '']) => ({
      name,
      belongsTo: [...body.matchAll(/references "?(\w+)"?/gi)].map(([, other]) => other ?? ''),
      hasClient: /^\s*,?\s*client_id\b/m.test(body),
    }),
  );
  const found = new Set(['clients']);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { name, belongsTo, hasClient } of tables) if (hasClient || belongsTo.some((other) => found.has(other))) found.add(name);
  }
  return found;
};

let made: Awaited<ReturnType<typeof wholeRecord>>;
let pdf: Uint8Array;
let text: string;

beforeAll(async () => {
  made = await wholeRecord();
  pdf = Buffer.from((await made.world.ok('paper.record', { clientId: made.clientId })).pdf, 'base64');
  text = textOf(pdf).replace(/\s+/gu, ' ');
});

test('each table in which something of a client is kept is on the paper, or is left out for a reason', () => {
  const found = tablesOfClients(asItIs);
  expect([...found].toSorted()).toEqual([...Object.keys(onPaper), ...Object.keys(leftOut)].toSorted());
  expect(Object.values(leftOut).every((reason) => reason !== '')).toBe(true);
});

test('a new table of a client would be noticed, with its own client or by a row it belongs to', () => {
  const more = `${asItIs}\nCREATE TABLE keepsakes (\n  id text primary key,\n  client_id text not null\n) strict;\nCREATE TABLE keepsake_parts (\n  id text primary key,\n  keepsake text not null references keepsakes (id)\n) strict;\n`;
  expect([...tablesOfClients(more)].filter((name) => !tablesOfClients(asItIs).has(name))).toEqual(['keepsakes', 'keepsake_parts']);
});

test.each(Object.keys(onPaper))('%s: what it holds is on the paper', async (table) => {
  const rows = await made.world.open.database
    .selectFrom(table as 'clients')
    .selectAll()
    .execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(onPaper[table]?.filter((said) => !text.includes(said))).toEqual([]);
});

test('every paper is listed with its number', async () => {
  const list = text.slice(text.lastIndexOf(words.chapters.papers));
  const { documents } = await made.world.ok('documents.ofClient', { clientId: made.clientId });
  expect(documents.length).toBeGreaterThan(3);
  expect(documents.filter(({ id }) => !list.includes(id))).toEqual([]);
});

test('the map in force is drawn, and told in words to who does not see it; those before it are told alone', () => {
  const figures = [...openedUp(pdf).matchAll(/\/Alt \(([^)]*)/g)].map(([, alt]) => alt ?? '').filter((alt) => alt.startsWith('Body chart'));
  expect(figures).toHaveLength(1);
  expect(['What changed since the map before', 'Touch is over for today'].filter((said) => !text.includes(said))).toEqual([]);
});

test('what is not on it is said, and is not there', () => {
  expect([words.what, words.whatNot].filter((said) => !text.includes(said))).toEqual([]);
  expect(text).not.toContain('Begun twice');
});

test('it is sound, tagged, within its margins, and one entry of the trail; of an archived client too', async () => {
  expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
  expect(infoOf(pdf)).toMatch(/Tagged: +yes/);
  expect(fontsOf(pdf).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
  expect(inkOutside(pdf, 53)).toBe(0);
  const { world, clientId } = made;
  const { version } = await world.ok('clients.get', { id: clientId });
  await world.ok('clients.archive', { id: clientId, version, archived: true });
  const before = (await world.audit()).length;
  await world.ok('paper.record', { clientId });
  expect((await world.audit()).slice(before).map(({ action, client_id: client }) => [action, client])).toEqual([
    ['record-printed', clientId],
  ]);
});
