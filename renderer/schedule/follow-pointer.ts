import { type AppointmentLine, isAhead } from '../../shared/appointment.ts';
import { millisecondsOf, minutesOf, type WallTime, wallAt, wallFrom } from '../../shared/schedule-time.ts';
import { type CalendarDay, instantFrom, type Zone } from '../../shared/time.ts';
import { type DayClock, momentAt, onWall, type WallSpan, wallMinuteAt } from './day-clock.ts';
import { askedFor, lengthTo, startOn, type Target, targetOf } from './drop.ts';
import { stepWith } from './keys.ts';
import { type Column, type Lane, putIn } from './lanes.ts';

/** What is on the screen while a pointer goes over it. */
export type Shown = {
  readonly lanes: readonly Lane[];
  readonly lines: readonly AppointmentLine[];
  readonly clockOn: (day: CalendarDay) => DayClock;
  readonly zone: Zone;
};

export type NewPlace = { readonly day: CalendarDay; readonly column: Column; readonly time: WallTime; readonly minutes: number | null };

/** Where what the pointer holds would come to be. */
export type Ghost = { readonly laneIndex: number; readonly span: WallSpan } & (
  | { readonly kind: 'move' | 'resize'; readonly line: AppointmentLine; readonly target: Target }
  | { readonly kind: 'new'; readonly place: NewPlace }
);

export type Grab =
  | { readonly kind: 'move'; readonly line: AppointmentLine; readonly offset: number }
  | { readonly kind: 'resize'; readonly line: AppointmentLine; readonly laneIndex: number }
  | { readonly kind: 'new'; readonly laneIndex: number; readonly pressed: number };

/** Where a pointer is: over which lane, at which minute of its wall, and whether the finer grid is asked for. */
export type Spot = { readonly laneIndex: number; readonly wall: number; readonly fine: boolean };

const minute = 60_000;
const shortestNew = 30;

const spanFrom = (clock: DayClock, start: number, minutes: number): WallSpan => {
  const startMs = momentAt(clock, start);
  return onWall(clock, startMs, startMs + minutes * minute) ?? [start, Math.min(1440, start + minutes)];
};

/** What a pointer there means for what it took hold of. */
export const ghostAt = (grab: Grab, spot: Spot, { lanes, clockOn, zone }: Shown): Ghost | null => {
  const step = stepWith(spot.fine);
  const laneIndex = grab.kind === 'move' ? spot.laneIndex : grab.laneIndex;
  const lane = lanes[laneIndex];
  if (!lane) return null;
  const clock = clockOn(lane.day);
  switch (grab.kind) {
    case 'move': {
      const start = startOn(clock, spot.wall - grab.offset, step);
      const target = putIn({ ...targetOf(grab.line, zone), day: lane.day, time: wallFrom(start) }, lane.column);
      return { kind: 'move', laneIndex, span: spanFrom(clock, start, target.minutes), line: grab.line, target };
    }
    case 'resize': {
      const startMs = Date.parse(grab.line.startsAt);
      const minutes = lengthTo(clock, startMs, spot.wall, step);
      const span = onWall(clock, startMs, startMs + minutes * minute) ?? [0, 1440];
      return { kind: 'resize', laneIndex, span, line: grab.line, target: { ...targetOf(grab.line, zone), minutes } };
    }
    case 'new': {
      const { time, minutes } = askedFor(clock, grab.pressed, spot.wall, step);
      const start = minutesOf(time);
      const place = { day: lane.day, column: lane.column, time, minutes };
      return { kind: 'new', laneIndex, span: spanFrom(clock, start, minutes ?? shortestNew), place };
    }
  }
};

/** What was pressed: the lower edge or the rest of an appointment that may still be moved, or an empty place of a lane. */
export const grabbed = (pressed: Element, spot: Spot, { lines, lanes, clockOn }: Shown): Grab | null => {
  const box = pressed.closest('[data-id]');
  if (!box) return pressed.closest('[data-lane]') ? { kind: 'new', laneIndex: spot.laneIndex, pressed: spot.wall } : null;
  const line = lines.find(({ id }) => id === box.getAttribute('data-id'));
  const lane = lanes[spot.laneIndex];
  if (!line || !lane || !isAhead(line.status)) return null;
  if (pressed.closest('[data-grip]')) return { kind: 'resize', line, laneIndex: spot.laneIndex };
  const clock = clockOn(lane.day);
  return { kind: 'move', line, offset: spot.wall - wallMinuteAt(clock, Math.max(clock.startMs, Date.parse(line.startsAt))) };
};

export const isSameGhost = (one: Ghost | null, other: Ghost | null): boolean =>
  one === other ||
  (one !== null && other !== null && one.laneIndex === other.laneIndex && one.span[0] === other.span[0] && one.span[1] === other.span[1]);

/** The place after an appointment and what is kept after it, with whom it is: where a new one is asked for by a key. */
export const placeAfter = ({ endsAt, after, practitionerId }: AppointmentLine, zone: Zone): NewPlace => ({
  ...wallAt(instantFrom(millisecondsOf(endsAt) + after * minute), zone),
  column: { kind: 'practitioner', id: practitionerId, name: '' },
  minutes: null,
});
