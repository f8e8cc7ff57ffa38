import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const setCareTeam = async (_practice: Practice, _input: ParsedInputOf<'careTeam.set'>): Promise<OutputOf<'careTeam.set'>> =>
  notBuilt();

export const careTeamOf = async (_practice: Practice, _input: ParsedInputOf<'careTeam.of'>): Promise<OutputOf<'careTeam.of'>> => notBuilt();
