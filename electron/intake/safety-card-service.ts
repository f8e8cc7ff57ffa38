import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const safetyCard = async (_practice: Practice, _input: ParsedInputOf<'safety.card'>): Promise<OutputOf<'safety.card'>> => notBuilt();

export const acknowledgeCard = async (
  _practice: Practice,
  _input: ParsedInputOf<'safety.acknowledge'>,
): Promise<OutputOf<'safety.acknowledge'>> => notBuilt();
