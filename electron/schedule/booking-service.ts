import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const bookAppointment = async (
  _practice: Practice,
  _input: ParsedInputOf<'appointments.book'>,
): Promise<OutputOf<'appointments.book'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const checkAppointment = async (
  _practice: Practice,
  _input: ParsedInputOf<'appointments.check'>,
): Promise<OutputOf<'appointments.check'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
