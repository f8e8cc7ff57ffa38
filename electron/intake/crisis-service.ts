import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const openCrises = async (_practice: Practice, _input: ParsedInputOf<'crisis.open'>): Promise<OutputOf<'crisis.open'>> => notBuilt();

export const acknowledgeCrisis = async (
  _practice: Practice,
  _input: ParsedInputOf<'crisis.acknowledge'>,
): Promise<OutputOf<'crisis.acknowledge'>> => notBuilt();
