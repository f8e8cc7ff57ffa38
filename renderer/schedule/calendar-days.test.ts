import { describe, expect, test } from 'vitest';
import { daysOfView, shownOfWeek, turned, type View, weekStart } from './calendar-days.ts';

describe('days of the calendar', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('the week of %s begins on Monday %s', (day, start) => expect(weekStart(day)).toBe(start));

  test.each<[View, string, string, string, number]>([
    ['day', '2026-11-24', '2026-11-24', '2026-11-24', 1],
    ['week', '2026-11-24', '2026-11-23', '2026-11-29', 7],
    ['week', '2027-03-14', '2027-03-08', '2027-03-14', 7],
    ['month', '2026-11-24', '2026-10-26', '2026-12-06', 42],
    ['month', '2027-02-10', '2027-02-01', '2027-02-28', 28],
    ['month', '2026-12-24', '2026-11-30', '2027-01-03', 35],
    ['agenda', '2026-11-24', '2026-11-24', '2026-12-07', 14],
  ])('a %s of %s goes from %s to %s', (view, day, first, last, count) => {
    const days = daysOfView(view, day);
    expect([days[0], days.at(-1), days.length]).toEqual([first, last, count]);
  });

  test.each<[View, string, 1 | -1, string]>([
    ['day', '2026-11-30', 1, '2026-12-01'],
    ['week', '2026-11-24', -1, '2026-11-17'],
    ['month', '2026-03-31', -1, '2026-02-28'],
    ['month', '2026-12-24', 1, '2027-01-24'],
    ['agenda', '2026-11-24', 1, '2026-12-08'],
  ])('a %s of %s turned by %i is at %s', (view, day, by, to) => expect(turned(view, day, by)).toBe(to));

  test.each<[string, readonly string[], number]>([
    ['without the weekend nobody works', ['2026-11-23'], 5],
    ['with the Saturday somebody works', ['2026-11-23', '2026-11-28'], 6],
    ['with the Sunday alone', ['2026-11-29'], 6],
    ['whole when nothing is anywhere', [], 7],
  ])('a week is shown %s', (_name, used, count) => {
    expect(shownOfWeek(daysOfView('week', '2026-11-24'), (day) => used.includes(day))).toHaveLength(count);
  });
});
