import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';

type Signal = { readonly id: string; readonly clientId: string; readonly word: string; readonly gesture: string };

/** What was agreed, for good; the one in force stands with the client. */
export const insertStopSignal = async (
  tx: Tx,
  signal: Signal & { readonly agreedAt: Instant; readonly agreedBy: string },
): Promise<void> => {
  await tx
    .insertInto('stop_signals')
    .values({
      id: signal.id,
      client_id: signal.clientId,
      word: signal.word,
      gesture: signal.gesture,
      agreed_at: signal.agreedAt,
      agreed_by: signal.agreedBy,
    })
    .execute();
};

export const insertRehearsal = async (
  tx: Tx,
  signal: Signal & { readonly rehearsedAt: Instant; readonly recordedBy: string },
): Promise<void> => {
  await tx
    .insertInto('stop_rehearsals')
    .values({
      id: signal.id,
      client_id: signal.clientId,
      word: signal.word,
      gesture: signal.gesture,
      rehearsed_at: signal.rehearsedAt,
      recorded_by: signal.recordedBy,
    })
    .execute();
};

/** Every word and signal that was agreed, or tried, oldest first. `by`: the keyholder who wrote it down. */
export type SignalKept = { readonly word: string; readonly gesture: string; readonly at: Instant; readonly by: string };

export const signalsAgreed = (db: Reader, clientId: string): Promise<SignalKept[]> =>
  db
    .selectFrom('stop_signals')
    .select(['word', 'gesture', 'agreed_at as at', 'agreed_by as by'])
    .where('client_id', '=', clientId)
    .orderBy('agreed_at')
    .orderBy('id')
    .execute();

export const signalsTried = (db: Reader, clientId: string): Promise<SignalKept[]> =>
  db
    .selectFrom('stop_rehearsals')
    .select(['word', 'gesture', 'rehearsed_at as at', 'recorded_by as by'])
    .where('client_id', '=', clientId)
    .orderBy('rehearsed_at')
    .orderBy('id')
    .execute();

export type AgreedAt = { readonly word: Instant | null; readonly gesture: Instant | null };

/** When the word and when the hand signal last became another; null where neither was kept. */
export const agreedEachAt = async (db: Reader, clientId: string): Promise<AgreedAt> => {
  const rows = await db
    .selectFrom('stop_signals')
    .select(['word', 'gesture', 'agreed_at'])
    .where('client_id', '=', clientId)
    .orderBy('agreed_at')
    .orderBy('id')
    .execute();
  const changedAt = (half: 'word' | 'gesture'): Instant | null =>
    rows.findLast((row, index) => row[half] !== rows[index - 1]?.[half])?.agreed_at ?? null;
  return { word: changedAt('word'), gesture: changedAt('gesture') };
};

/** When the newest was agreed; null where none was, or only before such moments were kept. */
export const agreedAtOf = async (db: Reader, clientId: string): Promise<Instant | null> => {
  const rows = db.selectFrom('stop_signals').select('agreed_at').where('client_id', '=', clientId);
  return (await rows.orderBy('agreed_at', 'desc').limit(1).executeTakeFirst())?.agreed_at ?? null;
};
