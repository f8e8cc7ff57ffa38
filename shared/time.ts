import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Counted here, because a week of appointments holds thousands of days and moments to look at. */
const isCalendarDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** A day of the calendar, `YYYY-MM-DD`; 31 April is refused, not bent to 1 May. */
export const CalendarDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDay, 'not-a-day');
export type CalendarDay = z.infer<typeof CalendarDay>;

const isInstant = (text: string): boolean =>
  isCalendarDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(text.slice(10));

/** A moment in UTC, `2026-11-23T10:58:00.000Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(isInstant, 'not-an-instant');
export type Instant = z.infer<typeof Instant>;

/** Zones found to be some: there are a few hundred, and every appointment names one. */
const knownZones = new Set<string>();

const isZone = (text: string): boolean => {
  if (knownZones.has(text)) return true;
  try {
    if (Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId.length > 0) knownZones.add(text);
  } catch {
    return false;
  }
  return knownZones.has(text);
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
