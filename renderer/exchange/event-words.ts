import type { TFunction } from 'i18next';
import type { IcsEvent } from '../../shared/calendar.ts';
import { addDays, wallAt } from '../../shared/schedule-time.ts';
import { clockTime, daySpanWords, fullDayWords, here } from '../dates.ts';

/** When an event is, as the wall here shows it. */
export const whenWords = ({ startsAt, endsAt, allDay }: IcsEvent, t: TFunction<'exchange'>): string => {
  if (startsAt === null) return t('import.noTime');
  const { zone } = here();
  const { day } = wallAt(startsAt, zone);
  if (!allDay) return `${fullDayWords(day)}, ${clockTime(startsAt)}${endsAt === null ? '' : ` – ${clockTime(endsAt)}`}`;
  const last = endsAt === null ? day : addDays(wallAt(endsAt, zone).day, -1);
  return `${last > day ? daySpanWords(day, last) : fullDayWords(day)}, ${t('import.allDay')}`;
};
