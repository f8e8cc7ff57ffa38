import { holdsTime } from './appointment.ts';
import type { FreeTime } from './appointments.ts';
import { conflictsOf, type Held } from './conflicts.ts';
import type { HoursWorld } from './open-hours.ts';
import type { Service } from './people-and-rooms.ts';
import { addDays, instantOf, millisecondsOf, minutesOf, type WallTime, wallAt, weekdayOf } from './schedule-time.ts';
import { byWords } from './text.ts';
import { type CalendarDay, dayIn, type Instant, instantFrom, type Zone } from './time.ts';
import type { Match, Waiting } from './waitlist.ts';

/** A free time as it would be offered; `minutes` with the time kept around an appointment. */
export type FreeSlot = {
  readonly day: CalendarDay;
  readonly time: WallTime;
  readonly practitionerId: string;
  readonly roomId: string | null;
  readonly minutes: number;
};

/** What else must be known: the calendar around the time, and when it is now. */
export type WaitingWorld = HoursWorld & {
  readonly appointments: readonly Held[];
  readonly services: readonly Service[];
  readonly zone: Zone;
  readonly now: Instant;
};

type Wish = Pick<
  Waiting,
  'practitionerId' | 'weekdays' | 'earliest' | 'latest' | 'firstDay' | 'lastDay' | 'shortNotice' | 'ended' | 'clientId'
>;

type Days = { readonly day: CalendarDay; readonly weekday: number; readonly isSoon: boolean };

/** Whether the day suits. Today and tomorrow are only for those who said they could come at short notice. */
const daySuits = ({ day, weekday, isSoon }: Days, wish: Wish): boolean =>
  (wish.weekdays.length === 0 || wish.weekdays.includes(weekday)) &&
  (wish.firstDay === null || wish.firstDay <= day) &&
  (wish.lastDay === null || day <= wish.lastDay) &&
  (wish.shortNotice || !isSoon);

/** Whether all of it lies within the hours they could come. */
const hoursSuit = (time: WallTime, minutes: number, wish: Wish): boolean =>
  (wish.earliest === null || wish.earliest <= time) && (wish.latest === null || minutesOf(time) + minutes <= minutesOf(wish.latest));

/** Nothing stands against booking a service then but what a client has elsewhere: practitioner, room, hours. Told once for each service. */
const placesFree = (slot: FreeSlot, world: WaitingWorld): ((service: Service) => boolean) => {
  const known = new Map<string, boolean>();
  return (service) => {
    const free = known.get(service.id) ?? (fits(slot, service) && conflictsOf(askedFor(slot, '', service, world), world).length === 0);
    known.set(service.id, free);
    return free;
  };
};

const fits = (slot: FreeSlot, { minutes, before, after }: Service): boolean => before + minutes + after <= slot.minutes;

const askedFor = (slot: FreeSlot, clientId: string, { minutes, before, after }: Service, { zone }: WaitingWorld): Held => {
  const startsAt = instantOf(slot.day, slot.time, zone);
  const endsAt = instantFrom(millisecondsOf(startsAt) + minutes * 60_000);
  const { practitionerId, roomId } = slot;
  return { id: null, clientId, practitionerId, roomId, startsAt, endsAt, before, after, status: 'booked' };
};

/** The client has nothing else then. */
const clientFree = (slot: FreeSlot, clientId: string, service: Service, world: WaitingWorld): boolean => {
  const appointments = world.appointments.filter((one) => one.clientId === clientId);
  return appointments.length === 0 || conflictsOf(askedFor(slot, clientId, service, world), { ...world, appointments }).length === 0;
};

/**
 * Who could take a free time: the wish suits, and their service could be booked then with the time around it. Best first: who asked
 * for this practitioner, then who waits longest. A time that began is for nobody.
 */
export const matchesOf = (slot: FreeSlot, waiting: readonly Waiting[], world: WaitingWorld): Match[] => {
  const startsAt = instantOf(slot.day, slot.time, world.zone);
  if (startsAt <= world.now) return [];
  const { day } = slot;
  const on = { day, weekday: weekdayOf(day), isSoon: day <= addDays(dayIn(world.now, world.zone), 1) };
  const placeFree = placesFree(slot, world);
  const found = waiting.flatMap((one): Match[] => {
    const service = world.services.find(({ id, active }) => id === one.serviceId && active);
    const asksForThem = one.practitionerId === slot.practitionerId;
    if (one.ended !== null || !service || !(asksForThem || one.practitionerId === null)) return [];
    if (!daySuits(on, one) || !hoursSuit(slot.time, service.minutes, one)) return [];
    if (!placeFree(service) || !clientFree(slot, one.clientId, service, world)) return [];
    const offered = one.offers.filter((offer) => offer.startsAt === startsAt && offer.practitionerId === slot.practitionerId);
    return [{ waiting: one, minutes: service.minutes, asksForThem, offeredAt: offered.at(-1)?.at ?? null }];
  });
  return found.sort(
    (one, other) =>
      Number(other.asksForThem) - Number(one.asksForThem) ||
      byWords(one.waiting.since, other.waiting.since) ||
      byWords(one.waiting.id, other.waiting.id),
  );
};

/** Longer than any service with all that is kept around it. */
const longestFree = 1_200;

/**
 * The time an appointment that does not take place leaves free, from where it was held to the next hold of its practitioner or room;
 * null once it began, or when something stands against booking the same again.
 */
export const freedBy = (gone: Held, world: Omit<WaitingWorld, 'services'>): FreeTime | null => {
  if (gone.startsAt <= world.now) return null;
  const again: Held = { ...gone, status: 'booked' };
  const against = conflictsOf(again, world).filter(({ code }) => code !== 'client-busy');
  if (against.length > 0) return null;
  const from = millisecondsOf(gone.startsAt) - gone.before * 60_000;
  const nextHolds = world.appointments
    .filter(({ practitionerId, roomId }) => practitionerId === gone.practitionerId || (roomId !== null && roomId === gone.roomId))
    .filter(({ status }) => holdsTime(status))
    .map((other) => millisecondsOf(other.startsAt) - other.before * 60_000)
    .filter((start) => start > from);
  const minutes = Math.min(longestFree, ...nextHolds.map((start) => (start - from) / 60_000));
  const { startsAt, endsAt, practitionerId, roomId } = gone;
  return { ...wallAt(startsAt, world.zone), startsAt, endsAt, practitionerId, roomId, minutes };
};
