import { type Kysely, sql } from 'kysely';

/**
 * Which clients came with which list, so that the last list can be taken out again as long as nothing was added to any of them. What was
 * taken out keeps its line: when the list came, and when it went.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table client_imports (
    seq integer primary key,
    id text not null unique,
    file_name text not null,
    sha256 text not null check (length(sha256) = 64),
    clients integer not null check (clients > 0),
    at text not null,
    by text not null references keyholders (id),
    undone_at text,
    undone_by text references keyholders (id),
    check ((undone_at is null) = (undone_by is null))
  ) strict`.execute(db);
  await sql`create table imported_clients (
    client_id text primary key references clients (id),
    import_id text not null references client_imports (id)
  ) strict`.execute(db);
  await sql`create index imported_by_import on imported_clients (import_id)`.execute(db);
  await sql`create trigger client_imports_are_not_changed before update of seq, id, file_name, sha256, clients, at, by on client_imports
    begin select raise(abort, 'an import is immutable'); end`.execute(db);
  await sql`create trigger client_imports_end_once before update on client_imports when old.undone_at is not null
    begin select raise(abort, 'an import is immutable'); end`.execute(db);
  await sql`create trigger client_imports_are_not_deleted before delete on client_imports
    begin select raise(abort, 'an import is not deleted'); end`.execute(db);
};
