import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';
import { indexWaiting, searchedWords } from './note-index.ts';
import { partsOf, questionOf } from './note-search-query.ts';
import { coveredBy, findNumbers, foundNotes } from './note-search-repository.ts';
import { snippetOf } from './note-search-snippet.ts';

/** Counting on would take as long as there are notes, and nobody reads so many. */
const mostCounted = 1_000;

/** Words in notes of one's own and of those one covers, newest first. */
export const searchNotes = async (practice: Practice, asked: ParsedInputOf<'notes.search'>): Promise<OutputOf<'notes.search'>> => {
  const parts = partsOf(asked.query);
  if (parts.length === 0) return { hits: [], total: 0, atLeast: false };
  await indexWaiting(practice);

  const { db, actor, content } = practice;
  const covered = await coveredBy(db, { by: actor.id, now: practice.now() });
  const question = questionOf(parts, { authorId: actor.id, covered, clientId: asked.clientId, state: asked.state });
  const numbers = await findNumbers(db, { question, from: asked.from, to: asked.to, limit: mostCounted + 1 });

  const found = numbers.length === 0 ? [] : await foundNotes(db, numbers.slice(0, asked.limit));
  const hits = found.map(({ body, addenda, ...hit }) => ({
    ...hit,
    snippet: snippetOf(searchedWords(content.notes, body, addenda), parts),
  }));
  return { hits, total: Math.min(numbers.length, mostCounted), atLeast: numbers.length > mostCounted };
};
