import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

/** The sheet a client takes home, on one page. */
export const composeAftercare = async (
  _practice: Practice,
  _asked: ParsedInputOf<'aftercare.compose'>,
): Promise<OutputOf<'aftercare.compose'>> => {
  throw new Error('not built');
};
