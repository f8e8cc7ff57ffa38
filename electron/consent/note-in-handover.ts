import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';
import { keepReview } from '../sessions/note-review.ts';
import { handoverInProgress } from './handover-repository.ts';

/** What the client says of the note they read. Nothing in the note changes by it. */
export const answerNoteRead = async (
  practice: Practice,
  { handoverId, outcome, words }: ParsedInputOf<'handover.noteRead'>,
): Promise<OutputOf<'handover.noteRead'>> =>
  practice.write(async (tx) => {
    // Looked at inside: the screen may have been given back.
    const held = await handoverInProgress(tx);
    if (held?.id !== handoverId) throw new Refusal('handover-over');
    if (held.noteId === null) throw new Refused({ code: 'not-found', what: 'note' });
    await keepReview(tx, practice, { noteId: held.noteId, handoverId, outcome, words });
    return { clientId: held.clientId, noteId: held.noteId };
  });
