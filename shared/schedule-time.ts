import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type CalendarDay, type Instant, instantFrom, type Zone } from './time.ts';

/** A time on the wall, `09:30`. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time');
export type WallTime = z.infer<typeof WallTime>;

/** The end of an interval of a day may be midnight, `24:00`. */
export const WallEnd = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not-a-time');
export type WallEnd = z.infer<typeof WallEnd>;

/** Minutes since midnight on the wall. */
export const minutesOf = (time: WallEnd): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** @param minutes 0 to 1440 */
export const wallFrom = (minutes: number): WallEnd =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * The moment of a wall time in a zone. A time the clocks leave out counts from the change on (02:30 is 03:30), one that comes twice is
 * the first: `disambiguation: 'compatible'`. Midnight at the end, `24:00`, is the next day's start.
 */
export const momentOf = (day: CalendarDay, time: WallEnd, zone: Zone): number => {
  const minutes = minutesOf(time);
  const date = minutes === 1440 ? Temporal.PlainDate.from(day).add({ days: 1 }) : Temporal.PlainDate.from(day);
  const wall = Temporal.PlainTime.from({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 });
  return date.toPlainDateTime(wall).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
};

export const instantOf = (day: CalendarDay, time: WallEnd, zone: Zone): Instant => instantFrom(momentOf(day, time, zone));

export const millisecondsOf = (instant: Instant): number => Temporal.Instant.from(instant).epochMilliseconds;

type WallSeen = { readonly day: CalendarDay; readonly time: WallTime };

const readWall = (instant: Instant, zone: Zone): WallSeen => {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return { day: there.toPlainDate().toString(), time: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
};

/** How the wall differs from UTC all day of UTC: by so many minutes, and which days it shows; null where the clocks change on it. */
type DayThere = { readonly minutes: number; readonly days: readonly [CalendarDay, CalendarDay, CalendarDay] } | null;

const minuteNs = 60_000_000_000;

const dayThere = (utcDay: CalendarDay, zone: Zone): DayThere => {
  const start = Temporal.Instant.from(`${utcDay}T00:00Z`).toZonedDateTimeISO(zone);
  const end = start.add({ hours: 24 });
  const differ = start.offsetNanoseconds !== end.offsetNanoseconds;
  if (differ || start.offsetNanoseconds % minuteNs !== 0) return null;
  return { minutes: start.offsetNanoseconds / minuteNs, days: [addDays(utcDay, -1), utcDay, addDays(utcDay, 1)] };
};

/** Days told before; a week of appointments asks for the same few hundreds of times. */
const daysThere = new Map<string, DayThere>();
const mostDaysThere = 5_000;

const dayThereTold = (utcDay: CalendarDay, zone: Zone): DayThere => {
  const key = `${utcDay} ${zone}`;
  const known = daysThere.get(key);
  if (known !== undefined) return known;
  if (daysThere.size >= mostDaysThere) daysThere.clear();
  const told = dayThere(utcDay, zone);
  daysThere.set(key, told);
  return told;
};

/** What the wall there shows at a moment. */
export const wallAt = (instant: Instant, zone: Zone): WallSeen => {
  const there = dayThereTold(instant.slice(0, 10), zone);
  if (!there) return readWall(instant, zone);
  const minutes = minutesOf(instant.slice(11, 16)) + there.minutes;
  const later = Math.floor(minutes / 1440);
  return { day: there.days[later === 0 ? 1 : later < 0 ? 0 : 2], time: wallFrom(minutes - later * 1440) };
};

/** Whether the clocks of the zone leave this wall time out on this day. */
export const isLeftOut = (day: CalendarDay, time: WallTime, zone: Zone): boolean => wallAt(instantOf(day, time, zone), zone).time !== time;

export const addDays = (day: CalendarDay, days: number): CalendarDay => Temporal.PlainDate.from(day).add({ days }).toString();

/** Whole days from one to the other; negative when the other is before it. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: CalendarDay): number => Temporal.PlainDate.from(day).dayOfWeek;
