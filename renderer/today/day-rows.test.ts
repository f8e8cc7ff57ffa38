import { describe, expect, test } from 'vitest';
import type { AppointmentLine, AppointmentStatus } from '../../shared/appointment.ts';
import { instantFrom } from '../../shared/time.ts';
import { dayRows, isLeftOpen, lanesOf, nextUp } from './day-rows.ts';

const at = (time: string): number => Date.parse(`2026-11-24T${time}:00.000Z`);

const line = (time: string, status: AppointmentStatus = 'booked', more: Partial<AppointmentLine> = {}): AppointmentLine => ({
  id: time,
  version: 1,
  clientId: `client ${time}`,
  chosenName: 'Noor A.',
  pronouns: 'they/them',
  serviceId: 's',
  serviceName: 'First session',
  practitionerId: 'hana',
  roomId: null,
  day: '2026-11-24',
  time,
  zone: 'UTC',
  startsAt: instantFrom(at(time)),
  endsAt: instantFrom(at(time) + 3_600_000),
  minutes: 60,
  before: 0,
  after: 0,
  status,
  statusAt: instantFrom(at(time)),
  seriesId: null,
  overridden: false,
  note: '',
  ...more,
});

const told = (lines: readonly AppointmentLine[], now: string): readonly string[] =>
  dayRows(lines, at(now)).map((row) => {
    if (row.kind === 'now') return 'now';
    return row.kind === 'buffer' ? `${row.from.slice(11, 16)} kept ${row.minutes}` : row.line.time;
  });

describe('the rows of a day', () => {
  const day = [line('09:00', 'done', { after: 15 }), line('11:00', 'arrived', { before: 10, after: 30 }), line('13:30')];

  test.each([
    ['08:00', ['now', '09:00', '10:00 kept 15', '10:50 kept 10', '11:00', '12:00 kept 30', '13:30']],
    ['09:30', ['09:00', 'now', '10:00 kept 15', '10:50 kept 10', '11:00', '12:00 kept 30', '13:30']],
    ['10:52', ['09:00', '10:00 kept 15', '10:50 kept 10', 'now', '11:00', '12:00 kept 30', '13:30']],
    ['13:30', ['09:00', '10:00 kept 15', '10:50 kept 10', '11:00', '12:00 kept 30', '13:30', 'now']],
  ])('at %s', (now, rows) => {
    expect(told(day, now)).toEqual(rows);
  });

  test('keep no time around one that does not take place, and none of a day without any', () => {
    const gone = (['cancelled', 'late-cancelled', 'no-show'] as const).map((status) => line('09:00', status, { before: 5, after: 5 }));
    for (const one of gone) expect(told([one], '08:00')).toEqual(['now', '09:00']);
    expect(told([], '08:00')).toEqual([]);
  });
});

describe('who is next', () => {
  test.each([
    ['nobody of a day that is over', [line('09:00', 'done'), line('11:00', 'no-show')], '12:30', null],
    ['the one that is ahead', [line('09:00', 'done'), line('11:00')], '10:00', '11:00'],
    ['the one whose time it is', [line('09:00'), line('11:00', 'confirmed')], '09:59', '09:00'],
    ['not one that was left open', [line('09:00'), line('11:00', 'confirmed')], '10:00', '11:00'],
    ['who is here, before the one whose time it is by the clock', [line('10:00'), line('11:00', 'arrived')], '10:30', '11:00'],
    ['who is in session, before one that arrived', [line('09:00', 'arrived'), line('11:00', 'in-session')], '11:10', '11:00'],
    ['not one that was cancelled', [line('09:00', 'cancelled'), line('11:00')], '08:00', '11:00'],
  ])('%s', (_, lines, now, next) => {
    expect(nextUp(lines, at(now))?.time ?? null).toBe(next);
  });

  test('one is left open once its time is over and nobody said what became of it', () => {
    expect(
      [line('09:00'), line('09:00', 'arrived'), line('09:00', 'done'), line('09:01')].map((one) => isLeftOpen(one, at('10:00'))),
    ).toEqual([true, false, false, false]);
  });
});

test('lanes of the day are those with appointments, in their order', () => {
  const lines = [line('09:00', 'booked', { practitionerId: 'tom' }), line('11:00'), line('12:00')];
  expect(lanesOf(lines, ['hana', 'ines', 'tom'])).toEqual(['hana', 'tom']);
});
