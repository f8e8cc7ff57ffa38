import type { AppointmentStatus } from '../../shared/appointment.ts';
import type { InputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { Repeat } from '../../shared/recurrence.ts';
import { addDays, instantOf, weekdayOf } from '../../shared/schedule-time.ts';
import type { CalendarDay, Instant, Zone } from '../../shared/time.ts';
import type { Ask } from './demo-forms.ts';

/** The calendar of the demo practice, laid around the day it is made. Everybody in it is invented. */

type Who = 'hana' | 'tom';
type Booking = {
  /** Days from today. */
  readonly in: number;
  readonly time: string;
  readonly who: Who;
  readonly name: string;
  readonly service: 'first' | 'hour' | 'long';
  /** How it stands while it is ahead. */
  readonly status?: AppointmentStatus;
  readonly ended?: Pick<InputOf<'appointments.cancel'>, 'as' | 'reason' | 'words' | 'fee'>;
  readonly repeat?: Repeat;
};

const services = {
  first: { name: 'First visit, 90 minutes', minutes: 90, after: 30, price: 13_500 },
  hour: { name: 'Massage, 60 minutes', minutes: 60, after: 15, price: 9_500 },
  long: { name: 'Massage, 90 minutes', minutes: 90, after: 15, price: 13_500 },
} as const;

const everyWeek: Repeat = { every: 1, unit: 'week', weekdays: [], monthBy: 'day', end: { kind: 'never' } };
const everySecondWeek: Repeat = { ...everyWeek, every: 2, end: { kind: 'count', count: 8 } };

const bookings: readonly Booking[] = [
  { in: -2, time: '09:00', who: 'hana', name: 'Ellis Warner', service: 'hour' },
  { in: -2, time: '10:30', who: 'hana', name: 'Maya Rosario', service: 'hour' },
  { in: -1, time: '10:00', who: 'tom', name: 'Théodora Vasquez-O’Brien', service: 'hour' },
  {
    in: -1,
    time: '13:30',
    who: 'hana',
    name: 'Bea',
    service: 'hour',
    ended: { as: 'no-show', reason: 'not-said', words: '', fee: 4_750 },
  },
  { in: 0, time: '09:00', who: 'hana', name: 'Maya Rosario', service: 'hour', repeat: everyWeek },
  { in: 0, time: '11:00', who: 'hana', name: 'Noor Abadi', service: 'first' },
  { in: 0, time: '13:30', who: 'hana', name: 'Daniel Kowalczyk', service: 'hour', status: 'confirmed' },
  { in: 0, time: '15:00', who: 'hana', name: 'Priya Sharma', service: 'hour' },
  { in: 0, time: '16:30', who: 'hana', name: 'Ellis Warner', service: 'hour', status: 'confirmed', repeat: everySecondWeek },
  { in: 0, time: '10:00', who: 'tom', name: 'Søren Ægidius Thorvaldsen', service: 'hour' },
  { in: 0, time: '13:00', who: 'tom', name: 'Łucja Żak', service: 'hour', status: 'confirmed' },
  { in: 1, time: '09:30', who: 'hana', name: 'Nguyễn Thị Ánh', service: 'hour' },
  { in: 1, time: '11:00', who: 'hana', name: 'مريم حسن', service: 'long', status: 'confirmed' },
  { in: 1, time: '12:00', who: 'tom', name: 'Théodora Vasquez-O’Brien', service: 'hour' },
  {
    in: 2,
    time: '15:00',
    who: 'tom',
    name: 'Daniel Kowalczyk',
    service: 'hour',
    ended: { as: 'cancelled', reason: 'client-asked', words: 'A family visit', fee: null },
  },
  { in: 2, time: '10:00', who: 'hana', name: '李文静', service: 'first' },
  { in: 2, time: '13:00', who: 'tom', name: 'Bea', service: 'hour' },
  { in: 5, time: '11:00', who: 'hana', name: 'Juno Okafor', service: 'hour' },
  { in: 5, time: '14:30', who: 'tom', name: 'Priya Sharma', service: 'long' },
];

/** Closed on the third and fourth day from today, so that the demo has a day to show whenever it is made. */
const weekAround = (today: CalendarDay, to: string) => {
  const closed = new Set([3, 4].map((later) => weekdayOf(addDays(today, later))));
  return Array.from({ length: 7 }, (_, index) => (closed.has(index + 1) ? [] : [{ from: '09:00', to }]));
};

type Places = {
  readonly services: Readonly<Record<Booking['service'], string>>;
  readonly lanes: Readonly<Record<Who, { readonly practitionerId: string; readonly roomId: string }>>;
};

const setUp = async (ask: Ask, today: CalendarDay): Promise<Places> => {
  const service = async (one: (typeof services)[Booking['service']]): Promise<string> => {
    const details = { ...one, before: 0, taxName: 'HST', taxRate: 13_000, noteTemplate: '', active: true };
    return (await ask('services.save', { id: null, version: 0, details })).id;
  };
  const room = async (name: string): Promise<string> =>
    (await ask('rooms.save', { id: null, version: 0, details: { name, note: '', active: true } })).id;
  const ids = { first: await service(services.first), hour: await service(services.hour), long: await service(services.long) };
  const { own, practitioners } = await ask('practitioners.list', {});
  const hana = practitioners.find(({ id }) => id === own);
  if (!hana) throw new Error('the demo has nobody who treats');
  await ask('practitioners.save', { id: hana.id, version: hana.version, details: { name: 'Hana Lindqvist', active: true } });
  const tom = await ask('practitioners.save', { id: null, version: 0, details: { name: 'Tom Adeyemi', active: true } });
  await ask('hours.set', { practitionerId: hana.id, version: 0, week: weekAround(today, '18:00') });
  await ask('hours.set', { practitionerId: tom.id, version: 0, week: weekAround(today, '17:00') });
  await ask('hours.addException', {
    practitionerId: tom.id,
    kind: 'absent',
    firstDay: addDays(today, 8),
    lastDay: addDays(today, 9),
    from: null,
    to: null,
    note: 'Course in Toronto',
  });
  return {
    services: ids,
    lanes: {
      hana: { practitionerId: hana.id, roomId: await room('Garden room') },
      tom: { practitionerId: tom.id, roomId: await room('Quiet room') },
    },
  };
};

/** What was, is done; what is, is in session. */
const statusOf = ({ status }: Booking, startsAt: Instant, endsAt: Instant, now: Instant): AppointmentStatus | null => {
  if (endsAt <= now) return 'done';
  return startsAt <= now ? 'in-session' : (status ?? null);
};

type Around = { readonly today: CalendarDay; readonly now: Instant; readonly zone: Zone };

const book = async (ask: Ask, booking: Booking, clientId: string, places: Places, { today, now }: Around): Promise<void> => {
  const { minutes, after, price } = services[booking.service];
  const { appointment } = await ask('appointments.book', {
    clientId,
    day: addDays(today, booking.in),
    time: booking.time,
    ...places.lanes[booking.who],
    serviceId: places.services[booking.service],
    minutes,
    before: 0,
    after,
    price,
    note: '',
    repeat: booking.repeat ?? null,
    skip: true,
  });
  const seen = { id: appointment.id, version: appointment.version };
  if (booking.ended) {
    await ask('appointments.cancel', { ...seen, ...booking.ended });
    return;
  }
  const status = statusOf(booking, appointment.startsAt, appointment.endsAt, now);
  if (status) await ask('appointments.setStatus', { ...seen, status });
};

const wish = { practitionerId: null, weekdays: [], firstDay: null, lastDay: null, note: '' };

/** Appointments of a week and a half, two who wait, three tasks. */
export const keepSchedule = async (
  ask: Ask,
  clients: readonly Client[],
  { today, zone }: Pick<Around, 'today' | 'zone'>,
): Promise<void> => {
  const places = await setUp(ask, today);
  const idOf = (name: string): string => clients.find((one) => one.chosenName === name)?.id ?? '';
  const { now } = await ask('today.get', {});
  const around = { today, now: now < instantOf(today, '00:00', zone) ? instantOf(today, '08:00', zone) : now, zone };
  for (const booking of bookings) await book(ask, booking, idOf(booking.name), places, around);

  const hour = { ...wish, serviceId: places.services.hour };
  await ask('waitlist.add', { clientId: idOf('Bea'), details: { ...hour, earliest: '13:00', latest: null, shortNotice: true } });
  await ask('waitlist.add', {
    clientId: idOf('Théodora Vasquez-O’Brien'),
    details: { ...hour, earliest: '14:00', latest: '18:00', shortNotice: true, note: 'Mornings do not work before January' },
  });
  const task = { note: '', clientId: null } as const;
  await ask('tasks.create', {
    ...task,
    title: 'Check in with Dr. Okafor',
    clientId: idOf('Daniel Kowalczyk'),
    dueOn: addDays(today, 1),
    audience: 'clinical',
  });
  await ask('tasks.create', { ...task, title: 'Order linen', dueOn: today, audience: 'everyone' });
  await ask('tasks.create', { ...task, title: 'Ask the landlord about the heating', dueOn: addDays(today, -2), audience: 'everyone' });
};
