import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { setDatesOf } from '../dates.ts';
import { words } from '../words.ts';
import { standingIn, whenChosen, whenDifferences } from './moved-meanwhile.ts';
import type { PracticeLists } from './use-practice-lists.ts';
import { type TypedWhen, typedWhen } from './when-form.ts';

const t = words.getFixedT('en', 'appointments');
const lists: PracticeLists = {
  services: [],
  rooms: [],
  practitioners: [],
  own: null,
  currency: 'GBP',
  nameOf: (id) => id,
  roomOf: (id) => id ?? '',
};
const theirs = { startsAt: '2026-12-02T11:00:00.000Z', minutes: 60, practitionerId: 'Hana', roomId: 'Garden' } as AppointmentLine;
const yours: TypedWhen = { day: '1 12 2026', time: '2 pm', minutes: '60', practitionerId: 'Hana', roomId: '' };

beforeAll(() => setDatesOf({ place: 'GB', zone: 'Europe/London' }));
afterAll(() => setDatesOf(null));

test('both times are shown as far as they differ, in the same writing', () => {
  expect(whenDifferences({ theirs, yours, lists, t })).toEqual([
    { field: 'when', label: 'Day and time', theirs: 'Wednesday, 2 December 2026, 11:00', yours: 'Tuesday, 1 December 2026, 14:00' },
    { field: 'roomId', label: 'Room', theirs: 'Garden', yours: 'No room' },
  ]);
  expect(whenDifferences({ theirs, yours: { ...typedWhen(theirs), time: '11' }, lists, t })).toEqual([]);
});

test('each part is taken from the side that was chosen', () => {
  expect(whenChosen(theirs, yours, { when: 'theirs', roomId: 'yours' })).toEqual({ ...yours, day: '2 12 2026', time: '11:00' });
  expect(whenChosen(theirs, yours, { when: 'yours', roomId: 'theirs' })).toEqual({ ...yours, roomId: 'Garden' });
});

test('how it stands is read from a conflict alone', () => {
  expect([standingIn(null), standingIn({ code: 'locked' }), standingIn({ code: 'conflict', current: { id: 'other' } })]).toEqual([
    null,
    null,
    null,
  ]);
});
