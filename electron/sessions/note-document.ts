import { Refusal } from '../../shared/app-error.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { isCovering } from './note-marks-repository.ts';

/** The paper of another practitioner's note is opened like the note itself: by who covers for this client. @throws Refusal covering-needed */
export const refuseForeignPaper = async ({ db, actor, now }: Pick<Practice, 'db' | 'actor' | 'now'>, documentId: string): Promise<void> => {
  const note = await db.selectFrom('notes').select(['author_id', 'client_id']).where('document_id', '=', documentId).executeTakeFirst();
  if (!note || note.author_id === actor.id) return;
  if (!(await isCovering(db, { by: actor.id, clientId: note.client_id, now: now() })))
    throw new Refusal('covering-needed', { clientId: note.client_id });
};

/** Papers of a client's notes that were entered in error. */
export const papersInError = async (db: Reader, clientId: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('notes')
    .innerJoin('note_errors', 'note_errors.note_id', 'notes.id')
    .select('notes.document_id')
    .where('notes.client_id', '=', clientId)
    .execute();
  return new Set(rows.flatMap(({ document_id }) => document_id ?? []));
};
