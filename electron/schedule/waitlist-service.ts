import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const addWaiting = async (_practice: Practice, _input: ParsedInputOf<'waitlist.add'>): Promise<OutputOf<'waitlist.add'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const changeWaiting = async (
  _practice: Practice,
  _input: ParsedInputOf<'waitlist.change'>,
): Promise<OutputOf<'waitlist.change'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const closeWaiting = async (_practice: Practice, _input: ParsedInputOf<'waitlist.close'>): Promise<OutputOf<'waitlist.close'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const listWaiting = async (_practice: Practice, _input: ParsedInputOf<'waitlist.list'>): Promise<OutputOf<'waitlist.list'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const matchesFor = async (_practice: Practice, _input: ParsedInputOf<'waitlist.matches'>): Promise<OutputOf<'waitlist.matches'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const recordOffer = async (
  _practice: Practice,
  _input: ParsedInputOf<'waitlist.offered'>,
): Promise<OutputOf<'waitlist.offered'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const freedTimes = async (_practice: Practice, _input: ParsedInputOf<'waitlist.freed'>): Promise<OutputOf<'waitlist.freed'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const dismissFreed = async (
  _practice: Practice,
  _input: ParsedInputOf<'waitlist.dismiss'>,
): Promise<OutputOf<'waitlist.dismiss'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
