import type { Reader, Tx } from '../practice/practice.ts';

export type KeptHandover = {
  readonly id: string;
  readonly clientId: string;
  readonly begunAt: string;
  readonly resting: boolean /** Since when the client's screen shows one calm page and nothing else; null while it shows the forms. */;
  readonly calmAt: string | null;
  /** The note it was handed over to read; null for forms. */
  readonly noteId: string | null;
};

/** The one that has not ended; there is never more than one. */
export const handoverInProgress = async (db: Reader): Promise<KeptHandover | null> => {
  const row = await db.selectFrom('handovers').selectAll().where('ended_at', 'is', null).executeTakeFirst();
  return row
    ? { id: row.id, clientId: row.client_id, begunAt: row.begun_at, resting: row.resting === 1, calmAt: row.calm_at, noteId: row.note_id }
    : null;
};

export const insertHandover = async (
  tx: Tx,
  handover: {
    readonly id: string;
    readonly clientId: string;
    readonly begunAt: string;
    readonly begunBy: string;
    readonly noteId: string | null;
  },
): Promise<void> => {
  await tx
    .insertInto('handovers')
    .values({
      id: handover.id,
      client_id: handover.clientId,
      begun_at: handover.begunAt,
      begun_by: handover.begunBy,
      resting: 0,
      ended_at: null,
      ended_by: null,
      calm_at: null,
      note_id: handover.noteId,
    })
    .execute();
};

export const setResting = async (tx: Tx, id: string, resting: boolean): Promise<void> => {
  await tx
    .updateTable('handovers')
    .set({ resting: resting ? 1 : 0 })
    .where('id', '=', id)
    .execute();
};

/** From now on the client's screen shows one calm page; the first time counts. */
export const setCalm = async (tx: Tx, id: string, at: string): Promise<void> => {
  await tx.updateTable('handovers').set({ calm_at: at }).where('id', '=', id).where('calm_at', 'is', null).execute();
};

export const endHandoverRow = async (tx: Tx, id: string, end: { readonly at: string; readonly by: string }): Promise<void> => {
  await tx.updateTable('handovers').set({ ended_at: end.at, ended_by: end.by, resting: 0 }).where('id', '=', id).execute();
};
