import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const saveSuitability = async (
  _practice: Practice,
  _input: ParsedInputOf<'suitability.save'>,
): Promise<OutputOf<'suitability.save'>> => notBuilt();
