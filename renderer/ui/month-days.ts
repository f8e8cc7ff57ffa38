import { Temporal } from 'temporal-polyfill';
import { addDays, weekdayOf } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';

/** The weeks that a month touches, Monday to Sunday, with the days of the months beside it. */
export const weeksOfMonth = (day: CalendarDay): readonly (readonly CalendarDay[])[] => {
  const first = Temporal.PlainDate.from(day).with({ day: 1 });
  const monday = addDays(first.toString(), 1 - weekdayOf(first.toString()));
  const weeks = Math.ceil((weekdayOf(first.toString()) - 1 + first.daysInMonth) / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (__, place) => addDays(monday, week * 7 + place)));
};

/** Where a key leads from a day: by days, weeks, months; null for any other key. */
export const dayByKey = (day: CalendarDay, key: string): CalendarDay | null => {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, 1 - weekdayOf(day));
    case 'End':
      return addDays(day, 7 - weekdayOf(day));
    case 'PageUp':
      return monthsOn(day, -1);
    case 'PageDown':
      return monthsOn(day, 1);
    default:
      return null;
  }
};

/** The same day of another month, or its last. */
export const monthsOn = (day: CalendarDay, months: number): CalendarDay => Temporal.PlainDate.from(day).add({ months }).toString();
