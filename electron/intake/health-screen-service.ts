import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const startHealth = async (_practice: Practice, _input: ParsedInputOf<'health.start'>): Promise<OutputOf<'health.start'>> =>
  notBuilt();

export const saveHealth = async (_practice: Practice, _input: ParsedInputOf<'health.save'>): Promise<OutputOf<'health.save'>> => notBuilt();
