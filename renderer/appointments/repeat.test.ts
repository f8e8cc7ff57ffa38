import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Repeat } from '../../shared/recurrence.ts';
import { setDatesOf } from '../dates.ts';
import { words } from '../words.ts';
import { onceOnly, repeatFrom, repeatProblems, type TypedRepeat, typedRepeat } from './repeat-form.ts';
import { passedOver, repeatWords } from './repeat-words.ts';

const t = words.getFixedT('en', 'appointments');
const errors = words.getFixedT('en', 'errors');
/** The fourth Tuesday of its month. */
const start = '2026-11-24';

beforeAll(() => setDatesOf({ place: 'GB', zone: 'Europe/London' }));
afterAll(() => setDatesOf(null));

const rule = (more: Partial<Repeat> = {}): Repeat => ({
  every: 1,
  unit: 'week',
  weekdays: [2],
  monthBy: 'day',
  end: { kind: 'never' },
  ...more,
});

test.each([
  [rule(), 'Every Tuesday, without an end'],
  [rule({ weekdays: [] }), 'Every Tuesday, without an end'],
  [rule({ every: 2, end: { kind: 'count', count: 10 } }), 'Every second Tuesday, 10 times, last on 6 April 2027'],
  [rule({ every: 3 }), 'Every 3 weeks on Tuesday, without an end'],
  [rule({ weekdays: [2, 4] }), 'Every week on Tuesday and Thursday, without an end'],
  [rule({ every: 2, weekdays: [1, 3, 5] }), 'Every second week on Monday, Wednesday and Friday, without an end'],
  [rule({ every: 4, weekdays: [2, 4] }), 'Every 4 weeks on Tuesday and Thursday, without an end'],
  [rule({ unit: 'day', end: { kind: 'count', count: 1 } }), 'Every day, once'],
  [rule({ unit: 'day', every: 2 }), 'Every second day, without an end'],
  [rule({ unit: 'day', every: 5, end: { kind: 'on', day: '2027-01-31' } }), 'Every 5 days, until 31 January 2027'],
  [rule({ unit: 'month' }), 'Every month on day 24, without an end'],
  [rule({ unit: 'month', every: 2, monthBy: 'weekday' }), 'Every second month on the fourth Tuesday, without an end'],
  [rule({ unit: 'month', every: 3 }), 'Every 3 months on day 24, without an end'],
  [rule({ unit: 'year' }), 'Every year on 24 November, without an end'],
  [rule({ unit: 'year', every: 2 }), 'Every second year on 24 November, without an end'],
  [rule({ unit: 'year', every: 4 }), 'Every 4 years on 24 November, without an end'],
])('a rule in words: %#', (repeat, said) => {
  expect(repeatWords(t, repeat, start, repeat.end.kind === 'count' ? '2027-04-06' : null)).toBe(said);
});

test('the fifth weekday of a month is its last', () => {
  expect(repeatWords(t, rule({ unit: 'month', monthBy: 'weekday' }), '2026-12-31')).toBe(
    'Every month on the last Thursday, without an end',
  );
});

test.each([
  [rule({ unit: 'month' }), '2026-12-31', 'Months without a day 31 are passed over.'],
  [rule({ unit: 'month' }), '2026-12-28', null],
  [rule({ unit: 'month', monthBy: 'weekday' }), '2026-12-31', null],
  [rule({ unit: 'year' }), '2028-02-29', 'Years without 29 February are passed over.'],
  [rule({ unit: 'year' }), '2028-02-28', null],
] as const)('days that some months do not have are said: %#', (repeat, first, said) => {
  expect(passedOver(t, repeat, first)).toBe(said);
});

const typed: TypedRepeat = { ...onceOnly, on: true };

test('a rule is read as it was typed, and typed again as it was read', () => {
  expect(repeatFrom({ ...typed, every: ' 2 ', count: '8' }, start)).toEqual(rule({ every: 2, end: { kind: 'count', count: 8 } }));
  expect(repeatFrom({ ...typed, weekdays: [4, 2], end: 'never' }, start)).toEqual(rule({ weekdays: [2, 4] }));
  expect(repeatFrom({ ...typed, unit: 'month', weekdays: [4], end: 'on', until: '31.1.2027' }, start)).toEqual(
    rule({ unit: 'month', weekdays: [], end: { kind: 'on', day: '2027-01-31' } }),
  );
  for (const one of [rule(), rule({ every: 7, end: { kind: 'count', count: 3 } }), rule({ end: { kind: 'on', day: '2027-01-31' } })])
    expect(repeatFrom(typedRepeat(one), start)).toEqual(one);
});

test.each([
  [{ every: '0' }, 'every', 'Write a whole number from 1 to 99'],
  [{ every: '100' }, 'every', 'Write a whole number from 1 to 99'],
  [{ every: 'two' }, 'every', 'Write a whole number from 1 to 99'],
  [{ count: '0' }, 'count', 'Write a whole number from 1 to 1000'],
  [{ count: '10000' }, 'count', 'Write a whole number from 1 to 1000'],
  [{ end: 'on' }, 'until', 'Choose the last day'],
  [{ end: 'on', until: '31 2 2027' }, 'until', '31 February is not a day in the calendar'],
  [{ end: 'on', until: '1 1 2026' }, 'until', 'The last day is before the first'],
] as const)('%j is no rule', (wrong, field, text) => {
  const problems = repeatProblems({ ...typed, ...wrong }, { t, errors, start });
  expect(problems.map((one) => [one.field, one.text])).toEqual([[field, text]]);
});

test('what does not repeat has no problem of it', () => {
  expect(repeatProblems({ ...onceOnly, every: '0' }, { t, errors, start })).toEqual([]);
});
