import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';

/** What came to a note after it was written; each of these is written once and never changed. */

export type KeptAddendum = {
  readonly id: string;
  readonly noteId: string;
  readonly at: Instant;
  readonly by: string;
  readonly isCovering: boolean;
  readonly reason: string;
  readonly text: string;
};

export const addendaOf = async (db: Reader, noteId: string): Promise<readonly KeptAddendum[]> => {
  const rows = await db.selectFrom('note_addenda').selectAll().where('note_id', '=', noteId).orderBy('at').orderBy('id').execute();
  return rows.map(({ id, note_id, at, by, covering, reason, text }) => ({
    id,
    noteId: note_id,
    at,
    by,
    isCovering: covering === 1,
    reason,
    text,
  }));
};

export const addendumById = async (db: Reader, id: string): Promise<Pick<KeptAddendum, 'noteId' | 'by' | 'reason' | 'text'> | null> => {
  const row = await db.selectFrom('note_addenda').select(['note_id', 'by', 'reason', 'text']).where('id', '=', id).executeTakeFirst();
  return row ? { noteId: row.note_id, by: row.by, reason: row.reason, text: row.text } : null;
};

export const insertAddendum = async (tx: Tx, addendum: KeptAddendum): Promise<void> => {
  await tx
    .insertInto('note_addenda')
    .values({
      id: addendum.id,
      note_id: addendum.noteId,
      at: addendum.at,
      by: addendum.by,
      covering: Number(addendum.isCovering),
      reason: addendum.reason,
      text: addendum.text,
    })
    .execute();
};

export type KeptReview = {
  readonly id: string;
  readonly noteId: string;
  readonly handoverId: string;
  readonly revision: number;
  readonly at: Instant;
  readonly outcome: 'read' | 'talk';
  readonly words: string;
};

/** Oldest first; of one hand-over the last answer counts. */
export const reviewsOf = async (db: Reader, noteId: string): Promise<readonly KeptReview[]> => {
  const rows = await db.selectFrom('note_reviews').selectAll().where('note_id', '=', noteId).orderBy('at').orderBy('id').execute();
  const all = rows.map(({ id, note_id, handover_id, revision, at, outcome, words }) => ({
    id,
    noteId: note_id,
    handoverId: handover_id,
    revision,
    at,
    outcome: outcome === 'talk' ? ('talk' as const) : ('read' as const),
    words,
  }));
  return all.filter((one, index) => all.findLastIndex(({ handoverId }) => handoverId === one.handoverId) === index);
};

export const insertReview = async (tx: Tx, review: KeptReview): Promise<void> => {
  await tx
    .insertInto('note_reviews')
    .values({
      id: review.id,
      note_id: review.noteId,
      handover_id: review.handoverId,
      revision: review.revision,
      at: review.at,
      outcome: review.outcome,
      words: review.words,
    })
    .execute();
};

export type KeptError = { readonly at: Instant; readonly by: string; readonly reason: string; readonly toNoteId: string | null };

export const errorOf = async (db: Reader, noteId: string): Promise<KeptError | null> => {
  const row = await db.selectFrom('note_errors').selectAll().where('note_id', '=', noteId).executeTakeFirst();
  return row ? { at: row.at, by: row.by, reason: row.reason, toNoteId: row.to_note_id } : null;
};

export const insertError = async (tx: Tx, noteId: string, error: KeptError): Promise<void> => {
  await tx
    .insertInto('note_errors')
    .values({ note_id: noteId, at: error.at, by: error.by, reason: error.reason, to_note_id: error.toNoteId })
    .execute();
};

/** Whether this person covers for this client now. */
export const isCovering = async (
  db: Reader,
  who: { readonly by: string; readonly clientId: string; readonly now: Instant },
): Promise<boolean> =>
  (await db
    .selectFrom('coverings')
    .select('id')
    .where('by', '=', who.by)
    .where('client_id', '=', who.clientId)
    .where('until', '>', who.now)
    .where('at', '<=', who.now)
    .executeTakeFirst()) !== undefined;

export const insertCovering = async (
  tx: Tx,
  covering: {
    readonly id: string;
    readonly clientId: string;
    readonly by: string;
    readonly at: Instant;
    readonly until: Instant;
    readonly reason: string;
  },
): Promise<void> => {
  await tx
    .insertInto('coverings')
    .values({
      id: covering.id,
      client_id: covering.clientId,
      by: covering.by,
      at: covering.at,
      until: covering.until,
      reason: covering.reason,
    })
    .execute();
};
