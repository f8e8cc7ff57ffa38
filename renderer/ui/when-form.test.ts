import { afterAll, beforeAll, expect, test } from 'vitest';
import { setDatesOf } from '../dates.ts';
import { words } from '../words.ts';
import { type TypedWhen, typedWhen, whenFrom, whenProblems } from './when-form.ts';

const t = words.getFixedT('en', 'appointments');
const errors = words.getFixedT('en', 'errors');
const typed: TypedWhen = { day: '24 11 2026', time: '9.30', minutes: '60', practitionerId: 'p', roomId: '' };

beforeAll(() => setDatesOf({ place: 'GB', zone: 'Europe/London' }));
afterAll(() => setDatesOf(null));

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

/** Booked at ten in Toronto, before the practice went to London. */
const line = {
  ...{ startsAt: '2026-12-01T15:00:00.000Z', day: '2026-12-01', time: '10:00', zone: 'America/Toronto' },
  ...{ minutes: 60, practitionerId: 'hana', roomId: 'garden' },
};

test('an appointment of another zone stands at the time it has here', () => {
  expect(typedWhen(line)).toEqual({ day: '1 12 2026', time: '15:00', minutes: '60', practitionerId: 'hana', roomId: 'garden' });
  expect(typedWhen({ ...line, startsAt: '2026-12-01T23:30:00.000Z', roomId: null })).toMatchObject({ time: '23:30', roomId: '' });
  setDatesOf({ place: 'GB', zone: 'Asia/Tokyo' });
  expect(typedWhen(line)).toMatchObject({ day: '2 12 2026', time: '00:00' });
  setDatesOf({ place: 'GB', zone: 'Europe/London' });
});

test('where it is to go is said in the time here already', () => {
  expect(typedWhen(line, { time: '16:30', roomId: null })).toEqual({
    ...{ day: '1 12 2026', time: '16:30', minutes: '60', practitionerId: 'hana', roomId: '' },
  });
});
