import { type Kysely, sql } from 'kysely';

/** How often something was committed (the anchor outside knows it too), the keys of older stretches of the trail, drafts, and when it locks. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table commits (
    one integer primary key check (one = 1),
    count integer not null check (count >= 0)
  ) strict`.execute(db);
  await sql`insert into commits values (1, 0)`.execute(db);
  await sql`create table chain_keys (
    until_seq integer primary key,
    key blob not null check (length(key) = 32)
  ) strict`.execute(db);
  await sql`create table drafts (
    owner text not null references keyholders (id),
    key text not null,
    title text not null,
    place text not null,
    text text not null,
    saved_at text not null,
    primary key (owner, key)
  ) strict, without rowid`.execute(db);
  await sql`create table locking (
    one integer primary key check (one = 1),
    idle_minutes integer not null check (idle_minutes between 1 and 60)
  ) strict`.execute(db);
  await sql`insert into locking values (1, 5)`.execute(db);
  await sql`create index audit_while_locked on audit (record_id) where actor = 'nobody'`.execute(db);
  await sql`create index audit_by_action on audit (action, seq)`.execute(db);
  await sql`create index audit_by_actor on audit (actor, seq)`.execute(db);
};
