import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const lettersDue = async (_practice: Practice, _input: ParsedInputOf<'letters.due'>): Promise<OutputOf<'letters.due'>> => {
  throw new Error('not built yet');
};

export const draftDue = async (_practice: Practice, _input: ParsedInputOf<'letters.draftDue'>): Promise<OutputOf<'letters.draftDue'>> => {
  throw new Error('not built yet');
};
