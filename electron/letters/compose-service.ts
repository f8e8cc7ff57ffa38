import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const composeLetter = async (
  _practice: Practice,
  _input: ParsedInputOf<'letters.compose'>,
): Promise<OutputOf<'letters.compose'>> => {
  throw new Error('not built yet');
};
