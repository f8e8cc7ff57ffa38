import type { FreeTime } from '../../shared/appointments.ts';
import type { Held } from '../../shared/conflicts.ts';
import { addDays, millisecondsOf } from '../../shared/schedule-time.ts';
import { dayIn, type Instant, instantFrom, type Zone } from '../../shared/time.ts';
import type { Waiting } from '../../shared/waitlist.ts';
import { type FreeSlot, freedBy, matchesOf, type WaitingWorld } from '../../shared/waitlist-rules.ts';
import type { Reader } from '../practice/practice.ts';
import { heldBetween } from './appointments-repository.ts';
import { hoursWorld } from './hours-repository.ts';
import { allServices } from './services-repository.ts';
import { allWaiting } from './waitlist-repository.ts';

type Around = { readonly from: Instant; readonly to: Instant; readonly now: Instant; readonly zone: Zone };

const dayMs = 86_400_000;

/** All that tells who could take a time that begins between two moments. */
export const waitingWorld = async (reader: Reader, { from, to, now, zone }: Around): Promise<WaitingWorld> => ({
  ...(await hoursWorld(reader, addDays(dayIn(from, zone), -2), addDays(dayIn(to, zone), 3))),
  appointments: await heldBetween(reader, millisecondsOf(from) - dayMs, millisecondsOf(to) + dayMs),
  services: await allServices(reader),
  zone,
  now,
});

/** The calendar around one time alone: what begins within a day of it. */
const near = (world: WaitingWorld, startsAt: Instant): WaitingWorld => {
  const at = millisecondsOf(startsAt);
  const [first, last] = [instantFrom(at - dayMs), instantFrom(at + dayMs)];
  return { ...world, appointments: world.appointments.filter((one) => first <= one.startsAt && one.startsAt <= last) };
};

/** How many people could take it; who waits for two services is one. */
const peopleFor = (slot: FreeSlot, waiting: readonly Waiting[], world: WaitingWorld): number =>
  new Set(matchesOf(slot, waiting, world).map((match) => match.waiting.clientId)).size;

export type Freed = { readonly freed: FreeTime | null; readonly waiting: number };

/** What time an appointment that does not take place leaves free, and how many people could take it. */
export const freedIn = (gone: Held, waiting: readonly Waiting[], world: WaitingWorld): Freed => {
  const around = near(world, gone.startsAt);
  const freed = freedBy(gone, around);
  return { freed, waiting: freed ? peopleFor(freed, waiting, around) : 0 };
};

/** The same of one alone, as it is being cancelled. */
export const freedNow = async (reader: Reader, gone: Held, { now, zone }: Pick<Around, 'now' | 'zone'>): Promise<Freed> =>
  freedIn(gone, await allWaiting(reader), await waitingWorld(reader, { from: gone.startsAt, to: gone.startsAt, now, zone }));
