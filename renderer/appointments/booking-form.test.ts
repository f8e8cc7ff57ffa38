import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Appointment } from '../../shared/appointment.ts';
import type { DayConflicts } from '../../shared/appointments.ts';
import type { Service } from '../../shared/people-and-rooms.ts';
import { setDatesOf, typedDay } from '../dates.ts';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { words } from '../words.ts';
import { type Begun, bookInput, bookingProblems, checkInput, newBooking, roomAsked, type TypedBooking, withSeed } from './booking-form.ts';

const t = words.getFixedT('en', 'appointments');
const errors = words.getFixedT('en', 'errors');

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T15:58:00Z') });
  setDatesOf({ place: 'CA', zone: 'America/Toronto' });
});
afterEach(() => {
  vi.useRealTimers();
  setDatesOf(null);
});

const service = (id: string, minutes: number, active = true): Service => ({
  ...{ id, name: id, minutes, before: 5, after: 15, price: 9_000, taxName: '', taxRate: 0, noteTemplate: '', active, version: 1 },
});
const lists: PracticeLists = {
  services: [service('short', 30), service('long', 90), service('old', 45, false)],
  rooms: [{ id: 'garden', name: 'Garden room', note: '', active: true, version: 1 }],
  practitioners: [
    { id: 'hana', name: 'Hana', active: true, version: 1, keyholderId: 'hana' },
    { id: 'tom', name: 'Tom', active: true, version: 1, keyholderId: null },
  ],
  own: 'hana',
  currency: 'CAD',
  nameOf: (id) => id,
  roomOf: (id) => id ?? '',
};
const maya = { id: 'maya', name: 'Maya Rosario' };
const begun = (more: Partial<Begun> = {}): Begun => ({ search: {}, lists, client: null, copied: null, finds: false, usual: null, ...more });
const appointment = {
  ...{
    clientId: 'maya',
    chosenName: 'Maya Rosario',
    serviceId: 'long',
    practitionerId: 'tom',
    roomId: null,
    startsAt: '2026-11-24T15:00:00.000Z',
  },
  ...{ minutes: 75, before: 0, after: 30, price: { amount: 12_050, currency: 'CAD' }, note: 'Rings twice' },
} as Appointment;

test('a new one begins with who is in, the only room, and nothing of the rest', () => {
  expect(newBooking(begun())).toMatchObject({
    client: null,
    when: { day: '', time: '', minutes: '', practitionerId: 'hana', roomId: 'garden' },
    details: { serviceId: '' },
    waitingId: null,
  });
});

const loft = { id: 'loft', name: 'Loft', note: '', active: true, version: 1 };
const twoRooms: PracticeLists = { ...lists, rooms: [...lists.rooms, loft] };

test.each([
  ['of who is in, today', {}, twoRooms, { practitionerId: 'hana', day: '2026-11-24' }],
  [
    'of whom the place names, at its time',
    { practitionerId: 'tom', day: '2026-12-01', time: '10:00' },
    twoRooms,
    { practitionerId: 'tom', day: '2026-12-01', time: '10:00' },
  ],
  ['not where the place has one', { roomId: 'loft' }, twoRooms, null],
  ['not of a copy', { copy: 'a' }, twoRooms, null],
  ['not where there is only one', {}, lists, null],
  ['not before a practitioner is chosen', {}, { ...twoRooms, own: null }, null],
])('the usual room is asked for %s', (_, search, known, expected) => {
  expect(roomAsked(search, known)).toEqual(expected);
});

test('one of several rooms is filled in: that of the place, or the usual one', () => {
  const roomOf = (more: Partial<Begun>) => newBooking(begun({ lists: twoRooms, ...more })).when.roomId;
  expect([
    roomOf({ usual: 'loft' }),
    roomOf({ usual: null }),
    roomOf({ usual: 'loft', search: { roomId: 'garden' } }),
    roomOf({ usual: null, copied: { ...appointment, roomId: 'garden' } }),
  ]).toEqual(['loft', '', 'garden', 'garden']);
  const typed = newBooking(begun({ lists: twoRooms, usual: 'garden' }));
  const goesOn = (search: Begun['search']) => withSeed(typed, begun({ lists: twoRooms, usual: 'loft', search })).when.roomId;
  expect([goesOn({ day: '2026-12-01' }), goesOn({ practitionerId: 'tom', day: '2026-12-01' })]).toEqual(['garden', 'loft']);
});

test('what the calendar and the wait list know is filled in', () => {
  const search = { day: '2026-12-01', time: '10:00', practitionerId: 'tom', serviceId: 'short', waitingId: 'w' };
  const booking = newBooking(begun({ search, client: maya }));
  expect(booking).toMatchObject({
    client: maya,
    when: { day: '1 12 2026', time: '10:00', minutes: '30', practitionerId: 'tom', roomId: 'garden' },
    details: { serviceId: 'short', before: '5', after: '15', price: '90.00' },
    waitingId: 'w',
  });
  expect(newBooking(begun({ search: { ...search, minutes: 45 } })).when.minutes).toBe('45');
});

test('a copy is the same a week after, without its note; of one long gone the day is to be chosen', () => {
  expect(newBooking(begun({ copied: appointment }))).toMatchObject({
    client: maya,
    when: { day: '1 12 2026', time: '10:00', minutes: '75', practitionerId: 'tom', roomId: '' },
    details: { serviceId: 'long', before: '0', after: '30', price: '120.50', note: '' },
  });
  expect(newBooking(begun({ copied: { ...appointment, startsAt: '2026-10-01T14:00:00.000Z' } })).when.day).toBe('');
  setDatesOf({ place: 'JP', zone: 'Asia/Tokyo' });
  expect(newBooking(begun({ copied: appointment })).when).toMatchObject({ day: typedDay('2026-12-02'), time: '00:00' });
});

test('what was typed before stays where the new place says nothing', () => {
  const typed = newBooking(begun({ search: { serviceId: 'long' }, client: maya }));
  const next = withSeed(typed, begun({ search: { day: '2026-12-02', time: '11:30' } }));
  expect(next).toMatchObject({ client: maya, details: { serviceId: 'long' }, when: { day: '2 12 2026', time: '11:30', minutes: '90' } });
  expect(next.seed).not.toBe(typed.seed);
});

test('an entry of the wait list goes with the one who waited', () => {
  const typed = newBooking(begun({ search: { waitingId: 'w' }, client: maya }));
  expect(withSeed(typed, begun({ search: { day: '2026-12-02' } })).waitingId).toBe('w');
  expect(withSeed(typed, begun({ search: { clientId: 'noor' }, client: { id: 'noor', name: 'Noor' } })).waitingId).toBeNull();
});

const whole = (more: Partial<TypedBooking> = {}): TypedBooking => ({
  ...newBooking(begun({ search: { day: '2026-12-01', time: '10:00', serviceId: 'short' }, client: maya })),
  ...more,
});
const days: readonly DayConflicts[] = [{ day: '2026-12-01', startsAt: '2026-12-01T15:00:00.000Z', conflicts: [] }];

test('it is asked and booked as it was typed; a reason goes only where something is in the way', () => {
  const despite = { way: 'anyway', reason: 'Agreed' } as const;
  const place = {
    clientId: 'maya',
    day: '2026-12-01',
    time: '10:00',
    minutes: 30,
    practitionerId: 'hana',
    roomId: 'garden',
    before: 5,
    after: 15,
  };
  expect(checkInput(whole())).toEqual({ ...place, id: null, repeat: null });
  expect(bookInput(whole({ despite }), days)).toEqual({
    ...{ ...place, serviceId: 'short', price: 9_000, note: '', repeat: null, waitingId: null },
    ...{ override: 'Agreed', skip: false },
  });
  expect(bookInput(whole({ despite }), [])).toMatchObject({ override: null, skip: false });
  expect(bookInput(whole({ despite: { way: 'skip', reason: 'Agreed' } }), days)).toMatchObject({ override: null, skip: true });
});

test('nothing is asked or booked while a part cannot be read', () => {
  const repeat = { ...whole().repeat, on: true, count: '0' };
  expect([checkInput(whole({ client: null })), checkInput(whole({ repeat })), bookInput(whole({ repeat }), [])]).toEqual([
    null,
    null,
    null,
  ]);
  expect(checkInput(whole({ when: { ...whole().when, time: '25' } }))).toBeNull();
});

test('what is still to say, in the order of the form', () => {
  const typed = whole({
    client: null,
    when: { ...whole().when, minutes: '0' },
    details: { ...whole().details, serviceId: '', before: '300', price: 'free', note: 'x'.repeat(501) },
    repeat: { ...whole().repeat, on: true, every: '0' },
  });
  expect(bookingProblems(typed, days, { t, errors }).map(({ field }) => field)).toEqual([
    ...['client', 'serviceId', 'minutes', 'every', 'despite', 'before', 'price', 'note'],
  ]);
  expect(bookingProblems(whole({ despite: { way: 'anyway', reason: ' ' } }), days, { t, errors })).toEqual([
    { field: 'reason', label: 'Why go ahead', text: 'Write why, or choose another time' },
  ]);
  expect(bookingProblems(whole(), [], { t, errors })).toEqual([]);
});
