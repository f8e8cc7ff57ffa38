import type { TFunction } from 'i18next';
import type { FreeTime } from '../../shared/appointments.ts';
import { daysBetween } from '../../shared/schedule-time.ts';
import { shortDayWords, today, weekdayName } from '../dates.ts';

/** `Today 15:00`, `Tue 15:00` within a week, `Tue 15 Dec, 15:00` after it. */
export const freeWhen = (t: TFunction<'waitlist'>, { day, time }: Pick<FreeTime, 'day' | 'time'>): string => {
  const ahead = daysBetween(today(), day);
  if (ahead === 0) return t('free.today', { time });
  if (ahead === 1) return t('free.tomorrow', { time });
  return ahead < 7 ? t('free.on', { day: weekdayName(day, 'short'), time }) : t('free.later', { day: shortDayWords(day), time });
};
