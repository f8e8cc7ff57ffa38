import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const remindersToday = async (
  _practice: Practice,
  _input: ParsedInputOf<'reminders.today'>,
): Promise<OutputOf<'reminders.today'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const markReminded = async (_practice: Practice, _input: ParsedInputOf<'reminders.done'>): Promise<OutputOf<'reminders.done'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const reminderSettings = async (
  _practice: Practice,
  _input: ParsedInputOf<'reminders.settings'>,
): Promise<OutputOf<'reminders.settings'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const setReminders = async (_practice: Practice, _input: ParsedInputOf<'reminders.set'>): Promise<OutputOf<'reminders.set'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
