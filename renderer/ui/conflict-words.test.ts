import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Conflict, type ConflictCode, conflictCodes } from '../../shared/conflicts.ts';
import { setDatesOf } from '../dates.ts';
import { words } from '../words.ts';
import { conflictsWords, conflictWords } from './conflict-words.ts';

const t = words.getFixedT('en', 'appointments');
const names = { client: 'Maya', practitioner: 'Hana', room: 'Garden room', day: '2026-11-24' };
const conflict = (code: ConflictCode, more: Partial<Conflict> = {}): Conflict => ({
  code,
  appointmentId: 'a',
  startsAt: '2026-11-24T15:00:00.000Z',
  endsAt: '2026-11-24T16:00:00.000Z',
  words: '',
  ...more,
});

beforeAll(() => setDatesOf({ place: 'GB', zone: 'America/Toronto' }));
afterAll(() => setDatesOf(null));

test.each([
  [conflict('client-busy'), 'Maya has another appointment, 10:00 to 11:00'],
  [conflict('practitioner-busy'), 'Hana has another appointment, 10:00 to 11:00'],
  [conflict('room-busy'), 'Garden room is taken, 10:00 to 11:00'],
  [conflict('practitioner-buffer'), 'Hana has an appointment 10:00 to 11:00: the time kept around the two would overlap'],
  [conflict('room-buffer'), 'Garden room is taken 10:00 to 11:00: the time kept around the two would overlap'],
  [conflict('outside-hours', { startsAt: null, endsAt: null }), 'Outside Hana’s opening hours'],
  [conflict('absent'), 'Hana is away, 10:00 to 11:00'],
  [conflict('absent', { words: 'course' }), 'Hana is away, 10:00 to 11:00: course'],
  [
    conflict('absent', { startsAt: '2026-11-24T05:00:00.000Z', endsAt: '2026-11-25T05:00:00.000Z' }),
    'Hana is away, 00:00 to Wed 25 Nov, 00:00',
  ],
  [conflict('client-busy', { startsAt: '2026-11-24T04:30:00.000Z' }), 'Maya has another appointment, Mon 23 Nov, 23:30 to 11:00'],
])('a conflict in words: %#', (one, said) => {
  expect(conflictWords(t, one, names)).toBe(said);
});

test('each thing is said once, and every code has words', () => {
  const twice = [conflict('client-busy'), conflict('practitioner-busy'), conflict('client-busy', { appointmentId: 'b' })];
  expect(conflictsWords(t, twice, names)).toHaveLength(2);
  for (const code of conflictCodes) expect(conflictWords(t, conflict(code), names)).not.toContain('conflict.');
});
