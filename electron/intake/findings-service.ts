import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const resolveFinding = async (_practice: Practice, _input: ParsedInputOf<'health.resolve'>): Promise<OutputOf<'health.resolve'>> =>
  notBuilt();

export const addFinding = async (_practice: Practice, _input: ParsedInputOf<'health.add'>): Promise<OutputOf<'health.add'>> => notBuilt();
