import { z } from 'zod';
import { FreeTime } from './appointments.ts';
import { call, reception } from './call.ts';
import { Id } from './ids.ts';
import { WallEnd, WallTime } from './schedule-time.ts';
import { TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** When somebody could come. No weekdays: any; null: no matter. */
export const WaitingDetails = z.strictObject({
  serviceId: Id,
  /** Null: whoever is free. */
  practitionerId: Id.nullable(),
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  earliest: WallTime.nullable(),
  latest: WallEnd.nullable(),
  firstDay: CalendarDay.nullable(),
  lastDay: CalendarDay.nullable(),
  /** Could also come at short notice: today or tomorrow. */
  shortNotice: z.boolean(),
  /** Nothing about health: the front desk reads it. */
  note: TextLine,
});
export type WaitingDetails = z.infer<typeof WaitingDetails>;

export const Offer = z.strictObject({ startsAt: Instant, practitionerId: Id, at: Instant });
export type Offer = z.infer<typeof Offer>;

export const Waiting = WaitingDetails.extend({
  id: Id,
  version: z.int().min(1),
  clientId: Id,
  chosenName: z.string(),
  phone: z.string(),
  email: z.string(),
  contactWishes: z.string(),
  since: Instant,
  offers: z.array(Offer),
  ended: z.enum(['booked', 'withdrawn']).nullable(),
});
export type Waiting = z.infer<typeof Waiting>;

/** What of a wish a free time meets, for the order and for the words beside it. */
export const Match = z.strictObject({
  waiting: Waiting,
  /** How long their service is; it fits with the time around it. */
  minutes: z.int(),
  /** Asked for this practitioner, not only for anyone. */
  asksForThem: z.boolean(),
  /** This very time was offered to them. */
  offeredAt: Instant.nullable(),
});
export type Match = z.infer<typeof Match>;

const Slot = z.strictObject({
  day: CalendarDay,
  time: WallTime,
  practitionerId: Id,
  roomId: Id.nullable(),
  minutes: z.int().min(5).max(1_440),
});

export const waitlistCalls = {
  /** @throws Refusal client-archived, service-off, practitioner-off, days-backwards, span-backwards; not-found */
  'waitlist.add': call({
    input: z.strictObject({ clientId: Id, details: WaitingDetails }),
    output: Waiting,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'waitlist-changed' },
  }),
  /** @throws Refusal waiting-over and as waitlist.add; conflict */
  'waitlist.change': call({
    input: z.strictObject({ id: Id, version: z.int().min(1), details: WaitingDetails }),
    output: Waiting,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'waitlist-changed' },
  }),
  /** They do not wait any more; or do after all, also once they were booked, since when they did. @throws Refusal waiting-over, client-archived; not-found; conflict */
  'waitlist.close': call({
    input: z.strictObject({ id: Id, version: z.int().min(1), over: z.boolean().default(true) }),
    output: Waiting,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'waitlist-changed' },
  }),
  /** Who waits, the longest first. Those whose record is closed are left out. */
  'waitlist.list': call({
    input: z.strictObject({}),
    output: z.strictObject({ waiting: z.array(Waiting) }),
    roles: reception,
    states: ['open'],
    audit: { by: 'dispatch', action: 'waitlist-opened', about: () => ({}), run: () => true },
  }),
  /** Who could take a free time, best first: who asked for this practitioner, then who waits longest. @throws not-found practitioner, room */
  'waitlist.matches': call({
    input: Slot,
    output: z.strictObject({ matches: z.array(Match) }),
    roles: reception,
    states: ['open'],
    audit: { by: 'dispatch', action: 'waitlist-opened', about: () => ({}), run: () => true },
  }),
  /** It was offered to them; whether they take it is theirs. @throws Refusal waiting-over; not-found; conflict */
  'waitlist.offered': call({
    input: z.strictObject({ id: Id, version: z.int().min(1), slot: Slot }),
    output: Waiting,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'waitlist-changed' },
  }),
  /** Times that cancellations freed in the next four weeks, still free and wanted by somebody, the soonest twenty; and how many could take each. */
  'waitlist.freed': call({
    input: z.strictObject({}),
    output: z.strictObject({ freed: z.array(FreeTime.extend({ appointmentId: Id, waiting: z.int().min(1) })) }),
    roles: reception,
    states: ['open'],
    audit: 'none',
  }),
  /** A freed time is not offered any more; or is after all. @throws not-found appointment */
  'waitlist.dismiss': call({
    input: z.strictObject({ appointmentId: Id, over: z.boolean().default(true) }),
    output: z.strictObject({ appointmentId: Id }),
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'waitlist-changed' },
  }),
};
