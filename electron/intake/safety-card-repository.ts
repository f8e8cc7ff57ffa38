import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';

/** That a card was read as it stood, and by whom. */
export type CardReading = {
  readonly id: string;
  readonly clientId: string;
  readonly sha256: string;
  /** The card itself, as JSON. */
  readonly card: string;
  readonly at: Instant;
  /** The keyholder. */
  readonly by: string;
};

export const insertReading = async (tx: Tx, { id, clientId, sha256, card, at, by }: CardReading): Promise<void> => {
  await tx.insertInto('card_readings').values({ id, client_id: clientId, sha256, card, read_at: at, read_by: by }).execute();
};

/** When the card was read last, and by whom, by name; null where that reading was of a card that said something else. */
export const newestReadingOf = async (
  db: Reader,
  { clientId, sha256 }: { readonly clientId: string; readonly sha256: string },
): Promise<{ readonly at: Instant; readonly by: string } | null> => {
  const row = await db
    .selectFrom('card_readings')
    .innerJoin('keyholders', 'keyholders.id', 'card_readings.read_by')
    .select(['card_readings.read_at', 'card_readings.sha256', 'keyholders.name'])
    .where('card_readings.client_id', '=', clientId)
    .orderBy('card_readings.read_at', 'desc')
    .orderBy('card_readings.id', 'desc')
    .executeTakeFirst();
  return row?.sha256 === sha256 ? { at: row.read_at, by: row.name } : null;
};
