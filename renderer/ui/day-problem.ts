import type { TFunction } from 'i18next';
import { endDateProblem } from '../../shared/end-dates.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { monthName, today } from '../dates.ts';

/** Why what was typed is no day in the calendar, in words; null when it is one or nothing was typed. */
export const dayProblem = (typed: string, errors: TFunction<'errors'>): string | null => {
  if (typed.trim() === '' || calendarDayFromTyped(typed)) return null;
  const numbers = typed.trim().match(/^(\d{1,4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,4})$/);
  if (!numbers) return errors('day.unclear');
  const [, first = '', middle = '', last = ''] = numbers;
  const [year, date] = first.length === 4 ? [first, last] : [last, first];
  if (year.length !== 4) return errors('day.shortYear');
  const month = monthName(Number(middle));
  return month ? errors('day.noSuchDay', { day: Number(date), month }) : errors('day.noSuchMonth', { month: Number(middle) });
};

/** Why what was typed cannot be the last day a form counts, in words; null when it can, or is no day at all yet. */
export const endDayProblem = (typed: string, errors: TFunction<'errors'>): string | null => {
  const day = calendarDayFromTyped(typed);
  const problem = day && endDateProblem(day, today());
  return problem ? errors(problem === 'past' ? 'day.endPast' : 'day.endTooFar') : null;
};
