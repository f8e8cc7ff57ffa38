import type { NoteContent } from '../../shared/note-content.ts';
import { type NoteBody, wordsOf } from '../../shared/note-values.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { addendaOf, errorOf } from './note-marks-repository.ts';
import { keyOfNote } from './note-search-query.ts';
import { insertWords, setWaiting, waiting } from './note-search-repository.ts';
import { indexed } from './note-search-words.ts';
import { noteById } from './notes-repository.ts';

/** A note's words for the search, those of its addenda below. */
export const searchedWords = (content: Pick<NoteContent, 'fields'>, body: NoteBody, addenda: readonly string[]): string =>
  [wordsOf(content, body), ...addenda].join('\n');

/**
 * A note changed: what the index knew of it goes at once, what it is now comes before the next search. Taking words out of an index of
 * 200,000 notes takes longer than a save may, and a note is saved every second while somebody writes: so it is done once, not each time.
 */
export const indexLater = (tx: Tx, noteId: string): Promise<void> => setWaiting(tx, noteId);

const indexNote = async (tx: Tx, content: Pick<NoteContent, 'fields'>, noteId: string): Promise<void> => {
  const note = await noteById(tx, noteId);
  if (!note) throw new Error('a note that waits for the index is not there');
  const state = (await errorOf(tx, noteId)) ? 'in-error' : note.signed ? 'signed' : 'draft';
  const addenda = (await addendaOf(tx, noteId)).map(({ text }) => text);
  const keys = [keyOfNote('client', note.clientId), keyOfNote('author', note.authorId), keyOfNote('state', state)];
  await insertWords(tx, { noteId, on: note.on, keys: keys.join(' '), body: indexed(searchedWords(content, note.body, addenda)) });
};

const atOnce = 200;

/** Reads what waits into the index, a part at a time so that a save between them is not kept waiting. */
export const indexWaiting = async (practice: Practice): Promise<void> => {
  for (let noteIds = await waiting(practice.db, atOnce); noteIds.length > 0; noteIds = await waiting(practice.db, atOnce))
    await practice.write(async (tx) => {
      // Another search may have read some of them meanwhile.
      for (const noteId of await waiting(tx, atOnce)) await indexNote(tx, practice.content.notes, noteId);
    });
};
