import type { HoursException } from '../../shared/hours.ts';
import { type KeptAppointment, placedAt } from '../../shared/kept-appointment.ts';
import type { Service } from '../../shared/people-and-rooms.ts';
import { addDays, millisecondsOf, minutesOf, wallAt, wallFrom } from '../../shared/schedule-time.ts';
import { type CalendarDay, type Instant, instantFrom, type Zone } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import type { Here } from './here.ts';

/** When an event is; both are there in what may be taken over. */
export type Span = { readonly startsAt: Instant; readonly endsAt: Instant };
type Place = { readonly practitionerId: string; readonly roomId: string | null };

const minute = 60_000;

/**
 * An event as an appointment: where it stands on the wall here, as long as it is there, with the time kept around it and the price of the
 * service. What is over took place, as far as anyone knows. Its moment is the event's own, also in an hour that comes twice.
 */
export const appointmentFrom = (
  practice: Practice,
  { zone, currency, now }: Here,
  { startsAt, endsAt }: Span,
  { clientId, service, practitionerId, roomId }: Place & { readonly clientId: string; readonly service: Service },
): KeptAppointment => {
  const start = Math.floor(millisecondsOf(startsAt) / minute) * minute;
  const minutes = Math.round((millisecondsOf(endsAt) - start) / minute);
  const { day, time } = wallAt(instantFrom(start), zone);
  const end = instantFrom(start + minutes * minute);
  const { id: serviceId, before, after, price } = service;
  return {
    ...{ clientId, serviceId, practitionerId, roomId, before, after, price, currency },
    ...placedAt(day, time, zone, minutes),
    startsAt: instantFrom(start),
    endsAt: end,
    id: practice.newId(),
    version: 1,
    status: end <= now ? 'done' : 'booked',
    statusAt: now,
    seriesId: null,
    seriesDay: null,
    own: [],
    overridden: false,
    note: '',
    reason: null,
    reasonWords: '',
    fee: null,
    dismissed: false,
    createdAt: now,
  };
};

type Away = Pick<HoursException, 'firstDay' | 'lastDay' | 'from' | 'to'>;

const days = (firstDay: CalendarDay, lastDay: CalendarDay): Away => ({ firstDay, lastDay, from: null, to: null });

/**
 * An event as time away: whole days, or a beginning, the days between and an end. It ends with its minute; an hour that comes twice is
 * away as a whole.
 */
export const awayFrom = ({ startsAt, endsAt }: Span, zone: Zone): readonly Away[] => {
  const start = wallAt(startsAt, zone);
  const end = wallAt(instantFrom(Math.ceil(millisecondsOf(endsAt) / minute) * minute), zone);
  const lasts = Math.ceil((millisecondsOf(endsAt) - millisecondsOf(startsAt)) / minute);
  if (start.day === end.day) {
    const to = end.time > start.time ? end.time : wallFrom(Math.min(1_440, minutesOf(start.time) + lasts));
    return [{ firstDay: start.day, lastDay: start.day, from: start.time, to }];
  }
  const first = start.time === '00:00' ? start.day : addDays(start.day, 1);
  const last = addDays(end.day, -1);
  return [
    ...(start.time === '00:00' ? [] : [{ firstDay: start.day, lastDay: start.day, from: start.time, to: '24:00' }]),
    ...(first <= last ? [days(first, last)] : []),
    ...(end.time === '00:00' ? [] : [{ firstDay: end.day, lastDay: end.day, from: '00:00', to: end.time }]),
  ];
};
