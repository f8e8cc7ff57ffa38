import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { Appointment } from '../../shared/appointment.ts';
import type { DayConflicts } from '../../shared/appointments.ts';
import type { InputOf } from '../../shared/calls.ts';
import { addDays, wallAt } from '../../shared/schedule-time.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { here, today, typedDay } from '../dates.ts';
import type { ChosenClient } from '../ui/client-picker.tsx';
import { Despite, despiteInput, despiteProblems, undecided } from '../ui/despite.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { TypedWhen, typedWhen, whenFrom, whenProblems } from '../ui/when-form.ts';
import type { BookingSearch } from './booking-search.ts';
import { detailsFrom, detailsProblems, TypedDetails, typedDetails, withService } from './details-form.ts';
import { onceOnly, repeatFrom, repeatProblems, TypedRepeat } from './repeat-form.ts';

/** A new appointment as it is typed. `seed`: from where it was begun, so that coming back there does not begin it again. */
export const TypedBooking = z
  .strictObject({
    seed: z.string(),
    client: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    details: TypedDetails,
    when: TypedWhen,
    repeat: TypedRepeat,
    despite: Despite,
    waitingId: z.string().nullable(),
  })
  .readonly();
export type TypedBooking = z.infer<typeof TypedBooking>;

export type Begun = {
  readonly search: BookingSearch;
  readonly lists: PracticeLists;
  readonly client: ChosenClient | null;
  readonly copied: Appointment | null;
  /** Begun to find a time. */
  readonly finds: boolean;
  /** Where the practitioner works otherwise, for where it was begun without a room. */
  readonly usual: string | null;
};

export const seedOf = (search: BookingSearch): string => JSON.stringify(search);

type Named = { readonly id: string; readonly active: boolean };
const onlyOne = (all: readonly Named[]): string => {
  const active = all.filter((one) => one.active);
  return active.length === 1 ? (active[0]?.id ?? '') : '';
};

const practitionerOf = ({ own, practitioners }: PracticeLists): string => own ?? onlyOne(practitioners);

/** Whose usual room is offered, and for when; null where the place says the room, or there is none to choose. */
export const roomAsked = ({ practitionerId, roomId, day, time, copy }: BookingSearch, lists: PracticeLists) => {
  const whose = practitionerId ?? practitionerOf(lists);
  const several = lists.rooms.filter(({ active }) => active).length > 1;
  if (roomId || copy || !several || whose === '') return null;
  return { practitionerId: whose, day: day ?? today(), time };
};

const blank = ({ lists, usual }: Begun): TypedBooking => ({
  seed: '{}',
  client: null,
  details: { serviceId: '', before: '', after: '', price: '', note: '' },
  when: { day: '', time: '', minutes: '', practitionerId: practitionerOf(lists), roomId: onlyOne(lists.rooms) || (usual ?? '') },
  repeat: onceOnly,
  despite: undecided,
  waitingId: null,
});

const withChosenService = (booking: TypedBooking, serviceId: string, { services }: PracticeLists): TypedBooking => {
  const service = services.find((one) => one.id === serviceId);
  if (!service) return booking;
  return {
    ...booking,
    details: withService(booking.details, service),
    when: { ...booking.when, minutes: booking.when.minutes || String(service.minutes) },
  };
};

/** Once more the same, at the same time a week after, or on a day to be chosen where that has gone by. */
const copyOf = (booking: TypedBooking, copied: Appointment): TypedBooking => {
  const next = addDays(wallAt(copied.startsAt, here().zone).day, 7);
  return {
    ...booking,
    client: { id: copied.clientId, name: copied.chosenName },
    details: typedDetails({ ...copied, price: copied.price?.amount ?? null, note: '' }),
    when: { ...typedWhen(copied), day: next < today() ? '' : typedDay(next) },
  };
};

/** On top of what stands there already: what the place says where it was begun. */
export const withSeed = (booking: TypedBooking, { search, lists, client, copied, usual }: Begun): TypedBooking => {
  const from = copied ? copyOf(booking, copied) : booking;
  const { day, time, minutes, practitionerId, roomId, waitingId } = search;
  // What was typed before keeps its room, unless the place it goes on from is somebody's lane.
  const room = roomId ?? (practitionerId ? usual : null);
  const placed: TypedBooking = {
    ...from,
    seed: seedOf(search),
    client: client ?? from.client,
    // Who waited is the client this was for.
    waitingId: waitingId ?? (client && client.id !== from.client?.id ? null : from.waitingId),
    despite: undecided,
    when: {
      ...from.when,
      ...(day ? { day: typedDay(day) } : {}),
      ...(time ? { time } : {}),
      ...(minutes ? { minutes: String(minutes) } : {}),
      ...(practitionerId ? { practitionerId } : {}),
      ...(room ? { roomId: room } : {}),
    },
  };
  const serviceId = search.serviceId ?? (placed.details.serviceId === '' ? onlyOne(lists.services) : '');
  return withChosenService(placed, serviceId, lists);
};

export const newBooking = (begun: Begun): TypedBooking => withSeed(blank(begun), begun);

/** What `appointments.check` is asked while it is typed; null while a part is not there. */
export const checkInput = ({ client, details, when, repeat }: TypedBooking): InputOf<'appointments.check'> | null => {
  const [place, about] = [whenFrom(when), detailsFrom({ ...details, serviceId: details.serviceId || 'any' })];
  const rule = repeat.on && place ? repeatFrom(repeat, place.day) : null;
  if (!client || !place || !about || (repeat.on && !rule)) return null;
  return { id: null, clientId: client.id, ...place, before: about.before, after: about.after, repeat: rule };
};

export const bookInput = (booking: TypedBooking, days: readonly DayConflicts[]): InputOf<'appointments.book'> | null => {
  const { client, details, when, repeat, despite, waitingId } = booking;
  const [place, about] = [whenFrom(when), detailsFrom(details)];
  const rule = repeat.on && place ? repeatFrom(repeat, place.day) : null;
  if (!client || !place || !about || (repeat.on && !rule)) return null;
  return { clientId: client.id, ...place, ...about, repeat: rule, waitingId, ...despiteInput(despite, days) };
};

type Words = { readonly t: TFunction<'appointments'>; readonly errors: TFunction<'errors'> };

/** What keeps it from being booked, in the order of the form. */
export const bookingProblems = (booking: TypedBooking, days: readonly DayConflicts[], words: Words): readonly FieldProblem[] => {
  const { t } = words;
  const details = detailsProblems(booking.details, words);
  const start = calendarDayFromTyped(booking.when.day);
  return [
    ...(booking.client ? [] : [{ field: 'client', label: t('client.label'), text: t('client.needed') }]),
    ...details.filter((one) => one.field === 'serviceId'),
    ...whenProblems(booking.when, words),
    ...repeatProblems(booking.repeat, { ...words, start }),
    ...despiteProblems(booking.despite, { ...words, days }),
    ...details.filter((one) => one.field !== 'serviceId'),
  ];
};
