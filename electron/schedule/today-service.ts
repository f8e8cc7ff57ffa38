import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const getToday = async (_practice: Practice, _input: ParsedInputOf<'today.get'>): Promise<OutputOf<'today.get'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
