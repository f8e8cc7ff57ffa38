import { Refusal, Refused } from '../../shared/app-error.ts';
import type { Note } from '../../shared/notes.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { addendaOf, errorOf, isCovering, reviewsOf } from './note-marks-repository.ts';
import { type KeptNote, noteById } from './notes-repository.ts';
import { namesOf, sessionById } from './sessions-repository.ts';

/** @throws Refused not-found note */
export const keptNote = async (db: Reader, id: string): Promise<KeptNote> => {
  const kept = await noteById(db, id);
  if (!kept) throw new Refused({ code: 'not-found', what: 'note' });
  return kept;
};

/** Notes of another practitioner are opened by who covers for this client, with the reason given (domain.md 9.3). @throws Refusal covering-needed */
export const refuseUncovered = async (
  db: Reader,
  { actor, now }: Pick<Practice, 'actor' | 'now'>,
  { authorId, clientId }: Pick<KeptNote, 'authorId' | 'clientId'>,
): Promise<void> => {
  if (authorId === actor.id || (await isCovering(db, { by: actor.id, clientId, now: now() }))) return;
  throw new Refusal('covering-needed', { clientId });
};

/**
 * A note as the window sees it. Reads through `practice.db`: inside a write it is given one that reads in the transaction.
 * Does not look at who asks: `refuseUncovered` does.
 */
export const seenNote = async (practice: Practice, kept: KeptNote): Promise<Note> => {
  const { db, actor } = practice;
  const client = await getClient(practice, { id: kept.clientId });
  const session = kept.sessionId === null ? null : await sessionById(db, kept.sessionId);
  const [addenda, reviews, error] = [await addendaOf(db, kept.id), await reviewsOf(db, kept.id), await errorOf(db, kept.id)];
  const names = await namesOf(db, [kept.authorId, ...addenda.map(({ by }) => by), ...(error ? [error.by] : [])]);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const { signed } = kept;
  return {
    id: kept.id,
    clientId: kept.clientId,
    chosenName: client.chosenName,
    authorId: kept.authorId,
    authorName: nameOf(kept.authorId),
    sessionId: kept.sessionId,
    startedAt: session?.startedAt ?? null,
    on: kept.on,
    writtenOn: kept.writtenOn,
    state: error ? 'in-error' : signed ? 'signed' : 'draft',
    revision: kept.revision,
    savedAt: kept.savedAt,
    signedAt: signed?.at ?? null,
    templateId: kept.templateId,
    ...kept.body,
    signed: signed && {
      at: signed.at,
      byName: nameOf(kept.authorId),
      documentId: signed.documentId,
      sha256: signed.sha256,
      method: signed.signature.method,
      late: signed.late,
    },
    addenda: addenda.map(({ id, at, by, isCovering: covering, reason, text }) => ({
      id,
      at,
      byName: nameOf(by),
      isCovering: covering,
      reason,
      text,
    })),
    reviews: reviews.map(({ at, outcome, words, revision }) => ({ at, outcome, words, isCurrent: revision === kept.revision })),
    inError: error && { at: error.at, byName: nameOf(error.by), reason: error.reason, toNoteId: error.toNoteId },
    movedFrom: kept.movedFrom,
    isOwn: kept.authorId === actor.id,
  };
};

/** As `seenNote`, from inside a write. */
export const seenInside = (practice: Practice, tx: Reader, kept: KeptNote): Promise<Note> =>
  seenNote({ ...practice, db: tx as unknown as Practice['db'] }, kept);

/** What keeps a note from being changed at all. @throws Refusal not-your-note, note-in-error, note-signed */
export const refuseUnchangeable = async (db: Reader, { actor }: Pick<Practice, 'actor'>, kept: KeptNote): Promise<void> => {
  if (kept.authorId !== actor.id) throw new Refusal('not-your-note');
  if (await errorOf(db, kept.id)) throw new Refusal('note-in-error');
  if (kept.signed) throw new Refusal('note-signed');
};
