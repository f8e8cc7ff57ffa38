import type { TFunction } from 'i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { wallAt } from '../../shared/schedule-time.ts';
import type { CalendarDay, Instant, Zone } from '../../shared/time.ts';
import { weekdayWords } from '../dates.ts';

/** The day that is shown, and where. */
export type ShownDay = { readonly today: CalendarDay; readonly zone: Zone };

/** As the wall of the practice shows it, whatever zone it was booked in. */
export const timeOf = (at: Instant, { zone }: Pick<ShownDay, 'zone'>): string => wallAt(at, zone).time;

/** Of one that goes on over midnight, the end that lies on another day; empty where both are on this one. */
export const overMidnight = (
  t: TFunction<'today'>,
  { startsAt, endsAt }: Pick<AppointmentLine, 'startsAt' | 'endsAt'>,
  shown: ShownDay,
): string => {
  const [begins, ends] = [wallAt(startsAt, shown.zone), wallAt(endsAt, shown.zone)];
  if (begins.day < shown.today) return t('day.beganOn', { day: weekdayWords(begins.day), time: begins.time });
  // Until midnight is all of this day.
  if (ends.day > shown.today && ends.time !== '00:00') return t('day.until', { day: weekdayWords(ends.day), time: ends.time });
  return '';
};
