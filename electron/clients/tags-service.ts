import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { renameTagInFilters } from './client-filters-repository.ts';
import { removeTag as removeFromAll, renameTag as renameOfAll, tagsInUse } from './tags-repository.ts';

export const listTags = async (practice: Practice): Promise<OutputOf<'tags.list'>> => ({ tags: await tagsInUse(practice.db) });

export const renameTag = async (practice: Practice, { tag, to }: ParsedInputOf<'tags.rename'>): Promise<OutputOf<'tags.rename'>> => {
  await practice.write(async (tx) => {
    if (!(await renameOfAll(tx, tag, to))) throw new Refused({ code: 'not-found', what: 'tag' });
    await renameTagInFilters(tx, tag, to);
    await recordAudit(tx, practice, {});
  });
  practice.changed('clients', 'client-fields', 'client-filters');
  return listTags(practice);
};

export const removeTag = async (practice: Practice, { tag }: ParsedInputOf<'tags.remove'>): Promise<OutputOf<'tags.remove'>> => {
  await practice.write(async (tx) => {
    await removeFromAll(tx, tag);
    await recordAudit(tx, practice, {});
  });
  practice.changed('clients', 'client-fields');
  return listTags(practice);
};
