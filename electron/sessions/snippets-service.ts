import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const listSnippets = async (practice: Practice): Promise<OutputOf<'snippets.list'>> => {
  const rows = await practice.db
    .selectFrom('snippets')
    .selectAll()
    .where(({ or, eb }) => or([eb('owner', '=', practice.actor.id), eb('shared', '=', 1)]))
    .orderBy('trigger')
    .execute();
  return {
    snippets: rows.map(({ id, version, trigger, text, shared, owner }) => ({
      id,
      version,
      trigger,
      text,
      shared: shared === 1,
      isOwn: owner === practice.actor.id,
    })),
  };
};

export const saveSnippet = async (_practice: Practice, _asked: ParsedInputOf<'snippets.save'>): Promise<OutputOf<'snippets.save'>> => {
  throw new Error('not built');
};

export const removeSnippet = async (
  _practice: Practice,
  _asked: ParsedInputOf<'snippets.remove'>,
): Promise<OutputOf<'snippets.remove'>> => {
  throw new Error('not built');
};
