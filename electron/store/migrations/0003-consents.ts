import { type Kysely, sql } from 'kysely';

/** Documents as they were drawn, and the consents they show. Neither is ever changed or deleted by the application's own doing. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table documents (
    id text primary key,
    client_id text references clients (id),
    kind text not null check (kind in ('consent')),
    title text not null,
    created_at text not null,
    sha256 text not null check (length(sha256) = 64),
    audit_seq integer not null unique references audit (seq),
    pdf blob not null
  ) strict`.execute(db);
  await sql`create index documents_by_client on documents (client_id, created_at)`.execute(db);
  await sql`create trigger documents_are_not_changed before update on documents begin select raise(abort, 'documents are immutable'); end`.execute(
    db,
  );
  await sql`create table consents (
    id text primary key,
    client_id text not null references clients (id),
    document_id text not null unique references documents (id),
    form_id text not null,
    form_version text not null,
    content_version text not null,
    title text not null,
    signed_at text not null,
    signed_by text not null references keyholders (id),
    shown_sha256 text not null check (length(shown_sha256) = 64),
    shown text not null,
    answers text not null,
    signatures text not null
  ) strict`.execute(db);
  await sql`create index consents_by_client on consents (client_id, signed_at)`.execute(db);
  await sql`create trigger consents_are_not_changed before update on consents begin select raise(abort, 'consents are immutable'); end`.execute(
    db,
  );
};
