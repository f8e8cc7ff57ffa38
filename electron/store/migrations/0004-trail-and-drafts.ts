import { type Kysely, sql } from 'kysely';

/** Each holds what its filter is asked together with, so that nothing is looked up that does not pass. */
const waysIntoTheTrail = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop index audit_by_client`.execute(db);
  await sql`create index audit_by_client on audit (client_id, seq, action, actor) where client_id is not null`.execute(db);
  await sql`create index audit_by_action on audit (action, seq)`.execute(db);
  await sql`create index audit_by_actor on audit (actor, action, seq, at)`.execute(db);
};

/** Between which entries each day of UTC lies, so that a filter by days looks at no others; a clock that was set back only makes it wider. */
const daysOfTheTrail = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table trail_days (
    day text primary key,
    first_seq integer not null,
    last_seq integer not null
  ) strict, without rowid`.execute(db);
  await sql`insert into trail_days select substr(at, 1, 10), min(seq), max(seq) from audit group by 1`.execute(db);
  await sql`create trigger audit_has_its_day after insert on audit begin
    insert into trail_days values (substr(new.at, 1, 10), new.seq, new.seq)
    on conflict (day) do update set first_seq = min(first_seq, new.seq), last_seq = max(last_seq, new.seq);
  end`.execute(db);
};

/** How often something was committed (the anchor outside knows it too), the keys of older stretches of the trail, drafts, and when it locks. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table commits (
    one integer primary key check (one = 1),
    count integer not null check (count >= 0)
  ) strict`.execute(db);
  await sql`insert into commits values (1, 0)`.execute(db);
  await sql`create table chain_keys (
    until_seq integer primary key,
    key blob not null check (length(key) = 32),
    mac blob not null check (length(mac) = 32)
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
  await waysIntoTheTrail(db);
  await daysOfTheTrail(db);
};
