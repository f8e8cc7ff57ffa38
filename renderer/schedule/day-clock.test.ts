import { describe, expect, test } from 'vitest';
import { clockOf, doubledOf, leftOutOf, momentAt, onWall, wallMinuteAt } from './day-clock.ts';

const at = (instant: string): number => Date.parse(instant);
const hour = 60;

describe('the wall of a day', () => {
  test.each([
    ['a plain day', '2026-11-24', 'America/Toronto', 24, null, null],
    ['clocks forward in Toronto', '2027-03-14', 'America/Toronto', 23, [2 * hour, 3 * hour], null],
    ['clocks back in Toronto', '2026-11-01', 'America/Toronto', 25, null, [hour, 2 * hour]],
    ['clocks forward in Berlin', '2027-03-28', 'Europe/Berlin', 23, [2 * hour, 3 * hour], null],
    ['clocks back in Berlin', '2027-10-31', 'Europe/Berlin', 25, null, [2 * hour, 3 * hour]],
    ['half an hour on Lord Howe', '2026-10-04', 'Australia/Lord_Howe', 23.5, [2 * hour, 2 * hour + 30], null],
    ['clocks forward at midnight in Beirut', '2027-03-28', 'Asia/Beirut', 23, [0, hour], null],
    ['clocks back at midnight in Beirut', '2026-10-24', 'Asia/Beirut', 25, null, [23 * hour, 24 * hour]],
    ['the day after those', '2026-10-25', 'Asia/Beirut', 24, null, null],
  ])('%s', (_name, day, zone, hours, leftOut, doubled) => {
    const clock = clockOf(day, zone);
    expect([(clock.endMs - clock.startMs) / 3_600_000, leftOutOf(clock), doubledOf(clock)]).toEqual([hours, leftOut, doubled]);
  });

  test.each([
    ['2027-03-14', 'America/Toronto', '2027-03-14T06:30:00Z', 90],
    ['2027-03-14', 'America/Toronto', '2027-03-14T07:00:00Z', 180],
    ['2027-03-14', 'America/Toronto', '2027-03-14T13:00:00Z', 9 * hour],
    ['2027-03-28', 'Europe/Berlin', '2027-03-28T07:00:00Z', 9 * hour],
    ['2026-11-01', 'America/Toronto', '2026-11-01T05:30:00Z', 90],
    ['2026-11-01', 'America/Toronto', '2026-11-01T06:30:00Z', 90],
    ['2026-11-01', 'America/Toronto', '2026-11-01T14:00:00Z', 9 * hour],
    ['2027-03-28', 'Asia/Beirut', '2027-03-28T06:00:00Z', 9 * hour],
    ['2026-11-24', 'America/Toronto', '2026-11-24T14:15:00Z', 9 * hour + 15],
  ])('on %s in %s shows at %s minute %i', (day, zone, moment, wall) => {
    expect(wallMinuteAt(clockOf(day, zone), at(moment))).toBe(wall);
  });

  test.each([
    ['a minute left out is the change', '2027-03-14', 'America/Toronto', 150, '2027-03-14T07:00:00Z'],
    ['after the change', '2027-03-14', 'America/Toronto', 9 * hour, '2027-03-14T13:00:00Z'],
    ['one that comes twice is the first', '2026-11-01', 'America/Toronto', 90, '2026-11-01T05:30:00Z'],
    ['the end of the hour that comes twice is after both', '2026-11-01', 'America/Toronto', 120, '2026-11-01T07:00:00Z'],
    ['midnight that is left out', '2027-03-28', 'Asia/Beirut', 0, '2027-03-27T22:00:00Z'],
    ['the end of a day', '2026-11-01', 'America/Toronto', 1440, '2026-11-02T05:00:00Z'],
  ])('%s', (_name, day, zone, wall, moment) => {
    expect(new Date(momentAt(clockOf(day, zone), wall)).toISOString()).toBe(new Date(moment).toISOString());
  });
});

describe('a time on the wall', () => {
  test.each([
    ['an hour on a plain day', '2026-11-24', '2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z', [9 * hour, 10 * hour]],
    ['an hour across the missing one reaches over it', '2027-03-14', '2027-03-14T06:30:00Z', '2027-03-14T07:30:00Z', [90, 210]],
    ['up to the change it ends where the missing hour begins', '2027-03-14', '2027-03-14T06:00:00Z', '2027-03-14T07:00:00Z', [60, 120]],
    ['from the change on', '2027-03-14', '2027-03-14T07:00:00Z', '2027-03-14T08:00:00Z', [180, 240]],
    ['first turn of the doubled hour into the second', '2026-11-01', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', [90, 120]],
    ['second turn alone', '2026-11-01', '2026-11-01T06:15:00Z', '2026-11-01T06:45:00Z', [75, 105]],
    ['over both turns and on', '2026-11-01', '2026-11-01T04:30:00Z', '2026-11-01T07:30:00Z', [30, 150]],
    ['over midnight, this day', '2026-11-24', '2026-11-25T04:30:00Z', '2026-11-25T05:30:00Z', [1410, 1440]],
    ['over midnight, the next', '2026-11-25', '2026-11-25T04:30:00Z', '2026-11-25T05:30:00Z', [0, 30]],
    ['on another day', '2026-11-23', '2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z', null],
    ['ending at midnight does not touch the next', '2026-11-25', '2026-11-25T04:00:00Z', '2026-11-25T05:00:00Z', null],
  ])('%s', (_name, day, from, to, span) => {
    expect(onWall(clockOf(day, 'America/Toronto'), at(from), at(to))).toEqual(span);
  });
});
