import { CustomField, type CustomValues } from '../../shared/custom-fields.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { CustomFieldTable } from '../store/people-schema.ts';

const fromRow = (row: CustomFieldTable): CustomField => ({
  id: row.id,
  version: row.version,
  label: row.label,
  kind: CustomField.shape.kind.parse(row.kind),
  options: CustomField.shape.options.parse(JSON.parse(row.options)),
  inUse: row.in_use === 1,
});

const toRow = ({ inUse, options, ...field }: CustomField): Omit<CustomFieldTable, 'position'> => ({
  ...field,
  options: JSON.stringify(options),
  in_use: Number(inUse),
});

/** In their order, those out of use among them. */
export const allCustomFields = async (db: Reader): Promise<readonly CustomField[]> =>
  (await db.selectFrom('custom_fields').selectAll().orderBy('position').orderBy('id').execute()).map(fromRow);

/** How many clients have a value, by field; of a field nobody has one for, nothing. */
export const heldByField = async (db: Reader): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('client_custom_values')
    .select(({ fn }) => ['field_id', fn.countAll<number>().as('held')])
    .groupBy('field_id')
    .execute();
  return new Map(rows.map(({ field_id, held }) => [field_id, held]));
};

export const insertCustomField = async (tx: Tx, field: CustomField, position: number): Promise<void> => {
  await tx
    .insertInto('custom_fields')
    .values({ ...toRow(field), position })
    .execute();
};

/** Writes over the row, which was read in the same transaction; its place stays. */
export const replaceCustomField = async (tx: Tx, field: CustomField): Promise<void> => {
  await tx.updateTable('custom_fields').set(toRow(field)).where('id', '=', field.id).execute();
};

export const placeCustomFields = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  for (const [position, id] of ids.entries()) await tx.updateTable('custom_fields').set({ position }).where('id', '=', id).execute();
};

export const deleteCustomField = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('custom_fields').where('id', '=', id).execute();
};

/** What the client's record says from now on. */
export const writeCustomValues = async (tx: Tx, clientId: string, custom: CustomValues): Promise<void> => {
  await tx.deleteFrom('client_custom_values').where('client_id', '=', clientId).execute();
  const values = Object.entries(custom).map(([field_id, value]) => ({ client_id: clientId, field_id, value }));
  if (values.length > 0) await tx.insertInto('client_custom_values').values(values).execute();
};
