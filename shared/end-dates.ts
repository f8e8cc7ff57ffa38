import { Temporal } from 'temporal-polyfill';
import type { Answers } from './form-answers.ts';
import type { CalendarDay } from './time.ts';

/** The part by which a client sets the last day of a form that is `dated` (consents.json). */
export const endDatePart = 'expire-date';

/** consents.json, release-of-information: "End date at most 12 months ahead", which is as much as any form asks for. */
const monthsAhead = 12;

export type EndDateProblem = 'past' | 'too-far';

/** What is wrong with a day a client sets as the last one: it lies ahead, and not so far that nobody would think of it again. */
export const endDateProblem = (day: CalendarDay, today: CalendarDay): EndDateProblem | null => {
  if (day <= today) return 'past';
  return Temporal.PlainDate.compare(day, Temporal.PlainDate.from(today).add({ months: monthsAhead })) > 0 ? 'too-far' : null;
};

/** Ids of parts whose day cannot be the last one, seen from today. */
export const endDatesNotAllowed = (given: Answers, today: CalendarDay): readonly string[] => {
  const set = given[endDatePart];
  return set?.kind === 'date' && endDateProblem(set.day, today) !== null ? [endDatePart] : [];
};
