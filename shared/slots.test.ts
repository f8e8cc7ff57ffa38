import { describe, expect, test } from 'vitest';
import { conflictsOf, type Held } from './conflicts.ts';
import type { HoursException, OpenSpan } from './hours.ts';
import { addDays, instantOf } from './schedule-time.ts';
import { freeSlots, type SlotWish } from './slots.ts';

const zone = 'America/Toronto';
const day = '2026-12-01';
const wish: SlotWish = {
  clientId: 'maya',
  practitionerIds: ['hana'],
  roomIds: [],
  minutes: 60,
  before: 0,
  after: 15,
  from: day,
  days: 1,
  weekdays: [],
  earliest: '00:00',
  latest: '24:00',
  limit: 100,
  notBefore: '2026-11-01T00:00:00.000Z',
};
const open = (...spans: readonly OpenSpan[]) => Array.from({ length: 7 }, () => [...spans]);
const booked = (from: string, to: string, more: Partial<Held> = {}): Held => ({
  id: 'a',
  clientId: 'noor',
  practitionerId: 'hana',
  roomId: null,
  startsAt: instantOf(day, from, zone),
  endsAt: instantOf(day, to, zone),
  before: 0,
  after: 0,
  status: 'booked',
  ...more,
});
type Given = {
  readonly week?: readonly OpenSpan[][];
  readonly exceptions?: readonly HoursException[];
  readonly appointments?: readonly Held[];
};
const world = ({ week = open({ from: '09:00', to: '12:00' }), exceptions = [], appointments = [] }: Given = {}) => ({
  hours: ['hana', 'tom'].map((practitionerId) => ({ practitionerId, version: 1, week: week.map((spans) => [...spans]) })),
  exceptions,
  appointments,
  zone,
});
const times = (given: Given = {}, more: Partial<SlotWish> = {}): readonly string[] =>
  freeSlots({ ...wish, ...more }, world(given)).slots.map(({ time }) => time);

describe('free times', () => {
  test('each quarter of an hour at which the length still fits', () => {
    expect(times()).toEqual(['09:00', '09:15', '09:30', '09:45', '10:00', '10:15', '10:30', '10:45', '11:00']);
  });
  test('opening hours that begin between are a beginning too', () => {
    expect(times({ week: open({ from: '09:10', to: '10:40' }) })).toEqual(['09:10', '09:15', '09:30']);
  });
  test('not into an appointment, nor into the time kept around either', () => {
    expect(times({ appointments: [booked('10:30', '11:00', { before: 15 })] })).toEqual(['09:00', '11:00']);
    expect(times({ appointments: [booked('09:00', '09:30', { after: 20 })] }, { before: 10 })).toEqual([
      '10:00',
      '10:15',
      '10:30',
      '10:45',
      '11:00',
    ]);
  });
  test('what was cancelled is free', () => {
    expect(times({ appointments: [booked('09:00', '12:00', { status: 'cancelled' })] })).toHaveLength(9);
  });
  test('not while the client is with somebody else', () => {
    expect(times({ appointments: [booked('09:00', '11:00', { clientId: 'maya', practitionerId: 'tom' })] })).toEqual(['11:00']);
    expect(times({ appointments: [booked('09:00', '11:00', { practitionerId: 'tom' })] })).toHaveLength(9);
  });
  test('the first room that is free, and none without one', () => {
    const appointments = [booked('09:00', '12:00', { practitionerId: 'tom', roomId: 'garden' })];
    const found = (roomIds: readonly string[]) =>
      freeSlots({ ...wish, roomIds }, world({ appointments })).slots.map(({ roomId }) => roomId);
    expect(new Set(found(['garden', 'quiet']))).toEqual(new Set(['quiet']));
    expect(found(['garden'])).toEqual([]);
    expect(new Set(found([]))).toEqual(new Set([null]));
  });
  test('of several practitioners by time, then in the order asked for', () => {
    const { slots } = freeSlots({ ...wish, practitionerIds: ['tom', 'hana'], limit: 3 }, world());
    expect(slots.map(({ time, practitionerId }) => [time, practitionerId])).toEqual([
      ['09:00', 'tom'],
      ['09:00', 'hana'],
      ['09:15', 'tom'],
    ]);
  });
  test('only on the weekdays and between the times wished for', () => {
    const found = freeSlots({ ...wish, days: 14, weekdays: [4], earliest: '10:30', latest: '11:45' }, world()).slots;
    expect(found.map(({ day: on, time }) => `${on} ${time}`)).toEqual([
      '2026-12-03 10:30',
      '2026-12-03 10:45',
      '2026-12-10 10:30',
      '2026-12-10 10:45',
    ]);
  });
  test('nothing that began', () => {
    expect(times({}, { notBefore: instantOf(day, '10:40', zone) })).toEqual(['10:45', '11:00']);
  });
  test('it says when there are more', () => {
    expect(freeSlots({ ...wish, limit: 9 }, world()).more).toBe(false);
    expect(freeSlots({ ...wish, limit: 8 }, world())).toMatchObject({ more: true, slots: { length: 8 } });
  });
  test('there are more where the last day that was looked at held as many as asked for', () => {
    expect(freeSlots({ ...wish, days: 2, limit: 9 }, world())).toMatchObject({ more: true, slots: { length: 9 } });
  });
  test('the time kept around what the client has elsewhere does not hold the client', () => {
    const appointments = [booked('08:00', '09:00', { clientId: 'maya', practitionerId: 'tom', after: 60 })];
    expect(times({ appointments })[0]).toBe('09:00');
  });
  test('an hour lost on the way is lost before closing too', () => {
    const week = open({ from: '01:00', to: '03:15' });
    expect(times({ week }, { from: '2027-03-14' })).toEqual(['01:00', '01:15']);
  });
  test('the hour that is left out is not offered, and nothing runs over its closing', () => {
    const found = freeSlots({ ...wish, from: '2027-03-14', minutes: 60 }, world({ week: open({ from: '01:00', to: '04:30' }) })).slots;
    for (const { startsAt } of found) expect(startsAt <= '2027-03-14T07:30:00.000Z').toBe(true);
    expect(new Set(found.map(({ startsAt }) => startsAt)).size).toBe(found.length);
    expect(found.map(({ time }) => time)).toEqual(['01:00', '01:15', '01:30', '01:45', '03:00', '03:15', '03:30']);
  });
});

test('nothing is offered after the last day that can be booked', () => {
  const { slots, more } = freeSlots({ ...wish, from: '2199-12-31', days: 2 }, world());
  expect([new Set(slots.map(({ day: on }) => on)), more]).toEqual([new Set(['2199-12-31']), false]);
});

test('what lasts into a day, and what begins with the next, is in the way of it', () => {
  const week = open({ from: '00:00', to: '24:00' });
  const night = { startsAt: instantOf('2026-11-30', '20:00', zone), endsAt: instantOf(day, '04:00', zone), after: 120 };
  const morning = { id: 'b', startsAt: instantOf('2026-12-02', '00:30', zone), endsAt: instantOf('2026-12-02', '01:30', zone), before: 45 };
  const appointments = [booked('00:00', '00:00', night), booked('00:00', '00:00', morning)];
  const found = times({ week, appointments });
  expect([found[0], found.at(-1)]).toEqual(['06:00', '22:30']);
});

test('whatever is offered has no conflict, and whatever is left out of the opening hours on the quarter has one', () => {
  const given = world({
    week: open({ from: '08:00', to: '12:30' }, { from: '13:30', to: '18:00' }),
    appointments: [
      booked('09:20', '10:05', { after: 20, before: 5 }),
      booked('14:00', '15:00', { roomId: 'garden', practitionerId: 'tom' }),
    ],
  });
  const asked = { ...wish, roomIds: ['garden'], before: 10, days: 3 };
  const offered = new Set(freeSlots(asked, given).slots.map(({ startsAt }) => startsAt));
  for (let later = 0; later < 3; later += 1)
    for (let minutes = 8 * 60; minutes <= 17 * 60; minutes += 15) {
      const startsAt = instantOf(
        addDays(day, later),
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
        zone,
      );
      const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
      const mine = { ...booked('00:00', '00:00'), id: null, clientId: 'maya', roomId: 'garden', startsAt, endsAt, before: 10, after: 15 };
      expect([startsAt, conflictsOf(mine, given).length === 0]).toEqual([startsAt, offered.has(startsAt)]);
    }
});
