import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const readIcs = async (_practice: Practice, _input: ParsedInputOf<'calendar.readIcs'>): Promise<OutputOf<'calendar.readIcs'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const importIcs = async (
  _practice: Practice,
  _input: ParsedInputOf<'calendar.importIcs'>,
): Promise<OutputOf<'calendar.importIcs'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
