import { z } from 'zod';
import { Clearance } from '../../shared/clearance.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';

/** What was asked, as it was asked; the contact stands beside it, for a merge may name another. */
const Request = z.strictObject(Clearance.pick({ findingIds: true, of: true, way: true, question: true, askedOn: true }).shape);
const Reply = Clearance.shape.reply.unwrap();
const KeptReply = Reply.omit({ recordedAt: true, recordedBy: true });

const kept = (db: Reader) =>
  db
    .selectFrom('clearances')
    .innerJoin('keyholders as asker', 'asker.id', 'clearances.asked_by')
    .leftJoin('clearance_replies', 'clearance_replies.clearance_id', 'clearances.id')
    .leftJoin('keyholders as recorder', 'recorder.id', 'clearance_replies.recorded_by')
    .select([
      'clearances.id',
      'clearances.client_id',
      'clearances.contact_id',
      'clearances.request',
      'clearances.asked_at',
      'asker.name as asked_by',
      'clearance_replies.reply',
      'clearance_replies.recorded_at',
      'recorder.name as recorded_by',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof kept>['executeTakeFirstOrThrow']>>;

const replyFrom = ({ reply, recorded_at, recorded_by }: Row): Clearance['reply'] =>
  reply === null || recorded_at === null
    ? null
    : { ...KeptReply.parse(JSON.parse(reply)), recordedAt: recorded_at, recordedBy: recorded_by ?? '' };

const clearanceFrom = (row: Row): Clearance => ({
  ...Request.parse(JSON.parse(row.request)),
  id: row.id,
  clientId: row.client_id,
  contactId: row.contact_id,
  askedAt: row.asked_at,
  askedBy: row.asked_by,
  reply: replyFrom(row),
});

/** Newest first. */
export const clearancesOf = async (db: Reader, clientId: string): Promise<readonly Clearance[]> => {
  const rows = await kept(db)
    .where('clearances.client_id', '=', clientId)
    .orderBy('clearances.asked_at', 'desc')
    .orderBy('clearances.id', 'desc')
    .execute();
  return rows.map(clearanceFrom);
};

export const clearanceById = async (db: Reader, id: string): Promise<Clearance | null> => {
  const row = await kept(db).where('clearances.id', '=', id).executeTakeFirst();
  return row ? clearanceFrom(row) : null;
};

type Asked = Omit<Clearance, 'reply' | 'askedBy'>;

/** `by`: the keyholder who keeps it. */
export const insertClearance = async (tx: Tx, { id, clientId, contactId, askedAt, ...request }: Asked, by: string): Promise<void> => {
  await tx
    .insertInto('clearances')
    .values({ id, client_id: clientId, contact_id: contactId, request: JSON.stringify(request), asked_at: askedAt, asked_by: by })
    .execute();
};

type Answered = z.infer<typeof KeptReply> & { readonly recordedAt: Instant };

/** `by`: the keyholder who keeps it. */
export const insertReply = async (tx: Tx, clearanceId: string, { recordedAt, ...reply }: Answered, by: string): Promise<void> => {
  await tx
    .insertInto('clearance_replies')
    .values({ clearance_id: clearanceId, reply: JSON.stringify(reply), recorded_at: recordedAt, recorded_by: by })
    .execute();
};

/** Those of the findings named that are none of this client’s. */
export const findingsOfOthers = async (db: Reader, clientId: string, findingIds: readonly string[]): Promise<readonly string[]> => {
  const rows = await db.selectFrom('findings').select('id').where('client_id', '=', clientId).where('id', 'in', findingIds).execute();
  const own = new Set(rows.map(({ id }) => id));
  return findingIds.filter((id) => !own.has(id));
};

/** What named the one names the other from now on. */
export const nameOtherContact = async (tx: Tx, from: string, to: string): Promise<void> => {
  await tx.updateTable('clearances').set({ contact_id: to }).where('contact_id', '=', from).execute();
};
