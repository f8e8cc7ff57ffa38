import { type Kysely, sql } from 'kysely';

const never = (table: string, what: 'update' | 'delete', why: string, when = '') =>
  sql.raw(`create trigger ${table}_are_not_${what}d before ${what} on ${table} ${when} begin select raise(abort, '${why}'); end`);

/** Letters stand among the papers; SQLite cannot widen a check, so the table is made anew. */
const documentsOfLetters = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table documents_new (
    id text primary key,
    client_id text references clients (id),
    kind text not null check (kind in ('consent', 'scan', 'note', 'letter')),
    title text not null,
    created_at text not null,
    sha256 text not null check (length(sha256) = 64),
    audit_seq integer not null unique references audit (seq),
    media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    pdf blob not null
  ) strict`.execute(db);
  await sql`insert into documents_new select id, client_id, kind, title, created_at, sha256, audit_seq, media_type, pdf from documents`.execute(
    db,
  );
  await sql`drop table documents`.execute(db);
  await sql`alter table documents_new rename to documents`.execute(db);
  await sql`create index documents_by_client on documents (client_id, created_at)`.execute(db);
  await sql`create index documents_by_sha256 on documents (sha256)`.execute(db);
  await never('documents', 'update', 'documents are immutable').execute(db);
  await never('documents', 'delete', 'a signed paper is not deleted', `when old.kind in ('note', 'letter')`).execute(db);
};

/**
 * A permission is made ready for one recipient (a draft, one for a client, recipient and form) and becomes a release with the consent that
 * was signed. That it was taken back stands with the consent; `release_events` says that what was to end it has come.
 */
const releases = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table release_drafts (
    id text primary key,
    client_id text not null references clients (id),
    contact_id text not null references contacts (id),
    form_id text not null,
    recipient text not null,
    direction text not null check (direction in ('to', 'from', 'both')),
    replaces text references releases (id),
    prepared_at text not null,
    prepared_by text not null references keyholders (id),
    unique (client_id, contact_id, form_id)
  ) strict`.execute(db);
  await sql`create table releases (
    id text primary key,
    client_id text not null references clients (id),
    contact_id text not null references contacts (id),
    form_id text not null,
    recipient text not null,
    direction text not null check (direction in ('to', 'from', 'both')),
    replaces text references releases (id),
    prepared_at text not null,
    consent_id text not null unique references consents (id),
    kinds text not null,
    measures text not null,
    purposes text not null,
    purpose_words text not null,
    special text not null,
    covers_words text not null,
    authority text not null,
    end_event text not null
  ) strict`.execute(db);
  await sql`create index releases_by_client on releases (client_id)`.execute(db);
  await sql`create table release_events (
    release_id text primary key references releases (id),
    happened_on text not null,
    at text not null,
    by text not null references keyholders (id),
    words text not null
  ) strict`.execute(db);
};

/** A letter is changed until it is finalised and never after; `body` is what may be changed, as JSON. What comes later stands beside it. */
const letters = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table letters (
    id text primary key,
    client_id text not null references clients (id),
    author_id text not null references keyholders (id),
    kind_id text not null,
    edition text not null,
    contact_id text references contacts (id),
    recipient text not null,
    from_kind text check (from_kind in ('session', 'incident', 'finding')),
    from_id text,
    period_from text not null,
    period_to text not null,
    corrects text references letters (id),
    created_at text not null,
    version integer not null check (version >= 1),
    saved_at text not null,
    body text not null,
    send_by text,
    reply_by text,
    set_aside_at text,
    finalised_at text,
    release_id text references releases (id),
    unseen_reason text not null default '',
    signature text,
    sha256 text check (length(sha256) = 64),
    document_id text unique references documents (id),
    check ((finalised_at is null) = (signature is null) and (finalised_at is null) = (sha256 is null) and (finalised_at is null) = (document_id is null)),
    check (set_aside_at is null or finalised_at is null)
  ) strict`.execute(db);
  await sql`create index letters_by_client on letters (client_id, created_at)`.execute(db);
  await sql`create index letters_not_finalised on letters (author_id, saved_at) where finalised_at is null and set_aside_at is null`.execute(
    db,
  );
  await sql`create index letters_finalised on letters (finalised_at) where finalised_at is not null`.execute(db);
  await sql`create index letters_corrected on letters (corrects) where corrects is not null`.execute(db);
  await never('letters', 'update', 'a finalised letter is immutable', 'when old.finalised_at is not null').execute(db);
  await never('letters', 'delete', 'a letter is not deleted').execute(db);
  await sql`create table letter_previews (
    id text primary key,
    letter_id text not null references letters (id),
    version integer not null,
    at text not null,
    by text not null references keyholders (id),
    way text not null,
    words text not null
  ) strict`.execute(db);
  await sql`create index previews_by_letter on letter_previews (letter_id, version)`.execute(db);
  await sql`create table letter_events (
    id text primary key,
    letter_id text not null references letters (id),
    kind text not null check (kind in ('handed_over', 'answered')),
    at text not null,
    by text not null references keyholders (id),
    happened_on text not null,
    way text not null,
    words text not null,
    document_id text references documents (id)
  ) strict`.execute(db);
  await sql`create index events_by_letter on letter_events (letter_id, at)`.execute(db);
};

/** What left the practice: the accounting of disclosures. */
const disclosures = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table disclosures (
    id text primary key,
    client_id text not null references clients (id),
    happened_on text not null,
    at text not null,
    by text not null references keyholders (id),
    contact_id text references contacts (id),
    to_name text not null,
    way text not null,
    kinds text not null,
    what text not null,
    purpose text,
    why text not null,
    basis text not null check (basis in ('release', 'to_client', 'legal_duty', 'emergency', 'none')),
    release_id text references releases (id),
    basis_words text not null,
    letter_id text references letters (id),
    check ((basis = 'release') = (release_id is not null))
  ) strict`.execute(db);
  await sql`create index disclosures_by_client on disclosures (client_id, happened_on)`.execute(db);
  await sql`create index disclosures_by_release on disclosures (release_id) where release_id is not null`.execute(db);
};

/** Releases, letters, what left the practice, and the picture at the head of its papers. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await documentsOfLetters(db);
  await releases(db);
  await letters(db);
  await disclosures(db);
  for (const [table, what] of [
    ['releases', 'a release'],
    ['release_events', 'what ended a release'],
    ['letter_previews', 'that a client saw a letter'],
    ['letter_events', 'what became of a letter'],
    ['disclosures', 'a disclosure'],
  ] as const) {
    await never(table, 'update', `${what} is immutable`).execute(db);
    await never(table, 'delete', `${what} is not deleted`).execute(db);
  }
  await sql`create table practice_logo (
    one integer primary key check (one = 1),
    version integer not null check (version >= 1),
    media_type text check (media_type in ('image/png', 'image/jpeg')),
    bytes blob,
    check ((media_type is null) = (bytes is null))
  ) strict`.execute(db);
  await sql`insert into practice_logo (one, version, media_type, bytes) values (1, 1, null, null)`.execute(db);
};
