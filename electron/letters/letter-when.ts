import { Temporal } from 'temporal-polyfill';
import type { CalendarDay, Instant, Zone } from '../../shared/time.ts';
import { said } from './letter-said.ts';

/** Days and times of a letter, in the practice's zone. */

const locale = 'en-GB';
const part = (day: CalendarDay, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')}${said.and}${words.at(-1)}`;

export const wallOf = (instant: Instant, zone: Zone): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

const monthKey = (day: CalendarDay): string => day.slice(0, 7);

/** "3, 10 and 17 November"; with years where they span more than one. */
export const datesShort = (days: readonly CalendarDay[]): string => {
  const months = new Map<string, CalendarDay[]>();
  for (const day of new Set(days)) months.set(monthKey(day), [...(months.get(monthKey(day)) ?? []), day]);
  const years = new Set(days.map((day) => day.slice(0, 4)));
  return [...months.values()]
    .map((inMonth) => {
      const [first = ''] = inMonth;
      const month = part(first, years.size > 1 ? { month: 'long', year: 'numeric' } : { month: 'long' });
      return `${listed(inMonth.map((day) => String(Number(day.slice(8)))))} ${month}`;
    })
    .join('; ');
};

/** "September to November 2026". */
export const periodWords = (from: CalendarDay, to: CalendarDay): string => {
  const last = part(to, { month: 'long', year: 'numeric' });
  if (monthKey(from) === monthKey(to)) return last;
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return said.to(part(from, isOneYear ? { month: 'long' } : { month: 'long', year: 'numeric' }), last);
};
