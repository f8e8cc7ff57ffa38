import { expect, test } from 'vitest';
import { mapAfter, type Saying } from '../../shared/sayings.ts';
import { queryLayer } from '../store/dialect.ts';
import { migrate, migrations } from '../store/migrate.ts';
import { openInMemory } from '../store/open.ts';
import { sayingsOf } from './maps-repository.ts';

const level = { kind: 'choice', value: 'C4', other: '' };
const marking = (...codes: readonly string[]) => ({
  areas: { kind: 'map', areas: Object.fromEntries(codes.map((code) => [code, 'yes'])) },
  'contact-level': level,
});

type Waiting = { readonly id: string; readonly savedAt: string; readonly codes: readonly string[] };

/** A consent of June with one place in; in July something of it was taken back; and forms that waited. Brought to how maps are kept now. */
const broughtUp = async (parts: readonly string[], ...waiting: readonly Waiting[]) => {
  const connection = openInMemory();
  const db = queryLayer(connection);
  await migrate(db, Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0006')));
  connection.exec(`
    insert into keyholders values ('k', 'w', 'Hana', 'owner', 't');
    insert into audit values (1, 't', 'k', 'consent-signed', null, null, null, zeroblob(32));
    insert into clients (id, version, chosen_name, legal_name, pronouns, birth_date, phone, email, contact_wishes, stop_word, stop_gesture,
      sort_name, search_text, created_at, updated_at) values ('c', 1, 'Maya', '', '', null, '', '', '', '', '', 'maya', 'maya', 't', 't');
    insert into documents (id, client_id, kind, title, created_at, sha256, audit_seq, media_type, pdf)
      values ('d', 'c', 'consent', 'Consent', 't', hex(zeroblob(32)), 1, 'application/pdf', x'25');
    insert into handovers values ('h', 'c', 't', 'k', 0, 't', 'k')`);
  connection
    .prepare(
      `insert into consents (id, client_id, document_id, form_id, form_version, content_version, title, signed_at, signed_by, shown_sha256, shown,
       answers, signatures, ends_on, ends_by, under_age, place) values ('s', 'c', 'd', 'informed-consent', '1.1.0', '1.0.0', 'Consent',
       '2026-06-01T10:00:00.000Z', 'k', hex(zeroblob(32)), '', ?, '[]', null, null, 0, 'CA-ON')`,
    )
    .run(JSON.stringify(marking('B-NECK')));
  connection
    .prepare("insert into consent_withdrawals values ('w', 's', '2026-07-01T10:00:00.000Z', 'k', 'client', ?, 'No')")
    .run(JSON.stringify(parts));
  const filling = connection.prepare(
    `insert into fillings (id, handover_id, client_id, position, form_id, form_version, shown_sha256, blanks, answers, talk, seen, reviewed,
     signatures, signed_at, substitutes_agreed, page, revision, saved_at) values (?, 'h', 'c', 0, ?, '1.1.0',
     hex(zeroblob(32)), '{}', ?, '[]', '[]', '[]', '[]', '{}', 0, 3, 2, ?)`,
  );
  for (const { id, savedAt, codes } of waiting) filling.run(id, id, JSON.stringify(marking(...codes)), savedAt);
  await migrate(db);
  const said = (id: string): number => (connection.prepare('select said from fillings where id = ?').get(id) as { said: number }).said;
  /** The map once a form that waits is finished. */
  const after = async ({ id, codes }: Waiting) => {
    const areas = Object.fromEntries(codes.map((code) => [code, { state: 'yes', ceiling: 4 }] as const));
    const saying: Saying = { said: said(id), kind: 'whole', areas, ceiling: 4 };
    return mapAfter([...(await sayingsOf(db, 'c', saying.said)), saying]);
  };
  return { now: async () => mapAfter(await sayingsOf(db, 'c')), after };
};

const before: Waiting = { id: 'before', savedAt: '2026-06-15T10:00:00.000Z', codes: ['B-NECK', 'B-KNEE-L'] };
const later: Waiting = { id: 'later', savedAt: '2026-08-01T10:00:00.000Z', codes: ['B-KNEE-L'] };
const out = { state: 'no', ceiling: 0 };

test('a contact level taken back is none, whatever the form said', async () => {
  const { now } = await broughtUp(['contact-level']);
  expect(await now()).toMatchObject({ ceiling: 0, areas: { 'B-NECK': { ceiling: 0 } } });
});

test('places taken back stay out in a form filled before them and finished now, also those it alone marked', async () => {
  const { after } = await broughtUp(['areas'], before, later);
  expect((await after(before)).areas).toEqual({ 'B-NECK': out, 'B-KNEE-L': out });
  expect((await after(later)).areas).toEqual({ 'B-KNEE-L': { state: 'yes', ceiling: 4 } });
});

test('a level taken back stays none in a form filled before', async () => {
  const { after } = await broughtUp(['contact-level'], before, later);
  expect((await after(before)).ceiling).toBe(0);
  expect((await after(later)).ceiling).toBe(4);
});
