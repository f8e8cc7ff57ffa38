import type { TFunction } from 'i18next';
import type { Repeat } from '../../shared/recurrence.ts';
import { addDays, weekdayOf } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { dayOfYearWords, dayWords, listWords, weekdayName } from '../dates.ts';

const monday = '2026-11-23';

/** `Tuesday`, or `Tue`; Monday is 1. */
export const weekdayWord = (weekday: number, length: 'short' | 'long' = 'long'): string =>
  weekdayName(addDays(monday, weekday - 1), length);

const places = ['first', 'second', 'third', 'fourth', 'last'] as const;
/** Which one of its weekday in the month: the fifth is the last. */
const placeOf = (day: CalendarDay): (typeof places)[number] => places[Math.ceil(Number(day.slice(8)) / 7) - 1] ?? 'last';

const often = (every: number): 'one' | 'two' | 'many' => (every === 1 ? 'one' : every === 2 ? 'two' : 'many');

const ruleWords = (t: TFunction<'appointments'>, repeat: Repeat, start: CalendarDay): string => {
  const { every, unit } = repeat;
  const how = often(every);
  switch (unit) {
    case 'day':
      return t(`repeat.days.${how}`, { every });
    case 'week': {
      const weekdays = repeat.weekdays.length > 0 ? repeat.weekdays : [weekdayOf(start)];
      const named = listWords(weekdays.map((one) => weekdayWord(one)));
      return weekdays.length === 1
        ? t(`repeat.weekday.${how}`, { every, weekday: named })
        : t(`repeat.weeks.${how}`, { every, weekdays: named });
    }
    case 'month': {
      const on =
        repeat.monthBy === 'day'
          ? t('repeat.onDay', { day: Number(start.slice(8)) })
          : t(`repeat.nth.${placeOf(start)}`, { weekday: weekdayWord(weekdayOf(start)) });
      return t(`repeat.months.${how}`, { every, on });
    }
    case 'year':
      return t(`repeat.years.${how}`, { every, day: dayOfYearWords(start) });
    default: {
      const never: never = unit;
      return never;
    }
  }
};

/**
 * A rule in words: "Every second Tuesday, 10 times, last on 6 April 2027". `lastDay` is said of a number of times, where it is known;
 * what is skipped for want of such a day is said beside it.
 */
export const repeatWords = (
  t: TFunction<'appointments'>,
  repeat: Repeat,
  start: CalendarDay,
  lastDay: CalendarDay | null = null,
): string => {
  const rule = ruleWords(t, repeat, start);
  const { end } = repeat;
  if (end.kind === 'never') return t('repeat.without', { rule });
  if (end.kind === 'on') return t('repeat.untilDay', { rule, day: dayWords(end.day) });
  const times = t('repeat.times', { rule, count: end.count });
  return lastDay && end.count > 1 ? t('repeat.lastOn', { times, day: dayWords(lastDay) }) : times;
};

/** Months and years that have no such day are passed over: said, so that nobody counts on one. */
export const passedOver = (t: TFunction<'appointments'>, { unit, monthBy }: Repeat, start: CalendarDay): string | null => {
  const day = Number(start.slice(8));
  if (unit === 'month' && monthBy === 'day' && day > 28) return t('repeat.shortMonths', { day });
  return unit === 'year' && start.endsWith('-02-29') ? t('repeat.leapYears') : null;
};
