import { describe, expect, test } from 'vitest';
import { type KeptAppointment, type KeptSeries, placedAt } from './kept-appointment.ts';
import type { Repeat } from './recurrence.ts';
import { addDays, wallAt } from './schedule-time.ts';
import {
  changeMany,
  changeOne,
  continuedFrom,
  daysStillToMake,
  daysToMake,
  endedBefore,
  madeUntil,
  shownRepeat,
  underRule,
} from './series-rules.ts';

const zone = 'America/Toronto';
const now = '2026-11-24T15:58:00.000Z';
const today = '2026-11-24';
const weekly: Repeat = { every: 1, unit: 'week', weekdays: [], monthBy: 'day', end: { kind: 'count', count: 4 } };
const given = {
  clientId: 'maya',
  serviceId: 'massage',
  practitionerId: 'hana',
  roomId: 'garden',
  time: '10:00',
  zone,
  minutes: 60,
  before: 0,
  after: 15,
  price: 9_000,
  currency: 'CAD',
  note: '',
} as const;

const series = (more: Partial<KeptSeries> = {}): KeptSeries => ({
  ...given,
  id: 'series',
  version: 1,
  repeat: weekly,
  firstDay: '2026-12-01',
  shiftDays: 0,
  madeUntil: '2027-12-06',
  skipped: [],
  goesOn: false,
  continues: null,
  createdAt: now,
  ...more,
});

const row = (day: string, more: Partial<KeptAppointment> = {}): KeptAppointment => ({
  ...given,
  ...placedAt(day, '10:00', zone, 60),
  id: day,
  version: 1,
  status: 'booked',
  statusAt: now,
  seriesId: 'series',
  seriesDay: day,
  own: [],
  overridden: false,
  reason: null,
  reasonWords: '',
  fee: null,
  dismissed: false,
  createdAt: now,
  ...more,
});

describe('the days of a new series', () => {
  test.each<[string, Partial<Repeat>, string, unknown]>([
    ['by count', {}, '2026-12-01', ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22']],
    ['once', { end: { kind: 'count', count: 1 } }, '2026-12-01', ['2026-12-01']],
    ['to its own first day', { end: { kind: 'on', day: '2026-12-01' } }, '2026-12-01', ['2026-12-01']],
    ['to a day before it', { end: { kind: 'on', day: '2026-11-30' } }, '2026-12-01', 'series-empty'],
    ['of 1,001', { unit: 'day', end: { kind: 'count', count: 1_001 } }, '2026-12-01', 'series-too-long'],
    ['of years nobody books', { unit: 'year', end: { kind: 'count', count: 175 } }, '2026-12-01', 'series-too-long'],
    ['to a day nobody books', { unit: 'year', end: { kind: 'on', day: '2200-01-01' } }, '2026-12-01', 'series-too-long'],
    ['without an end, from long ago', { unit: 'day', end: { kind: 'never' } }, '2020-01-01', 'series-too-long'],
  ])('%s', (_, more, start, expected) => expect(daysToMake({ ...weekly, ...more }, start, today)).toEqual(expected));

  test('without an end are those of 370 days, from today or from when it begins', () => {
    const never: Repeat = { ...weekly, end: { kind: 'never' } };
    expect(madeUntil(never, '2026-11-01', today)).toBe('2027-11-29');
    expect(madeUntil(never, '2028-01-04', today)).toBe('2029-01-08');
    expect(madeUntil(never, '2199-06-01', today)).toBe('2199-12-31');
    expect(daysToMake({ ...never, unit: 'day' }, '2026-12-01', today)).toHaveLength(371);
  });
});

test.each<[string, Partial<Repeat>, string, string, string]>([
  ['every third day', { unit: 'day', every: 3 }, '2026-12-01', '2027-12-06', '2027-12-08'],
  ['every second week, on two days of it', { every: 2, weekdays: [1, 4] }, '2026-12-01', '2027-11-29', '2027-12-02'],
  ['the last Tuesday of a month', { unit: 'month', monthBy: 'weekday' }, '2026-12-29', '2027-01-26', '2027-02-23'],
  ['the 31st', { unit: 'month' }, '2026-12-31', '2027-03-31', '2027-05-31'],
  ['29 February', { unit: 'year' }, '2028-02-29', '2032-02-29', '2036-02-29'],
])('made further, %s goes on in step', (_, more, firstDay, made, next) => {
  const one = series({ repeat: { ...weekly, ...more, end: { kind: 'never' } }, firstDay, madeUntil: made });
  const counted = daysStillToMake(one, addDays(next, 400));
  expect(counted[0]).toBe(next);
  expect(daysStillToMake({ ...one, madeUntil: addDays(next, -1) }, next)).toEqual([next]);
});

describe('the rule as a person reads it', () => {
  test.each<[string, Partial<KeptSeries>, string, Partial<Repeat>]>([
    ['is as it was said', {}, '2026-12-01', {}],
    ['counts what is left of it', {}, '2026-12-15', { end: { kind: 'count', count: 2 } }],
    ['names the weekdays it is on now', { repeat: { ...weekly, weekdays: [2, 7] }, shiftDays: 1 }, '2026-12-01', { weekdays: [3, 1] }],
    ['backwards too', { repeat: { ...weekly, weekdays: [1] }, shiftDays: -8 }, '2026-12-01', { weekdays: [7] }],
    [
      'ends on the day it ends now',
      { repeat: { ...weekly, end: { kind: 'on', day: '2026-12-15' } }, shiftDays: 2 },
      '2026-12-01',
      { end: { kind: 'on', day: '2026-12-17' } },
    ],
  ])('%s', (_, more, first, expected) => expect(shownRepeat(series(more), first)).toEqual({ ...series(more).repeat, ...expected }));
});

describe('a change', () => {
  const rows = ['2026-11-17', '2026-12-01', '2026-12-08', '2026-12-15'].map((day) => row(day));
  const [, first, second] = rows as [KeptAppointment, KeptAppointment, KeptAppointment, KeptAppointment];
  const to = { day: '2026-12-02', time: '11:00', zone };

  test('of one alone is its own; outside a series nothing is', () => {
    expect(changeOne(first, { when: to, note: 'x' })).toMatchObject({ day: '2026-12-02', time: '11:00', note: 'x', own: ['when', 'note'] });
    expect(changeOne({ ...first, seriesId: null, seriesDay: null }, { note: 'x' }).own).toEqual([]);
    expect(changeOne({ ...first, own: ['note'] }, { note: 'x' }).own).toEqual(['note']);
  });

  test('of all leaves those that began, and those it would leave as they are', () => {
    const { pairs, kept } = changeMany({ series: series(), rows, chosen: second }, { when: { ...to, day: '2026-12-09' } }, 'all', now);
    expect([pairs.map(({ after }) => [after.day, after.time]), kept]).toEqual([
      [
        ['2026-12-02', '11:00'],
        ['2026-12-09', '11:00'],
        ['2026-12-16', '11:00'],
      ],
      1,
    ]);
    const noted = rows.map((one) => (one.id === first.id ? { ...one, note: 'x' } : one));
    expect(changeMany({ series: series(), rows: noted, chosen: second }, { note: 'x' }, 'all', now)).toMatchObject({ kept: 2 });
  });

  test('of the following leaves those before, of all the parts each has of its own', () => {
    const own = rows.map((one) => (one.id === '2026-12-15' ? { ...one, own: ['when'] as const, note: 'own' } : one));
    const change = { when: { ...to, day: '2026-12-08' }, room: null };
    const { pairs, kept } = changeMany({ series: series(), rows: own, chosen: second }, change, 'following', now);
    expect([pairs.map(({ after }) => [after.day, after.time, after.roomId, after.note]), kept]).toEqual([
      [
        ['2026-12-08', '11:00', null, ''],
        ['2026-12-15', '10:00', null, 'own'],
      ],
      0,
    ]);
  });

  test('keeps the wall time of each, over a change of clocks and at an hour that is left out', () => {
    const sundays = ['2027-03-07', '2027-03-14', '2027-03-21'].map((day) => row(day));
    const change = { when: { day: '2027-03-07', time: '02:30', zone } };
    const { pairs } = changeMany({ series: series(), rows: sundays, chosen: sundays[0] as KeptAppointment }, change, 'all', now);
    expect(pairs.map(({ after }) => [after.time, wallAt(after.startsAt, zone).time])).toEqual([
      ['02:30', '02:30'],
      ['02:30', '03:30'],
      ['02:30', '02:30'],
    ]);
  });
});

test('a series divided at a day keeps its rule, and each half the days that were left out of it', () => {
  const whole = series({ skipped: ['2026-12-08', '2026-12-22'], goesOn: true });
  expect(endedBefore(whole, '2026-12-15')).toEqual({
    ...whole,
    version: 2,
    repeat: { ...weekly, end: { kind: 'on', day: '2026-12-14' } },
    skipped: ['2026-12-08'],
    goesOn: false,
  });
  expect(continuedFrom(whole, '2026-12-15', 'next', now)).toEqual({ ...whole, id: 'next', skipped: ['2026-12-22'], continues: 'series' });
});

test('a series that is over goes on no longer for being ended again', () => {
  const twice = series({ repeat: { ...weekly, end: { kind: 'count', count: 2 } } });
  const until = series({ repeat: { ...weekly, end: { kind: 'on', day: '2026-12-09' } } });
  for (const one of [twice, until]) expect(endedBefore(one, '2027-11-17').repeat.end).toEqual(one.repeat.end);
  expect(endedBefore(twice, addDays(twice.firstDay, 7)).repeat.end).toEqual({ kind: 'on', day: addDays(twice.firstDay, 6) });
});

test('another rule keeps what began, brings back nothing that was cancelled, and makes only what is missing', () => {
  const rows = [
    row('2026-11-17'),
    row('2026-12-01', { status: 'cancelled' }),
    row('2026-12-08', { status: 'cancelled' }),
    row('2026-12-15'),
    row('2026-12-22', { own: ['when'], day: '2026-12-24' }),
  ];
  const days = ['2026-12-01', '2026-12-15', '2026-12-29'];
  const rule = underRule({ series: series(), rows }, { from: '2026-12-01', days, now });
  expect({
    ...rule,
    stay: rule.stay.map(({ id }) => id),
    settled: rule.settled.map(({ id }) => id),
    gone: rule.gone.map(({ id }) => id),
  }).toEqual({
    stay: ['2026-12-15'],
    settled: ['2026-12-01', '2026-12-08'],
    gone: ['2026-12-22'],
    newDays: ['2026-12-29'],
    asked: 4,
  });
});
