import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const readinessOf = async (_practice: Practice, _input: ParsedInputOf<'readiness.of'>): Promise<OutputOf<'readiness.of'>> =>
  notBuilt();
