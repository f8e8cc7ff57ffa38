import { holdsTime } from '../../shared/appointment.ts';
import { wallFrom } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { type DayClock, leftOutOf } from './day-clock.ts';
import { grid, startOn } from './drop.ts';
import type { NewPlace } from './follow-pointer.ts';
import type { Step } from './keys.ts';
import type { Lane } from './lanes.ts';
import type { Piece } from './layout.ts';

/** A place in the grid that the keyboard is at: in which lane, from which minute of its wall. */
export type PlaceAt = { readonly laneIndex: number; readonly wall: number };

type Ground = { readonly lanes: readonly Lane[]; readonly clockOn: (day: CalendarDay) => DayClock };

/** Within the lanes that are shown, and not in an hour that the clocks leave out. */
export const placeIn = ({ lanes, clockOn }: Ground, { laneIndex, wall }: PlaceAt): PlaceAt => {
  const index = Math.max(0, Math.min(lanes.length - 1, laneIndex));
  const lane = lanes[index];
  return { laneIndex: index, wall: lane ? startOn(clockOn(lane.day), wall, grid) : wall };
};

/** A quarter of an hour up or down, a lane to a side, or the first and last lane; the same place where there is no further. */
export const placeAfterStep = (ground: Ground, at: PlaceAt, step: Step): PlaceAt => {
  const lane = ground.lanes[at.laneIndex];
  const gap = lane ? leftOutOf(ground.clockOn(lane.day)) : null;
  switch (step) {
    case 'next':
      return placeIn(ground, { ...at, wall: at.wall + grid });
    case 'previous':
      return placeIn(ground, { ...at, wall: gap && at.wall === gap[1] && gap[0] > 0 ? gap[0] - grid : at.wall - grid });
    case 'day-after':
      return placeIn(ground, { ...at, laneIndex: at.laneIndex + 1 });
    case 'day-before':
      return placeIn(ground, { ...at, laneIndex: at.laneIndex - 1 });
    case 'first':
      return placeIn(ground, { ...at, laneIndex: 0 });
    case 'last':
      return placeIn(ground, { ...at, laneIndex: ground.lanes.length - 1 });
    default: {
      const never: never = step;
      return never;
    }
  }
};

/** The place below an appointment and what is kept after it. */
export const placeBelow = ({ span, buffers }: Pick<Piece, 'span' | 'buffers'>): number =>
  Math.ceil(Math.max(span[1], ...buffers.map(([, to]) => to)) / grid) * grid;

/** What takes the quarter of an hour at a place. */
export const takenBy = (pieces: readonly Piece[], wall: number): Piece | undefined =>
  pieces.find(({ span: [from, to], line }) => holdsTime(line.status) && from < wall + grid && to > wall);

export const newAt = (lane: Lane, wall: number): NewPlace => ({
  day: lane.day,
  column: lane.column,
  time: wallFrom(wall),
  minutes: null,
});
