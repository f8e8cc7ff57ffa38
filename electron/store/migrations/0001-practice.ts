import { type Kysely, sql } from 'kysely';

/** Who works here, who can open the practice, and the trail that is only ever added to. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table profile (
    one integer primary key check (one = 1),
    version integer not null,
    practice_name text not null,
    address text not null,
    practitioner_name text not null,
    credential text not null,
    licence_words text not null,
    place text not null,
    zone text not null,
    paper text not null check (paper in ('letter', 'a4'))
  ) strict`.execute(db);
  await sql`create table keyholders (
    id text primary key,
    wrap_id text not null unique,
    name text not null,
    role text not null check (role in ('owner', 'practitioner', 'front-desk', 'bookkeeper')),
    created_at text not null
  ) strict`.execute(db);
  await sql`create table audit (
    seq integer primary key,
    at text not null,
    actor text not null,
    action text not null,
    client_id text,
    record_id text,
    digest text,
    mac blob not null check (length(mac) = 32)
  ) strict`.execute(db);
  await sql`create trigger audit_is_not_changed before update on audit begin select raise(abort, 'audit is append-only'); end`.execute(db);
  await sql`create trigger audit_is_not_deleted before delete on audit begin select raise(abort, 'audit is append-only'); end`.execute(db);
  await sql`create index audit_by_client on audit (client_id, seq) where client_id is not null`.execute(db);
};
