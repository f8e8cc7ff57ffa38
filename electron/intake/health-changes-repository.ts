import type { HealthChange } from '../../shared/health.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { HealthChangeTable } from '../store/schema.ts';

const changeFrom = (row: HealthChangeTable): HealthChange => ({
  id: row.id,
  clientId: row.client_id,
  at: row.at,
  by: row.by,
  changed: row.changed === 1,
  words: row.words,
  settledAt: row.settled_at,
  settledWords: row.settled_words,
});

/** Newest first, by the order they were kept in. */
export const changesOf = async (db: Reader, clientId: string): Promise<readonly HealthChange[]> => {
  const rows = await db.selectFrom('health_changes').selectAll().where('client_id', '=', clientId).orderBy('id', 'desc').execute();
  return rows.map(changeFrom);
};

/** One that waits to be gone through; null where none does. */
export const openChangeOf = async (db: Reader, clientId: string): Promise<HealthChange | null> => {
  const rows = db.selectFrom('health_changes').selectAll().where('client_id', '=', clientId).where('settled_at', 'is', null);
  const row = await rows.limit(1).executeTakeFirst();
  return row ? changeFrom(row) : null;
};

export const changeById = async (db: Reader, id: string): Promise<HealthChange | null> => {
  const row = await db.selectFrom('health_changes').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? changeFrom(row) : null;
};

/** `settledBy`: who; null while it waits. */
export const insertChange = async (tx: Tx, change: HealthChange, settledBy: string | null): Promise<void> => {
  await tx
    .insertInto('health_changes')
    .values({
      id: change.id,
      client_id: change.clientId,
      at: change.at,
      by: change.by,
      changed: change.changed ? 1 : 0,
      words: change.words,
      settled_at: change.settledAt,
      settled_by: settledBy,
      settled_words: change.settledWords,
    })
    .execute();
};

/** False where it was gone through already. */
export const settleChangeRow = async (
  tx: Tx,
  id: string,
  settled: { readonly at: string; readonly by: string; readonly words: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('health_changes')
    .set({ settled_at: settled.at, settled_by: settled.by, settled_words: settled.words })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
