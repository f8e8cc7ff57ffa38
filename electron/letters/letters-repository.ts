import type { ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import { LetterDraft } from '../../shared/letters.ts';
import { Recipient } from '../../shared/releases.ts';
import { Signature } from '../../shared/signatures.ts';
import type { CalendarDay, Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { LetterTable } from '../store/letter-schema.ts';
import type { Schema } from '../store/schema.ts';

/** A letter as it is kept. */
export type KeptLetter = {
  readonly id: string;
  readonly clientId: string;
  readonly authorId: string;
  readonly kindId: string;
  readonly edition: string;
  /** Null: to the client. */
  readonly contactId: string | null;
  readonly recipient: Recipient;
  readonly from: { readonly kind: 'session' | 'incident' | 'finding'; readonly id: string } | null;
  readonly period: { readonly from: CalendarDay; readonly to: CalendarDay };
  readonly corrects: string | null;
  readonly createdAt: Instant;
  readonly version: number;
  readonly savedAt: Instant;
  readonly body: LetterDraft;
  readonly sendBy: CalendarDay | null;
  readonly replyBy: CalendarDay | null;
  readonly setAsideAt: Instant | null;
  readonly final: {
    readonly at: Instant;
    readonly releaseId: string | null;
    readonly unseenReason: string;
    readonly signature: Signature;
    readonly sha256: string;
    readonly documentId: string;
  } | null;
};

const SourceKind = z.enum(['session', 'incident', 'finding']);

const finalOf = (row: LetterTable): KeptLetter['final'] =>
  row.finalised_at === null || row.signature === null || row.sha256 === null || row.document_id === null
    ? null
    : {
        at: row.finalised_at,
        releaseId: row.release_id,
        unseenReason: row.unseen_reason,
        signature: Signature.parse(JSON.parse(row.signature)),
        sha256: row.sha256,
        documentId: row.document_id,
      };

const toLetter = (row: LetterTable): KeptLetter => ({
  id: row.id,
  clientId: row.client_id,
  authorId: row.author_id,
  kindId: row.kind_id,
  edition: row.edition,
  contactId: row.contact_id,
  recipient: Recipient.parse(JSON.parse(row.recipient)),
  from: row.from_kind === null || row.from_id === null ? null : { kind: SourceKind.parse(row.from_kind), id: row.from_id },
  period: { from: row.period_from, to: row.period_to },
  corrects: row.corrects,
  createdAt: row.created_at,
  version: row.version,
  savedAt: row.saved_at,
  body: LetterDraft.parse(JSON.parse(row.body)),
  sendBy: row.send_by,
  replyBy: row.reply_by,
  setAsideAt: row.set_aside_at,
  final: finalOf(row),
});

/** In the order of the contract, so that the same letter is the same bytes. */
export const bytesOfLetter = ({ document, facts, purpose, exception, part2, clientNamed }: LetterDraft): string =>
  JSON.stringify({ document, facts, purpose, exception, part2, clientNamed });

export const letterById = async (db: Reader, id: string): Promise<KeptLetter | null> => {
  const row = await db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toLetter(row) : null;
};

export const letterOfDocument = async (db: Reader, documentId: string): Promise<KeptLetter | null> => {
  const row = await db.selectFrom('letters').selectAll().where('document_id', '=', documentId).executeTakeFirst();
  return row ? toLetter(row) : null;
};

/** Newest first, those set aside left out. */
export const lettersOfClient = async (db: Reader, clientId: string): Promise<readonly KeptLetter[]> =>
  (
    await db
      .selectFrom('letters')
      .selectAll()
      .where('client_id', '=', clientId)
      .where('set_aside_at', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
  ).map(toLetter);

/** Of this author, changed last first. */
export const draftsOf = async (db: Reader, authorId: string): Promise<readonly KeptLetter[]> =>
  (
    await db
      .selectFrom('letters')
      .selectAll()
      .where('author_id', '=', authorId)
      .where('finalised_at', 'is', null)
      .where('set_aside_at', 'is', null)
      .orderBy('saved_at', 'desc')
      .execute()
  ).map(toLetter);

const isReplaced = ({ exists, selectFrom, ref }: ExpressionBuilder<Schema, 'letters'>) =>
  exists(
    selectFrom('letters as newer')
      .select('newer.id')
      .whereRef('newer.corrects', '=', ref('letters.id'))
      .where('newer.finalised_at', 'is not', null),
  );

const hasEvent = ({ exists, selectFrom, ref }: ExpressionBuilder<Schema, 'letters'>, kind: 'handed_over' | 'answered') =>
  exists(
    selectFrom('letter_events')
      .select('letter_events.id')
      .whereRef('letter_events.letter_id', '=', ref('letters.id'))
      .where('kind', '=', kind),
  );

/** Finalised, not replaced, and not handed over; of everybody, oldest first. */
export const lettersToHandOver = async (db: Reader): Promise<readonly KeptLetter[]> =>
  (
    await db
      .selectFrom('letters')
      .selectAll()
      .where('finalised_at', 'is not', null)
      .where((eb) => eb.and([eb.not(isReplaced(eb)), eb.not(hasEvent(eb, 'handed_over'))]))
      .orderBy('finalised_at')
      .execute()
  ).map(toLetter);

/** Handed over, with an answer that was asked for by a day before this one and did not come. */
export const lettersUnanswered = async (db: Reader, day: CalendarDay): Promise<readonly KeptLetter[]> =>
  (
    await db
      .selectFrom('letters')
      .selectAll()
      .where('reply_by', '<', day)
      .where('finalised_at', 'is not', null)
      .where((eb) => eb.and([eb.not(isReplaced(eb)), hasEvent(eb, 'handed_over'), eb.not(hasEvent(eb, 'answered'))]))
      .orderBy('reply_by')
      .execute()
  ).map(toLetter);

export const insertLetter = async (tx: Tx, letter: Omit<KeptLetter, 'final' | 'setAsideAt'>): Promise<void> => {
  await tx
    .insertInto('letters')
    .values({
      id: letter.id,
      client_id: letter.clientId,
      author_id: letter.authorId,
      kind_id: letter.kindId,
      edition: letter.edition,
      contact_id: letter.contactId,
      recipient: JSON.stringify(letter.recipient),
      from_kind: letter.from?.kind ?? null,
      from_id: letter.from?.id ?? null,
      period_from: letter.period.from,
      period_to: letter.period.to,
      corrects: letter.corrects,
      created_at: letter.createdAt,
      version: letter.version,
      saved_at: letter.savedAt,
      body: bytesOfLetter(letter.body),
      send_by: letter.sendBy,
      reply_by: letter.replyBy,
      set_aside_at: null,
      finalised_at: null,
      release_id: null,
      unseen_reason: '',
      signature: null,
      sha256: null,
      document_id: null,
    })
    .execute();
};

export const saveLetterRow = async (
  tx: Tx,
  { id, version, savedAt, body }: Pick<KeptLetter, 'id' | 'version' | 'savedAt' | 'body'>,
): Promise<void> => {
  await tx
    .updateTable('letters')
    .set({ version, saved_at: savedAt, body: bytesOfLetter(body) })
    .where('id', '=', id)
    .execute();
};

export const setAsideRow = async (tx: Tx, id: string, at: Instant): Promise<void> => {
  await tx.updateTable('letters').set({ set_aside_at: at }).where('id', '=', id).execute();
};

/** With the words as they went. */
export const finaliseRow = async (
  tx: Tx,
  { id, body, recipient }: Pick<KeptLetter, 'id' | 'body' | 'recipient'>,
  final: NonNullable<KeptLetter['final']>,
): Promise<void> => {
  await tx
    .updateTable('letters')
    .set({
      body: bytesOfLetter(body),
      recipient: JSON.stringify(recipient),
      finalised_at: final.at,
      release_id: final.releaseId,
      unseen_reason: final.unseenReason,
      signature: JSON.stringify(final.signature),
      sha256: final.sha256,
      document_id: final.documentId,
    })
    .where('id', '=', id)
    .execute();
};
