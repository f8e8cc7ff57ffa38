import { type Kysely, sql } from 'kysely';

/** The people: names, how to reach them, and the stop signal agreed with each. `search_text` is what they are found by. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table clients (
    id text primary key,
    version integer not null check (version > 0),
    chosen_name text not null check (chosen_name <> ''),
    legal_name text not null,
    pronouns text not null,
    birth_date text,
    phone text not null,
    email text not null,
    contact_wishes text not null,
    stop_word text not null,
    stop_gesture text not null,
    sort_name text not null,
    search_text text not null,
    created_at text not null,
    updated_at text not null,
    archived_at text
  ) strict`.execute(db);
  await sql`create index clients_by_name on clients (sort_name, id)`.execute(db);
  await sql`create index clients_found on clients (archived_at, sort_name, id, search_text)`.execute(db);
};
