import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const isCalendarDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};

/** A day of the calendar, `YYYY-MM-DD`; 31 April is refused, not bent to 1 May. */
export const CalendarDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDay, 'not-a-day');
export type CalendarDay = z.infer<typeof CalendarDay>;

const isInstant = (text: string): boolean => {
  try {
    return Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }) === text;
  } catch {
    return false;
  }
};

/** A moment in UTC, `2026-11-23T10:58:00.000Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(isInstant, 'not-an-instant');
export type Instant = z.infer<typeof Instant>;

const isZone = (text: string): boolean => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId.length > 0;
  } catch {
    return false;
  }
};

/** An IANA zone, `America/Toronto`. */
export const Zone = z.string().min(1).max(100).refine(isZone, 'not-a-zone');
export type Zone = z.infer<typeof Zone>;

export const instantFrom = (epochMilliseconds: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString({ smallestUnit: 'millisecond' });

/** The calendar day it is at this moment in this zone. */
export const dayIn = (instant: Instant, zone: Zone): CalendarDay =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The moment a calendar day begins in this zone; `daysLater` counts on from it, over a change of clocks too. */
export const startOfDay = (day: CalendarDay, zone: Zone, daysLater = 0): Instant =>
  instantFrom(Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime(zone).epochMilliseconds);

/** Whole years between a birth date and a day; negative for a day before it. */
export const ageOn = (birthDate: CalendarDay, day: CalendarDay): number =>
  Temporal.PlainDate.from(birthDate).until(day, { largestUnit: 'years' }).years;

/** `14 3 1991`, `14.3.1991`, `14/03/1991` or `1991-03-14`, typed by a person, to a calendar day; null when there is no such day. */
export const calendarDayFromTyped = (typed: string): CalendarDay | null => {
  const numbers = typed.trim().match(/^(\d{1,4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,4})$/);
  if (!numbers) return null;
  const [, first = '', month = '', last = ''] = numbers;
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  if (year.length !== 4) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(text) ? text : null;
};

/** `24 November 2026, 10:58` as read on the wall there, with the zone's name and offset kept apart. */
export const wallTime = (instant: Instant, zone: Zone, locale: string): { readonly text: string; readonly zone: string } => {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const text = there.toPlainDateTime().toLocaleString(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
  return { text, zone: `${zone} (UTC${there.offset})` };
};
