import { type Kysely, sql } from 'kysely';

const never = (table: string, what: 'update' | 'delete', why: string, when = '') =>
  sql.raw(`create trigger ${table}_are_not_${what}d before ${what} on ${table} ${when} begin select raise(abort, '${why}'); end`);

/**
 * A session is the list of what happened in it, each event written down as it happens and never changed; where it stands is told from them.
 * `offset` is milliseconds since it began, counted on the process's own clock, so that a wall clock set back changes no duration.
 */
const sessions = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table sessions (
    id text primary key,
    client_id text not null references clients (id),
    practitioner_id text not null references keyholders (id),
    appointment_id text references appointments (id),
    started_at text not null,
    planned_minutes integer not null check (planned_minutes between 5 and 480),
    talk_only integer not null check (talk_only in (0, 1)),
    edition text not null,
    run text not null,
    ticks integer not null,
    ended_at text,
    ended_offset integer,
    ended_by text references keyholders (id),
    close_id text unique,
    ending text,
    summary text,
    check ((ended_at is null) = (ending is null))
  ) strict`.execute(db);
  await sql`create unique index one_open_session_a_practitioner on sessions (practitioner_id) where ended_at is null`.execute(db);
  await sql`create unique index one_open_session_a_client on sessions (client_id) where ended_at is null`.execute(db);
  await sql`create index sessions_by_client on sessions (client_id, started_at)`.execute(db);
  await never('sessions', 'update', 'a session that was closed is immutable', 'when old.ended_at is not null').execute(db);
  await never('sessions', 'delete', 'a session is not deleted').execute(db);
  await sql`create table session_events (
    session_id text not null references sessions (id),
    seq integer not null check (seq >= 1),
    id text not null unique,
    at text not null,
    run text not null,
    ticks integer not null,
    "offset" integer not null check ("offset" >= 0),
    kind text not null,
    body text not null,
    while_locked integer not null check (while_locked in (0, 1)),
    by text not null references keyholders (id),
    primary key (session_id, seq)
  ) strict, without rowid`.execute(db);
  await never('session_events', 'update', 'what happened in a session is immutable').execute(db);
  await never('session_events', 'delete', 'what happened in a session is not deleted').execute(db);
};

/** What must be followed up, and what keeps hands off until it is. */
const incidents = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table incidents (
    id text primary key,
    session_id text not null references sessions (id),
    episode integer not null check (episode >= 1),
    client_id text not null references clients (id),
    opened_at text not null,
    resolved_at text,
    resolved_by text references keyholders (id),
    resolution text,
    unique (session_id, episode)
  ) strict`.execute(db);
  await sql`create index incidents_by_client on incidents (client_id, opened_at)`.execute(db);
  await never('incidents', 'update', 'an incident that was followed up is immutable', 'when old.resolved_at is not null').execute(db);
  await never('incidents', 'delete', 'an incident is not deleted').execute(db);
  await sql`create table holds (
    id text primary key,
    client_id text not null references clients (id),
    session_id text not null references sessions (id),
    incident_id text not null references incidents (id),
    cause text not null check (cause in ('closed-under-rule', 'grade', 'action')),
    what text not null,
    since text not null,
    ended_at text,
    ended_by text references keyholders (id),
    ended_how text check (ended_how in ('cleared', 'overridden')),
    words text not null,
    unique (incident_id)
  ) strict`.execute(db);
  await sql`create index holds_by_client on holds (client_id, ended_at)`.execute(db);
  await never('holds', 'update', 'a hold that ended is immutable', 'when old.ended_at is not null').execute(db);
  await never('holds', 'delete', 'a hold is not deleted').execute(db);
};

/** Sessions as they happen, incidents, and holds on later ones. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sessions(db);
  await incidents(db);
};
