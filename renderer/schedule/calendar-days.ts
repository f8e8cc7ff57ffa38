import { Temporal } from 'temporal-polyfill';
import { addDays, weekdayOf } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';

export const views = ['day', 'week', 'month', 'agenda'] as const;
export type View = (typeof views)[number];

/** How many days one page of the agenda goes through. */
export const agendaDays = 14;

/** Weeks begin on Monday. */
export const weekStart = (day: CalendarDay): CalendarDay => addDays(day, 1 - weekdayOf(day));

const from = (first: CalendarDay, count: number): readonly CalendarDay[] =>
  Array.from({ length: count }, (_, later) => addDays(first, later));

const monthStart = (day: CalendarDay): CalendarDay => `${day.slice(0, 7)}-01`;

/** Whole weeks that hold the month, four to six of them. */
const monthDays = (day: CalendarDay): readonly CalendarDay[] => {
  const first = weekStart(monthStart(day));
  const last = Temporal.PlainDate.from(monthStart(day)).add({ months: 1 }).subtract({ days: 1 }).toString();
  const weeks = [4, 5, 6].find((count) => addDays(first, count * 7 - 1) >= last) ?? 6;
  return from(first, weeks * 7);
};

/** The days a view asks for, in order. */
export const daysOfView = (view: View, day: CalendarDay): readonly CalendarDay[] => {
  switch (view) {
    case 'day':
      return [day];
    case 'week':
      return from(weekStart(day), 7);
    case 'month':
      return monthDays(day);
    case 'agenda':
      return from(day, agendaDays);
  }
};

/** The day a view goes to, one page on or back. A month goes to the same day of the next, or its last. */
export const turned = (view: View, day: CalendarDay, by: 1 | -1): CalendarDay => {
  switch (view) {
    case 'day':
      return addDays(day, by);
    case 'week':
      return addDays(day, by * 7);
    case 'month':
      return Temporal.PlainDate.from(day).add({ months: by }).toString();
    case 'agenda':
      return addDays(day, by * agendaDays);
  }
};

/** A week without the Saturday or Sunday on which nobody is there and nothing is booked; a whole week when nothing is anywhere. */
export const shownOfWeek = (days: readonly CalendarDay[], isUsed: (day: CalendarDay) => boolean): readonly CalendarDay[] => {
  if (days.length < 7) return days;
  return days.some(isUsed) ? days.filter((day) => weekdayOf(day) < 6 || isUsed(day)) : days;
};
