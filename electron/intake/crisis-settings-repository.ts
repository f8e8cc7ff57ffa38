import { type CheckedNumbers, CrisisNumbers } from '../../shared/safety.ts';
import type { Reader, Tx } from '../practice/practice.ts';

/** Numbers as somebody checked them for a place; null until somebody did. */
export const numbersFor = async (db: Reader, place: string): Promise<CheckedNumbers | null> => {
  const row = await db
    .selectFrom('crisis_numbers')
    .innerJoin('keyholders', 'keyholders.id', 'crisis_numbers.checked_by')
    .select(['crisis_numbers.numbers', 'crisis_numbers.checked_on', 'keyholders.name'])
    .where('place', '=', place)
    .executeTakeFirst();
  return row ? { ...CrisisNumbers.parse(JSON.parse(row.numbers)), place, checkedOn: row.checked_on, checkedBy: row.name } : null;
};

export const numbersVersion = async (db: Reader): Promise<number> =>
  (await db.selectFrom('crisis_numbers_version').select('version').executeTakeFirstOrThrow()).version;

type Checked = Pick<CheckedNumbers, 'place' | 'checkedOn'> & { readonly numbers: CrisisNumbers };

/** Keeps the numbers of a place in the stead of those before; false when someone saved since `version`. `by`: who checked them. */
export const replaceNumbers = async (tx: Tx, version: number, { place, numbers, checkedOn }: Checked, by: string): Promise<boolean> => {
  const moved = await tx
    .updateTable('crisis_numbers_version')
    .set({ version: version + 1 })
    .where('version', '=', version)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) return false;
  const columns = { numbers: JSON.stringify(numbers), checked_on: checkedOn, checked_by: by };
  await tx
    .insertInto('crisis_numbers')
    .values({ place, ...columns })
    .onConflict((conflict) => conflict.column('place').doUpdateSet(columns))
    .execute();
  return true;
};
