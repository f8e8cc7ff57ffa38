import { holdsTime, lastBookable, type When } from './appointment.ts';
import type { Held } from './conflicts.ts';
import { type HoursWorld, openOn } from './open-hours.ts';
import {
  addDays,
  isLeftOut,
  millisecondsOf,
  minutesOf,
  momentOf,
  type WallEnd,
  type WallTime,
  wallFrom,
  weekdayOf,
} from './schedule-time.ts';
import { type CalendarDay, type Instant, instantFrom, type Zone } from './time.ts';

/** Free times begin on the quarter of an hour, and where opening hours begin. */
const step = 15;

export type SlotWish = {
  readonly clientId: string | null;
  /** In the order they are offered. */
  readonly practitionerIds: readonly string[];
  /** The first free one is offered; without any it is a time without a room. */
  readonly roomIds: readonly string[];
  readonly minutes: number;
  readonly before: number;
  readonly after: number;
  readonly from: CalendarDay;
  readonly days: number;
  /** Monday is 1; empty: any. */
  readonly weekdays: readonly number[];
  readonly earliest: WallTime;
  readonly latest: WallEnd;
  readonly limit: number;
  /** Nothing is offered that began. */
  readonly notBefore: Instant;
};

export type SlotWorld = HoursWorld & { readonly appointments: readonly Held[]; readonly zone: Zone };
export type Slot = When & { readonly startsAt: Instant };

type Busy = { readonly start: number; readonly end: number; readonly from: number; readonly to: number; readonly held: Held };

const busyOf = (held: Held): Busy => {
  const start = millisecondsOf(held.startsAt);
  const end = millisecondsOf(held.endsAt);
  return { start, end, from: start - held.before * 60_000, to: end + held.after * 60_000, held };
};

type Clock = { readonly at: (minutes: number) => number; readonly leavesOut: (minutes: number) => boolean };

/** Moments of wall times of one day; told from its start where no clock changes on it. */
const clockOf = (day: CalendarDay, zone: Zone): Clock => {
  const start = momentOf(day, '00:00', zone);
  if (momentOf(day, '24:00', zone) - start === 86_400_000) return { at: (minutes) => start + minutes * 60_000, leavesOut: () => false };
  return { at: (minutes) => momentOf(day, wallFrom(minutes), zone), leavesOut: (minutes) => isLeftOut(day, wallFrom(minutes), zone) };
};

/** Every quarter of an hour of an opening at which the whole length still fits on the wall. */
const startsIn = (from: number, to: number, minutes: number): readonly number[] => {
  const first = Math.ceil(from / step) * step;
  const starts = first === from ? [] : [from];
  for (let at = first; at + minutes <= to && at < 1440; at += step) starts.push(at);
  return starts.filter((at) => at + minutes <= to);
};

type Asked = { readonly wish: SlotWish; readonly busy: readonly Busy[] };

/** The room to offer, `null` for none needed, `undefined` where none is free. */
const roomFor = ({ wish, busy }: Asked, from: number, to: number): string | null | undefined => {
  if (wish.roomIds.length === 0) return null;
  return wish.roomIds.find((roomId) => !busy.some((one) => one.held.roomId === roomId && one.from < to && from < one.to));
};

const isFree = ({ wish, busy }: Asked, practitionerId: string, start: number, end: number): boolean => {
  const from = start - wish.before * 60_000;
  const to = end + wish.after * 60_000;
  return !busy.some(
    (one) =>
      (one.held.practitionerId === practitionerId && one.from < to && from < one.to) ||
      (one.held.clientId === wish.clientId && one.start < end && start < one.end),
  );
};

/** What may be in the way of a time that begins between two moments; a calendar of months is looked through once for each day, not for each quarter of an hour. */
const busyBetween = ({ wish, busy }: Asked, first: number, last: number): readonly Busy[] => {
  const [from, to] = [first - wish.before * 60_000, last + (wish.minutes + wish.after) * 60_000];
  return busy.filter((one) => one.from < to && from < one.to);
};

const ofDay = ({ wish, busy }: Asked, world: SlotWorld, day: CalendarDay): readonly Slot[] => {
  const { at, leavesOut } = clockOf(day, world.zone);
  const asked: Asked = { wish, busy: busyBetween({ wish, busy }, at(0), at(1440)) };
  const [earliest, latest, notBefore] = [minutesOf(wish.earliest), minutesOf(wish.latest), millisecondsOf(wish.notBefore)];
  const found = wish.practitionerIds.flatMap((practitionerId) =>
    openOn(world, practitionerId, day).flatMap((span) =>
      startsIn(Math.max(minutesOf(span.from), earliest), Math.min(minutesOf(span.to), latest), wish.minutes).flatMap((minutes): Slot[] => {
        const start = at(minutes);
        const end = start + wish.minutes * 60_000;
        if (start < notBefore || leavesOut(minutes) || end > at(minutesOf(span.to)) || !isFree(asked, practitionerId, start, end))
          return [];
        const roomId = roomFor(asked, start - wish.before * 60_000, end + wish.after * 60_000);
        return roomId === undefined ? [] : [{ day, time: wallFrom(minutes), practitionerId, roomId, startsAt: instantFrom(start) }];
      }),
    ),
  );
  return found.sort((one, other) => Number(one.startsAt > other.startsAt) - Number(one.startsAt < other.startsAt));
};

/**
 * Free times, soonest first, at most `limit` and whether there are more: within opening hours, clear of what is booked and the time kept
 * around it, with a room that is free. Of a wall time the clocks leave out none is offered; of one that comes twice the first.
 */
export const freeSlots = (wish: SlotWish, world: SlotWorld): { readonly slots: readonly Slot[]; readonly more: boolean } => {
  const asked: Asked = { wish, busy: world.appointments.filter(({ status }) => holdsTime(status)).map(busyOf) };
  const slots: Slot[] = [];
  for (let later = 0; later < wish.days && slots.length <= wish.limit; later += 1) {
    const day = addDays(wish.from, later);
    if (day > lastBookable) break;
    if (wish.weekdays.length === 0 || wish.weekdays.includes(weekdayOf(day))) slots.push(...ofDay(asked, world, day));
  }
  return { slots: slots.slice(0, wish.limit), more: slots.length > wish.limit };
};
