import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const askChanged = async (_practice: Practice, _input: ParsedInputOf<'health.changed'>): Promise<OutputOf<'health.changed'>> =>
  notBuilt();

export const settleChange = async (_practice: Practice, _input: ParsedInputOf<'health.settle'>): Promise<OutputOf<'health.settle'>> =>
  notBuilt();
