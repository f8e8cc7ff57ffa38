import { describe, expect, test } from 'vitest';
import type { AppointmentStatus } from './appointment.ts';
import { type ConflictCode, conflictsOf, type Held } from './conflicts.ts';
import type { HoursException, WeekHours } from './hours.ts';
import { absencesOn, openOn } from './open-hours.ts';
import { instantOf } from './schedule-time.ts';

const zone = 'America/Toronto';
const day = '2026-12-01';
const at = (time: string, on = day) => instantOf(on, time, zone);
const held = (from: string, to: string, more: Partial<Held> = {}): Held => ({
  id: 'other',
  clientId: 'noor',
  practitionerId: 'hana',
  roomId: 'garden',
  startsAt: at(from),
  endsAt: at(to),
  before: 0,
  after: 0,
  status: 'booked',
  ...more,
});
const asked = held('10:00', '11:00', { id: null, clientId: 'maya', after: 15 });
const nothing = { hours: [], exceptions: [], appointments: [], zone };
const codes = (appointments: readonly Held[], mine = asked): ConflictCode[] =>
  conflictsOf(mine, { ...nothing, appointments }).map(({ code }) => code);

describe('another appointment is in the way', () => {
  test.each<[string, Held, readonly ConflictCode[]]>([
    ['at the same time, all the same', held('10:00', '11:00', { clientId: 'maya' }), ['client-busy', 'practitioner-busy', 'room-busy']],
    ['of the practitioner, in another room', held('10:30', '11:30', { roomId: 'quiet' }), ['practitioner-busy']],
    ['in the room, of another practitioner', held('09:30', '10:01', { practitionerId: 'tom' }), ['room-busy']],
    [
      'of the client, with another practitioner in another room',
      held('10:59', '12:00', { clientId: 'maya', practitionerId: 'tom', roomId: null }),
      ['client-busy'],
    ],
    ['right before it: not at all', held('09:00', '10:00'), []],
    ['in the time kept after it', held('11:00', '12:00'), ['practitioner-buffer', 'room-buffer']],
    ['right after the time kept after it: not at all', held('11:15', '12:00'), []],
    ['whose time kept after runs into it', held('09:00', '10:00', { after: 15 }), ['practitioner-buffer', 'room-buffer']],
    [
      'whose time kept before runs into the time kept after',
      held('11:20', '12:00', { before: 10 }),
      ['practitioner-buffer', 'room-buffer'],
    ],
    [
      'of the client, in the time kept after: that holds no client',
      held('11:00', '12:00', { clientId: 'maya', practitionerId: 'tom', roomId: null }),
      [],
    ],
    ['both without a room: no room is in the way', held('10:00', '11:00', { practitionerId: 'tom', roomId: null }), []],
  ])('%s', (_, other, expected) => {
    expect(codes([other], other.roomId === null ? { ...asked, roomId: null } : asked)).toEqual(expected);
  });

  test.each<[AppointmentStatus, number]>([
    ['booked', 2],
    ['confirmed', 2],
    ['arrived', 2],
    ['in-session', 2],
    ['done', 2],
    ['cancelled', 0],
    ['late-cancelled', 0],
    ['no-show', 0],
  ])('%s', (status, count) => {
    expect(codes([held('10:00', '11:00', { status })])).toHaveLength(count);
  });

  test('itself is none', () => {
    expect(codes([held('10:00', '11:00', { id: 'mine' })], { ...asked, id: 'mine' })).toEqual([]);
  });

  test('it says which one and when', () => {
    expect(conflictsOf(asked, { ...nothing, appointments: [held('10:30', '11:30', { roomId: 'quiet' })] })).toEqual([
      { code: 'practitioner-busy', appointmentId: 'other', startsAt: at('10:30'), endsAt: at('11:30'), words: '' },
    ]);
  });

  test('moments count, not the wall: in the hour that comes twice the second is not the first', () => {
    const first = held('01:30', '01:30', { startsAt: '2026-11-01T05:30:00.000Z', endsAt: '2026-11-01T06:00:00.000Z' });
    const second = { ...asked, startsAt: '2026-11-01T06:30:00.000Z', endsAt: '2026-11-01T07:00:00.000Z', after: 0 };
    expect(codes([first], second)).toEqual([]);
  });
});

const week: WeekHours = Array.from({ length: 7 }, () => [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]);
const exception = (more: Partial<HoursException>): HoursException => ({
  id: 'e',
  practitionerId: 'hana',
  kind: 'absent',
  firstDay: day,
  lastDay: day,
  from: null,
  to: null,
  note: 'Course in Guelph',
  ...more,
});
const inHours = (exceptions: readonly HoursException[] = [], weekOf = week) => ({
  ...nothing,
  hours: [{ practitionerId: 'hana', version: 1, week: weekOf }],
  exceptions,
});

describe('opening hours', () => {
  test.each<[string, string, string, readonly HoursException[], readonly ConflictCode[]]>([
    ['inside', '09:00', '12:00', [], []],
    ['a minute too early', '08:59', '10:00', [], ['outside-hours']],
    ['over lunch', '11:30', '12:30', [], ['outside-hours']],
    ['after closing', '17:00', '18:00', [], ['outside-hours']],
    ['away all day', '10:00', '11:00', [exception({})], ['absent']],
    ['away in the afternoon, in the morning', '10:00', '11:00', [exception({ from: '13:00' })], []],
    ['away from the middle of it', '11:00', '12:00', [exception({ from: '11:30', to: '12:00' })], ['absent']],
    ['away on another day', '10:00', '11:00', [exception({ firstDay: '2026-12-02', lastDay: '2026-12-04' })], []],
    ['away on the day before', '10:00', '11:00', [exception({ firstDay: '2026-11-28', lastDay: '2026-11-30' })], []],
    [
      'outside hours beside a day that is away',
      '18:00',
      '19:00',
      [exception({ firstDay: '2026-12-02', lastDay: '2026-12-02' })],
      ['outside-hours'],
    ],
    ['somebody else is away', '10:00', '11:00', [exception({ practitionerId: 'tom' })], []],
    ['open besides', '18:00', '19:00', [exception({ kind: 'open', from: '18:00', to: '20:00' })], []],
    ['open over lunch: the two parts are one', '11:30', '13:30', [exception({ kind: 'open', from: '12:00', to: '13:00' })], []],
    ['away wins over open besides', '18:00', '19:00', [exception({ kind: 'open', from: '18:00', to: '20:00' }), exception({})], ['absent']],
  ])('%s', (_, from, to, exceptions, expected) => {
    const mine = { ...asked, startsAt: at(from), endsAt: at(to) };
    expect(conflictsOf(mine, inHours(exceptions)).map(({ code }) => code)).toEqual(expected);
  });

  test('the time kept around it may lie outside', () => {
    expect(conflictsOf({ ...asked, startsAt: at('16:00'), endsAt: at('17:00'), after: 60 }, inHours())).toEqual([]);
  });

  test('until somebody said hours, all day is open, and an absence still counts', () => {
    expect(openOn({ hours: [], exceptions: [] }, 'hana', day)).toEqual([{ from: '00:00', to: '24:00' }]);
    const unsaid = [{ practitionerId: 'hana', version: 0, week: Array.from({ length: 7 }, () => []) }];
    expect(openOn({ hours: unsaid, exceptions: [] }, 'hana', day)).toEqual([{ from: '00:00', to: '24:00' }]);
    expect(openOn({ hours: [], exceptions: [exception({ from: '12:00', to: '24:00' })] }, 'hana', day)).toEqual([
      { from: '00:00', to: '12:00' },
    ]);
  });

  test('a night that is open over midnight is one', () => {
    const night = Array.from({ length: 7 }, () => [
      { from: '00:00', to: '02:00' },
      { from: '22:00', to: '24:00' },
    ]);
    expect(conflictsOf({ ...asked, startsAt: at('23:30'), endsAt: at('00:30', '2026-12-02') }, inHours([], night))).toEqual([]);
  });

  test('it says why and when they are away', () => {
    expect(conflictsOf(asked, inHours([exception({ from: '10:30', to: '12:00' })]))).toEqual([
      { code: 'absent', appointmentId: null, startsAt: at('10:30'), endsAt: at('12:00'), words: 'Course in Guelph' },
    ]);
    expect(
      absencesOn(
        { hours: [], exceptions: [exception({ from: '14:00', to: '15:00' }), exception({ from: '10:00', to: '11:00' })] },
        'hana',
        day,
      ).map(({ from }) => from),
    ).toEqual(['10:00', '14:00']);
  });

  test('an absence in the middle leaves what is before and after it', () => {
    expect(openOn(inHours([exception({ from: '10:00', to: '11:00' })]), 'hana', day)).toEqual([
      { from: '09:00', to: '10:00' },
      { from: '11:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ]);
  });

  test('spans of one day that touch or overlap are one', () => {
    const touching = Array.from({ length: 7 }, () => [
      { from: '13:00', to: '17:00' },
      { from: '09:00', to: '13:00' },
      { from: '10:00', to: '11:00' },
    ]);
    expect(openOn(inHours([], touching), 'hana', day)).toEqual([{ from: '09:00', to: '17:00' }]);
  });
});
