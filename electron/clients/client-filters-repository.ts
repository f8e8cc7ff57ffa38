import { ClientFilter, type SavedFilter } from '../../shared/client-filters.ts';
import { foldForSearch } from '../../shared/clients.ts';
import { byWords } from '../../shared/text.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import { foldedTag } from './tags-repository.ts';

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

/** Everyone's saved filters follow a tag to its other name; one that asks for both asks for it once. */
export const renameTagInFilters = async (tx: Tx, tag: string, to: string): Promise<void> => {
  const rows = await tx.selectFrom('client_filters').select(['id', 'filter']).execute();
  for (const row of rows) {
    const filter = ClientFilter.parse(JSON.parse(row.filter));
    const renamed = [foldedTag(tag), foldedTag(to)];
    if (!filter.tags.some((one) => renamed.includes(foldedTag(one)))) continue;
    const tags = [...filter.tags.filter((one) => !renamed.includes(foldedTag(one))), to];
    await tx
      .updateTable('client_filters')
      .set({ filter: JSON.stringify({ ...filter, tags: tags.sort(byWords) }) })
      .where('id', '=', row.id)
      .execute();
  }
};
