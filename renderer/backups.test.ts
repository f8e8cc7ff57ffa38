import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { agoWords, isOld, sizeWords } from './backups.ts';
import { setDatesOf } from './dates.ts';

beforeEach(() => {
  setDatesOf({ place: 'CA-ON', zone: 'America/Toronto' });
  vi.useFakeTimers({ now: new Date('2026-11-24T15:58:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  setDatesOf(null);
});

test.each([
  [0, '0 kB'],
  [400, '1 kB'],
  [819_600, '820 kB'],
  [999_999, '1,000 kB'],
  [4_214_784, '4.2 MB'],
  [42_000_000, '42 MB'],
  [12_480_000_000, '12 GB'],
  [3_000_000_000_000_000, '3,000 TB'],
])('%i bytes are %s', (bytes, said) => expect(sizeWords(bytes)).toBe(said));

test.each([
  ['2026-11-24T16:10:00.000Z', 'just now'],
  ['2026-11-24T15:57:30.000Z', 'just now'],
  ['2026-11-24T15:46:00.000Z', '12 minutes ago'],
  ['2026-11-24T14:58:00.000Z', '1 hour ago'],
  ['2026-11-23T15:00:00.000Z', '24 hours ago'],
  ['2026-11-15T15:00:00.000Z', '9 days ago'],
])('%s was %s', (moment, said) => expect(agoWords(moment)).toBe(said));

test('is old after a week', () => {
  expect([{ madeAt: '2026-11-17T15:58:00.000Z' }, { madeAt: '2026-11-17T15:56:00.000Z' }].map(isOld)).toEqual([false, true]);
});
