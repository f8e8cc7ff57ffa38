import { type Kysely, sql } from 'kysely';

const never = (table: string, why: string, when = '') =>
  sql.raw(`create trigger ${table}_are_not_changed before update on ${table} ${when} begin select raise(abort, '${why}'); end`);

/** One open screen a client at a time; one that is done stays as it was. */
const screens = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table health_screens (
    id text primary key,
    client_id text not null references clients (id),
    number integer not null check (number >= 1),
    started_at text not null,
    started_by text not null references keyholders (id),
    answers text not null,
    seen text not null,
    done_at text,
    content_version text not null,
    revision integer not null check (revision >= 0),
    saved_at text not null,
    unique (client_id, number)
  ) strict`.execute(db);
  await sql`create unique index one_open_screen_a_client on health_screens (client_id) where done_at is null`.execute(db);
  await sql`create index screens_by_state on health_screens (client_id, number, done_at, started_at)`.execute(db);
  await never('health_screens', 'a finished health screen is immutable', 'when old.done_at is not null').execute(db);
  await sql`create table suitability_answers (
    id text primary key,
    client_id text not null references clients (id),
    question_id text not null,
    outcome text not null check (outcome in ('clear', 'flag', 'not_sure', 'declined')),
    words text not null,
    asked_at text not null,
    asked_by text not null references keyholders (id)
  ) strict`.execute(db);
  await sql`create index suitability_by_client on suitability_answers (client_id, question_id, asked_at, id)`.execute(db);
  await never('suitability_answers', 'answers are immutable').execute(db);
};

/**
 * One finding a client and item, for good; how it stands is the fold of its events (shared/finding.ts). `condition`, `kind`, `action` are
 * as they were when it was made, for an item the content does not hold any more.
 */
const findings = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table findings (
    id text primary key,
    client_id text not null references clients (id),
    item_id text not null,
    item text not null,
    content_version text not null,
    made_at text not null,
    unique (client_id, item_id)
  ) strict`.execute(db);
  await never('findings', 'findings are immutable').execute(db);
  await sql`create table finding_events (
    finding_id text not null references findings (id),
    seq integer not null check (seq >= 1),
    what text not null check (what in ('said', 'raised', 'lowered', 'marked', 'resolved', 'asked', 'answered')),
    at text not null,
    by text not null references keyholders (id),
    event text not null,
    primary key (finding_id, seq)
  ) strict, without rowid`.execute(db);
  await never('finding_events', 'events are immutable').execute(db);
  // What the open ones ask for, told from their events each time one is added, so that a list of everyone need not go through them all.
  await sql`create table finding_standings (
    client_id text not null references clients (id),
    finding_id text not null references findings (id),
    attention text check (attention in ('to-clear', 'places-to-mark', 'not-answered')),
    care integer not null check (care >= 0),
    since text not null,
    cleared_until text,
    edition text not null,
    primary key (client_id, finding_id)
  ) strict, without rowid`.execute(db);
  await sql`create index standings_by_attention on finding_standings (client_id, attention, cleared_until, care, since)`.execute(db);
  await sql`create index standings_by_edition on finding_standings (edition)`.execute(db);
};

/** Each state of a medicine is a row; the highest version counts. */
const medicines = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table medicines (
    id text not null,
    version integer not null check (version >= 1),
    client_id text not null references clients (id),
    name text not null,
    match text not null check (match in ('not-yet', 'none', 'class')),
    class_id text,
    areas text,
    note text not null,
    taken_until text,
    at text not null,
    by text not null references keyholders (id),
    primary key (id, version),
    check ((match = 'class') = (class_id is not null))
  ) strict, without rowid`.execute(db);
  await sql`create index medicines_by_client on medicines (client_id, id, version)`.execute(db);
  await sql`create index medicines_by_match on medicines (match, class_id, client_id, id, version)`.execute(db);
  await never('medicines', 'medicines are immutable').execute(db);
};

const clearances = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table contacts (
    id text primary key,
    kind text not null check (kind in ('person', 'organisation')),
    name text not null,
    profession text not null,
    organisation text not null,
    phone text not null,
    email text not null,
    address text not null,
    note text not null,
    search text not null,
    version integer not null check (version >= 1),
    created_at text not null,
    updated_at text not null,
    merged_into text references contacts (id)
  ) strict`.execute(db);
  await sql`create index contacts_by_name on contacts (merged_into, search, id)`.execute(db);
  await sql`create table care_team (
    client_id text not null references clients (id),
    contact_id text not null references contacts (id),
    role text not null,
    note text not null,
    since text not null,
    ended_on text,
    primary key (client_id, contact_id)
  ) strict, without rowid`.execute(db);
  await sql`create index care_team_by_contact on care_team (contact_id, client_id)`.execute(db);
  await sql`create table clearances (
    id text primary key,
    client_id text not null references clients (id),
    contact_id text references contacts (id),
    request text not null,
    asked_at text not null,
    asked_by text not null references keyholders (id)
  ) strict`.execute(db);
  await sql`create index clearances_by_client on clearances (client_id, asked_at, id)`.execute(db);
  // A merge names the other contact; nothing else of a request is changed.
  await sql`create trigger clearances_are_not_changed before update of id, client_id, request, asked_at, asked_by on clearances
    begin select raise(abort, 'requests are immutable'); end`.execute(db);
  await sql`create table clearance_replies (
    clearance_id text primary key references clearances (id),
    reply text not null,
    recorded_at text not null,
    recorded_by text not null references keyholders (id)
  ) strict`.execute(db);
  await never('clearance_replies', 'answers are immutable').execute(db);
};

const visits = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table health_changes (
    id text primary key,
    client_id text not null references clients (id),
    at text not null,
    by text not null references keyholders (id),
    changed integer not null check (changed in (0, 1)),
    words text not null,
    settled_at text,
    settled_by text references keyholders (id),
    settled_words text not null,
    check ((settled_at is null) = (settled_by is null))
  ) strict`.execute(db);
  await sql`create index health_changes_by_client on health_changes (client_id, at, id)`.execute(db);
  await sql`create index health_changes_open on health_changes (client_id, at) where settled_at is null`.execute(db);
  await never('health_changes', 'a change that was gone through is immutable', 'when old.settled_at is not null').execute(db);
  await sql`create table card_readings (
    id text primary key,
    client_id text not null references clients (id),
    sha256 text not null check (length(sha256) = 64),
    card text not null,
    read_at text not null,
    read_by text not null references keyholders (id)
  ) strict`.execute(db);
  await sql`create index card_readings_by_client on card_readings (client_id, read_at, id)`.execute(db);
  await never('card_readings', 'readings are immutable').execute(db);
};

/** A card that must be read before anything else, and the numbers it shows. */
const crises = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table crises (
    id text primary key,
    client_id text not null references clients (id),
    opened_at text not null,
    findings text not null,
    read_at text,
    read_by text references keyholders (id),
    words text not null,
    check ((read_at is null) = (read_by is null))
  ) strict`.execute(db);
  await sql`create unique index one_open_crisis_a_client on crises (client_id) where read_at is null`.execute(db);
  await never('crises', 'a crisis card that was read is immutable', 'when old.read_at is not null').execute(db);
  await sql`create table crisis_numbers (
    place text primary key,
    numbers text not null,
    checked_on text not null,
    checked_by text not null references keyholders (id)
  ) strict, without rowid`.execute(db);
  await sql`create table crisis_numbers_version (
    one integer primary key check (one = 1),
    version integer not null
  ) strict`.execute(db);
  await sql`insert into crisis_numbers_version values (1, 0)`.execute(db);
  // The client's screen shows one calm page from then on.
  await sql`alter table handovers add column calm_at text`.execute(db);
};

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await screens(db);
  await findings(db);
  await medicines(db);
  await clearances(db);
  await visits(db);
  await crises(db);
};
