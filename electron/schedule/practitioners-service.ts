import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const listPractitioners = async (
  _practice: Practice,
  _input: ParsedInputOf<'practitioners.list'>,
): Promise<OutputOf<'practitioners.list'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const savePractitioner = async (
  _practice: Practice,
  _input: ParsedInputOf<'practitioners.save'>,
): Promise<OutputOf<'practitioners.save'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
