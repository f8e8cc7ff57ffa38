import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateOrder, readDay } from './import-dates.ts';
import { CalendarDay } from './time.ts';

describe('a day as programs write it', () => {
  test.each([
    ['1991-03-14', null, '1991-03-14'],
    ['1991/3/14', 'day-first', '1991-03-14'],
    ['1991-03-14T00:00:00Z', null, '1991-03-14'],
    ['1991-03-14 00:00:00', null, '1991-03-14'],
    ['19910314', null, '1991-03-14'],
    ['14/03/1991', null, '1991-03-14'],
    ['03/14/1991', null, '1991-03-14'],
    ['3.3.1991', null, '1991-03-03'],
    ['03/04/1991', 'day-first', '1991-04-03'],
    ['03/04/1991', 'month-first', '1991-03-04'],
    ['14 Mar 1991', null, '1991-03-14'],
    ['March 14th, 1991', null, '1991-03-14'],
    ['29.02.1992', null, '1992-02-29'],
    ['1992-02-29', null, '1992-02-29'],
  ] as const)('%s (%s) is %s', (written, order, day) => {
    expect(readDay(written, order)).toEqual({ day });
  });

  test.each([
    ['03/04/1991', null, 'date-unclear'],
    ['14/03/1991', 'month-first', 'not-a-day'],
    ['03/14/1991', 'day-first', 'not-a-day'],
    ['29.02.1991', null, 'not-a-day'],
    ['14/03/91', 'day-first', 'year-unclear'],
    ['14 Mar 91', null, 'year-unclear'],
    ['March 1991', null, 'not-a-day'],
    ['14 Murch 1991', null, 'not-a-day'],
    ['33311', null, 'not-a-day'],
    ['1991-03-14 13:00', null, 'not-a-day'],
  ] as const)('%s (%s) is none: %s', (written, order, problem) => {
    expect(readDay(written, order)).toEqual({ problem });
  });

  const days = fc
    .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const written = (day: string, order: DateOrder): string => {
    const [year, month, date] = day.split('-');
    return (order === 'day-first' ? [date, month, year] : [month, date, year]).join('/');
  };

  test('is never another than the one that was written', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('day-first', 'month-first'), (day, order) => {
        expect(readDay(written(day, order), order)).toEqual({ day });
        const read = readDay(written(day, order), null);
        if ('day' in read) expect(read.day).toBe(day);
        else expect(read.problem).toBe('date-unclear');
      }),
    );
  });

  test('is a day or none, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readDay(text, null);
        if ('day' in read) expect(CalendarDay.safeParse(read.day).success).toBe(true);
      }),
    );
  });
});
