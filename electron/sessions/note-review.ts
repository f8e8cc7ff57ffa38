import { Refusal, Refused } from '../../shared/app-error.ts';
import type { NoteToRead } from '../../shared/handover.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { zoneOf } from './note-draft-service.ts';
import { errorOf, insertReview, reviewsOf } from './note-marks-repository.ts';
import { partsToRead } from './note-to-read.ts';
import { keptNote, refuseUncovered, seenNote } from './note-view.ts';

type OfClient = { readonly noteId: string; readonly clientId: string };

/**
 * Whether a note may be shown to its client: one's own, or one covers for who wrote it.
 * @throws Refusal covering-needed, note-in-error; Refused not-found note (also where it is about somebody else)
 */
export const refuseNotToRead = async (db: Reader, practice: Practice, { noteId, clientId }: OfClient): Promise<void> => {
  const kept = await keptNote(db, noteId);
  if (kept.clientId !== clientId) throw new Refused({ code: 'not-found', what: 'note' });
  await refuseUncovered(db, practice, kept);
  if (await errorOf(db, noteId)) throw new Refusal('note-in-error');
};

/** The note on the client's screen, and what they said of it in this hand-over. */
export const noteToRead = async (
  practice: Practice,
  { noteId, handoverId }: { readonly noteId: string; readonly handoverId: string },
): Promise<NoteToRead> => {
  const kept = await keptNote(practice.db, noteId);
  const note = await seenNote(practice, kept);
  const said = (await reviewsOf(practice.db, noteId)).find((review) => review.handoverId === handoverId);
  return {
    noteId,
    on: note.on,
    authorName: note.authorName,
    parts: [...partsToRead(practice.content, note, await zoneOf(practice))],
    answered: said?.outcome ?? null,
    words: said?.words ?? '',
  };
};

type Said = { readonly noteId: string; readonly handoverId: string; readonly outcome: 'read' | 'talk'; readonly words: string };

/** What the client said of the note as it stands now. */
export const keepReview = async (tx: Tx, practice: Practice, said: Said): Promise<void> => {
  const { revision } = await keptNote(tx, said.noteId);
  await insertReview(tx, { id: practice.newId(), at: practice.now(), revision, ...said });
};
