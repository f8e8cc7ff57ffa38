import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const drawReminder = async (_practice: Practice, _input: ParsedInputOf<'reminders.paper'>): Promise<OutputOf<'reminders.paper'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
