import { sql } from 'kysely';
import type { NoteContent } from '../../shared/note-content.ts';
import { wordsOf } from '../../shared/note-values.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Tx } from '../practice/practice.ts';
import { addendaOf } from './note-marks-repository.ts';
import type { KeptNote } from './notes-repository.ts';

/** A row's number is its day and its place in it, so that newest first is the order of the index. */
const rowsADay = 100_000;
const dayNumber = (on: CalendarDay): number => Math.floor(Date.parse(`${on}T00:00:00Z`) / 86_400_000) + 1_000_000;

/** Client, author and state as words of the index: an id without its hyphens is one word. */
export const keyOf = (kind: 'c' | 'a' | 's', of: string): string => `${kind}${of.replaceAll('-', '')}`;

const nextRow = async (tx: Tx, on: CalendarDay): Promise<number> => {
  const first = dayNumber(on) * rowsADay;
  const row = await tx
    .selectFrom('note_rows')
    .select(({ fn }) => fn.max<number | null>('id').as('id'))
    .where('id', '>=', first)
    .where('id', '<', first + rowsADay)
    .executeTakeFirst();
  return (row?.id ?? first - 1) + 1;
};

/** Not found any more. */
export const unindexNote = async (tx: Tx, noteId: string): Promise<void> => {
  const row = await tx.selectFrom('note_rows').select('id').where('note_id', '=', noteId).executeTakeFirst();
  if (!row) return;
  await sql`delete from note_search where rowid = ${row.id}`.execute(tx);
  await tx.deleteFrom('note_rows').where('id', '=', row.id).execute();
};

/** Found by its words as they are now, and by those of its addenda. */
export const indexNote = async (tx: Tx, content: Pick<NoteContent, 'fields'>, note: KeptNote): Promise<void> => {
  await unindexNote(tx, note.id);
  const id = await nextRow(tx, note.on);
  const addenda = await addendaOf(tx, note.id);
  const keys = [keyOf('c', note.clientId), keyOf('a', note.authorId), keyOf('s', note.signed ? 'signed' : 'draft')].join(' ');
  const body = [wordsOf(content, note.body), ...addenda.map(({ text }) => text)].join('\n');
  await tx.insertInto('note_rows').values({ id, note_id: note.id }).execute();
  await sql`insert into note_search (rowid, keys, body) values (${id}, ${keys}, ${body})`.execute(tx);
};
