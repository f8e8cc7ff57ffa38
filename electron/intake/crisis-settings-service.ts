import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const crisisSettings = async (_practice: Practice, _input: ParsedInputOf<'crisis.settings'>): Promise<OutputOf<'crisis.settings'>> =>
  notBuilt();

export const setCrisisNumbers = async (_practice: Practice, _input: ParsedInputOf<'crisis.set'>): Promise<OutputOf<'crisis.set'>> =>
  notBuilt();
