import { expect, test } from 'vitest';
import { line } from './calendar.test-world.ts';
import { clockOf } from './day-clock.ts';
import type { Step } from './keys.ts';
import { type Column, lanesOf } from './lanes.ts';
import { piecesOf } from './layout.ts';
import { newAt, placeAfterStep, placeBelow, placeIn, takenBy } from './place.ts';

const zone = 'America/Toronto';
const columns: readonly Column[] = ['hana', 'tom'].map((id) => ({ kind: 'practitioner', id, name: id }));
const lanes = lanesOf(['2027-03-13', '2027-03-14'], columns);
const ground = { lanes, clockOn: (day: string) => clockOf(day, zone) };
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const at = (laneIndex: number, time: string) => ({ laneIndex, wall: minutes(time) });

test.each<[from: ReturnType<typeof at>, step: Step, to: ReturnType<typeof at>]>([
  [at(0, '10:00'), 'next', at(0, '10:15')],
  [at(0, '10:00'), 'previous', at(0, '09:45')],
  [at(0, '00:00'), 'previous', at(0, '00:00')],
  [at(0, '23:45'), 'next', at(0, '23:45')],
  [at(0, '10:00'), 'day-after', at(1, '10:00')],
  [at(1, '10:00'), 'day-after', at(2, '10:00')],
  [at(0, '10:00'), 'day-before', at(0, '10:00')],
  [at(3, '10:00'), 'day-after', at(3, '10:00')],
  [at(3, '10:00'), 'first', at(0, '10:00')],
  [at(0, '10:00'), 'last', at(3, '10:00')],
  // The clocks leave out 02:00 to 03:00 on the second day.
  [at(2, '01:45'), 'next', at(2, '03:00')],
  [at(2, '03:00'), 'previous', at(2, '01:45')],
  [at(0, '03:00'), 'previous', at(0, '02:45')],
  [at(1, '02:30'), 'day-after', at(2, '03:00')],
])('from %o the %s place is %o', (from, step, to) => expect(placeAfterStep(ground, from, step)).toEqual(to));

test('a place of other days is one of those shown now', () => {
  expect(placeIn(ground, at(9, '10:00'))).toEqual(at(3, '10:00'));
});

test('the place below is after what is kept; what takes a quarter of an hour is told, and not what does not take place', () => {
  const clock = clockOf('2026-11-24', zone);
  const pieces = piecesOf([line({ time: '10:05', minutes: 50 }), line({ time: '14:00', status: 'cancelled' })], clock);
  expect(pieces.map(placeBelow).map((wall) => wall / 60)).toEqual([11.25, 15]);
  const taken = ['09:45', '10:00', '10:45', '11:00', '14:00'].map((time) => takenBy(pieces, minutes(time))?.line.time);
  expect(taken).toEqual([undefined, '10:05', '10:05', undefined, undefined]);
  expect(lanes.slice(2, 3).map((lane) => newAt(lane, minutes('10:15')))).toEqual([
    { day: '2027-03-14', column: columns[0], time: '10:15', minutes: null },
  ]);
});
