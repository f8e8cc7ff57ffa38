import { Temporal } from 'temporal-polyfill';
import { wallAt } from '../shared/schedule-time.ts';
import { ageOn, type CalendarDay, dayIn, type Instant, instantFrom } from '../shared/time.ts';

/** Language of dates and numbers: English as it is written in the practice's country; before that is known, this computer's. */
const own = typeof navigator !== 'undefined' && navigator.language.startsWith('en') ? navigator.language : 'en-GB';
let locale = own;
let zone = Temporal.Now.timeZoneId();

export const here = (): { readonly locale: string; readonly zone: string } => ({ locale, zone });

/** Called with the open practice's place and zone, and with null at a lock. */
export const setDatesOf = (practice: { readonly place: string; readonly zone: string } | null): void => {
  const country = practice?.place.slice(0, 2);
  locale = country ? (Intl.DateTimeFormat.supportedLocalesOf([`en-${country}`])[0] ?? own) : own;
  zone = practice?.zone ?? Temporal.Now.timeZoneId();
};

export const nowInstant = (): Instant => instantFrom(Temporal.Now.instant().epochMilliseconds);
export const today = (): CalendarDay => dayIn(nowInstant(), zone);

const there = (instant: Instant): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
const longDay = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** `24 November 2026` */
export const dayWords = (day: CalendarDay): string => Temporal.PlainDate.from(day).toLocaleString(locale, longDay);
/** `24 November 2026`: as papers have it, whatever the country. */
export const paperDayWords = (day: CalendarDay): string => Temporal.PlainDate.from(day).toLocaleString('en-GB', longDay);
/** The last day on which something counts that counts up to the day before this one. */
export const lastDayWords = (endsOn: CalendarDay): string => dayWords(Temporal.PlainDate.from(endsOn).subtract({ days: 1 }).toString());
/** `Tuesday 24 November` */
export const weekdayWords = (day: CalendarDay): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { weekday: 'long', day: 'numeric', month: 'long' });
/** `Tue 24 Nov`: where there is little room. */
export const shortDayWords = (day: CalendarDay): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { weekday: 'short', day: 'numeric', month: 'short' });
/** `Tuesday 24 November 2026` */
export const fullDayWords = (day: CalendarDay): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { weekday: 'long', ...longDay });
/** `Tue`, or `Tuesday` */
export const weekdayName = (day: CalendarDay, length: 'short' | 'long'): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { weekday: length });
/** `24 November`: of every year */
export const dayOfYearWords = (day: CalendarDay): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { day: 'numeric', month: 'long' });
/** `Monday, Wednesday and Friday` */
export const listWords = (all: readonly string[]): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(all);
/** `15:00`: 24 hours everywhere, as in the calendar. */
export const clockTime = (instant: Instant): string => wallAt(instant, zone).time;
/** On which day the wall of the practice shows it. */
export const clockDay = (instant: Instant): CalendarDay => wallAt(instant, zone).day;
const utc = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);
/** `23 – 28 November` this year, with the year otherwise. */
export const daySpanWords = (from: CalendarDay, to: CalendarDay): string => {
  const thisYear = from.slice(0, 4) === to.slice(0, 4) && to.slice(0, 4) === today().slice(0, 4);
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(thisYear ? {} : { year: 'numeric' }),
  });
  return format.formatRange(utc(from), utc(to));
};
/** `November 2026` */
export const monthWords = (day: CalendarDay): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { month: 'long', year: 'numeric' });
/** `Tue 24`: the head of a column. */
export const columnDay = (day: CalendarDay): string => `${weekdayName(day, 'short')} ${Number(day.slice(8))}`;
/** `24 November 2026` for a moment */
export const momentDay = (instant: Instant): string => dayWords(there(instant).toPlainDate().toString());
/** `10:41` today, `Monday 23 November, 10:41` before. */
export const sinceWords = (instant: Instant): string => {
  const day = there(instant).toPlainDate().toString();
  return day === today() ? clockTime(instant) : `${weekdayWords(day)}, ${clockTime(instant)}`;
};
/** Whole minutes since then; none for what a clock set back makes come. */
export const minutesSince = (instant: Instant): number =>
  Math.max(0, Math.floor(Temporal.Instant.from(instant).until(Temporal.Now.instant()).total('minutes')));
/** `10:41` today, `2 Mar` this year, `2 Mar 2025` before: where there is little room. */
export const briefWords = (instant: Instant): string => {
  const day = there(instant).toPlainDate();
  const now = Temporal.PlainDate.from(today());
  if (day.equals(now)) return clockTime(instant);
  return day.toLocaleString(locale, { day: 'numeric', month: 'short', ...(day.year === now.year ? {} : { year: 'numeric' }) });
};
/** `24 November 2026, 10:58` */
export const momentWords = (instant: Instant): string => `${momentDay(instant)}, ${clockTime(instant)}`;
/** For moments that stand under each other and read the same without: two of one minute. */
export const exactMomentWords = (instant: Instant): string => `${momentWords(instant)}:${there(instant).toString().slice(17, 19)}`;
export const numberWords = (value: number): string => value.toLocaleString(locale);

export const ageToday = (birthDate: CalendarDay): number => ageOn(birthDate, today());

/** `April`, to say which day does not exist. */
export const monthName = (month: number): string | null =>
  month >= 1 && month <= 12 ? Temporal.PlainDate.from({ year: 2000, month, day: 1 }).toLocaleString(locale, { month: 'long' }) : null;

/** As it would be typed: `14 3 1991`. */
export const typedDay = (day: CalendarDay | null): string => {
  if (!day) return '';
  const date = Temporal.PlainDate.from(day);
  return `${date.day} ${date.month} ${date.year}`;
};
