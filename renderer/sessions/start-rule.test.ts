import { afterEach, expect, test, vi } from 'vitest';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { setDatesOf } from '../dates.ts';
import { elapsedWords } from './elapsed.ts';
import { minutesFrom, todaysAppointment } from './start-rule.ts';

afterEach(() => {
  vi.useRealTimers();
  setDatesOf(null);
});

test.each([
  ['60', 60],
  [' 5 ', 5],
  ['480', 480],
  ['4', null],
  ['481', null],
  ['', null],
  ['45.5', null],
  ['an hour', null],
])('“%s” typed is %j minutes', (typed, expected) => {
  expect(minutesFrom(typed)).toBe(expected);
});

test.each([
  [-5, '0:00'],
  [999, '0:00'],
  [724_000, '12:04'],
  [3_724_900, '1:02:04'],
])('%i milliseconds are told as %s', (passed, expected) => {
  expect(elapsedWords(passed)).toBe(expected);
});

const line = (id: string, startsAt: string, status: AppointmentLine['status']) => ({ id, startsAt, status }) as AppointmentLine;

test('the appointment is the one asked for, else the first of today that did not take place', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T15:00:00Z') });
  setDatesOf({ place: 'CA-ON', zone: 'America/Toronto' });
  const ahead = [line('late', '2026-11-24T22:00:00.000Z', 'booked'), line('next week', '2026-12-01T15:00:00.000Z', 'booked')];
  const past = [line('over', '2026-11-24T13:00:00.000Z', 'done'), line('here', '2026-11-24T14:30:00.000Z', 'arrived')];
  const found = (all: Parameters<typeof todaysAppointment>[0], asked?: string) => todaysAppointment(all, asked)?.id;
  expect(found({ ahead, past, total: 4 })).toBe('late');
  expect(found({ ahead: [], past, total: 2 })).toBe('here');
  expect(found({ ahead, past, total: 4 }, 'next week')).toBe('next week');
  expect(found({ ahead: ahead.slice(1), past: past.slice(0, 1), total: 2 })).toBe(undefined);
});
