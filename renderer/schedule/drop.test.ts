import { describe, expect, test } from 'vitest';
import { line } from './calendar.test-world.ts';
import { clockOf } from './day-clock.ts';
import { askedFor, heldAt, isSame, lengthTo, lineAt, movedBy, movedByDays, resizedBy, startOn, targetOf } from './drop.ts';

const zone = 'America/Toronto';
const plain = clockOf('2026-11-24', zone);
const spring = clockOf('2027-03-14', zone);
const autumn = clockOf('2026-11-01', zone);
const clockOn = (day: string) => clockOf(day, zone);

describe('a drop', () => {
  test.each([
    ['on the quarter of an hour', plain, 607, 15, 600],
    ['on the next one', plain, 608, 15, 615],
    ['finer with a key held', plain, 607, 5, 605],
    ['not before the day', plain, -40, 15, 0],
    ['not after its last quarter', plain, 1439, 15, 1425],
    ['never in the hour left out', spring, 135, 15, 180],
    ['before it as it is', spring, 105, 15, 105],
  ])('begins %s', (_name, clock, wall, step, at) => expect(startOn(clock, wall, step)).toBe(at));

  test.each([
    ['to the edge it is pulled to', plain, '2026-11-24T15:00:00Z', 698, 15, 105],
    ['at least one step', plain, '2026-11-24T15:00:00Z', 560, 15, 15],
    ['at least five minutes with a key held', plain, '2026-11-24T15:00:00Z', 560, 5, 5],
    ['at most half a day', plain, '2026-11-24T05:30:00Z', 1440, 15, 720],
    ['in real minutes across the hour left out', spring, '2027-03-14T06:30:00Z', 210, 15, 60],
    ['in real minutes across the hour that comes twice', autumn, '2026-11-01T04:30:00Z', 180, 15, 210],
  ])('is as long as %s', (_name, clock, start, wall, step, minutes) =>
    expect(lengthTo(clock, Date.parse(start), wall, step)).toBe(minutes),
  );

  test('takes time at the moment its wall time is', () => {
    const target = { ...targetOf(line(), zone), day: '2027-03-14', time: '02:30', practitionerId: 'tom' };
    const held = heldAt(line(), target, zone);
    expect([held.startsAt, held.endsAt, held.practitionerId, held.roomId, held.after]).toEqual([
      '2027-03-14T07:30:00.000Z',
      '2027-03-14T08:30:00.000Z',
      'tom',
      'garden',
      15,
    ]);
  });

  test('is drawn where it was dropped, of another zone too', () => {
    const other = line({ time: '16:00', zone: 'Europe/Berlin' });
    const target = targetOf(other, zone);
    expect([target.time, lineAt(other, { ...target, time: '11:00' }, zone).startsAt]).toEqual(['10:00', '2026-11-24T16:00:00.000Z']);
  });
});

describe('a move by keys', () => {
  const at = (day: string, time: string) => ({ ...targetOf(line(), zone), day, time });
  test.each([
    ['later', '2026-11-24', '10:00', 15, '2026-11-24', '10:15'],
    ['over midnight', '2026-11-24', '23:45', 15, '2026-11-25', '00:00'],
    ['back over midnight', '2026-11-24', '00:00', -15, '2026-11-23', '23:45'],
    ['over the hour left out', '2027-03-14', '01:45', 15, '2027-03-14', '03:00'],
    ['back over it', '2027-03-14', '03:00', -15, '2027-03-14', '01:45'],
  ])('goes %s', (_name, day, time, by, newDay, newTime) => {
    const moved = movedBy(at(day, time), by, clockOn);
    expect([moved.day, moved.time, moved.minutes]).toEqual([newDay, newTime, 60]);
  });

  test('goes to another day at the same time', () => {
    const start = at('2027-03-13', '02:30');
    expect(movedByDays(start, 1)).toEqual({ ...start, day: '2027-03-14' });
  });

  test('makes it longer and shorter within bounds', () => {
    const start = at('2026-11-24', '10:00');
    const lengths = [resizedBy(start, 15), resizedBy(start, -60), resizedBy({ ...start, minutes: 715 }, 15)].map(({ minutes }) => minutes);
    expect([lengths, isSame(start, resizedBy(start, 0)), isSame(start, resizedBy(start, 15))]).toEqual([[75, 5, 720], true, false]);
  });
});

describe('an empty place that is pressed', () => {
  test.each([
    ['begins at the quarter pressed, with no length yet', plain, 614, 616, { time: '10:00', minutes: null }],
    ['is as long as was drawn', plain, 601, 650, { time: '10:00', minutes: 60 }],
    ['drawn upwards as well', plain, 650, 601, { time: '10:00', minutes: 60 }],
    ['begins after the hour left out', spring, 130, 230, { time: '03:00', minutes: 60 }],
  ])('%s', (_name, clock, pressed, left, asked) => expect(askedFor(clock, pressed, left, 15)).toEqual(asked));
});
