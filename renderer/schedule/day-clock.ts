import { Temporal } from 'temporal-polyfill';
import type { CalendarDay, Zone } from '../../shared/time.ts';

/** Minutes of the wall from and to; 0 is midnight, 1440 the next. */
export type WallSpan = readonly [from: number, to: number];

/** How the wall runs through one day in one zone: the moments it begins and ends, and what the clocks do in between. */
export type DayClock = {
  readonly day: CalendarDay;
  readonly zone: Zone;
  readonly startMs: number;
  readonly endMs: number;
  /** At this moment the wall jumps from one minute to another; null on almost every day. */
  readonly jump: { readonly atMs: number; readonly from: number; readonly to: number } | null;
};

const minute = 60_000;

/** Milliseconds of the wall since its own midnight, as if it were in UTC. */
const wallMs = (moment: Temporal.ZonedDateTime, midnight: Temporal.PlainDate): number =>
  moment.epochMilliseconds + moment.offsetNanoseconds / 1_000_000 - midnight.toZonedDateTime('UTC').epochMilliseconds;

export const clockOf = (day: CalendarDay, zone: Zone): DayClock => {
  const date = Temporal.PlainDate.from(day);
  const start = date.toZonedDateTime(zone);
  const end = date.add({ days: 1 }).toZonedDateTime(zone);
  const [startMs, endMs] = [start.epochMilliseconds, end.epochMilliseconds];
  const isPlain = endMs - startMs === 1440 * minute && start.offsetNanoseconds === end.offsetNanoseconds;
  // A change at midnight itself belongs to this day, so it is looked for from just before.
  const change = isPlain ? null : start.subtract({ milliseconds: 1 }).getTimeZoneTransition('next');
  if (!change || change.epochMilliseconds > endMs) return { day, zone, startMs, endMs, jump: null };
  const before = change.subtract({ milliseconds: 1 });
  const from = Math.round((wallMs(before, date) + 1) / minute);
  const to = Math.round(wallMs(change, date) / minute);
  return { day, zone, startMs, endMs, jump: { atMs: change.epochMilliseconds, from: Math.max(0, from), to } };
};

/** The minutes of the wall that do not exist on this day; null where all do. */
export const leftOutOf = ({ jump }: DayClock): WallSpan | null =>
  jump && jump.to > jump.from ? [jump.from, Math.min(1440, jump.to)] : null;

/** The minutes of the wall that come twice; null where none do. */
export const doubledOf = ({ jump }: DayClock): WallSpan | null => (jump && jump.to < jump.from ? [Math.max(0, jump.to), jump.from] : null);

/** Which minute the wall shows at a moment of this day. */
export const wallMinuteAt = ({ startMs, jump }: DayClock, ms: number): number => {
  if (!jump) return (ms - startMs) / minute;
  return ms < jump.atMs ? jump.from - (jump.atMs - ms) / minute : jump.to + (ms - jump.atMs) / minute;
};

/** The moment of a minute of the wall: of one that is left out the moment of the change, of one that comes twice the first. */
export const momentAt = ({ startMs, jump }: DayClock, wall: number): number => {
  if (!jump) return startMs + wall * minute;
  if (wall < jump.from) return jump.atMs - (jump.from - wall) * minute;
  return jump.atMs + Math.max(0, wall - jump.to) * minute;
};

/**
 * Where a time from one moment to another stands on this day's wall; null where it does not touch the day. Where the clocks go back within
 * it, it reaches down to the last minute the wall shows meanwhile.
 */
export const onWall = (clock: DayClock, fromMs: number, toMs: number): WallSpan | null => {
  const [from, to] = [Math.max(fromMs, clock.startMs), Math.min(toMs, clock.endMs)];
  if (from >= to) return null;
  const { jump } = clock;
  const top = wallMinuteAt(clock, from);
  const bottom = to >= clock.endMs ? 1440 : wallMinuteAt(clock, to);
  const goesBack = jump !== null && jump.to < jump.from && from < jump.atMs && jump.atMs <= to;
  if (to === jump?.atMs) return [top, jump.from];
  return [top, goesBack ? Math.max(jump.from, bottom) : bottom];
};
