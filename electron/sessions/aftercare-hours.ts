import type { WeekHours } from '../../shared/hours.ts';
import { words } from './aftercare-words.ts';

type Days = { readonly first: number; last: number; readonly spans: string };

const dayName = (weekday: number): string => words.days[weekday] ?? '';

const daysWords = ({ first, last }: Days): string => {
  if (first === last) return dayName(first);
  return last === first + 1 ? `${dayName(first)}${words.and}${dayName(last)}` : words.to(dayName(first), dayName(last));
};

/** A week as it is said at a door: days beside each other with the same hours in one, closed days left out. Empty where all are. */
export const hoursWords = (week: WeekHours): string => {
  const said: Days[] = [];
  for (const [weekday, day] of week.entries()) {
    const spans = day.map(({ from, to }) => words.to(from, to)).join(words.and);
    const before = said.at(-1);
    if (spans === '') continue;
    if (before && before.last === weekday - 1 && before.spans === spans) before.last = weekday;
    else said.push({ first: weekday, last: weekday, spans });
  }
  return said.map((days) => words.onDays(daysWords(days), days.spans)).join('; ');
};
