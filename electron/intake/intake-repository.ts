import { type Intake, IntakeEntries, type IntakeHead } from '../../shared/intake.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { IntakeTable } from '../store/schema.ts';

type Row = Omit<IntakeTable, 'places_said' | 'level_said'>;

const headFrom = (row: Omit<Row, 'entries'>): IntakeHead => ({
  id: row.id,
  clientId: row.client_id,
  number: row.number,
  startedAt: row.started_at,
  startedBy: row.started_by,
  reviewedAt: row.reviewed_at,
  reviewedBy: row.reviewed_by,
  reviewDue: row.review_due,
  contentVersion: row.content_version,
  revision: row.revision,
  savedAt: row.saved_at,
});

const intakeFrom = (row: Row): Intake => ({ ...headFrom(row), entries: IntakeEntries.parse(JSON.parse(row.entries)) });

const rowOf = (intake: Intake): Row => ({
  id: intake.id,
  client_id: intake.clientId,
  number: intake.number,
  started_at: intake.startedAt,
  started_by: intake.startedBy,
  reviewed_at: intake.reviewedAt,
  reviewed_by: intake.reviewedBy,
  review_due: intake.reviewDue,
  content_version: intake.contentVersion,
  entries: JSON.stringify(intake.entries),
  revision: intake.revision,
  saved_at: intake.savedAt,
});

export const intakeById = async (db: Reader, id: string): Promise<Intake | null> => {
  const row = await db.selectFrom('intakes').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? intakeFrom(row) : null;
};

export const openIntakeOf = async (db: Reader, clientId: string): Promise<Intake | null> => {
  const row = await db
    .selectFrom('intakes')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst();
  return row ? intakeFrom(row) : null;
};

/** Which round is open, and how far it is; null while none is. */
export const openRoundOf = async (db: Reader, clientId: string): Promise<{ readonly id: string; readonly revision: number } | null> => {
  const rows = db.selectFrom('intakes').select(['id', 'revision']).where('client_id', '=', clientId).where('reviewed_at', 'is', null);
  return (await rows.executeTakeFirst()) ?? null;
};

/** The last one that was gone through to its end. */
export const newestReviewedOf = async (db: Reader, clientId: string): Promise<Intake | null> => {
  const row = await db
    .selectFrom('intakes')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('reviewed_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? intakeFrom(row) : null;
};

/** Newest first, without what they hold. */
export const intakeHeadsOf = async (db: Reader, clientId: string): Promise<readonly IntakeHead[]> => {
  const rows = await db
    .selectFrom('intakes')
    .select([
      'id',
      'client_id',
      'number',
      'started_at',
      'started_by',
      'reviewed_at',
      'reviewed_by',
      'review_due',
      'content_version',
      'revision',
      'saved_at',
    ])
    .where('client_id', '=', clientId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(headFrom);
};

export const insertIntake = async (tx: Tx, intake: Intake): Promise<void> => {
  await tx
    .insertInto('intakes')
    .values({ ...rowOf(intake), places_said: null, level_said: null })
    .execute();
};

/** Writes the round over its row of the revision before; false when that row has moved on, or was gone through meanwhile. */
export const replaceIntake = async (tx: Tx, intake: Intake): Promise<boolean> => {
  const result = await tx
    .updateTable('intakes')
    .set(rowOf(intake))
    .where('id', '=', intake.id)
    .where('revision', '=', intake.revision - 1)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

/** When places and level were said in a round, in the order of sayings; null where it only took them over from before. */
export type SaidInRound = { readonly places: number | null; readonly level: number | null };

export const saidInRound = async (db: Reader, intakeId: string): Promise<SaidInRound> => {
  const row = await db.selectFrom('intakes').select(['places_said', 'level_said']).where('id', '=', intakeId).executeTakeFirst();
  return { places: row?.places_said ?? null, level: row?.level_said ?? null };
};

export const keepSaidInRound = async (tx: Tx, intakeId: string, said: Partial<SaidInRound>): Promise<void> => {
  const columns = {
    ...(said.places === undefined ? {} : { places_said: said.places }),
    ...(said.level === undefined ? {} : { level_said: said.level }),
  };
  if (Object.keys(columns).length > 0) await tx.updateTable('intakes').set(columns).where('id', '=', intakeId).execute();
};
