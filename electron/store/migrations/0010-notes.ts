import { type Kysely, sql } from 'kysely';

const never = (table: string, what: 'update' | 'delete', why: string, when = '') =>
  sql.raw(`create trigger ${table}_are_not_${what}d before ${what} on ${table} ${when} begin select raise(abort, '${why}'); end`);

/** Signed notes stand among the papers; SQLite cannot widen a check, so the table is made anew. */
const documentsOfNotes = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table documents_new (
    id text primary key,
    client_id text references clients (id),
    kind text not null check (kind in ('consent', 'scan', 'note')),
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
  await sql`create trigger documents_are_not_changed before update on documents begin select raise(abort, 'documents are immutable'); end`.execute(
    db,
  );
  await never('documents', 'delete', 'the paper of a signed note is not deleted', `when old.kind = 'note'`).execute(db);
};

/**
 * A note is changed until it is signed and never after; what is said later is an addendum. `body` is what was written, as JSON in the order
 * of the note; `drafted` what a session or an earlier note brought, so that what was edited can be told.
 */
const notes = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table note_templates (
    id text primary key,
    version integer not null check (version >= 1),
    active integer not null check (active in (0, 1)),
    body text not null
  ) strict`.execute(db);
  await sql`create table notes (
    id text primary key,
    client_id text not null references clients (id),
    author_id text not null references keyholders (id),
    session_id text references sessions (id),
    happened_on text not null,
    created_at text not null,
    created_on text not null,
    template_id text references note_templates (id),
    edition text not null,
    revision integer not null check (revision >= 1),
    saved_at text not null,
    body text not null,
    moved_from text references notes (id),
    signed_at text,
    signature text,
    sha256 text check (length(sha256) = 64),
    document_id text unique references documents (id),
    late integer not null default 0 check (late in (0, 1)),
    check ((signed_at is null) = (signature is null) and (signed_at is null) = (sha256 is null) and (signed_at is null) = (document_id is null))
  ) strict`.execute(db);
  await sql`create index notes_by_client on notes (client_id, happened_on, id)`.execute(db);
  await sql`create index notes_by_session on notes (session_id) where session_id is not null`.execute(db);
  await sql`create index notes_not_signed on notes (author_id, happened_on) where signed_at is null`.execute(db);
  await never('notes', 'update', 'a signed note is immutable', 'when old.signed_at is not null').execute(db);
  await never('notes', 'delete', 'a note is not deleted').execute(db);
};

/** What comes to a note later: each of these is written once. */
const ofNotes = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table note_addenda (
    id text primary key,
    note_id text not null references notes (id),
    at text not null,
    by text not null references keyholders (id),
    covering integer not null check (covering in (0, 1)),
    reason text not null,
    text text not null
  ) strict`.execute(db);
  await sql`create index addenda_by_note on note_addenda (note_id, at)`.execute(db);
  await sql`create table note_reviews (
    id text primary key,
    note_id text not null references notes (id),
    handover_id text not null references handovers (id),
    revision integer not null,
    at text not null,
    outcome text not null check (outcome in ('read', 'talk')),
    words text not null
  ) strict`.execute(db);
  await sql`create index reviews_by_note on note_reviews (note_id, at)`.execute(db);
  await sql`create table note_errors (
    note_id text primary key references notes (id),
    at text not null,
    by text not null references keyholders (id),
    reason text not null,
    to_note_id text references notes (id)
  ) strict`.execute(db);
  await sql`create table coverings (
    id text primary key,
    client_id text not null references clients (id),
    by text not null references keyholders (id),
    at text not null,
    until text not null,
    reason text not null
  ) strict`.execute(db);
  await sql`create index coverings_by_person on coverings (by, client_id, until)`.execute(db);
  for (const [table, what] of [
    ['note_addenda', 'an addendum'],
    ['note_reviews', 'what a client said of a note'],
    ['note_errors', 'that a note was entered in error'],
    ['coverings', 'that somebody covered'],
  ] as const) {
    await never(table, 'update', `${what} is immutable`).execute(db);
    await never(table, 'delete', `${what} is not deleted`).execute(db);
  }
};

/**
 * Sessions that are over and have no note, or only one entered in error. Today asks for them all day long, and to look through all sessions
 * and all notes for the few that are not written would take as long as there are any; so they are kept as they come and go.
 */
const notWritten = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table sessions_without_note (
    session_id text primary key references sessions (id) on delete cascade,
    practitioner_id text not null references keyholders (id),
    started_at text not null
  ) strict`.execute(db);
  await sql`create index sessions_without_note_by_person on sessions_without_note (practitioner_id, started_at)`.execute(db);
  await sql`insert into sessions_without_note select id, practitioner_id, started_at from sessions where ended_at is not null`.execute(db);
  await sql`create trigger sessions_begin_to_wait after update of ended_at on sessions when old.ended_at is null and new.ended_at is not null begin
    insert into sessions_without_note select new.id, new.practitioner_id, new.started_at where not exists (
      select 1 from notes where session_id = new.id and not exists (select 1 from note_errors where note_id = notes.id)
    );
  end`.execute(db);
  await sql`create trigger sessions_wait_no_more after insert on notes when new.session_id is not null begin
    delete from sessions_without_note where session_id = new.session_id;
  end`.execute(db);
  await sql`create trigger sessions_wait_again after insert on note_errors begin
    insert into sessions_without_note select sessions.id, sessions.practitioner_id, sessions.started_at
    from notes as wrong join sessions on sessions.id = wrong.session_id where wrong.id = new.note_id and sessions.ended_at is not null
    and not exists (
      select 1 from notes where session_id = sessions.id and not exists (select 1 from note_errors where note_id = notes.id)
    );
  end`.execute(db);
};

/** What is nobody's but its writer's. */
const ownWords = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table reflections (
    id text primary key,
    note_id text not null references notes (id),
    author_id text not null references keyholders (id),
    created_at text not null,
    saved_at text not null,
    revision integer not null check (revision >= 1),
    text text not null,
    locked_at text
  ) strict`.execute(db);
  await sql`create index reflections_by_note on reflections (note_id, author_id)`.execute(db);
  await never('reflections', 'update', 'a reflection that was locked is immutable', 'when old.locked_at is not null').execute(db);
  await never('reflections', 'delete', 'a reflection is not deleted').execute(db);
  await sql`create table snippets (
    id text primary key,
    owner text not null references keyholders (id),
    version integer not null check (version >= 1),
    "trigger" text not null,
    text text not null,
    shared integer not null check (shared in (0, 1))
  ) strict`.execute(db);
  await sql`create table language_settings (
    owner text primary key references keyholders (id),
    mode text not null check (mode in ('soft', 'off')),
    off text not null
  ) strict`.execute(db);
  await sql`create table note_settings (
    one integer primary key check (one = 1),
    version integer not null check (version >= 1),
    reflections integer not null check (reflections in (0, 1)),
    checked text not null
  ) strict`.execute(db);
  await sql`insert into note_settings (one, version, reflections, checked) values (1, 1, 0, '')`.execute(db);
};

/**
 * Words of notes, for the search. A row's number is its day and its place in it, so that newest first is the order of the index; none: the
 * note waits to be read again. Words come folded and told apart already (note-search-words.ts): FTS5's own tokenizers make one word of a
 * line of Han. `keys` holds client, author and state as words, so that these narrow a search without reading a note. What is deleted is
 * gone from the index's pages too.
 */
const search = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table note_rows (
    id integer unique,
    note_id text primary key references notes (id)
  ) strict`.execute(db);
  await sql`create index note_rows_waiting on note_rows (note_id) where id is null`.execute(db);
  await sql
    .raw(`create virtual table note_search using fts5 (keys, body, tokenize = "ascii tokenchars ':'", prefix = '2 3', columnsize = 0)`)
    .execute(db);
  await sql`insert into note_search (note_search, rank) values ('secure-delete', 1)`.execute(db);
};

/** Notes, what comes to them, what is nobody's but their writer's, and the search in them; a screen handed over to read one. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await documentsOfNotes(db);
  await notes(db);
  await ofNotes(db);
  await notWritten(db);
  await ownWords(db);
  await search(db);
  await sql`alter table handovers add column note_id text references notes (id)`.execute(db);
};
