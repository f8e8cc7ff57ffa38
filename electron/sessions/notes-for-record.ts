import { Refused } from '../../shared/app-error.ts';
import { auditHead } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import type { NoteToPrint } from './note-pdf-paper.ts';
import { noteToPrint } from './note-to-print.ts';
import { keptNote, refuseUncovered } from './note-view.ts';
import { notesOf } from './notes-list-service.ts';

/** A note for the paper of a whole record: as it is printed, or why it is not. */
export type NoteInRecord = {
  readonly on: string;
  readonly authorName: string;
  readonly paper: NoteToPrint | 'note-in-error' | 'covering-needed';
};

/** Every note of a client, oldest first. One of another practitioner comes only for who covers, like everywhere. */
export const notesForRecord = async (practice: Practice, clientId: string): Promise<readonly NoteInRecord[]> => {
  const { notes } = await notesOf(practice, { clientId, limit: Number.MAX_SAFE_INTEGER });
  const head = await auditHead(practice.db);
  const printed: NoteInRecord[] = [];
  for (const { id, on, authorName } of notes.toReversed()) {
    try {
      const kept = await keptNote(practice.db, id);
      await refuseUncovered(practice.db, practice, kept);
      printed.push({ on, authorName, paper: await noteToPrint(practice, kept, { head, substitutesAgreed: true }) });
    } catch (problem) {
      const error = problem instanceof Refused ? problem.error : null;
      if (error?.code !== 'refused' || (error.reason !== 'note-in-error' && error.reason !== 'covering-needed')) throw problem;
      printed.push({ on, authorName, paper: error.reason });
    }
  }
  return printed;
};
