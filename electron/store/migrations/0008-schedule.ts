import { type Kysely, sql } from 'kysely';

const never = (table: string, why: string) =>
  sql.raw(`create trigger ${table}_are_not_changed before update on ${table} begin select raise(abort, '${why}'); end`);

/** Who treats here, where, what and when. Everyone who may treat already has a lane. */
const setUp = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table practitioners (
    id text primary key,
    version integer not null check (version >= 1),
    name text not null,
    keyholder_id text unique references keyholders (id),
    active integer not null check (active in (0, 1)),
    created_at text not null
  ) strict`.execute(db);
  await sql`insert into practitioners (id, version, name, keyholder_id, active, created_at)
    select id, 1, name, id, 1, created_at from keyholders where role in ('owner', 'practitioner')`.execute(db);
  await sql`create table services (
    id text primary key,
    version integer not null check (version >= 1),
    name text not null,
    minutes integer not null check (minutes between 5 and 720),
    before integer not null check (before between 0 and 240),
    after integer not null check (after between 0 and 240),
    price integer check (price >= 0),
    tax_name text not null,
    tax_rate integer not null check (tax_rate between 0 and 100000),
    note_template text not null,
    active integer not null check (active in (0, 1)),
    created_at text not null
  ) strict`.execute(db);
  await sql`create table rooms (
    id text primary key,
    version integer not null check (version >= 1),
    name text not null,
    note text not null,
    active integer not null check (active in (0, 1)),
    created_at text not null
  ) strict`.execute(db);
  await sql`create table opening_hours (
    practitioner_id text primary key references practitioners (id),
    version integer not null check (version >= 1),
    week text not null
  ) strict`.execute(db);
  await sql`create table hours_exceptions (
    id text primary key,
    practitioner_id text not null references practitioners (id),
    kind text not null check (kind in ('absent', 'open')),
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    from_time text,
    to_time text,
    note text not null,
    made_at text not null,
    made_by text not null references keyholders (id)
  ) strict`.execute(db);
  await sql`create index exceptions_by_day on hours_exceptions (last_day, first_day)`.execute(db);
};

/**
 * Each appointment of a series is a row, made ahead by its rule; what was changed for one alone stands in `own`. Wall time and zone are what was
 * agreed, the moments are told from them. What becomes of one is a row of its own that is never changed.
 */
const appointments = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table series (
    id text primary key,
    version integer not null check (version >= 1),
    repeat text not null,
    first_day text not null,
    shift_days integer not null,
    made_until text not null,
    skipped text not null,
    client_id text not null references clients (id),
    practitioner_id text not null references practitioners (id),
    room_id text references rooms (id),
    service_id text not null references services (id),
    time text not null,
    zone text not null,
    minutes integer not null check (minutes between 5 and 720),
    before integer not null check (before between 0 and 240),
    after integer not null check (after between 0 and 240),
    price integer,
    currency text not null,
    note text not null,
    goes_on integer not null check (goes_on in (0, 1)),
    continues text references series (id),
    created_at text not null
  ) strict`.execute(db);
  await sql`create index series_to_extend on series (goes_on, made_until)`.execute(db);
  await sql`create table appointments (
    id text primary key,
    version integer not null check (version >= 1),
    client_id text not null references clients (id),
    service_id text not null references services (id),
    practitioner_id text not null references practitioners (id),
    room_id text references rooms (id),
    day text not null,
    time text not null,
    zone text not null,
    starts_at text not null,
    ends_at text not null check (ends_at > starts_at),
    minutes integer not null check (minutes between 5 and 720),
    before integer not null check (before between 0 and 240),
    after integer not null check (after between 0 and 240),
    price integer,
    currency text not null,
    status text not null check (status in ('booked', 'confirmed', 'arrived', 'in-session', 'done', 'cancelled', 'late-cancelled', 'no-show')),
    status_at text not null,
    note text not null,
    series_id text references series (id),
    series_day text,
    own text not null,
    overridden integer not null check (overridden in (0, 1)),
    reason text,
    reason_words text not null,
    fee integer,
    dismissed integer not null check (dismissed in (0, 1)),
    created_at text not null,
    check ((series_id is null) = (series_day is null)),
    unique (series_id, series_day)
  ) strict`.execute(db);
  await sql`create index appointments_by_time on appointments (starts_at)`.execute(db);
  await sql`create index appointments_by_client on appointments (client_id, starts_at)`.execute(db);
  await sql`create index appointments_by_status on appointments (status, starts_at)`.execute(db);
  await sql`create table appointment_changes (
    appointment_id text not null references appointments (id),
    seq integer not null check (seq >= 1),
    at text not null,
    by text not null references keyholders (id),
    what text not null check (what in ('booked', 'moved', 'changed', 'status', 'ended', 'series')),
    before text,
    after text,
    status text not null,
    override text not null,
    primary key (appointment_id, seq)
  ) strict, without rowid`.execute(db);
  await never('appointment_changes', 'what became of an appointment is immutable').execute(db);
};

const around = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table wait_list (
    id text primary key,
    version integer not null check (version >= 1),
    client_id text not null references clients (id),
    service_id text not null references services (id),
    practitioner_id text references practitioners (id),
    weekdays text not null,
    earliest text,
    latest text,
    first_day text,
    last_day text,
    short_notice integer not null check (short_notice in (0, 1)),
    note text not null,
    since text not null,
    offers text not null,
    ended text check (ended in ('booked', 'withdrawn')),
    ended_at text
  ) strict`.execute(db);
  await sql`create index waiting_by_time on wait_list (ended, since)`.execute(db);
  await sql`create index waiting_by_client on wait_list (client_id)`.execute(db);
  await sql`create table reminders_done (
    appointment_id text primary key references appointments (id),
    way text not null check (way in ('text', 'mail', 'call', 'paper', 'none')),
    at text not null,
    by text not null references keyholders (id)
  ) strict`.execute(db);
  await sql`create table reminder_settings (
    one integer primary key check (one = 1),
    version integer not null check (version >= 1),
    days_before integer not null check (days_before between 1 and 7),
    words text not null
  ) strict`.execute(db);
  await sql`create table tasks (
    id text primary key,
    version integer not null check (version >= 1),
    title text not null,
    note text not null,
    due_on text,
    client_id text references clients (id),
    audience text not null check (audience in ('clinical', 'everyone')),
    created_at text not null,
    created_by text not null references keyholders (id),
    done_at text,
    done_by text references keyholders (id)
  ) strict`.execute(db);
  await sql`create index tasks_open on tasks (done_at, due_on)`.execute(db);
  await sql`create index tasks_by_client on tasks (client_id, done_at)`.execute(db);
};

/** What was taken over from the file of another calendar, so that the same event is not taken twice; whoever takes an absence away may take it over again. */
const takenOver = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table ics_taken (
    event text primary key,
    appointment_id text references appointments (id),
    exception_id text references hours_exceptions (id) on delete cascade,
    at text not null,
    check ((appointment_id is null) <> (exception_id is null))
  ) strict, without rowid`.execute(db);
  await sql`create index taken_by_exception on ics_taken (exception_id)`.execute(db);
};

/** The calendar: who, where, what, when; appointments and how they repeat; who waits; reminders done; tasks; what came from other calendars. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await setUp(db);
  await appointments(db);
  await around(db);
  await takenOver(db);
};
