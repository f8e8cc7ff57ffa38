import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect, test } from 'vitest';
import { type Database, queryLayer } from './dialect.ts';
import { migrate, migrations } from './migrate.ts';
import { type Connection, openInMemory } from './open.ts';

const names = Object.keys(migrations);
const upTo = (last: string): Record<string, Migration> => Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last));

const fresh = (): { readonly connection: Connection; readonly db: Database } => {
  const connection = openInMemory();
  return { connection, db: queryLayer(connection) };
};

const schemaOf = (connection: Connection): string =>
  `${(connection.prepare("select sql from sqlite_schema where sql is not null and name not like 'kysely%' order by type desc, name").all() as { sql: string }[]).map((row) => row.sql.replace(/\n {4}/g, '\n  ').replace(/\n {2}\) strict/, '\n) strict')).join(';\n\n')};\n`;

/** A row of every table there is, as an old practice would have it; the columns of its first version are enough. */
const rows: readonly string[] = [
  "insert into profile values (1, 3, 'Alder Room', '12 Mill Lane', 'Hana Lindqvist', 'RMT', 'no. 1', 'CA-ON', 'America/Toronto', 'letter')",
  "insert into keyholders values ('k', 'w', 'Hana', 'owner', '2026-11-24T00:00:00.000Z')",
  "insert into audit values (1, '2026-11-24T00:00:00.000Z', 'k', 'practice-created', null, null, null, zeroblob(32))",
  `insert into clients (id, version, chosen_name, legal_name, pronouns, birth_date, phone, email, contact_wishes, stop_word, stop_gesture,
   sort_name, search_text, created_at, updated_at) values ('c', 1, 'Maya', '', '', null, '', '', '', '', '', 'maya', 'maya', 't', 't'),
   ('md', 1, 'Maja', '', '', null, '', '', '', '', '', 'maja', 'maja', 't', 't')`,
  `insert into documents (id, client_id, kind, title, created_at, sha256, audit_seq, pdf)
   values ('d', 'c', 'consent', 'Consent', 't', hex(zeroblob(32)), 1, x'25')`,
  `insert into documents (id, client_id, kind, title, created_at, sha256, audit_seq, media_type, pdf)
   values ('d', 'c', 'scan', 'Court order', 't', hex(zeroblob(32)), 1, 'image/png', x'25')`,
  `insert into consents (id, client_id, document_id, form_id, form_version, content_version, title, signed_at, signed_by, shown_sha256, shown,
   answers, signatures)
   values ('s', 'c', 'd', 'informed-consent', '1.1.0', '1.1.0', 'Consent', '2026-11-25T03:30:00.000Z', 'k', hex(zeroblob(32)), '', '{}', '[]')`,
  "insert into consent_withdrawals values ('w', 's', 't', 'k', 'client', '[\"why\"]', 'Not any more')",
  "insert into handovers (id, client_id, begun_at, begun_by) values ('h', 'c', 't', 'k')",
  `insert into fillings (id, handover_id, client_id, position, form_id, form_version, shown_sha256, blanks, answers, talk, seen, reviewed,
   signatures, signed_at, substitutes_agreed, page, revision, saved_at) values ('f', 'h', 'c', 0, 'informed-consent', '1.1.0',
   hex(zeroblob(32)), '{}', '{}', '[]', '[]', '[]', '[]', '{}', 0, 3, 2, 't')`,
  "insert into intakes values ('i', 'c', 1, 't', 'k', 't', 'k', '2027-11-24', '1.1.0', 3, 't', 4, null, '{}')",
  "insert into consent_maps values ('m', 'c', 1, 't', 'k', 'together', null, 2, '{}', '', '1.1.0', 1, 4, 'whole', '{}', 2)",
  "insert into sensitive_areas values ('B-GLUTE-L', 't', 'k')",
  "insert into stop_signals values ('g', 'c', 'amber', 'A lifted hand', 't', 'k')",
  "insert into stop_rehearsals values ('r', 'c', 'amber', 'A lifted hand', 't', 'k')",
  "insert into health_screens values ('n', 'c', 1, 't', 'k', '{}', '[]', 't', '1.1.0', 2, 't')",
  "insert into suitability_answers values ('u', 'c', 'g2', 'flag', '', 't', 'k')",
  "insert into findings (id, client_id, item_id, item, content_version, made_at) values ('v', 'c', 'varicose', '{}', '1.1.0', 't')",
  "insert into finding_events values ('v', 1, 'said', 't', 'k', '{}')",
  "insert into medicines values ('x', 1, 'c', 'Warfarin', 'class', 'anticoagulant', null, '', null, 't', 'k')",
  "insert into contacts values ('o', 'person', 'Dr. Okafor', '', '', '', '', '', '', 'okafor', 1, 't', 't', null)",
  "insert into care_team values ('c', 'o', 'therapist', '', '2026-11-26', null)",
  "insert into clearances values ('q', 'c', 'o', '{}', 't', 'k')",
  "insert into clearance_replies values ('q', '{}', 't', 'k')",
  "insert into health_changes values ('y', 'c', 't', 'k', 0, '', 't', 'k', '')",
  "insert into card_readings values ('z', 'c', hex(zeroblob(32)), '{}', 't', 'k')",
  "insert into crises values ('j', 'c', 't', '[]', 't', 'k', 'Called together')",
  "insert into crisis_numbers values ('CA-ON', '{}', '2026-11-26', 'k')",
  "insert into practitioners values ('k', 1, 'Hana', 'k', 1, 't')",
  "insert into services values ('e', 1, 'Massage', 60, 0, 15, 9000, 'HST', 1300, '', 1, 't')",
  "insert into rooms values ('b', 1, 'Garden room', '', 1, 't')",
  "insert into opening_hours values ('k', 1, '[]')",
  "insert into hours_exceptions values ('l', 'k', 'absent', '2026-12-24', '2026-12-26', null, null, '', 't', 'k')",
  `insert into series values ('t', 1, '{}', '2026-12-01', 0, '2027-12-01', '[]', 'c', 'k', 'b', 'e', '10:00', 'America/Toronto', 60, 0, 15, 9000,
   'CAD', '', 1, null, 't')`,
  `insert into appointments values ('a', 1, 'c', 'e', 'k', 'b', '2026-12-01', '10:00', 'America/Toronto', '2026-12-01T15:00:00.000Z',
   '2026-12-01T16:00:00.000Z', 60, 0, 15, 9000, 'CAD', 'booked', 't', '', 't', '2026-12-01', '[]', 0, null, '', null, 0, 't')`,
  "insert into appointment_changes values ('a', 1, 't', 'k', 'booked', null, '{}', 'booked', '')",
  "insert into wait_list values ('p', 1, 'c', 'e', null, '[]', null, null, null, null, 0, '', 't', '[]', null, null)",
  "insert into reminders_done values ('a', 'text', 't', 'k')",
  "insert into reminder_settings values (1, 1, 1, 'x')",
  "insert into tasks values ('aa', 1, 'Check in', '', '2026-12-01', 'c', 'clinical', 't', 'k', null, null)",
  "insert into ics_taken values ('1@example.com', 'a', null, 't')",
  `insert into sessions values ('ab', 'c', 'k', null, 't', 60, 0, '1.1.0', 'r', 5, 't', 9, 'k', 'ac', '{}', '{}')`,
  "insert into session_events values ('ab', 1, 'ad', 't', 'r', 6, 1, 'stop', '{}', 0, 'k')",
  "insert into incidents values ('ae', 'ab', 1, 'c', 't', 't', 'k', '{}')",
  "insert into holds values ('af', 'c', 'ab', 'ae', 'grade', 'D3', 't', 't', 'k', 'cleared', 'Talk only')",
  "insert into note_templates values ('ag', 1, 1, '{}')",
  `insert into notes values ('ah', 'c', 'k', 'ab', '2026-11-24', 't', '2026-11-24', 'ag', '1.1.0', 2, 't', '{}', null, 't', '{}',
   hex(zeroblob(32)), 'd', 1)`,
  "insert into note_addenda values ('ai', 'ah', 't', 'k', 0, 'Told later', 'Slept well')",
  "insert into note_reviews values ('aj', 'ah', 'h', 2, 't', 'talk', 'The second line')",
  "insert into note_errors values ('ah', 't', 'k', 'Of somebody else', null)",
  "insert into coverings values ('ak', 'c', 'k', 't', 'u', 'Away')",
  "insert into reflections values ('al', 'ah', 'k', 't', 't', 1, 'Slower', 't')",
  "insert into snippets values ('am', 'k', 1, 'aft', 'Sheet given', 0)",
  "insert into language_settings values ('k', 'off', '[]')",
  "insert into note_rows values (2078100000, 'ah')",
  "insert into note_search (rowid, keys, body) values (2078100000, 'ck', 'Slept well')",
  `insert into client_tags values ('c', 'evening', 'Evening')`,
  `insert into custom_fields values ('ca', 1, 'Referred by', 'text', '[]', 1, 0)`,
  "insert into client_custom_values values ('c', 'ca', 'A friend')",
  `insert into client_filters values ('cb', 'k', 'Evenings', 'evenings', '{}')`,
  `insert into release_drafts values ('ba', 'c', 'o', 'part2-consent', '{}', 'to', null, 't', 'k')`,
  `insert into releases values ('bb', 'c', 'o', 'release-of-information', '{}', 'both', null, 't', 's', '[]', '[]', '[]', '', '[]', '', '', '')`,
  "insert into release_events values ('bb', '2026-11-20', 't', 'k', 'The work ended')",
  `insert into letters values ('bc', 'c', 'k', 'progress-update', '1.1.0', 'o', '{}', 'session', 'ab', '2026-09-01', '2026-11-24', null, 't', 2, 't',
   '{}', null, null, null, 't', 'bb', '', '{}', hex(zeroblob(32)), 'd')`,
  "insert into letter_previews values ('bd', 'bc', 2, 't', 'k', 'read-here', '')",
  "insert into letter_events values ('be', 'bc', 'handed_over', 't', 'k', '2026-11-24', 'by post', '', null)",
  `insert into disclosures values ('bf', 'c', '2026-11-24', 't', 'k', 'o', 'Dr. Okafor', 'by post', '[]', 'A letter', 'coordinate_care', '', 'release',
   'bb', '', 'bc')`,
  `insert into client_imports values (1, 'ca', 'clients.csv', hex(zeroblob(32)), 1, 't', 'k', 't', 'k')`,
  "insert into imported_clients values ('c', 'ca')",
  "insert into attachments values ('d', 'report', '2026-11-20')",
  "insert into attachment_moves values (1, 'd', 'c', 'c', 't', 'k', 'Of somebody else')",
  "insert into attachment_errors values ('d', 't', 'k', 'Upside down')",
  "insert into attachment_descriptions values (1, 'd', 't', 'k', 'Scan of the clinic', 'report', null)",
  "insert into client_merges values ('md', 'c', 't', 'k', 'The same person', '{}', '{}', 0, 0, 0, '[]', '{}')",
  "insert into client_photos values ('c', 'image/png', x'25', 't', 'k')",
  "insert into client_errors values (1, 'c', 1, 't', 'k', 'Nobody')",
  "insert into paper_consents values ('s', '2026-11-20', '[]', 'k', 'Hana')",
  "insert into form_versions values ('informed-consent', '2.0.0', 'en', 'meaning', 'Plainer', '{}', 't', 'k')",
  "insert into form_facts values ('fee', '90 dollars', null)",
  'insert into chain_keys values (1, zeroblob(32), zeroblob(32))',
  "insert into drafts values ('k', 'new-client', 'New client', '/clients/new', '{}', 't')",
];

const columnsOf = (connection: Connection, table: string): number =>
  (connection.prepare('select name from pragma_table_info(?)').all(table) as unknown[]).length;

const tableOf = (row: string): string => row.split(' ')[2] ?? '';

/** Whether this step knows the table with these columns, and nothing stands in it yet. */
const isWanted = (connection: Connection, row: string): boolean => {
  const table = tableOf(row);
  if (columnsOf(connection, table) === 0 || connection.prepare(`select 1 from ${table}`).get()) return false;
  const before0005 = columnsOf(connection, 'fillings') === 0;
  return table !== 'documents' || before0005 !== row.includes('media_type');
};

const fill = (connection: Connection): void => {
  for (const row of rows) if (isWanted(connection, row)) connection.exec(row);
};

type Table = readonly [string, readonly object[]];

const contents = (connection: Connection): Table[] =>
  (
    connection.prepare("select name from sqlite_schema where type = 'table' and name not like 'kysely%' order by name").all() as {
      name: string;
    }[]
  ).map(({ name }) => [name, connection.prepare(`select * from ${name}`).all() as object[]]);

/** Every row with every column it had; what a step adds may stand beside it. */
const holds = (now: readonly Table[], was: readonly Table[]): void => {
  const tables = new Map(now);
  for (const [name, before] of was) expect([name, tables.get(name)]).toEqual([name, before.map((row) => expect.objectContaining(row))]);
};

test('schema.sql is what the migrations make', async () => {
  const { connection, db } = fresh();
  await migrate(db);
  const kept = join(import.meta.dirname, 'schema.sql');
  if (process.env.WRITE_SCHEMA) writeFileSync(kept, schemaOf(connection));
  expect(schemaOf(connection)).toBe(readFileSync(kept, 'utf8'));
  // Those the search makes for itself are not ours to make strict.
  expect(schemaOf(connection).match(/CREATE TABLE (?!'note_search_)/g)).toHaveLength(schemaOf(connection).match(/\) strict/g)?.length ?? 0);
});

test.each(names.slice(1).map((name, index) => [names[index] ?? '', name]))(
  'from %s with rows in it to %s: nothing is lost',
  async (before, after) => {
    const { connection, db } = fresh();
    await migrate(db, upTo(before));
    fill(connection);
    const was = contents(connection);
    await migrate(db, upTo(after));
    holds(contents(connection), was);
    fill(connection);
    expect(connection.pragma('foreign_key_check')).toEqual([]);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  },
);

test('a session closed before notes were written waits for its note', async () => {
  const { connection, db } = fresh();
  await migrate(db, upTo('0009-sessions'));
  fill(connection);
  await migrate(db);
  const waiting = connection.prepare('select session_id, practitioner_id, started_at from sessions_without_note');
  expect(waiting.all()).toEqual([{ session_id: 'ab', practitioner_id: 'k', started_at: 't' }]);
});

test('a consent signed before consents could end ends twelve months after its day in the practice, and counts for its place', async () => {
  const { connection, db } = fresh();
  await migrate(db, upTo('0004-trail-and-drafts'));
  fill(connection);
  await migrate(db);
  // 03:30 on 25 November in UTC is still the 24th in Toronto.
  expect(connection.prepare('select ends_on, ends_by, under_age, place from consents').all()).toEqual([
    { ends_on: '2027-11-24', ends_by: 'period', under_age: 0, place: 'CA-ON' },
  ]);
  expect(connection.prepare('select kind, media_type from documents').all()).toEqual([{ kind: 'consent', media_type: 'application/pdf' }]);
});

test('places of a consent signed before maps were kept are a map of its moment, without what was taken back since', async () => {
  const { connection, db } = fresh();
  await migrate(db, upTo('0005-forms-and-handover'));
  fill(connection);
  const consent = connection.prepare(
    `insert into consents (id, client_id, document_id, form_id, form_version, content_version, title, signed_at, signed_by, shown_sha256, shown,
     answers, signatures, ends_on, ends_by, under_age, place)
     values (?, ?, ?, ?, '1.1.0', '1.0.0', 'Consent', ?, 'k', hex(zeroblob(32)), '', ?, '[]', null, null, 0, 'CA-ON')`,
  );
  const client = connection.prepare(
    'insert into clients select ?, version, ?, legal_name, pronouns, birth_date, phone, email, contact_wishes, stop_word, stop_gesture, sort_name, search_text, created_at, updated_at, archived_at from clients where id = ?',
  );
  const paper = connection.prepare(`insert into documents (id, client_id, kind, title, created_at, sha256, audit_seq, media_type, pdf)
    values (?, 'c', 'consent', 'Consent', 't', hex(zeroblob(32)), ?, 'application/pdf', x'25')`);
  const entry = connection.prepare("insert into audit values (?, 't', 'k', 'consent-signed', null, null, null, zeroblob(32))");
  const marks = { kind: 'map', areas: { 'B-NECK': 'ask', 'B-TRAP-L': 'yes', 'B-KNEE-L': 'no' } };
  const signed: readonly (readonly [string, string, string, object])[] = [
    ['s1', 'c', 'informed-consent', { areas: marks, 'contact-level': { kind: 'choice', value: 'C2', other: '' } }],
    ['s2', 'n', 'informed-consent', { areas: marks }],
    ['s3', 'n', 'minor-consent', { areas: marks }],
    ['s4', 'n', 'informed-consent', { why: { kind: 'text', text: 'To sleep' } }],
  ];
  client.run('n', 'Noor', 'c');
  for (const [index, [id, clientId, formId, answers]] of signed.entries()) {
    entry.run(index + 2);
    paper.run(id, index + 2);
    consent.run(id, clientId, id, formId, `2026-06-0${index + 1}T10:00:00.000Z`, JSON.stringify(answers));
  }
  const taken = connection.prepare("insert into consent_withdrawals values (?, 's1', ?, 'k', 'client', ?, ?)");
  taken.run('w1', '2026-07-01T10:00:00.000Z', '["clothing"]', 'Dressed');
  taken.run('w2', '2026-08-01T10:00:00.000Z', '["contact-level"]', 'No contact');
  taken.run('w3', '2026-09-01T10:00:00.000Z', '["why","areas"]', 'Nowhere');
  taken.run('w4', '2026-10-01T10:00:00.000Z', '[]', 'Not at all');
  await migrate(db);

  const [yes, ask, out] = [
    { state: 'yes', ceiling: 2 },
    { state: 'ask', ceiling: 2 },
    { state: 'no', ceiling: 0 },
  ];
  const rows = connection
    .prepare(
      'select id, client_id, seq, made_at, made_by, source, source_id, ceiling, areas, words, content_version from consent_maps order by client_id, seq',
    )
    .all() as { areas: string }[];
  const row = { client_id: 'c', made_by: 'k', source_id: 's1', words: '', content_version: '1.0.0' };
  expect(rows.map((one) => ({ ...one, areas: JSON.parse(one.areas) }))).toEqual([
    {
      ...row,
      id: 's1',
      seq: 1,
      made_at: '2026-06-01T10:00:00.000Z',
      source: 'consent',
      ceiling: 2,
      areas: { 'B-NECK': ask, 'B-TRAP-L': yes, 'B-KNEE-L': out },
    },
    {
      ...row,
      id: 'w2',
      seq: 2,
      made_at: '2026-08-01T10:00:00.000Z',
      source: 'withdrawal',
      ceiling: 0,
      areas: { 'B-NECK': { ...ask, ceiling: 0 }, 'B-TRAP-L': { ...yes, ceiling: 0 }, 'B-KNEE-L': out },
      words: 'No contact',
    },
    {
      ...row,
      id: 'w3',
      seq: 3,
      made_at: '2026-09-01T10:00:00.000Z',
      source: 'withdrawal',
      ceiling: 0,
      areas: { 'B-NECK': out, 'B-TRAP-L': out, 'B-KNEE-L': out },
      words: 'Nowhere',
    },
    // Without a level there is no contact.
    {
      ...row,
      client_id: 'n',
      id: 's2',
      seq: 1,
      source_id: 's2',
      made_at: '2026-06-02T10:00:00.000Z',
      source: 'consent',
      ceiling: 0,
      areas: { 'B-NECK': { ...ask, ceiling: 0 }, 'B-TRAP-L': { ...yes, ceiling: 0 }, 'B-KNEE-L': out },
    },
  ]);
});

test('a scan that was filed before papers had a kind is a scan of no day, and no other paper is', async () => {
  const { connection, db } = fresh();
  await migrate(db, upTo('0010-notes'));
  fill(connection);
  connection.exec(`insert into audit values (2, 't', 'k', 'document-filed', 'c', 'e', null, zeroblob(32));
    insert into documents values ('e', 'c', 'consent', 'Consent', 't', hex(zeroblob(32)), 2, 'application/pdf', x'25')`);
  await migrate(db);
  expect(connection.prepare('select * from attachments').all()).toEqual([{ document_id: 'd', kind: 'scan', paper_on: null }]);
});

test('there is never more than one hand-over at a time', async () => {
  const { connection, db } = fresh();
  await migrate(db);
  fill(connection);
  const further = "insert into handovers (id, client_id, begun_at, begun_by) values ('i', 'c', 't', 'k')";
  expect(() => connection.exec(further)).toThrow(/UNIQUE/);
  connection.exec("update handovers set ended_at = 't', ended_by = 'k'");
  connection.exec(further);
});

test.each([
  [
    'throws half-way',
    async (db: Parameters<Migration['up']>[0]) => {
      await sql`create table half (a text) strict`.execute(db);
      await sql`update clients set chosen_name = 'changed'`.execute(db);
      throw new Error('half-way');
    },
  ],
  [
    'leaves references broken',
    async (db: Parameters<Migration['up']>[0]) => {
      await sql`delete from clients`.execute(db);
    },
  ],
] as const)('a step that %s leaves the old state, and the practice opens again', async (_, up) => {
  const { connection, db } = fresh();
  await migrate(db);
  fill(connection);
  const was = [contents(connection), schemaOf(connection)];
  await expect(migrate(db, { ...migrations, '9999-broken': { up } })).rejects.toThrow();
  expect([contents(connection), schemaOf(connection)]).toEqual(was);
  await migrate(db);
  expect([contents(connection), schemaOf(connection)]).toEqual(was);
});

test('a file with steps from a newer version is not touched', async () => {
  const { db } = fresh();
  await migrate(db, { ...migrations, '9999-newer': { up: async () => undefined } });
  await expect(migrate(db)).rejects.toThrow('made-by-newer-version');
});

test('what is signed or recorded cannot be changed, the trail not even shortened', async () => {
  const { connection, db } = fresh();
  await migrate(db);
  fill(connection);
  connection.exec(`insert into audit values (2, 't', 'k', 'note-signed', 'c', 'ah', null, zeroblob(32));
    insert into documents values ('nd', 'c', 'note', 'Session note', 't', hex(zeroblob(32)), 2, 'application/pdf', x'25')`);
  for (const statement of [
    "update audit set actor = 'x'",
    'delete from audit',
    "update documents set title = 'x'",
    "update consent_withdrawals set words = 'x'",
    "update form_versions set text = 'x'",
    'update consents set answers = \'{"a":1}\'',
    "update intakes set entries = '{}'",
    'update consent_maps set ceiling = 4',
    "update stop_signals set word = 'x'",
    "update stop_rehearsals set rehearsed_at = 'x'",
    "update health_screens set answers = '[]'",
    "update suitability_answers set outcome = 'clear'",
    "update findings set item = 'x'",
    "update finding_events set event = 'x'",
    "update medicines set match = 'none', class_id = null",
    "update clearances set request = 'x'",
    "update clearance_replies set reply = 'x'",
    "update health_changes set words = 'x'",
    "update card_readings set card = 'x'",
    "update crises set words = 'x'",
    "update appointment_changes set override = 'x'",
    "update session_events set body = 'x'",
    'delete from session_events',
    "update sessions set summary = 'x'",
    'update sessions set ended_at = null, ending = null',
    'delete from sessions',
    "update incidents set resolution = 'x'",
    'delete from incidents',
    "update holds set words = 'x'",
    'update holds set ended_at = null',
    'delete from holds',
    "update notes set body = '{}'",
    'update notes set revision = revision + 1',
    "update notes set client_id = 'x'",
    'update notes set signed_at = null, signature = null, sha256 = null, document_id = null',
    'delete from notes',
    "update note_addenda set text = 'x'",
    'delete from note_addenda',
    "update note_reviews set outcome = 'read'",
    'delete from note_reviews',
    "update note_errors set reason = 'x'",
    'delete from note_errors',
    "update coverings set until = 'z'",
    'delete from coverings',
    "update reflections set text = 'x'",
    'update reflections set locked_at = null',
    'delete from reflections',
    "update releases set kinds = '[]'",
    'delete from releases',
    "update release_events set words = 'x'",
    'delete from release_events',
    "update letters set body = '{}'",
    "update letters set set_aside_at = 't'",
    'update letters set finalised_at = null, signature = null, sha256 = null, document_id = null',
    'delete from letters',
    "update letter_previews set way = 'x'",
    'delete from letter_previews',
    "update letter_events set words = 'x'",
    'delete from letter_events',
    "update disclosures set what = 'x'",
    'delete from disclosures',
    'update client_imports set clients = 2',
    'update client_imports set undone_at = null, undone_by = null',
    'delete from client_imports',
    "delete from documents where kind = 'note'",
    "update attachments set kind = 'photo'",
    'delete from attachments',
    "update attachment_moves set reason = 'x'",
    'delete from attachment_moves',
    "update attachment_errors set reason = 'x'",
    'delete from attachment_errors',
    "update attachment_descriptions set title = 'x'",
    'delete from attachment_descriptions',
    "update paper_consents set signed_on = 'x'",
    'delete from paper_consents',
    "insert or replace into audit values (1, 't', 'x', 'x', null, null, null, zeroblob(32))",
  ]) {
    expect(() => connection.exec(statement)).toThrow(/append-only|immutable|not deleted/);
  }
});

test('what is open ends once: a session, an incident, a hold', async () => {
  const { connection, db } = fresh();
  await migrate(db);
  fill(connection);
  connection.exec(`insert into sessions values ('sb', 'c', 'k', null, 't', 60, 0, '1.1.0', 'r', 5, null, null, null, null, null, null)`);
  connection.exec("insert into incidents values ('se', 'sb', 1, 'c', 't', null, null, null)");
  connection.exec("insert into holds values ('sf', 'c', 'sb', 'se', 'grade', 'D3', 't', null, null, null, '')");
  const [sessionEnds, incidentEnds, holdEnds] = [
    "update sessions set ended_at = 't', ended_offset = 9, ended_by = 'k', close_id = 'sc', ending = '{}', summary = '{}' where id = 'sb'",
    "update incidents set resolved_at = 't', resolved_by = 'k', resolution = '{}' where id = 'se'",
    "update holds set ended_at = 't', ended_by = 'k', ended_how = 'overridden', words = 'x' where id = 'sf'",
  ];
  for (const table of ['sessions', 'incidents', 'holds']) expect(() => connection.exec(`delete from ${table}`)).toThrow(/not deleted/);
  for (const ends of [sessionEnds, incidentEnds, holdEnds]) {
    connection.exec(ends);
    expect(() => connection.exec(ends)).toThrow(/immutable/);
  }
});

test('nobody leads two sessions at once, and no client is in two', async () => {
  const { connection, db } = fresh();
  await migrate(db);
  fill(connection);
  connection.exec("insert into keyholders values ('kk', 'ww', 'Tom', 'practitioner', 't')");
  connection.exec(
    `insert into clients (id, version, chosen_name, legal_name, pronouns, birth_date, phone, email, contact_wishes, stop_word, stop_gesture,
     sort_name, search_text, created_at, updated_at) values ('cc', 1, 'Noor', '', '', null, '', '', '', '', '', 'noor', 'noor', 't', 't')`,
  );
  const begin = connection.prepare(
    "insert into sessions values (?, ?, ?, null, 't', 60, 0, '1.1.0', 'r', 5, null, null, null, null, null, null)",
  );
  begin.run('one', 'c', 'k');
  expect(() => begin.run('two', 'cc', 'k')).toThrow(/UNIQUE/);
  expect(() => begin.run('two', 'c', 'kk')).toThrow(/UNIQUE/);
  begin.run('two', 'cc', 'kk');
});
