import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { addDays, weekdayOf } from './schedule-time.ts';
import { CalendarDay } from './time.ts';

/** The most appointments a series makes; a longer one is refused, not cut. */
export const longestSeries = 1_000;
/** How far ahead a series without an end is made, in days; it is made further as time goes on. */
export const seriesAhead = 370;

export const repeatUnits = ['day', 'week', 'month', 'year'] as const;

/** How an appointment repeats, in days of the calendar. Its time on the wall is the same on each. */
export const Repeat = z.strictObject({
  every: z.int().min(1).max(99),
  unit: z.enum(repeatUnits),
  /** Monday is 1; of a week. Empty: the weekday it begins on. */
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  /** Of a month: the same day of it, or the same weekday ("the second Tuesday", the fifth counts as the last). */
  monthBy: z.enum(['day', 'weekday']),
  end: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('never') }),
    z.strictObject({ kind: z.literal('on'), day: CalendarDay }),
    z.strictObject({ kind: z.literal('count'), count: z.int().min(1).max(100_000) }),
  ]),
});
export type Repeat = z.infer<typeof Repeat>;

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const nameOf = (weekday: number): (typeof names)[number] => names[weekday - 1] ?? 'MO';

const freq = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;

/** Which one of its weekday in the month; the fifth is the last. */
const nth = (day: CalendarDay): number => {
  const place = Math.ceil(Temporal.PlainDate.from(day).day / 7);
  return place === 5 ? -1 : place;
};

const byDay = (repeat: Repeat, start: CalendarDay): readonly string[] => {
  if (repeat.unit === 'week') return (repeat.weekdays.length > 0 ? repeat.weekdays : [weekdayOf(start)]).map(nameOf);
  return repeat.unit === 'month' && repeat.monthBy === 'weekday' ? [`${nth(start)}${nameOf(weekdayOf(start))}`] : [];
};

const atMidnight = (day: CalendarDay) => Temporal.PlainDate.from(day).toZonedDateTime('UTC');

/**
 * The days of a series, from `start` on, up to `until` (both may be among them), at most `longestSeries` + 1 of them. They are counted as
 * plain days in UTC: with a real zone the library loses those at an hour the clocks leave out. A day no month has (the 31st, 29 February)
 * is left out in those that do not have it, as RFC 5545 says.
 */
export const daysOf = (repeat: Repeat, start: CalendarDay, until: CalendarDay): readonly CalendarDay[] => {
  const last = repeat.end.kind === 'on' && repeat.end.day < until ? repeat.end.day : until;
  if (last < start) return [];
  const days = byDay(repeat, start);
  const rule = new RRuleTemporal({
    freq: freq[repeat.unit],
    interval: repeat.every,
    dtstart: atMidnight(start),
    tzid: 'UTC',
    wkst: 'MO',
    ...(days.length > 0 ? { byDay: [...days] } : {}),
    ...(repeat.end.kind === 'count' ? { count: Math.min(repeat.end.count, longestSeries + 1) } : { until: atMidnight(addDays(last, 1)) }),
  });
  const found: CalendarDay[] = [];
  rule.all((date) => {
    const day = date.toString().slice(0, 10);
    if (day > last || found.length > longestSeries) return false;
    found.push(day);
    return true;
  });
  return found.filter((day) => day <= last);
};
