import { sql } from 'kysely';
import { NoteBody } from '../../shared/note-values.ts';
import type { NoteHit } from '../../shared/notes.ts';
import type { CalendarDay, Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import { firstNumberOf, numbersADay } from './note-search-query.ts';

/**
 * Every note has a row here; its number is that of its words in the index, or null while these wait to be read again. A number is the day
 * and the place in it, so that newest first is the order of the index, and a span of days is a span of numbers.
 */

/** What the index knew of a note is gone from it, and from its pages; its words are read again before the next search. */
export const setWaiting = async (tx: Tx, noteId: string): Promise<void> => {
  const row = await tx.selectFrom('note_rows').select('id').where('note_id', '=', noteId).executeTakeFirst();
  if (!row) await tx.insertInto('note_rows').values({ id: null, note_id: noteId }).execute();
  if (typeof row?.id !== 'number') return;
  await sql`delete from note_search where rowid = ${row.id}`.execute(tx);
  await tx.updateTable('note_rows').set({ id: null }).where('note_id', '=', noteId).execute();
};

export const waiting = async (db: Reader, limit: number): Promise<readonly string[]> =>
  (await db.selectFrom('note_rows').select('note_id').where('id', 'is', null).limit(limit).execute()).map(({ note_id }) => note_id);

const nextNumber = async (tx: Tx, on: CalendarDay): Promise<number> => {
  const first = firstNumberOf(on);
  const row = await tx
    .selectFrom('note_rows')
    .select(({ fn }) => fn.max<number | null>('id').as('id'))
    .where('id', '>=', first)
    .where('id', '<', first + numbersADay)
    .executeTakeFirst();
  return (row?.id ?? first - 1) + 1;
};

/** `keys` and `body` are words with a space between. */
export const insertWords = async (
  tx: Tx,
  words: { readonly noteId: string; readonly on: CalendarDay; readonly keys: string; readonly body: string },
): Promise<void> => {
  const id = await nextNumber(tx, words.on);
  await tx.updateTable('note_rows').set({ id }).where('note_id', '=', words.noteId).execute();
  await sql`insert into note_search (rowid, keys, body) values (${id}, ${words.keys}, ${words.body})`.execute(tx);
};

export type Asked = {
  /** In the language of FTS5. */
  readonly question: string;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly limit: number;
};

/** Numbers of notes, newest first. */
export const findNumbers = async (db: Reader, { question, from, to, limit }: Asked): Promise<readonly number[]> => {
  const first = from === null ? 0 : firstNumberOf(from);
  const last = to === null ? Number.MAX_SAFE_INTEGER : firstNumberOf(to) + numbersADay - 1;
  const { rows } = await sql<{ rowid: number }>`select rowid from note_search
    where note_search match ${question} and rowid between ${first} and ${last} order by rowid desc limit ${limit}`.execute(db);
  return rows.map(({ rowid }) => rowid);
};

/** Clients whose notes of any author this person may read now. */
export const coveredBy = async (db: Reader, { by, now }: { readonly by: string; readonly now: Instant }): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('coverings')
    .select('client_id')
    .distinct()
    .where('by', '=', by)
    .where('until', '>', now)
    .where('at', '<=', now)
    .execute();
  return rows.map(({ client_id }) => client_id);
};

export type FoundNote = Omit<NoteHit, 'snippet'> & { readonly body: NoteBody; readonly addenda: readonly string[] };

/** The notes of these numbers, newest first, each with all its words. */
export const foundNotes = async (db: Reader, numbers: readonly number[]): Promise<readonly FoundNote[]> => {
  const rows = await db
    .selectFrom('note_rows')
    .innerJoin('notes', 'notes.id', 'note_rows.note_id')
    .innerJoin('clients', 'clients.id', 'notes.client_id')
    .innerJoin('keyholders', 'keyholders.id', 'notes.author_id')
    .leftJoin('note_errors', 'note_errors.note_id', 'notes.id')
    .select(['notes.id', 'notes.client_id', 'clients.chosen_name', 'keyholders.name', 'notes.happened_on'])
    .select(['notes.signed_at', 'note_errors.at as error_at', 'notes.body'])
    .where('note_rows.id', 'in', numbers)
    .orderBy('note_rows.id', 'desc')
    .execute();
  const ids = rows.map(({ id }) => id);
  const addenda = await db.selectFrom('note_addenda').select(['note_id', 'text']).where('note_id', 'in', ids).orderBy('at').execute();
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    chosenName: row.chosen_name,
    authorName: row.name,
    on: row.happened_on,
    state: row.error_at !== null ? 'in-error' : row.signed_at !== null ? 'signed' : 'draft',
    body: NoteBody.parse(JSON.parse(row.body)),
    addenda: addenda.filter(({ note_id }) => note_id === row.id).map(({ text }) => text),
  }));
};
