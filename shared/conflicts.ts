import { z } from 'zod';
import { type AppointmentStatus, holdsTime } from './appointment.ts';
import { Id } from './ids.ts';
import { absencesOn, type HoursWorld, openMoments } from './open-hours.ts';
import { addDays, millisecondsOf, momentOf, wallAt } from './schedule-time.ts';
import { Instant, instantFrom, type Zone } from './time.ts';

export const conflictCodes = [
  'client-busy',
  'practitioner-busy',
  'room-busy',
  // only the time kept before or after runs into the other
  'practitioner-buffer',
  'room-buffer',
  'absent',
  'outside-hours',
] as const;
export type ConflictCode = (typeof conflictCodes)[number];

/** Why a time cannot be had. No names: the window knows whose appointment it is. */
export const Conflict = z.strictObject({
  code: z.enum(conflictCodes),
  appointmentId: Id.nullable(),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  /** The note of an absence. */
  words: z.string(),
});
export type Conflict = z.infer<typeof Conflict>;

/** An appointment as far as it takes up time. */
export type Held = {
  readonly id: string | null;
  readonly clientId: string;
  readonly practitionerId: string;
  readonly roomId: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly before: number;
  readonly after: number;
  readonly status: AppointmentStatus;
};

type Times = { readonly start: number; readonly end: number; readonly from: number; readonly to: number };

/** Told once for each, however many it is held against. */
const told = new WeakMap<Held, Times>();

const timesOf = (held: Held): Times => {
  const known = told.get(held);
  if (known) return known;
  const start = millisecondsOf(held.startsAt);
  const end = millisecondsOf(held.endsAt);
  const times = { start, end, from: start - held.before * 60_000, to: end + held.after * 60_000 };
  told.set(held, times);
  return times;
};

const between = (asked: Held, mine: Times, other: Held): readonly Conflict[] => {
  const theirs = timesOf(other);
  const core = mine.start < theirs.end && theirs.start < mine.end;
  const held = mine.from < theirs.to && theirs.from < mine.to;
  const found = (code: ConflictCode): Conflict => ({
    code,
    appointmentId: other.id,
    startsAt: other.startsAt,
    endsAt: other.endsAt,
    words: '',
  });
  const sameRoom = asked.roomId !== null && asked.roomId === other.roomId;
  return [
    ...(core && asked.clientId === other.clientId ? [found('client-busy')] : []),
    ...(held && asked.practitionerId === other.practitionerId ? [found(core ? 'practitioner-busy' : 'practitioner-buffer')] : []),
    ...(held && sameRoom ? [found(core ? 'room-busy' : 'room-buffer')] : []),
  ];
};

const ofHours = (asked: Held, { start, end }: Times, world: HoursWorld, zone: Zone): readonly Conflict[] => {
  const { practitionerId } = asked;
  const firstDay = addDays(wallAt(asked.startsAt, zone).day, -1);
  const open = openMoments(world, { practitionerId, firstDay, days: 4, zone });
  if (open.some(([from, to]) => from <= start && end <= to)) return [];
  const away = [0, 1, 2, 3]
    .map((later) => addDays(firstDay, later))
    .flatMap((day) => absencesOn(world, practitionerId, day).map((one) => ({ day, one })))
    .map(({ day, one }) => ({ one, from: momentOf(day, one.from ?? '00:00', zone), to: momentOf(day, one.to ?? '24:00', zone) }))
    .find(({ from, to }) => from < end && start < to);
  if (!away) return [{ code: 'outside-hours', appointmentId: null, startsAt: null, endsAt: null, words: '' }];
  return [{ code: 'absent', appointmentId: null, startsAt: instantFrom(away.from), endsAt: instantFrom(away.to), words: away.one.note }];
};

/**
 * Everything that stands against an appointment at this time: the client, the practitioner or the room has another one, the time kept
 * before or after runs into one, the practitioner is away, or it is outside their hours (the time kept around it may be). Its own id and
 * those that hold no time do not count. Pure; times are compared as moments, so a change of clocks moves nothing.
 */
export const conflictsOf = (
  asked: Held,
  world: HoursWorld & { readonly appointments: readonly Held[]; readonly zone: Zone },
): readonly Conflict[] => {
  const mine = timesOf(asked);
  const others = world.appointments.filter((other) => other.id !== asked.id && holdsTime(other.status));
  return [...others.flatMap((other) => between(asked, mine, other)), ...ofHours(asked, mine, world, world.zone)];
};
