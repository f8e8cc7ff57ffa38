import { type Kysely, sql } from 'kysely';

const never = (table: string, what: 'update' | 'delete', why: string) =>
  sql.raw(`create trigger ${table}_are_not_${what}d before ${what} on ${table} begin select raise(abort, '${why}'); end`);

/** The newest move of the paper, as the trigger asks for it. */
const lastMove = (column: string): string =>
  `(select ${column} from attachment_moves where document_id = old.id order by seq desc limit 1)`;

/** All that a paper is; none of it changes with the client it lies with. */
const same = ['id', 'kind', 'title', 'created_at', 'sha256', 'audit_seq', 'media_type', 'pdf']
  .map((column) => `new.${column} is old.${column}`)
  .join(' and ');

/**
 * What is known of a paper that was filed beside its bytes. A document stays as it is; the one thing that may change is the client a filed
 * paper lies with, and only as its newest move says, so that no paper changes hands without a trace. A consent whose document is a filed
 * paper has a row in `paper_consents`: who signed by hand and on which day, and who saw the original.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table attachments (
    document_id text primary key references documents (id),
    kind text not null check (kind in ('scan', 'photo', 'report', 'referral', 'other')),
    paper_on text
  ) strict`.execute(db);
  await sql`insert into attachments select id, 'scan', null from documents where kind = 'scan'`.execute(db);
  await sql`create table attachment_moves (
    seq integer primary key,
    document_id text not null references documents (id),
    from_client text not null references clients (id),
    to_client text not null references clients (id),
    at text not null,
    by text not null references keyholders (id),
    reason text not null
  ) strict`.execute(db);
  await sql`create index moves_by_document on attachment_moves (document_id, seq)`.execute(db);
  await sql`create index moves_by_client on attachment_moves (from_client)`.execute(db);
  await sql`create table attachment_errors (
    document_id text primary key references documents (id),
    at text not null,
    by text not null references keyholders (id),
    reason text not null
  ) strict`.execute(db);
  await sql`create table paper_consents (
    consent_id text primary key references consents (id),
    signed_on text not null,
    signers text not null,
    seen_by text not null references keyholders (id),
    seen_name text not null
  ) strict`.execute(db);
  for (const [table, what] of [
    ['attachments', 'what a filed paper is'],
    ['attachment_moves', 'a move of a paper'],
    ['attachment_errors', 'that a paper was entered in error'],
    ['paper_consents', 'how a paper was signed'],
  ] as const) {
    await never(table, 'update', `${what} is immutable`).execute(db);
    await never(table, 'delete', `${what} is not deleted`).execute(db);
  }
  await sql`drop trigger documents_are_not_updated`.execute(db);
  await sql
    .raw(
      `create trigger documents_are_not_updated before update on documents
       when not (old.kind = 'scan' and ${same} and old.client_id is ${lastMove('from_client')} and new.client_id is ${lastMove('to_client')})
       begin select raise(abort, 'documents are immutable'); end`,
    )
    .execute(db);
};
