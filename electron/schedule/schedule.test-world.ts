import type { InputOf } from '../../shared/calls.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';

/** A practice with a service, a room and a client, for the tests of the calendar. */

export const service = {
  name: 'Massage, 60 minutes',
  minutes: 60,
  before: 0,
  after: 15,
  price: 9_000,
  taxName: 'HST',
  taxRate: 13_000,
  noteTemplate: '',
  active: true,
} as const;

/** Four weeks. */
export const repeatWeekly: InputOf<'series.edit'>['repeat'] = {
  every: 1,
  unit: 'week',
  weekdays: [],
  monthBy: 'day',
  end: { kind: 'count', count: 4 },
};

export const wish: Omit<InputOf<'waitlist.add'>['details'], 'serviceId'> = {
  practitionerId: null,
  weekdays: [],
  earliest: null,
  latest: null,
  firstDay: null,
  lastDay: null,
  shortNotice: false,
  note: '',
};

export type Opened = {
  readonly world: TestWorld;
  readonly clientId: string;
  readonly serviceId: string;
  readonly roomId: string;
  readonly practitionerId: string;
  /** What `appointments.book` needs for an hour at ten on this day; change what the test is about. */
  readonly asked: (more?: Partial<InputOf<'appointments.book'>>) => InputOf<'appointments.book'>;
};

export const openedPractice = async (): Promise<Opened> => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const { id: serviceId } = await world.ok('services.save', { id: null, version: 0, details: service });
  const { id: roomId } = await world.ok('rooms.save', { id: null, version: 0, details: { name: 'Garden room', note: '', active: true } });
  const practitionerId = (await world.ok('practitioners.list', {})).own ?? '';
  const asked: Opened['asked'] = (more = {}) => ({
    clientId,
    day: '2026-12-01',
    time: '10:00',
    practitionerId,
    roomId,
    serviceId,
    minutes: 60,
    before: 0,
    after: 15,
    price: 9_000,
    note: '',
    ...more,
  });
  return { world, clientId, serviceId, roomId, practitionerId, asked };
};
