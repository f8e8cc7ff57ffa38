import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const drawSafetyCard = async (_practice: Practice, _input: ParsedInputOf<'safety.paper'>): Promise<OutputOf<'safety.paper'>> =>
  notBuilt();
