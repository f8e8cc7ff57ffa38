import { z } from 'zod';
import { HealthScreen } from '../../shared/health.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { HealthScreenTable } from '../store/schema.ts';

const Seen = z.array(z.string());

type Head = Omit<HealthScreen, 'answers'>;

const headFrom = (row: Omit<HealthScreenTable, 'answers'>): Head => ({
  id: row.id,
  clientId: row.client_id,
  number: row.number,
  startedAt: row.started_at,
  startedBy: row.started_by,
  seen: Seen.parse(JSON.parse(row.seen)),
  doneAt: row.done_at,
  contentVersion: row.content_version,
  revision: row.revision,
  savedAt: row.saved_at,
});

const screenFrom = (row: HealthScreenTable): HealthScreen => ({
  ...headFrom(row),
  answers: HealthScreen.shape.answers.parse(JSON.parse(row.answers)),
});

const rowOf = (screen: HealthScreen): HealthScreenTable => ({
  id: screen.id,
  client_id: screen.clientId,
  number: screen.number,
  started_at: screen.startedAt,
  started_by: screen.startedBy,
  answers: JSON.stringify(screen.answers),
  seen: JSON.stringify(screen.seen),
  done_at: screen.doneAt,
  content_version: screen.contentVersion,
  revision: screen.revision,
  saved_at: screen.savedAt,
});

export const screenById = async (db: Reader, id: string): Promise<HealthScreen | null> => {
  const row = await db.selectFrom('health_screens').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? screenFrom(row) : null;
};

export const openScreenOf = async (db: Reader, clientId: string): Promise<HealthScreen | null> => {
  const rows = db.selectFrom('health_screens').selectAll().where('client_id', '=', clientId).where('done_at', 'is', null);
  const row = await rows.executeTakeFirst();
  return row ? screenFrom(row) : null;
};

export const newestScreenOf = async (db: Reader, clientId: string): Promise<HealthScreen | null> => {
  const rows = db.selectFrom('health_screens').selectAll().where('client_id', '=', clientId).where('done_at', 'is not', null);
  const row = await rows.orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row ? screenFrom(row) : null;
};

/** Every round with what it holds, newest first. */
export const screensOf = async (db: Reader, clientId: string): Promise<readonly HealthScreen[]> =>
  (await db.selectFrom('health_screens').selectAll().where('client_id', '=', clientId).orderBy('number', 'desc').execute()).map(screenFrom);

/** Newest first, without what they hold. */
export const screenHeadsOf = async (db: Reader, clientId: string): Promise<readonly Head[]> => {
  const rows = await db
    .selectFrom('health_screens')
    .select(['id', 'client_id', 'number', 'started_at', 'started_by', 'seen', 'done_at', 'content_version', 'revision', 'saved_at'])
    .where('client_id', '=', clientId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(headFrom);
};

/** Whether each round was done, for readiness: nothing of what they hold. */
export const screenRoundsOf = async (db: Reader, clientId: string): Promise<readonly Pick<HealthScreen, 'doneAt'>[]> => {
  const rows = await db.selectFrom('health_screens').select('done_at').where('client_id', '=', clientId).orderBy('number').execute();
  return rows.map(({ done_at: doneAt }) => ({ doneAt }));
};

/** Items something was ever found about, or left blank. */
export const itemsFoundOf = async (db: Reader, clientId: string): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('findings').select('item_id').where('client_id', '=', clientId).execute();
  return new Set(rows.map(({ item_id: id }) => id));
};

export const insertScreen = async (tx: Tx, screen: HealthScreen): Promise<void> => {
  await tx.insertInto('health_screens').values(rowOf(screen)).execute();
};

/** The next state of an open screen; false where somebody was quicker. */
export const replaceScreen = async (tx: Tx, screen: HealthScreen): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('health_screens')
    .set(rowOf(screen))
    .where('id', '=', screen.id)
    .where('revision', '=', screen.revision - 1)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
