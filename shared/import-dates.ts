import { CalendarDay } from './time.ts';

/** How a list writes `03/04/1991`, where only the person at it can know. */
export const dateOrders = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A day; or why there is none: it could be two, or it is no day. */
export type ReadDay = { readonly day: CalendarDay } | { readonly problem: 'date-unclear' | 'year-unclear' | 'not-a-day' };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthNamed = (word: string): number => {
  const short = word.toLowerCase().slice(0, 3);
  return /^[a-z]{3,9}$/i.test(word) ? months.indexOf(short) + 1 : 0;
};

const dayOf = (year: string, month: string | number, day: string): CalendarDay | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return CalendarDay.safeParse(text).success ? text : null;
};

const readAs = (day: CalendarDay | null): ReadDay => (day === null ? { problem: 'not-a-day' } : { day });

/** Two numbers and a year, in the order that was chosen; with none chosen only where there is one way to read it. */
const inOrder = (first: string, second: string, year: string, order: DateOrder | null): ReadDay => {
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  if (order !== null) return readAs(order === 'day-first' ? dayFirst : monthFirst);
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return { problem: 'date-unclear' };
  return readAs(dayFirst ?? monthFirst);
};

/** A time of midnight that a program wrote behind the day says nothing. */
const withoutMidnight = (text: string): string => text.replace(/[T ]00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$/, '').trim();

/**
 * The day that stands in a list, in one of the ways programs write it. Never guessed: what could be two days needs an order, and a year of
 * two figures has no century.
 */
export const readDay = (written: string, order: DateOrder | null): ReadDay => {
  const text = withoutMidnight(written.trim());
  const [, year, month, day] = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text) ?? [];
  if (year && month && day) return readAs(dayOf(year, month, day));
  const [, plainYear, plainMonth, plainDay] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (plainYear && plainMonth && plainDay) return readAs(dayOf(plainYear, plainMonth, plainDay));
  const [, one, two, years] = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{2}|\d{4})$/.exec(text) ?? [];
  if (one && two && years) return years.length === 2 ? { problem: 'year-unclear' } : inOrder(one, two, years, order);
  const [, dayBefore, named, yearAfter] = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([A-Za-z]+)[-/., ]+(\d{2}|\d{4})$/.exec(text) ?? [];
  const [, namedFirst, dayAfter, yearLast] = /^([A-Za-z]+)[-/. ]+(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{2}|\d{4})$/.exec(text) ?? [];
  const lastYear = yearAfter ?? yearLast ?? '';
  if (lastYear.length === 2) return { problem: 'year-unclear' };
  return readAs(dayOf(lastYear, monthNamed(named ?? namedFirst ?? ''), dayBefore ?? dayAfter ?? ''));
};
