import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const getHours = async (_practice: Practice, _input: ParsedInputOf<'hours.get'>): Promise<OutputOf<'hours.get'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const setHours = async (_practice: Practice, _input: ParsedInputOf<'hours.set'>): Promise<OutputOf<'hours.set'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const addException = async (
  _practice: Practice,
  _input: ParsedInputOf<'hours.addException'>,
): Promise<OutputOf<'hours.addException'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const removeException = async (
  _practice: Practice,
  _input: ParsedInputOf<'hours.removeException'>,
): Promise<OutputOf<'hours.removeException'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
