import { expect, test } from 'vitest';
import { dayByKey, weeksOfMonth } from './month-days.ts';

test.each([
  ['2026-11-24', '2026-10-26', '2026-12-06', 6],
  ['2027-02-10', '2027-02-01', '2027-02-28', 4],
  ['2028-02-29', '2028-01-31', '2028-03-05', 5],
] as const)('the weeks of the month of %s go from %s to %s', (day, first, last, count) => {
  const weeks = weeksOfMonth(day);
  expect([weeks[0]?.[0], weeks.at(-1)?.at(-1), weeks.length]).toEqual([first, last, count]);
});

test.each([
  ['ArrowLeft', '2026-02-28'],
  ['ArrowRight', '2026-03-02'],
  ['ArrowUp', '2026-02-22'],
  ['ArrowDown', '2026-03-08'],
  ['Home', '2026-02-23'],
  ['End', '2026-03-01'],
  ['PageUp', '2026-02-01'],
  ['PageDown', '2026-04-01'],
  ['a', null],
] as const)('%s leads from 1 March to %s', (key, day) => {
  expect(dayByKey('2026-03-01', key)).toBe(day);
});

test('a month on from the 31st is the last day of the next', () => {
  expect(dayByKey('2027-01-31', 'PageDown')).toBe('2027-02-28');
});
