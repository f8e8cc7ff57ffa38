import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';
import { handoverInProgress } from './handover-repository.ts';

/** What the client says of the note they read. */
export const answerNoteRead = async (
  practice: Practice,
  input: ParsedInputOf<'handover.noteRead'>,
): Promise<OutputOf<'handover.noteRead'>> => {
  const held = await handoverInProgress(practice.db);
  if (held?.id !== input.handoverId) throw new Refusal('handover-over');
  if (held.noteId === null) throw new Refused({ code: 'not-found', what: 'note' });
  throw new Error('not built');
};
