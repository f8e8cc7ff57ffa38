import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { byWords } from '../../shared/text.ts';
import type { Practice } from '../practice/practice.ts';
import { allTemplates } from './note-templates-repository.ts';

export const listTemplates = async (practice: Practice): Promise<OutputOf<'noteTemplates.list'>> => ({
  templates: (await allTemplates(practice.db))
    .map(({ id, version, active, template }) => ({ id, version, active, ...template }))
    .sort((one, other) => Number(other.active) - Number(one.active) || byWords(one.name, other.name)),
});

export const saveTemplate = async (
  _practice: Practice,
  _asked: ParsedInputOf<'noteTemplates.save'>,
): Promise<OutputOf<'noteTemplates.save'>> => {
  throw new Error('not built');
};
