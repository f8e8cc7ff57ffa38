import { Refusal } from '../../shared/app-error.ts';
import { type GivenValues, type KeptAppointment, type KeptSeries, placedAt } from '../../shared/kept-appointment.ts';
import type { Repeat } from '../../shared/recurrence.ts';
import { daysToMake, madeUntil } from '../../shared/series-rules.ts';
import type { CalendarDay } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import type { Here } from './here.ts';

/** @throws Refusal series-empty, series-too-long */
export const seriesDays = (repeat: Repeat, start: CalendarDay, { today }: Here, until?: CalendarDay): readonly CalendarDay[] => {
  const days = daysToMake(repeat, start, today, until);
  if (days === 'series-empty' || days === 'series-too-long') throw new Refusal(days);
  return days;
};

/** An appointment with what it is given, on a day; of a series with the day its rule gave. */
export const newAppointment = (
  practice: Practice,
  given: GivenValues,
  day: CalendarDay,
  series: { readonly id: string; readonly day: CalendarDay } | null,
): KeptAppointment => {
  const { clientId, serviceId, practitionerId, roomId, before, after, price, currency, note } = given;
  const now = practice.now();
  return {
    ...{ clientId, serviceId, practitionerId, roomId, before, after, price, currency, note },
    ...placedAt(day, given.time, given.zone, given.minutes),
    id: practice.newId(),
    version: 1,
    status: 'booked',
    statusAt: now,
    seriesId: series?.id ?? null,
    seriesDay: series?.day ?? null,
    own: [],
    overridden: false,
    reason: null,
    reasonWords: '',
    fee: null,
    dismissed: false,
    createdAt: now,
  };
};

/** A series that counts from a day, with what is given to each of its appointments. */
export const newSeries = (practice: Practice, given: GivenValues, repeat: Repeat, firstDay: CalendarDay, here: Here): KeptSeries => ({
  ...given,
  id: practice.newId(),
  version: 1,
  repeat,
  firstDay,
  shiftDays: 0,
  madeUntil: madeUntil(repeat, firstDay, here.today),
  skipped: [],
  goesOn: repeat.end.kind === 'never',
  continues: null,
  createdAt: here.now,
});
