import { expect, test } from 'vitest';
import { words } from '../words.ts';
import { type TypedWhen, whenFrom, whenProblems } from './when-form.ts';

const t = words.getFixedT('en', 'appointments');
const errors = words.getFixedT('en', 'errors');
const typed: TypedWhen = { day: '24 11 2026', time: '9.30', minutes: '60', practitionerId: 'p', roomId: '' };

test('what was typed is read as day, time and length', () => {
  expect(whenFrom(typed)).toEqual({ day: '2026-11-24', time: '09:30', minutes: 60, practitionerId: 'p', roomId: null });
  expect(whenFrom({ ...typed, roomId: 'r' })?.roomId).toBe('r');
  expect(whenProblems(typed, { t, errors })).toEqual([]);
});

test.each([
  [{ day: '' }, 'Day', 'Choose a day'],
  [{ day: '31 4 2026' }, 'Day', '31 April is not a day in the calendar'],
  [{ day: '1 1 2200' }, 'Day', 'Choose a day from 1970 to 2199'],
  [{ time: '' }, 'Time', 'Write a time'],
  [{ time: '25:00' }, 'Time', 'Write a time, for example 9:30 or 14:00'],
  [{ minutes: '' }, 'Length in minutes', 'Write how long it takes'],
  [{ minutes: '0' }, 'Length in minutes', 'An appointment takes at least 5 minutes'],
  [{ minutes: '-60' }, 'Length in minutes', 'An appointment takes at least 5 minutes'],
  [{ minutes: '1440' }, 'Length in minutes', 'An appointment takes at most 12 hours (720 minutes)'],
  [{ minutes: '721' }, 'Length in minutes', 'An appointment takes at most 12 hours (720 minutes)'],
  [{ minutes: '1 h' }, 'Length in minutes', 'Write whole minutes, for example 60'],
  [{ minutes: '60.5' }, 'Length in minutes', 'Write whole minutes, for example 60'],
  [{ practitionerId: '' }, 'Practitioner', 'Choose who treats'],
] as const)('%j keeps it from being a time', (wrong, label, text) => {
  expect(whenFrom({ ...typed, ...wrong })).toBeNull();
  expect(whenProblems({ ...typed, ...wrong }, { t, errors }).map((one) => [one.label, one.text])).toEqual([[label, text]]);
});
