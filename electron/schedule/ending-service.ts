import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const cancelAppointment = async (
  _practice: Practice,
  _input: ParsedInputOf<'appointments.cancel'>,
): Promise<OutputOf<'appointments.cancel'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const setAppointmentStatus = async (
  _practice: Practice,
  _input: ParsedInputOf<'appointments.setStatus'>,
): Promise<OutputOf<'appointments.setStatus'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
