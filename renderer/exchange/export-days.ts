import { mostExported } from '../../shared/calendar.ts';
import { daysBetween } from '../../shared/schedule-time.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';

export type TypedDays = { readonly from: string; readonly to: string };
type DaysProblem = 'needsDay' | 'backwards' | 'tooMany';

export type ReadDays = {
  readonly days: TypedDays | null;
  readonly problems: { readonly from?: DaysProblem; readonly to?: DaysProblem };
};

/** What was typed as two days of the calendar, or what is amiss with each. */
export const readDays = ({ from, to }: TypedDays): ReadDays => {
  const [first, last] = [calendarDayFromTyped(from), calendarDayFromTyped(to)];
  if (first === null || last === null)
    return { days: null, problems: { ...(first === null && { from: 'needsDay' }), ...(last === null && { to: 'needsDay' }) } };
  if (last < first) return { days: null, problems: { to: 'backwards' } };
  if (daysBetween(first, last) >= mostExported) return { days: null, problems: { to: 'tooMany' } };
  return { days: { from: first, to: last }, problems: {} };
};
