import { expect, test } from 'vitest';
import { daysOf, longestSeries, type Repeat } from './recurrence.ts';
import { addDays } from './schedule-time.ts';

const weekly: Repeat = { every: 1, unit: 'week', weekdays: [], monthBy: 'day', end: { kind: 'never' } };
const ever = '2035-12-31';

test.each<[string, Partial<Repeat>, string, string, readonly string[]]>([
  ['each week', { end: { kind: 'count', count: 3 } }, '2026-11-24', ever, ['2026-11-24', '2026-12-01', '2026-12-08']],
  ['every second week', { every: 2, end: { kind: 'count', count: 3 } }, '2026-11-24', ever, ['2026-11-24', '2026-12-08', '2026-12-22']],
  [
    'two weekdays, in the order of the week',
    { weekdays: [4, 2], end: { kind: 'count', count: 4 } },
    '2026-11-24',
    ever,
    ['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03'],
  ],
  [
    'every second week on Monday and Friday: weeks begin on Monday',
    { every: 2, weekdays: [1, 5], end: { kind: 'count', count: 3 } },
    '2026-11-27',
    ever,
    ['2026-11-27', '2026-12-07', '2026-12-11'],
  ],
  [
    'every second week on Sunday and Monday, from a Sunday: that is the end of its week',
    { every: 2, weekdays: [7, 1], end: { kind: 'count', count: 3 } },
    '2026-11-29',
    ever,
    ['2026-11-29', '2026-12-07', '2026-12-13'],
  ],
  [
    'each day to a last one',
    { unit: 'day', end: { kind: 'on', day: '2026-11-26' } },
    '2026-11-24',
    ever,
    ['2026-11-24', '2026-11-25', '2026-11-26'],
  ],
  ['never: as far as asked for', {}, '2026-11-24', '2026-12-08', ['2026-11-24', '2026-12-01', '2026-12-08']],
  [
    'the 31st is left out where there is none',
    { unit: 'month', end: { kind: 'count', count: 4 } },
    '2027-01-31',
    ever,
    ['2027-01-31', '2027-03-31', '2027-05-31', '2027-07-31'],
  ],
  [
    'the second Tuesday',
    { unit: 'month', monthBy: 'weekday', end: { kind: 'count', count: 3 } },
    '2026-12-08',
    ever,
    ['2026-12-08', '2027-01-12', '2027-02-09'],
  ],
  [
    'the fifth Monday counts as the last',
    { unit: 'month', monthBy: 'weekday', end: { kind: 'count', count: 3 } },
    '2026-11-30',
    ever,
    ['2026-11-30', '2026-12-28', '2027-01-25'],
  ],
  [
    '29 February comes in leap years',
    { unit: 'year', end: { kind: 'count', count: 3 } },
    '2028-02-29',
    '2099-12-31',
    ['2028-02-29', '2032-02-29', '2036-02-29'],
  ],
  [
    'every quarter',
    { unit: 'month', every: 3, end: { kind: 'on', day: '2027-06-01' } },
    '2026-11-15',
    ever,
    ['2026-11-15', '2027-02-15', '2027-05-15'],
  ],
  ['an end before the beginning is no day', { end: { kind: 'on', day: '2026-11-01' } }, '2026-11-24', ever, []],
])('%s', (_, change, start, until, days) => {
  expect(daysOf({ ...weekly, ...change }, start, until)).toEqual(days);
});

test('over every change of clocks a series of ten years has each of its days once', () => {
  const days = daysOf({ ...weekly, unit: 'day', every: 7 }, '2026-01-06', '2035-12-31');
  expect(days).toEqual(Array.from({ length: 521 }, (_, week) => addDays('2026-01-06', 7 * week)));
  expect(addDays('2026-01-06', 7 * 521) > '2035-12-31').toBe(true);
});

test('one day more than the longest series is given, so that it is seen to be too long', () => {
  expect(daysOf({ ...weekly, unit: 'day', end: { kind: 'count', count: 10_000 } }, '2026-01-01', '2099-12-31')).toHaveLength(
    longestSeries + 1,
  );
  expect(daysOf({ ...weekly, unit: 'day' }, '2026-01-01', '2099-12-31')).toHaveLength(longestSeries + 1);
});

test('a series that does not begin on one of its weekdays begins with the first of them', () => {
  expect(daysOf({ ...weekly, weekdays: [5], end: { kind: 'count', count: 2 } }, '2026-11-24', ever)).toEqual(['2026-11-27', '2026-12-04']);
});
