import { z } from 'zod';
import type { Medicine } from '../../shared/medicines.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { MedicineTable } from '../store/schema.ts';

const Codes = z.array(z.string()).nullable();
const Match = z.enum(['not-yet', 'none', 'class']);

const medicineFrom = (row: MedicineTable): Medicine => ({
  id: row.id,
  clientId: row.client_id,
  name: row.name,
  match: Match.parse(row.match),
  classId: row.class_id,
  areas: Codes.parse(row.areas === null ? null : JSON.parse(row.areas)),
  note: row.note,
  takenUntil: row.taken_until,
  at: row.at,
  by: row.by,
  version: row.version,
});

/** Each as it stands now, in the order they were first named. */
export const medicinesOf = async (db: Reader, clientId: string): Promise<readonly Medicine[]> => {
  const rows = await db.selectFrom('medicines').selectAll().where('client_id', '=', clientId).orderBy('id').orderBy('version').execute();
  return [...new Map(rows.map((row) => [row.id, row])).values()].map(medicineFrom);
};

export const medicineById = async (db: Reader, id: string): Promise<Medicine | null> => {
  const row = await db.selectFrom('medicines').selectAll().where('id', '=', id).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row ? medicineFrom(row) : null;
};

/** The next state of a medicine; every earlier one stays. */
export const insertMedicine = async (tx: Tx, medicine: Medicine): Promise<void> => {
  await tx
    .insertInto('medicines')
    .values({
      id: medicine.id,
      version: medicine.version,
      client_id: medicine.clientId,
      name: medicine.name,
      match: medicine.match,
      class_id: medicine.classId,
      areas: medicine.areas === null ? null : JSON.stringify(medicine.areas),
      note: medicine.note,
      taken_until: medicine.takenUntil,
      at: medicine.at,
      by: medicine.by,
    })
    .execute();
};
