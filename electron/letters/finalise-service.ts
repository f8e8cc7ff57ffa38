import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const finaliseLetter = async (
  _practice: Practice,
  _input: ParsedInputOf<'letters.finalise'>,
): Promise<OutputOf<'letters.finalise'>> => {
  throw new Error('not built yet');
};
