import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const drawDaySheet = async (_practice: Practice, _input: ParsedInputOf<'calendar.paper'>): Promise<OutputOf<'calendar.paper'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
