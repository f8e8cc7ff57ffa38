import { sql } from 'kysely';
import type { Reader } from '../practice/practice.ts';

/** Where the papers of this record lie by now: its own id, or that of the last record it was merged into. Null where there is none. */
export const followedTo = async (db: Reader, id: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string; merged_into: string | null }>`
    with recursive way (id, merged_into) as (
      select id, merged_into from clients where id = ${id}
      union select clients.id, clients.merged_into from way join clients on clients.id = way.merged_into
    ) select id, merged_into from way`.execute(db);
  return rows.find(({ merged_into: further }) => further === null)?.id ?? null;
};

/** This record and every one that was merged into it, also by way of another. */
export const mergedIdsOf = async (db: Reader, id: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive all_of (id) as (select ${id} union select clients.id from all_of join clients on clients.merged_into = all_of.id)
    select id from all_of`.execute(db);
  return rows.map((row) => row.id);
};

export type MergeKept = {
  readonly mergedId: string;
  readonly intoId: string;
  readonly at: string;
  readonly byName: string;
  readonly reason: string;
  readonly name: string;
};

/** Every record that became part of this one, oldest first. */
export const mergesInto = async (db: Reader, id: string): Promise<readonly MergeKept[]> => {
  const rows = await db
    .selectFrom('client_merges')
    .innerJoin('keyholders', 'keyholders.id', 'client_merges.by')
    .innerJoin('clients', 'clients.id', 'client_merges.merged_id')
    .select(['merged_id', 'into_id', 'at', 'reason', 'keyholders.name as by_name', 'clients.chosen_name'])
    .where('into_id', 'in', await mergedIdsOf(db, id))
    .orderBy('at')
    .orderBy('merged_id')
    .execute();
  return rows.map((row) => ({
    mergedId: row.merged_id,
    intoId: row.into_id,
    at: row.at,
    byName: row.by_name,
    reason: row.reason,
    name: row.chosen_name,
  }));
};

/** When records were merged that were not gone through since: a map was marked whole after it, and health was asked anew where both had been. */
export const mergesNotGoneThrough = async (db: Reader, id: string): Promise<readonly string[]> => {
  const ids = await mergedIdsOf(db, id);
  if (ids.length === 1) return [];
  const { rows } = await sql<{ at: string }>`select at from client_merges where into_id in (${sql.join(ids)}) and (
      (touch = 1 and not exists (select 1 from consent_maps where client_id = ${id} and said > client_merges.said
        and said_kind = 'whole' and said_areas is not null))
      or (health = 1 and not exists (select 1 from health_screens where client_id = ${id} and done_at is not null
        and id not in (select value from json_each(client_merges.screens)))))
    order by at`.execute(db);
  return rows.map(({ at }) => at);
};
