import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const chooseIcsFile = async (
  _practice: Practice,
  _input: ParsedInputOf<'calendar.chooseFile'>,
): Promise<OutputOf<'calendar.chooseFile'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const exportIcs = async (
  _practice: Practice,
  _input: ParsedInputOf<'calendar.exportIcs'>,
): Promise<OutputOf<'calendar.exportIcs'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
