import { type Kysely, sql } from 'kysely';

/**
 * What a filed paper is called, its kind and its own day, said anew after it was filed. The newest counts; what was said before stays, and the
 * paper itself with its bytes is not touched.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table attachment_descriptions (
    seq integer primary key,
    document_id text not null references attachments (document_id),
    at text not null,
    by text not null references keyholders (id),
    title text not null,
    kind text not null check (kind in ('scan', 'photo', 'report', 'referral', 'other')),
    paper_on text
  ) strict`.execute(db);
  await sql`create index descriptions_by_document on attachment_descriptions (document_id, seq)`.execute(db);
  await sql`create trigger attachment_descriptions_are_not_updated before update on attachment_descriptions
    begin select raise(abort, 'what a paper was called is immutable'); end`.execute(db);
  await sql`create trigger attachment_descriptions_are_not_deleted before delete on attachment_descriptions
    begin select raise(abort, 'what a paper was called is not deleted'); end`.execute(db);
};
