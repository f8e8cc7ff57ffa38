import { describe, expect, test } from 'vitest';
import { line } from './calendar.test-world.ts';
import { clockOf } from './day-clock.ts';
import { type Ghost, ghostAt, isSameGhost, placeAfter, type Shown } from './follow-pointer.ts';
import { type Column, lanesOf } from './lanes.ts';

const zone = 'America/Toronto';
const columns: readonly Column[] = [
  { kind: 'practitioner', id: 'hana', name: 'Hana' },
  { kind: 'practitioner', id: 'tom', name: 'Tom' },
];
const shownOn = (days: readonly string[]): Shown => ({
  lanes: lanesOf(days, columns),
  lines: [],
  clockOn: (day) => clockOf(day, zone),
  zone,
});
const plain = shownOn(['2026-11-24', '2026-11-25']);
const over = (laneIndex: number, wall: number, fine = false) => ({ laneIndex, wall, fine });

const told = (ghost: Ghost | null) => {
  if (!ghost) return null;
  if (ghost.kind === 'new') return [ghost.laneIndex, ghost.span, ghost.place.day, ghost.place.time, ghost.place.minutes];
  const { day, time, minutes, practitionerId } = ghost.target;
  return [ghost.laneIndex, ghost.span, day, time, minutes, practitionerId];
};

test('a key asks for the place after an appointment and what is kept after it', () => {
  expect(placeAfter(line({ time: '23:30' }), zone)).toEqual({
    day: '2026-11-25',
    time: '00:45',
    column: { kind: 'practitioner', id: 'hana', name: '' },
    minutes: null,
  });
});

describe('what a pointer holds', () => {
  test('is put where it was taken hold of, on the grid, in the lane of another', () => {
    const grab = { kind: 'move', line: line(), offset: 20 } as const;
    expect(told(ghostAt(grab, over(3, 698), plain))).toEqual([3, [675, 735], '2026-11-25', '11:15', 60, 'tom']);
    expect(told(ghostAt(grab, over(3, 698, true), plain))).toEqual([3, [680, 740], '2026-11-25', '11:20', 60, 'tom']);
  });

  test('is made longer in its own lane, wherever the pointer goes', () => {
    const grab = { kind: 'resize', line: line(), laneIndex: 0 } as const;
    expect(told(ghostAt(grab, over(2, 694), plain))).toEqual([0, [600, 690], '2026-11-24', '10:00', 90, 'hana']);
  });

  test('is asked for on an empty place, of half an hour until its length is drawn', () => {
    const grab = { kind: 'new', laneIndex: 1, pressed: 617 } as const;
    expect(told(ghostAt(grab, over(1, 618), plain))).toEqual([1, [615, 645], '2026-11-24', '10:15', null]);
    expect(told(ghostAt(grab, over(1, 672), plain))).toEqual([1, [615, 675], '2026-11-24', '10:15', 60]);
  });

  test('cannot be put into the hour that is left out, and reaches over it', () => {
    const spring = shownOn(['2027-03-14']);
    const grab = { kind: 'move', line: line(), offset: 0 } as const;
    expect(told(ghostAt(grab, over(0, 140), spring))).toEqual([0, [180, 240], '2027-03-14', '03:00', 60, 'hana']);
    expect(told(ghostAt(grab, over(0, 90), spring))).toEqual([0, [90, 210], '2027-03-14', '01:30', 60, 'hana']);
  });

  test('is nowhere where there is no lane', () =>
    expect(ghostAt({ kind: 'move', line: line(), offset: 0 }, over(9, 600), plain)).toBeNull());

  test('is told again only when it is at another place', () => {
    const grab = { kind: 'move', line: line(), offset: 0 } as const;
    const at = (laneIndex: number, wall: number): Ghost | null => ghostAt(grab, over(laneIndex, wall), plain);
    expect([
      isSameGhost(at(0, 600), at(0, 604)),
      isSameGhost(at(0, 600), at(0, 620)),
      isSameGhost(at(0, 600), at(1, 600)),
      isSameGhost(null, at(0, 600)),
    ]).toEqual([true, false, false, false]);
  });
});
