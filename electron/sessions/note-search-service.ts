import { sql } from 'kysely';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';
import { keyOf } from './note-index.ts';

/** What was typed, as the index asks for it: each word in quotes, so that no sign in it means anything. */
const matchOf = (query: string): string =>
  query
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}\p{S}]/u.test(word))
    .map((word) => `"${word.replaceAll('"', '""')}"*`)
    .join(' ');

/** Words in notes of one's own. */
export const searchNotes = async (practice: Practice, asked: ParsedInputOf<'notes.search'>): Promise<OutputOf<'notes.search'>> => {
  const words = matchOf(asked.query);
  if (words === '') return { hits: [], total: 0, atLeast: false };
  const keys = [keyOf('a', practice.actor.id), ...(asked.clientId === null ? [] : [keyOf('c', asked.clientId)])];
  const match = `keys : (${keys.map((key) => `"${key}"`).join(' ')}) AND body : (${words})`;
  const { rows } = await sql<{ note_id: string; snippet: string }>`
    select note_rows.note_id, snippet(note_search, 1, char(2), char(3), '…', 24) as snippet
    from note_search join note_rows on note_rows.id = note_search.rowid
    where note_search match ${match} order by note_search.rowid desc limit ${asked.limit}`.execute(practice.db);
  return { hits: [], total: rows.length, atLeast: false };
};
