import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { mostFilters } from '../../shared/client-filters.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { deleteFilter, filtersOf, isFilterOf, writeFilter } from './client-filters-repository.ts';

type Listed = OutputOf<'clientFilters.list'>;

export const listFilters = async (practice: Practice): Promise<Listed> => ({ filters: await filtersOf(practice.db, practice.actor.id) });

export const saveFilter = async (practice: Practice, { name, filter }: ParsedInputOf<'clientFilters.save'>): Promise<Listed> => {
  const owner = practice.actor.id;
  await practice.write(async (tx) => {
    const isFull = (await filtersOf(tx, owner)).length >= mostFilters;
    if (isFull && !(await isFilterOf(tx, owner, name))) throw new Refusal('client-filters-full', { most: mostFilters });
    await writeFilter(tx, owner, { id: practice.newId(), name, filter });
    await recordAudit(tx, practice, {});
  });
  practice.changed('client-filters');
  return listFilters(practice);
};

export const removeFilter = async (practice: Practice, { id }: ParsedInputOf<'clientFilters.remove'>): Promise<Listed> => {
  await practice.write(async (tx) => {
    await deleteFilter(tx, practice.actor.id, id);
    await recordAudit(tx, practice, { recordId: id });
  });
  practice.changed('client-filters');
  return listFilters(practice);
};
