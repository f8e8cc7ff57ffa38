import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const requestClearance = async (
  _practice: Practice,
  _input: ParsedInputOf<'clearance.request'>,
): Promise<OutputOf<'clearance.request'>> => notBuilt();

export const recordClearance = async (
  _practice: Practice,
  _input: ParsedInputOf<'clearance.record'>,
): Promise<OutputOf<'clearance.record'>> => notBuilt();
