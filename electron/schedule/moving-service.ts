import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const moveAppointment = async (
  _practice: Practice,
  _input: ParsedInputOf<'appointments.move'>,
): Promise<OutputOf<'appointments.move'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const changeAppointment = async (
  _practice: Practice,
  _input: ParsedInputOf<'appointments.change'>,
): Promise<OutputOf<'appointments.change'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
