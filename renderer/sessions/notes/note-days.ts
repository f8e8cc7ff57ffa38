import type { CalendarDay } from '../../../shared/time.ts';
import { fullDayWords, shortDayWords, today, weekdayWords } from '../../dates.ts';

const isThisYear = (day: CalendarDay): boolean => day.slice(0, 4) === today().slice(0, 4);

/** `Tuesday 24 November`; with the year where it is another one. */
export const noteDay = (day: CalendarDay): string => (isThisYear(day) ? weekdayWords(day) : fullDayWords(day));

/** `17 Nov`; with the year where it is another one. */
export const noteDayWords = (day: CalendarDay): string =>
  isThisYear(day) ? shortDayWords(day).replace(/^\S+ /, '') : `${shortDayWords(day).replace(/^\S+ /, '')} ${day.slice(0, 4)}`;
