import type { AppointmentLine } from '../../shared/appointment.ts';
import type { Held } from '../../shared/conflicts.ts';
import { addDays, instantOf, millisecondsOf, minutesOf, type WallTime, wallAt, wallFrom } from '../../shared/schedule-time.ts';
import { type CalendarDay, instantFrom, type Zone } from '../../shared/time.ts';
import { type DayClock, leftOutOf, momentAt } from './day-clock.ts';

/** The grid that a drop falls on, in minutes; finer with a key held. */
export const grid = 15;
export const fineGrid = 5;

const shortest = 5;
const longest = 720;
const minute = 60_000;

/** Where somebody puts an appointment. */
export type Target = {
  readonly day: CalendarDay;
  readonly time: WallTime;
  readonly minutes: number;
  readonly practitionerId: string;
  readonly roomId: string | null;
};

export const snapped = (wall: number, step: number): number => Math.round(wall / step) * step;

/** A minute a day may begin something at: within the day, and not in the time its clocks leave out. */
export const startOn = (clock: DayClock, wall: number, step: number): number => {
  const at = Math.max(0, Math.min(1440 - step, snapped(wall, step)));
  const gap = leftOutOf(clock);
  return gap && at >= gap[0] && at < gap[1] ? gap[1] : at;
};

/** Its length in real minutes when its lower edge is pulled to a minute of the wall. */
export const lengthTo = (clock: DayClock, startsAtMs: number, wall: number, step: number): number => {
  const real = (momentAt(clock, snapped(wall, step)) - startsAtMs) / minute;
  return Math.max(Math.max(shortest, step), Math.min(longest, Math.round(real)));
};

/** Where it stands now, on the wall of the practice. */
export const targetOf = ({ startsAt, minutes, practitionerId, roomId }: AppointmentLine, zone: Zone): Target => ({
  ...wallAt(startsAt, zone),
  minutes,
  practitionerId,
  roomId,
});

export const isSame = (one: Target, other: Target): boolean =>
  one.day === other.day &&
  one.time === other.time &&
  one.minutes === other.minutes &&
  one.practitionerId === other.practitionerId &&
  one.roomId === other.roomId;

/** Earlier or later by some minutes of the wall, over midnight to the next day; over an hour that is left out to its far side. */
export const movedBy = (target: Target, by: number, clockOn: (day: CalendarDay) => DayClock): Target => {
  const wall = minutesOf(target.time) + by;
  const days = Math.floor(wall / 1440);
  const day = days === 0 ? target.day : addDays(target.day, days);
  const at = wall - days * 1440;
  const gap = leftOutOf(clockOn(day));
  const inGap = gap !== null && at >= gap[0] && at < gap[1];
  return { ...target, day, time: wallFrom(inGap ? (by > 0 ? gap[1] : Math.max(0, gap[0] + by)) : at) };
};

export const movedByDays = (target: Target, days: number): Target => ({ ...target, day: addDays(target.day, days) });

export const resizedBy = (target: Target, by: number): Target => ({
  ...target,
  minutes: Math.max(shortest, Math.min(longest, target.minutes + by)),
});

/** As it would take up time there, for the question whether it can. */
export const heldAt = (line: AppointmentLine, target: Target, zone: Zone): Held => {
  const startsAt = instantOf(target.day, target.time, zone);
  const endsAt = instantFrom(millisecondsOf(startsAt) + target.minutes * minute);
  const { id, clientId, before, after, status } = line;
  return { id, clientId, before, after, status, startsAt, endsAt, practitionerId: target.practitionerId, roomId: target.roomId };
};

/** As it would be drawn there, while it is being kept. */
export const lineAt = (line: AppointmentLine, target: Target, zone: Zone): AppointmentLine => {
  const { startsAt, endsAt } = heldAt(line, target, zone);
  return { ...line, ...target, zone, startsAt, endsAt };
};

/** From one minute to another on an empty place, whichever was pressed first: where a new one begins and how long it is. */
export const askedFor = (
  clock: DayClock,
  pressed: number,
  left: number,
  step: number,
): { readonly time: WallTime; readonly minutes: number | null } => {
  const floor = (wall: number): number => Math.floor(wall / step) * step;
  const [from, to] = pressed <= left ? [floor(pressed), Math.ceil(left / step) * step] : [floor(left), floor(pressed) + step];
  const start = startOn(clock, from, step);
  const time = wallFrom(start);
  return { time, minutes: Math.abs(left - pressed) < step ? null : Math.min(longest, Math.max(step, to - start)) };
};
