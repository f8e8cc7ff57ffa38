import type { DayConflicts } from '../../shared/appointments.ts';
import { type Conflict, conflictsOf, type Held } from '../../shared/conflicts.ts';
import type { HoursWorld } from '../../shared/open-hours.ts';
import { millisecondsOf, wallAt } from '../../shared/schedule-time.ts';
import { instantFrom, type Zone } from '../../shared/time.ts';
import type { Reader } from '../practice/practice.ts';
import { heldBetween } from './appointments-repository.ts';

/** Appointments whose time, with what is kept around it, may touch a span in milliseconds of the epoch; for services outside this one's rows. */
export const heldAround = (reader: Reader, fromMs: number, toMs: number): Promise<readonly Held[]> => heldBetween(reader, fromMs, toMs);

/** What conflicts are told from besides the appointments: when practitioners are there, in the practice's zone. */
export type Ground = HoursWorld & { readonly zone: Zone };

/** An appointment that is asked for, with an id of its own even while it is not kept. */
export type Asked = Held & { readonly id: string };

export type Found<T> = { readonly appointment: T; readonly conflicts: readonly Conflict[] };

const spanOf = ({ startsAt, endsAt, before, after }: Held): readonly [number, number] => [
  millisecondsOf(startsAt) - before * 60_000,
  millisecondsOf(endsAt) + after * 60_000,
];

const dayMs = 86_400_000;

/** Those of the others that begin within a day of it: an appointment with what is kept around it is shorter than one. */
const near = <T extends Held>(others: readonly T[], [from, to]: readonly [number, number]): readonly T[] => {
  const [first, last] = [instantFrom(from - dayMs), instantFrom(to + dayMs)];
  return others.filter(({ startsAt }) => first <= startsAt && startsAt <= last);
};

/**
 * Everything that stands against each of those asked for, told where it is to be kept: in the transaction that writes. They count against
 * one another at the times asked for; `gone` are those whose kept time does not count, because they are changed with them.
 */
export const conflictsAt = async <T extends Asked>(
  reader: Reader,
  ground: Ground,
  asked: readonly T[],
  gone: ReadonlySet<string> = new Set(),
): Promise<readonly Found<T>[]> => {
  const found: Found<T>[] = [];
  const ids = new Set(asked.map(({ id }) => id));
  for (const appointment of asked) {
    const span = spanOf(appointment);
    const kept = (await heldBetween(reader, ...span)).filter(({ id }) => id === null || !(ids.has(id) || gone.has(id)));
    const conflicts = conflictsOf(appointment, { ...ground, appointments: [...kept, ...near(asked, span)] });
    if (conflicts.length > 0) found.push({ appointment, conflicts });
  }
  return found;
};

/** As the window is told: by the day on the wall. An appointment that is only asked for cannot be named. */
export const dayConflicts = (found: readonly Found<Asked>[], zone: Zone, isKept: (id: string) => boolean = () => true): DayConflicts[] =>
  found.map(({ appointment: { startsAt }, conflicts }) => ({
    day: wallAt(startsAt, zone).day,
    startsAt,
    conflicts: conflicts.map((one) => (one.appointmentId === null || isKept(one.appointmentId) ? one : { ...one, appointmentId: null })),
  }));
