import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addDays, daysBetween, instantOf, isLeftOut, minutesOf, WallEnd, WallTime, wallAt, wallFrom, weekdayOf } from './schedule-time.ts';

test.each([
  ['an ordinary day', '2026-11-24', '09:00', 'America/Toronto', '2026-11-24T14:00:00.000Z', '09:00'],
  ['summer', '2026-07-24', '09:00', 'America/Toronto', '2026-07-24T13:00:00.000Z', '09:00'],
  ['the hour the clocks leave out begins with the change', '2027-03-14', '02:30', 'America/Toronto', '2027-03-14T07:30:00.000Z', '03:30'],
  ['the hour that comes twice is the first', '2026-11-01', '01:30', 'America/Toronto', '2026-11-01T05:30:00.000Z', '01:30'],
  ['half an hour on Lord Howe', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z', '02:45'],
  ['midnight that is left out in Beirut', '2027-03-28', '00:00', 'Asia/Beirut', '2027-03-27T22:00:00.000Z', '01:00'],
  ['quarter hours in Nepal', '2026-11-24', '09:00', 'Asia/Kathmandu', '2026-11-24T03:15:00.000Z', '09:00'],
])('%s', (_, day, time, zone, instant, shown) => {
  expect(instantOf(day, time, zone)).toBe(instant);
  expect(wallAt(instant, zone).time).toBe(shown);
  expect(isLeftOut(day, time, zone)).toBe(time !== shown);
});

test('the end of a day is the start of the next, over a change of clocks too', () => {
  for (const day of ['2026-11-24', '2027-03-14', '2026-11-01'])
    expect(instantOf(day, '24:00', 'America/Toronto')).toBe(instantOf(addDays(day, 1), '00:00', 'America/Toronto'));
});

test('minutes and days go there and back', () => {
  expect(['00:00', '09:05', '23:59', '24:00'].map((time) => wallFrom(minutesOf(time)))).toEqual(['00:00', '09:05', '23:59', '24:00']);
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([1, 7]);
});

test.each(['9:00', '24:00', '09:60', '09:00:00', '', '-1:00', '0９:00'])('%j is no time to begin at', (text) => {
  expect(WallTime.safeParse(text).success).toBe(false);
});

test('midnight at the end is a time to end at, and nothing after it', () => {
  expect(WallEnd.safeParse('24:00').success).toBe(true);
  expect(WallEnd.safeParse('24:01').success).toBe(false);
});

test.each([
  'America/Toronto',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
])('the wall in %s is the one the library reads, every 293 minutes of two years', (zone) => {
  const from = Temporal.Instant.from('2026-10-01T00:00Z').epochMilliseconds;
  const wrong = Array.from({ length: 3_600 }, (_, index) => from + index * 293 * 60_000).filter((ms) => {
    const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    const { day, time } = wallAt(new Date(ms).toISOString(), zone);
    return `${day}T${time}` !== there.toPlainDateTime().toString({ smallestUnit: 'minute' });
  });
  expect(wrong).toEqual([]);
});
