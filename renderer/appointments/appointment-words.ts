import type { TFunction } from 'i18next';
import type { Appointment, AppointmentChange, AppointmentStatus } from '../../shared/appointment.ts';
import { wallAt } from '../../shared/schedule-time.ts';
import { dayIn } from '../../shared/time.ts';
import { fullDayWords, here } from '../dates.ts';
import type { PracticeLists } from '../ui/use-practice-lists.ts';

/** `Tuesday 1 December 2026, 10:00` */
export const beginsWords = (t: TFunction<'appointments'>, startsAt: string): string => {
  const { day, time } = wallAt(startsAt, here().zone);
  return t('at', { day: fullDayWords(day), time });
};

type Stand = NonNullable<AppointmentChange['from']>;

const standWords = (t: TFunction<'appointments'>, stand: Stand, lists: PracticeLists): string =>
  [beginsWords(t, stand.startsAt), t('minutes', { count: stand.minutes }), lists.nameOf(stand.practitionerId), lists.roomOf(stand.roomId)]
    .filter((part) => part !== '')
    .join(' · ');

/** One entry of what became of an appointment, in words. */
export const changeWords = (t: TFunction<'appointments'>, change: AppointmentChange, lists: PracticeLists): string => {
  const [from, to] = [change.from, change.to].map((stand) => stand && standWords(t, stand, lists));
  switch (change.what) {
    case 'booked':
      return t('became.booked', { to });
    case 'moved':
      return t('became.moved', { from, to });
    case 'changed':
      return from && to ? t('became.changedTo', { to }) : t('became.changed');
    case 'status':
      return t('became.status', { status: t(`status.${change.status}`) });
    case 'ended':
      return t('became.status', { status: t(`status.${change.status}`) });
    case 'series':
      return t(to ? 'became.series' : 'became.seriesEnded', { to });
    default: {
      const never: never = change.what;
      return never;
    }
  }
};

const order: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived', 'in-session', 'done'];

/** Whether going to this status is the way on; else it takes something back. */
export const goesOn = (from: AppointmentStatus, to: AppointmentStatus): boolean =>
  order.includes(from) && order.indexOf(to) > order.indexOf(from);

/** What may be done next from here: on the day itself all of it, before only what can be true by then. The day is that of the practice. */
export const isPossible = ({ startsAt }: Pick<Appointment, 'startsAt'>, to: AppointmentStatus, today: string): boolean =>
  dayIn(startsAt, here().zone) <= today || to === 'booked' || to === 'confirmed';
