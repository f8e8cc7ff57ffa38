import {
  IconCalendar,
  IconCalendarCheck,
  IconCalendarX,
  IconCheck,
  IconClockX,
  IconDoorEnter,
  IconPlayerPlay,
  IconUserX,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { AppointmentLine, AppointmentStatus } from '../../shared/appointment.ts';
import { clockTime } from '../dates.ts';

export const statusIcons: Readonly<Record<AppointmentStatus, TablerIcon>> = {
  booked: IconCalendar,
  confirmed: IconCalendarCheck,
  arrived: IconDoorEnter,
  'in-session': IconPlayerPlay,
  done: IconCheck,
  cancelled: IconCalendarX,
  'late-cancelled': IconClockX,
  'no-show': IconUserX,
};

/** `now` stands out, `past` and `gone` step back; a sign and a word say the same. */
export const statusTones: Readonly<Record<AppointmentStatus, 'ahead' | 'now' | 'past' | 'gone'>> = {
  booked: 'ahead',
  confirmed: 'ahead',
  arrived: 'now',
  'in-session': 'now',
  done: 'past',
  cancelled: 'gone',
  'late-cancelled': 'gone',
  'no-show': 'gone',
};

export const statusWords = (t: TFunction<'appointments'>, status: AppointmentStatus): string => t(`status.${status}`);

/** `10:00 to 11:00`, as the wall of the practice shows it. */
export const spanWords = (t: TFunction<'appointments'>, { startsAt, endsAt }: Pick<AppointmentLine, 'startsAt' | 'endsAt'>): string =>
  t('span', { from: clockTime(startsAt), to: clockTime(endsAt) });
