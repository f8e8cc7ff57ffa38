import type { Reader, Tx } from '../practice/practice.ts';

type Mark = { readonly clientId: string; readonly inError: boolean; readonly at: string; readonly by: string; readonly reason: string };

/** What was said of a whole record stays, also once it was taken back. */
export const insertClientError = async (tx: Tx, { clientId, inError, ...told }: Mark): Promise<void> => {
  await tx
    .insertInto('client_errors')
    .values({ seq: null, client_id: clientId, in_error: Number(inError), ...told })
    .execute();
};

export type ClientMark = { readonly inError: boolean; readonly at: string; readonly byName: string; readonly reason: string };

/** What was said of a whole record, oldest first. */
export const errorsOf = async (db: Reader, clientId: string): Promise<readonly ClientMark[]> => {
  const rows = await db
    .selectFrom('client_errors')
    .innerJoin('keyholders', 'keyholders.id', 'client_errors.by')
    .select(['in_error', 'at', 'reason', 'keyholders.name as by_name'])
    .where('client_id', '=', clientId)
    .orderBy('seq')
    .execute();
  return rows.map(({ in_error, at, reason, by_name }) => ({ inError: in_error === 1, at, byName: by_name, reason }));
};

export const hasOpenSession = async (db: Reader, clientId: string): Promise<boolean> =>
  (await db.selectFrom('sessions').select('id').where('client_id', '=', clientId).where('ended_at', 'is', null).executeTakeFirst()) !==
  undefined;

/** How many appointments still stand from now on. */
export const appointmentsAhead = async (db: Reader, clientId: string, now: string): Promise<number> => {
  const { count } = await db
    .selectFrom('appointments')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('client_id', '=', clientId)
    .where('ends_at', '>', now)
    .where('status', 'in', ['booked', 'confirmed', 'arrived', 'in-session'])
    .executeTakeFirstOrThrow();
  return count;
};
