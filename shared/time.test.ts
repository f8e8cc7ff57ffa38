import { describe, expect, test } from 'vitest';
import { ageOn, CalendarDay, calendarDayFromTyped, dayIn, Instant, instantFrom, startOfDay, wallTime } from './time.ts';

describe('a typed date', () => {
  test.each([
    ['14 3 1991', '1991-03-14'],
    ['14.3.1991', '1991-03-14'],
    ['14/03/1991', '1991-03-14'],
    ['1991-03-14', '1991-03-14'],
    [' 29 2 2024 ', '2024-02-29'],
    ['29 2 2023', null],
    ['31 4 1988', null],
    ['14 3 91', null],
    ['14 march 1991', null],
    ['', null],
  ])('%s is %s', (typed, day) => expect(calendarDayFromTyped(typed)).toBe(day));
});

test('age turns on the birthday, and on 1 March for the 29th of February', () => {
  expect(ageOn('1991-03-14', '2026-03-13')).toBe(34);
  expect(ageOn('1991-03-14', '2026-03-14')).toBe(35);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
});

test('the day and the hour are those on the wall there', () => {
  const evening = instantFrom(Date.parse('2026-11-25T03:30:00Z'));
  expect(dayIn(evening, 'America/Toronto')).toBe('2026-11-24');
  expect(dayIn(evening, 'Europe/London')).toBe('2026-11-25');
  expect(wallTime(evening, 'America/Toronto', 'en').zone).toBe('America/Toronto (UTC-05:00)');
  expect(wallTime(evening, 'America/Toronto', 'en').text).toContain('22:30:00');
  expect(wallTime(instantFrom(Date.parse('2026-07-01T16:00:00Z')), 'America/Toronto', 'en').zone).toBe('America/Toronto (UTC-04:00)');
});

test('a day begins at midnight there, or where the clocks skip that, at the first moment there is', () => {
  expect(startOfDay('2026-11-24', 'America/Toronto')).toBe('2026-11-24T05:00:00.000Z');
  expect(startOfDay('2026-10-31', 'America/Toronto', 1)).toBe('2026-11-01T04:00:00.000Z');
  expect(startOfDay('2026-11-01', 'America/Toronto', 1)).toBe('2026-11-02T05:00:00.000Z');
  expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
});

test('a day is one there is, a moment one a clock can show', () => {
  const days = ['2024-02-29', '2000-02-29', '0000-02-29', '2026-12-31', '2026-06-30'];
  const noDays = [
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '2026-01-011',
    '',
  ];
  expect(days.filter((day) => !CalendarDay.safeParse(day).success)).toEqual([]);
  expect(noDays.filter((day) => CalendarDay.safeParse(day).success)).toEqual([]);
  const moments = ['2026-12-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'];
  const noMoments = [
    '2026-12-01T24:00:00.000Z',
    '2026-12-01T00:60:00.000Z',
    '2026-12-01T00:00:60.000Z',
    '2023-02-29T00:00:00.000Z',
    '2026-12-01T00:00:00Z',
  ];
  expect(moments.filter((moment) => !Instant.safeParse(moment).success)).toEqual([]);
  expect(noMoments.filter((moment) => Instant.safeParse(moment).success)).toEqual([]);
});
