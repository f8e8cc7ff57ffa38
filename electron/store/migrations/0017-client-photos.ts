import { type Kysely, sql } from 'kysely';

/** A small picture of a client, or none: one that is changed or taken away is gone. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table client_photos (
    client_id text primary key references clients (id),
    media_type text not null check (media_type in ('image/png', 'image/jpeg')),
    bytes blob not null,
    set_at text not null,
    by text not null references keyholders (id)
  ) strict`.execute(db);
  await sql`create trigger client_photos_not_in_merged before insert on client_photos
    when exists (select 1 from clients where id = new.client_id and merged_into is not null)
    begin select raise(abort, 'this record was merged into another'); end`.execute(db);
};
