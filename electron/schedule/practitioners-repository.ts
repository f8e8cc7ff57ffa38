import type { Practitioner } from '../../shared/people-and-rooms.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { PractitionerTable } from '../store/schedule-schema.ts';

const fromRow = (row: PractitionerTable): Practitioner => ({
  id: row.id,
  version: row.version,
  name: row.name,
  keyholderId: row.keyholder_id,
  active: row.active === 1,
});

const toRow = ({ keyholderId, active, ...rest }: Practitioner): Omit<PractitionerTable, 'created_at'> => ({
  ...rest,
  keyholder_id: keyholderId,
  active: active ? 1 : 0,
});

/** In the order they came: that of their lanes. */
export const allPractitioners = async (db: Reader): Promise<readonly Practitioner[]> =>
  (await db.selectFrom('practitioners').selectAll().orderBy('created_at').orderBy('id').execute()).map(fromRow);

export const practitionerOf = async (db: Reader, id: string): Promise<Practitioner | null> => {
  const row = await db.selectFrom('practitioners').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
};

export const insertPractitioner = async (tx: Tx, practitioner: Practitioner, at: Instant): Promise<void> => {
  await tx
    .insertInto('practitioners')
    .values({ ...toRow(practitioner), created_at: at })
    .execute();
};

/** Writes over the row, which was read in the same transaction. */
export const replacePractitioner = async (tx: Tx, practitioner: Practitioner): Promise<void> => {
  await tx.updateTable('practitioners').set(toRow(practitioner)).where('id', '=', practitioner.id).execute();
};
