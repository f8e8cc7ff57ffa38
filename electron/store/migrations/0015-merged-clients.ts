import { type Kysely, sql } from 'kysely';

/** Tables that hold what is of a client, by the column beside `client_id` that a merge may set: a place in an order, or where a row came from. */
const refiled: Readonly<Record<string, string | null>> = {
  appointments: null,
  card_readings: null,
  care_team: null,
  clearances: null,
  client_custom_values: null,
  client_tags: null,
  consent_maps: 'seq',
  consents: null,
  coverings: null,
  crises: null,
  disclosures: null,
  documents: null,
  fillings: null,
  finding_standings: null,
  findings: 'came_with',
  handovers: null,
  health_changes: null,
  health_screens: 'number',
  holds: null,
  incidents: null,
  intakes: 'number',
  letters: null,
  medicines: null,
  notes: null,
  release_drafts: null,
  releases: null,
  series: null,
  sessions: null,
  stop_rehearsals: null,
  stop_signals: null,
  suitability_answers: null,
  tasks: null,
  wait_list: null,
};

/** One finding a client and item, and beside it those that came with a record that was merged: each counts. */
const findings = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table findings_new (
    id text primary key,
    client_id text not null references clients (id),
    item_id text not null,
    item text not null,
    content_version text not null,
    made_at text not null,
    came_with text not null default '',
    unique (client_id, item_id, came_with)
  ) strict`.execute(db);
  await sql`insert into findings_new select id, client_id, item_id, item, content_version, made_at, '' from findings`.execute(db);
  await sql`drop table findings`.execute(db);
  await sql`alter table findings_new rename to findings`.execute(db);
  await sql`create trigger findings_are_not_changed before update on findings begin select raise(abort, 'findings are immutable'); end`.execute(
    db,
  );
};

/** While a merge is under way, of the two records it is of, and of nothing but the record a row lies in. */
const isRefiling = (columns: readonly string[], further: string | null): string => {
  const same = columns.filter((name) => name !== 'client_id' && name !== further).map((name) => `new."${name}" is old."${name}"`);
  return `(${same.join(' and ')} and exists (select 1 from client_merges where moved is null and new.client_id = into_id
     and old.client_id in (merged_id, into_id)))`;
};

const parts = /^create trigger (\w+) (before update(?: of [\w, ]+?)?) on (\w+)\s+(?:when ([\s\S]+?)\s+)?(begin [\s\S]+)$/i;

/** What refuses a change goes on refusing it, but for the refiling. */
const allowRefiling = async (db: Kysely<unknown>): Promise<void> => {
  const { rows } = await sql<{ name: string; of: string; sql: string; columns: string }>`
    select name, tbl_name as "of", sql, (select json_group_array(name) from pragma_table_info(tbl_name)) as columns from sqlite_schema
    where type = 'trigger' and sql like '% before update%' and tbl_name in (${sql.join(Object.keys(refiled))}) order by name`.execute(db);
  for (const trigger of rows) {
    const [, name, when, , condition, body] = parts.exec(trigger.sql) ?? [];
    if (!name) throw new Error(`a trigger on ${trigger.of} is not as it is known`);
    const unless = `not ${isRefiling(JSON.parse(trigger.columns) as string[], refiled[trigger.of] ?? null)}`;
    const guard = condition ? `(${condition}) and ${unless}` : unless;
    await sql.raw(`drop trigger ${name}`).execute(db);
    await sql.raw(`create trigger ${name} ${when} on ${trigger.of} when ${guard} ${body}`).execute(db);
  }
};

/**
 * Two records of one person become one: everything that lies in the one is filed in the other, and nothing else of it changes. A merge is
 * written down first, with the record as it was (`record`) and what cannot stand twice (`apart`); while `moved` is null it is under way.
 * `touch` and `health`: both records spoke of it, so it is gone through anew; `said` and `screens` are what there was by then.
 * `client_errors`: that a record was entered in error, or that this was taken back, in order.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table clients add column merged_into text references clients (id)`.execute(db);
  await sql`alter table clients add column in_error integer not null default 0 check (in_error in (0, 1))`.execute(db);
  await sql`create index clients_merged on clients (merged_into) where merged_into is not null`.execute(db);
  await sql`create table client_merges (
    merged_id text primary key references clients (id),
    into_id text not null references clients (id) check (into_id <> merged_id),
    at text not null,
    by text not null references keyholders (id),
    reason text not null,
    record text not null,
    apart text not null,
    touch integer not null check (touch in (0, 1)),
    health integer not null check (health in (0, 1)),
    said integer not null,
    screens text not null,
    moved text
  ) strict`.execute(db);
  await sql`create index merges_by_client on client_merges (into_id)`.execute(db);
  await sql`create trigger client_merges_are_not_updated before update on client_merges
    when not (old.moved is null and new.moved is not null and new.merged_id is old.merged_id and new.into_id is old.into_id
    and new.at is old.at and new.by is old.by and new.reason is old.reason and new.record is old.record)
    begin select raise(abort, 'a merge is immutable'); end`.execute(db);
  await sql`create trigger client_merges_are_not_deleted before delete on client_merges
    begin select raise(abort, 'a merge is not deleted'); end`.execute(db);
  await sql`create trigger merged_clients_are_not_updated before update on clients when old.merged_into is not null
    begin select raise(abort, 'a merged record is immutable'); end`.execute(db);
  await sql`create table client_errors (
    seq integer primary key,
    client_id text not null references clients (id),
    in_error integer not null check (in_error in (0, 1)),
    at text not null,
    by text not null references keyholders (id),
    reason text not null
  ) strict`.execute(db);
  await sql`create index errors_by_client on client_errors (client_id, seq)`.execute(db);
  for (const what of ['update', 'delete'])
    await sql
      .raw(
        `create trigger client_errors_are_not_${what}d before ${what} on client_errors
         begin select raise(abort, 'that a record was entered in error is immutable'); end`,
      )
      .execute(db);
  await findings(db);
  await allowRefiling(db);
  // A call that began before the merge files nothing where nobody looks any more.
  for (const table of Object.keys(refiled))
    await sql
      .raw(
        `create trigger ${table}_not_in_merged before insert on ${table}
         when exists (select 1 from clients where id = new.client_id and merged_into is not null)
         begin select raise(abort, 'this record was merged into another'); end`,
      )
      .execute(db);
};
