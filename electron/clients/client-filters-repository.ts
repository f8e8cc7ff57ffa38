import { ClientFilter, type SavedFilter } from '../../shared/client-filters.ts';
import { foldForSearch } from '../../shared/clients.ts';
import type { Reader, Tx } from '../practice/practice.ts';

const folded = (name: string): string => foldForSearch(name) || name;

/** Of one person, by name. */
export const filtersOf = async (db: Reader, owner: string): Promise<SavedFilter[]> => {
  const rows = await db.selectFrom('client_filters').selectAll().where('owner', '=', owner).orderBy('folded').execute();
  return rows.map(({ id, name, filter }) => ({ id, name, filter: ClientFilter.parse(JSON.parse(filter)) }));
};

/** Over the one of the same name of the same person, which keeps its id. */
export const writeFilter = async (tx: Tx, owner: string, { id, name, filter }: SavedFilter): Promise<void> => {
  const written = { name, filter: JSON.stringify(filter) };
  await tx
    .insertInto('client_filters')
    .values({ id, owner, folded: folded(name), ...written })
    .onConflict((conflict) => conflict.columns(['owner', 'folded']).doUpdateSet(written))
    .execute();
};

export const isFilterOf = async (db: Reader, owner: string, name: string): Promise<boolean> =>
  (await db.selectFrom('client_filters').select('id').where('owner', '=', owner).where('folded', '=', folded(name)).executeTakeFirst()) !==
  undefined;

export const deleteFilter = async (tx: Tx, owner: string, id: string): Promise<void> => {
  await tx.deleteFrom('client_filters').where('owner', '=', owner).where('id', '=', id).execute();
};
