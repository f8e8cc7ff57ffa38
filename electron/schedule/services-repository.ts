import type { Service } from '../../shared/people-and-rooms.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { ServiceTable } from '../store/schedule-schema.ts';

const fromRow = (row: ServiceTable): Service => ({
  id: row.id,
  version: row.version,
  name: row.name,
  minutes: row.minutes,
  before: row.before,
  after: row.after,
  price: row.price,
  taxName: row.tax_name,
  taxRate: row.tax_rate,
  noteTemplate: row.note_template,
  active: row.active === 1,
});

const toRow = ({ taxName, taxRate, noteTemplate, active, ...rest }: Service): Omit<ServiceTable, 'created_at'> => ({
  ...rest,
  tax_name: taxName,
  tax_rate: taxRate,
  note_template: noteTemplate,
  active: active ? 1 : 0,
});

export const allServices = async (db: Reader): Promise<readonly Service[]> =>
  (await db.selectFrom('services').selectAll().orderBy('created_at').orderBy('id').execute()).map(fromRow);

export const serviceOf = async (db: Reader, id: string): Promise<Service | null> => {
  const row = await db.selectFrom('services').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
};

export const insertService = async (tx: Tx, service: Service, at: Instant): Promise<void> => {
  await tx
    .insertInto('services')
    .values({ ...toRow(service), created_at: at })
    .execute();
};

/** Writes over the row, which was read in the same transaction. */
export const replaceService = async (tx: Tx, service: Service): Promise<void> => {
  await tx.updateTable('services').set(toRow(service)).where('id', '=', service.id).execute();
};
