import type { TFunction } from 'i18next';
import type { PractitionerHours } from '../../../shared/hours.ts';
import { addDays } from '../../../shared/schedule-time.ts';
import { weekdayName } from '../../dates.ts';
import { type TypedDay, type Weekday, weekdays } from './week-form.ts';

/** A Monday, to take the names of the weekdays from. */
const monday = '2024-01-01';

export const nameOfWeekday = (weekday: Weekday): string => weekdayName(addDays(monday, weekdays.indexOf(weekday)), 'long');

/** `09:00–12:00, 13:00–17:00`, or closed. */
export const dayHoursWords = (t: TFunction<'schedule'>, day: TypedDay): string =>
  day.length === 0 ? t('setup.hours.closed') : day.map(({ from, to }) => `${from}–${to}`).join(', ');

type Group = { readonly first: Weekday; readonly last: Weekday; readonly words: string };

const groupsOf = (t: TFunction<'schedule'>, { week }: PractitionerHours): readonly Group[] => {
  const groups: Group[] = [];
  for (const [index, weekday] of weekdays.entries()) {
    const words = dayHoursWords(t, week[index] ?? []);
    const before = groups.at(-1);
    if (before?.words === words) groups.splice(-1, 1, { ...before, last: weekday });
    else groups.push({ first: weekday, last: weekday, words });
  }
  return groups;
};

/** The week in as few lines as it takes: days in a row with the same hours are one. */
export const weekWords = (t: TFunction<'schedule'>, hours: PractitionerHours | undefined): readonly string[] => {
  if (!hours || hours.version === 0) return [t('setup.hours.notSaid')];
  return groupsOf(t, hours).map(({ first, last, words }) =>
    first === last
      ? t('setup.hours.line', { day: nameOfWeekday(first), hours: words })
      : t('setup.hours.lines', { first: nameOfWeekday(first), last: nameOfWeekday(last), hours: words }),
  );
};
