import { describe, expect, test } from 'vitest';
import type { Held } from './conflicts.ts';
import type { Service } from './people-and-rooms.ts';
import type { Waiting } from './waitlist.ts';
import { type FreeSlot, freedBy, matchesOf, type WaitingWorld } from './waitlist-rules.ts';

const service: Service = {
  id: 'hour',
  version: 1,
  name: 'Massage, 60 minutes',
  minutes: 60,
  before: 0,
  after: 15,
  price: null,
  taxName: '',
  taxRate: 0,
  noteTemplate: '',
  active: true,
};

/** Tuesday at three in the afternoon in Toronto, a week from now. */
const slot: FreeSlot = { day: '2026-12-01', time: '15:00', practitionerId: 'tom', roomId: 'garden', minutes: 75 };
const startsAt = '2026-12-01T20:00:00.000Z';

const waiting: Waiting = {
  id: 'w1',
  version: 1,
  clientId: 'maya',
  chosenName: 'Maya',
  phone: '',
  email: '',
  contactWishes: '',
  serviceId: 'hour',
  practitionerId: null,
  weekdays: [],
  earliest: null,
  latest: null,
  firstDay: null,
  lastDay: null,
  shortNotice: false,
  note: '',
  since: '2026-11-01T12:00:00.000Z',
  offers: [],
  ended: null,
};

const world: WaitingWorld = {
  hours: [],
  exceptions: [],
  appointments: [],
  services: [service],
  zone: 'America/Toronto',
  now: '2026-11-24T15:58:00.000Z',
};

const held = (more: Partial<Held>): Held => ({
  id: 'a1',
  clientId: 'sam',
  practitionerId: 'tom',
  roomId: 'garden',
  startsAt,
  endsAt: '2026-12-01T21:00:00.000Z',
  before: 0,
  after: 15,
  status: 'booked',
  ...more,
});

const tuesdays = (from: string, to: string): WaitingWorld['hours'] => [
  { practitionerId: 'tom', version: 1, week: [[], [{ from, to }], [], [], [], [], []] },
];

type Case = readonly [
  what: string,
  fits: boolean,
  changes: { slot?: Partial<FreeSlot>; wish?: Partial<Waiting>; service?: Partial<Service>; world?: Partial<WaitingWorld> },
];

const cases: readonly Case[] = [
  ['no wishes', true, {}],
  ['a service of its length, with the time after it', true, { slot: { minutes: 75 } }],
  ['a minute too short for the time after it', false, { slot: { minutes: 74 } }],
  ['a minute too short for the time before it', false, { service: { before: 1 } }],
  ['a service longer than the time', false, { service: { minutes: 61 } }],
  ['a shorter service', true, { service: { minutes: 30 } }],
  ['a service that is not offered any more', false, { service: { active: false } }],
  ['a service there is not', false, { wish: { serviceId: 'other' } }],
  ['the weekday', true, { wish: { weekdays: [2, 5] } }],
  ['another weekday', false, { wish: { weekdays: [1, 3] } }],
  ['from three on', true, { wish: { earliest: '15:00' } }],
  ['a minute after three on', false, { wish: { earliest: '15:01' } }],
  ['until it ends', true, { wish: { latest: '16:00' } }],
  ['until a minute before it ends', false, { wish: { latest: '15:59' } }],
  ['until midnight', true, { slot: { time: '23:00' }, wish: { latest: '24:00' } }],
  ['ending after midnight, for whom any time will do', true, { slot: { time: '23:30' } }],
  ['ending after midnight', false, { slot: { time: '23:30' }, wish: { latest: '24:00' } }],
  ['from that day on', true, { wish: { firstDay: '2026-12-01' } }],
  ['from the next day on', false, { wish: { firstDay: '2026-12-02' } }],
  ['until that day', true, { wish: { lastDay: '2026-12-01' } }],
  ['until the day before', false, { wish: { lastDay: '2026-11-30' } }],
  ['this practitioner', true, { wish: { practitionerId: 'tom' } }],
  ['another practitioner', false, { wish: { practitionerId: 'hana' } }],
  ['today, without short notice', false, { slot: { day: '2026-11-24' } }],
  ['tomorrow, without short notice', false, { slot: { day: '2026-11-25' } }],
  ['today, at short notice', true, { slot: { day: '2026-11-24' }, wish: { shortNotice: true } }],
  ['tomorrow, at short notice', true, { slot: { day: '2026-11-25' }, wish: { shortNotice: true } }],
  ['the day after tomorrow', true, { slot: { day: '2026-11-26' } }],
  [
    'the day after tomorrow there, though tomorrow in UTC',
    true,
    { slot: { day: '2026-11-27' }, world: { now: '2026-11-26T03:00:00.000Z' } },
  ],
  ['a time that began', false, { slot: { day: '2026-11-24', time: '10:58' }, wish: { shortNotice: true } }],
  ['a time that is a minute off', true, { slot: { day: '2026-11-24', time: '10:59' }, wish: { shortNotice: true } }],
  ['a wish that ended', false, { wish: { ended: 'withdrawn' } }],
  ['their own appointment then', false, { world: { appointments: [held({ clientId: 'maya', practitionerId: 'hana', roomId: null })] } }],
  [
    'their own appointment then, cancelled',
    true,
    { world: { appointments: [held({ clientId: 'maya', practitionerId: 'hana', roomId: null, status: 'cancelled' })] } },
  ],
  ['the practitioner taken meanwhile', false, { world: { appointments: [held({ roomId: null })] } }],
  ['the room taken meanwhile', false, { world: { appointments: [held({ practitionerId: 'hana' })] } }],
  ['someone else in another room', true, { world: { appointments: [held({ practitionerId: 'hana', roomId: 'attic' })] } }],
  ['open until it ends', true, { world: { hours: tuesdays('09:00', '16:00') } }],
  ['closed before it ends', false, { world: { hours: tuesdays('09:00', '15:59') } }],
];

describe('who could take a free time', () => {
  test.each(cases)('%s', (_what, fits, changes) => {
    const found = matchesOf({ ...slot, ...changes.slot }, [{ ...waiting, ...changes.wish }], {
      ...world,
      services: [{ ...service, ...changes.service }],
      ...changes.world,
    });
    expect(found.length === 1).toBe(fits);
  });

  test('who asked for this practitioner comes first, then who waits longest', () => {
    const since = (id: string, day: number, practitionerId: string | null): Waiting => ({
      ...waiting,
      id,
      practitionerId,
      since: `2026-11-0${day}T12:00:00.000Z`,
    });
    const all = [since('e', 2, null), since('d', 1, null), since('b', 5, 'tom'), since('a', 4, 'tom'), since('c', 2, null)];
    const found = matchesOf(slot, all, world);
    expect(found.map((match) => [match.waiting.id, match.asksForThem])).toEqual([
      ['a', true],
      ['b', true],
      ['d', false],
      ['c', false],
      ['e', false],
    ]);
    expect(found[0]?.minutes).toBe(60);
  });

  test('says when this very time was offered to them last, and of no other time', () => {
    const offers = [
      { startsAt, practitionerId: 'tom', at: '2026-11-22T10:00:00.000Z' },
      { startsAt, practitionerId: 'tom', at: '2026-11-23T10:00:00.000Z' },
      { startsAt, practitionerId: 'hana', at: '2026-11-24T10:00:00.000Z' },
      { startsAt: '2026-12-02T20:00:00.000Z', practitionerId: 'tom', at: '2026-11-24T11:00:00.000Z' },
    ];
    expect(matchesOf(slot, [{ ...waiting, offers }], world)[0]?.offeredAt).toBe('2026-11-23T10:00:00.000Z');
    expect(matchesOf({ ...slot, time: '16:00' }, [{ ...waiting, offers }], world)[0]?.offeredAt).toBeNull();
  });
});

describe('the time an appointment leaves free', () => {
  const gone = held({ id: 'gone', status: 'cancelled', before: 15 });
  const next = held({ startsAt: '2026-12-01T21:30:00.000Z', endsAt: '2026-12-01T22:30:00.000Z', before: 5 });
  const free = { day: '2026-12-01', time: '15:00', startsAt, endsAt: '2026-12-01T21:00:00.000Z', practitionerId: 'tom', roomId: 'garden' };

  test.each<readonly [string, number, readonly Held[]]>([
    ['goes on with nothing after it', 1_200, []],
    ['goes on to what the practitioner holds next', 100, [{ ...next, roomId: 'attic' }]],
    ['goes on to what the room holds next', 100, [{ ...next, practitionerId: 'hana' }]],
    ['is not ended by others', 1_200, [{ ...next, practitionerId: 'hana', roomId: 'attic' }]],
    ['is not ended by what is not held', 1_200, [{ ...next, status: 'no-show' }]],
    ['is not ended by its own client elsewhere', 1_200, [held({ practitionerId: 'hana', roomId: 'attic' })]],
    ['is not held by itself', 1_200, [{ ...gone, status: 'booked' }]],
  ])('%s', (_what, minutes, appointments) => {
    expect(freedBy(gone, { ...world, appointments })).toEqual({ ...free, minutes });
  });

  test.each<readonly [string, Partial<WaitingWorld>]>([
    ['the practitioner was booked', { appointments: [held({ roomId: null })] }],
    ['the room was booked', { appointments: [held({ practitionerId: 'hana' })] }],
    ['it is outside the hours now', { hours: tuesdays('09:00', '15:30') }],
    ['it began', { now: startsAt }],
  ])('is none once %s', (_what, changes) => {
    expect(freedBy(gone, { ...world, ...changes })).toBeNull();
  });
});
