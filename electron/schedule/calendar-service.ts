import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const appointmentsInRange = async (
  _practice: Practice,
  _input: ParsedInputOf<'appointments.range'>,
): Promise<OutputOf<'appointments.range'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const getAppointment = async (
  _practice: Practice,
  _input: ParsedInputOf<'appointments.get'>,
): Promise<OutputOf<'appointments.get'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const appointmentsOfClient = async (
  _practice: Practice,
  _input: ParsedInputOf<'appointments.ofClient'>,
): Promise<OutputOf<'appointments.ofClient'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
