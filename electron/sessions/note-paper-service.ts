import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { auditHead } from '../audit/audit-repository.ts';
import { holdSheet } from '../documents/hold-sheet.ts';
import type { Practice } from '../practice/practice.ts';
import { drawNote } from './note-pdf.ts';
import { noteToPrint } from './note-to-print.ts';
import { keptNote, refuseUncovered } from './note-view.ts';

/** The note as it stands, with its addenda. The paper that was signed stays a document of its own. */
export const drawNotePaper = async (practice: Practice, { noteId }: ParsedInputOf<'notes.paper'>): Promise<OutputOf<'notes.paper'>> => {
  const kept = await keptNote(practice.db, noteId);
  await refuseUncovered(practice.db, practice, kept);
  const paper = await noteToPrint(practice, kept, { head: await auditHead(practice.db), substitutesAgreed: true });
  const [id, createdAt] = [practice.newId(), practice.now()];
  const bytes = await drawNote({ ...paper, documentId: id, asOf: createdAt });
  return holdSheet(practice, { id, clientId: kept.clientId, title: paper.title, createdAt, bytes });
};
