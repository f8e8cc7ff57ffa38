import { type Kysely, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';

/** Scans and photos of papers stand beside what was drawn here; SQLite cannot widen a check, so the table is made anew. */
const documentsOfAnyKind = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table documents_new (
    id text primary key,
    client_id text references clients (id),
    kind text not null check (kind in ('consent', 'scan')),
    title text not null,
    created_at text not null,
    sha256 text not null check (length(sha256) = 64),
    audit_seq integer not null unique references audit (seq),
    media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    pdf blob not null
  ) strict`.execute(db);
  await sql`insert into documents_new select id, client_id, kind, title, created_at, sha256, audit_seq, 'application/pdf', pdf from documents`.execute(
    db,
  );
  await sql`drop table documents`.execute(db);
  await sql`alter table documents_new rename to documents`.execute(db);
  await sql`create index documents_by_client on documents (client_id, created_at)`.execute(db);
  await sql`create index documents_by_sha256 on documents (sha256)`.execute(db);
  await sql`create trigger documents_are_not_changed before update on documents begin select raise(abort, 'documents are immutable'); end`.execute(
    db,
  );
};

/** When a consent ends by itself, for whom it was signed, and what was taken back. Those of before hold what part 1 could sign: the first form, for twelve months. */
const consentsThatEnd = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop trigger consents_are_not_changed`.execute(db);
  await sql`alter table consents add column ends_on text`.execute(db);
  await sql`alter table consents add column ends_by text check (ends_by in ('period', 'birthday', 'date', 'visit'))`.execute(db);
  await sql`alter table consents add column under_age integer not null default 0 check (under_age in (0, 1))`.execute(db);
  await sql`alter table consents add column place text not null default ''`.execute(db);
  await sql`update consents set ends_by = 'period', place = coalesce((select place from profile), '')`.execute(db);
  const { rows } = await sql<{ id: string; signed_at: string; zone: string }>`select id, signed_at, zone from consents, profile`.execute(
    db,
  );
  for (const { id, signed_at, zone } of rows) {
    const day = Temporal.Instant.from(signed_at).toZonedDateTimeISO(zone).toPlainDate();
    await sql`update consents set ends_on = ${day.add({ months: 12 }).toString()} where id = ${id}`.execute(db);
  }
  await sql`create trigger consents_are_not_changed before update on consents begin select raise(abort, 'consents are immutable'); end`.execute(
    db,
  );
  await sql`create index consents_by_form on consents (client_id, form_id, signed_at, id)`.execute(db);
  // All that is asked of each one in a span of days, so that none of the long texts before these columns is read for it.
  await sql`create index consents_by_end on consents (ends_on, client_id, form_id, signed_at, id, ends_by)
    where ends_on is not null and ends_by <> 'visit'`.execute(db);
  await sql`create table consent_withdrawals (
    id text primary key,
    consent_id text not null references consents (id),
    withdrawn_at text not null,
    recorded_by text not null references keyholders (id),
    by_whom text not null check (by_whom in ('client', 'guardian', 'decision_maker', 'personal_representative')),
    parts text not null,
    words text not null
  ) strict`.execute(db);
  await sql`create index withdrawals_by_consent on consent_withdrawals (consent_id, withdrawn_at)`.execute(db);
  await sql`create trigger withdrawals_are_not_changed before update on consent_withdrawals begin select raise(abort, 'withdrawals are immutable'); end`.execute(
    db,
  );
};

/** The one hand-over there can be, and the forms a client is filling or has given back. A finished or set-aside filling is gone. */
const handovers = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table handovers (
    id text primary key,
    client_id text not null references clients (id),
    begun_at text not null,
    begun_by text not null references keyholders (id),
    resting integer not null default 0 check (resting in (0, 1)),
    ended_at text,
    ended_by text references keyholders (id)
  ) strict`.execute(db);
  await sql`create unique index one_handover_at_a_time on handovers ((1)) where ended_at is null`.execute(db);
  await sql`create table fillings (
    id text primary key,
    handover_id text not null references handovers (id),
    client_id text not null references clients (id),
    position integer not null,
    form_id text not null,
    form_version text not null,
    shown_sha256 text not null check (length(shown_sha256) = 64),
    blanks text not null,
    answers text not null,
    talk text not null,
    seen text not null,
    reviewed text not null,
    signatures text not null,
    signed_at text not null,
    substitutes_agreed integer not null check (substitutes_agreed in (0, 1)),
    page integer not null,
    revision integer not null,
    saved_at text not null
  ) strict`.execute(db);
  await sql`create index fillings_by_client on fillings (client_id, form_id)`.execute(db);
  await sql`create index fillings_by_handover on fillings (handover_id, position)`.execute(db);
};

/** Texts of forms the practice changed, each a version of its own, and the practice's own words in them. */
const formTexts = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table form_versions (
    form_id text not null,
    version text not null,
    language text not null,
    kind text not null check (kind in ('meaning', 'spelling')),
    note text not null,
    text text not null,
    made_at text not null,
    made_by text not null references keyholders (id),
    primary key (form_id, version)
  ) strict, without rowid`.execute(db);
  await sql`create trigger form_versions_are_not_changed before update on form_versions begin select raise(abort, 'form versions are immutable'); end`.execute(
    db,
  );
  await sql`create table form_facts (
    placeholder text primary key,
    words text not null,
    checked_on text
  ) strict, without rowid`.execute(db);
  await sql`create table form_facts_version (
    one integer primary key check (one = 1),
    version integer not null
  ) strict`.execute(db);
  await sql`insert into form_facts_version values (1, 0)`.execute(db);
};

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await documentsOfAnyKind(db);
  await consentsThatEnd(db);
  await handovers(db);
  await formTexts(db);
};
