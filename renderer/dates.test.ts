import { afterEach, expect, test } from 'vitest';
import { clockTime, dayWords, exactMomentWords, momentWords, paperDayWords, setDatesOf, sinceWords } from './dates.ts';

afterEach(() => setDatesOf(null));

test.each([
  ['CA-ON', 'America/Toronto', '15:05'],
  ['US-NY', 'America/New_York', '15:05'],
  ['GB', 'Europe/London', '20:05'],
  ['AU-NSW', 'Australia/Sydney', '07:05'],
])('in %s a time is told by 24 hours, as the calendar tells it', (place, zone, time) => {
  setDatesOf({ place, zone });
  const at = '2025-11-24T20:05:00.000Z';
  const told = [clockTime(at), momentWords(at), sinceWords(at)].map((words) => words.slice(-time.length - 1).trim());
  expect(told).toEqual([time, time, time]);
});

test('a day reads on the screen as in the country, and as on paper where it shows what paper will', () => {
  setDatesOf({ place: 'US-NY', zone: 'America/New_York' });
  expect([dayWords('2026-11-24'), paperDayWords('2026-11-24')]).toEqual(['November 24, 2026', '24 November 2026']);
});

test('two moments of one minute are told apart by their seconds', () => {
  setDatesOf({ place: 'US-NY', zone: 'America/New_York' });
  expect(exactMomentWords('2026-11-24T17:03:09.400Z')).toBe('November 24, 2026, 12:03:09');
});
