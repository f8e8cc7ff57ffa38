import { z } from 'zod';
import { Id } from './ids.ts';
import { Buffer, Minutes, Money } from './people-and-rooms.ts';
import { WallTime } from './schedule-time.ts';
import { Paragraph, shows, TextLine } from './text.ts';
import { CalendarDay, Instant, Zone } from './time.ts';

/** Appointments are from the first to the last of these days. */
const firstBookable = '1900-01-01';
export const lastBookable = '2199-12-31';

export const appointmentStatuses = [
  'booked',
  'confirmed',
  'arrived',
  'in-session',
  'done',
  'cancelled',
  'late-cancelled',
  'no-show',
] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** Those that take up the time of practitioner, room and client. */
export const holdsTime = (status: AppointmentStatus): boolean =>
  status !== 'cancelled' && status !== 'late-cancelled' && status !== 'no-show';

/** May still be moved, with the others of its series too. */
export const isAhead = (status: AppointmentStatus): boolean => status === 'booked' || status === 'confirmed';

/**
 * May be ended as one that does not take place: until the session began, for somebody may come and then choose to stop. One that was ended
 * may be ended again: so its reason and its fee are put right.
 */
export const mayEnd = (status: AppointmentStatus): boolean => isAhead(status) || status === 'arrived' || !holdsTime(status);

/** From each status, those a person may set next; the ways out of a mistake are among them. `cancelled` and its like come by `appointments.cancel`. */
export const nextStatuses: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  booked: ['confirmed', 'arrived', 'in-session', 'done'],
  confirmed: ['booked', 'arrived', 'in-session', 'done'],
  arrived: ['booked', 'in-session', 'done'],
  'in-session': ['arrived', 'done'],
  done: ['arrived', 'in-session'],
  cancelled: ['booked'],
  'late-cancelled': ['booked'],
  'no-show': ['booked', 'arrived', 'done'],
};

/** Why it does not take place. */
export const cancelReasons = [
  'client-asked',
  'ill',
  'crisis',
  'unwell-on-the-day',
  'safety',
  'weather',
  'practitioner',
  'not-said',
  'other',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** domain.md 10.5: nobody pays for a crisis, an illness, being unwell on the day or choosing to stop for safety; nor for our own reasons. */
export const mayCharge = (as: AppointmentStatus, reason: CancelReason): boolean =>
  (as === 'late-cancelled' || as === 'no-show') && (reason === 'client-asked' || reason === 'not-said' || reason === 'other');

/** A reason somebody typed: something that shows. */
export const Reason = Paragraph.refine(shows, 'required');

/** Parts of an appointment of a series that were changed for it alone; later changes of the series leave them as they are. */
export const ownParts = ['when', 'minutes', 'practitioner', 'room', 'service', 'note'] as const;
export type OwnPart = (typeof ownParts)[number];

/** What the calendar draws. */
export const AppointmentLine = z.strictObject({
  id: Id,
  version: z.int().min(1),
  clientId: Id,
  chosenName: z.string(),
  pronouns: z.string(),
  serviceId: Id,
  serviceName: z.string(),
  practitionerId: Id,
  roomId: Id.nullable(),
  /** On the wall, in `zone`. Of a time the clocks leave out: what the wall shows then. */
  day: CalendarDay,
  time: WallTime,
  zone: Zone,
  startsAt: Instant,
  endsAt: Instant,
  minutes: Minutes,
  before: Buffer,
  after: Buffer,
  status: z.enum(appointmentStatuses),
  /** When the status was set. */
  statusAt: Instant,
  seriesId: Id.nullable(),
  /** Booked or moved over a conflict, for a reason. */
  overridden: z.boolean(),
  note: z.string(),
});
export type AppointmentLine = z.infer<typeof AppointmentLine>;

export const Appointment = AppointmentLine.extend({
  /** The day the rule of its series gave it; null outside a series. */
  seriesDay: CalendarDay.nullable(),
  own: z.array(z.enum(ownParts)),
  price: Money.nullable(),
  /** Why it did not take place; null while it may, and for the front desk (domain.md 9.3: no reasons). */
  ended: z.strictObject({ reason: z.enum(cancelReasons), words: z.string(), fee: Money.nullable() }).nullable(),
  createdAt: Instant,
});
export type Appointment = z.infer<typeof Appointment>;

/** A year typed wrong is found, and no moment leaves the four figures of a year. */
const AppointmentDay = CalendarDay.refine((day) => firstBookable <= day && day <= lastBookable, 'not-a-day');

/** Where and when, as a person says it; the zone is the practice's. */
export const When = z.strictObject({ day: AppointmentDay, time: WallTime, practitionerId: Id, roomId: Id.nullable() });
export type When = z.infer<typeof When>;

export const AppointmentDetails = z.strictObject({
  serviceId: Id,
  minutes: Minutes,
  before: Buffer,
  after: Buffer,
  /** In the smallest coin; null: not set. */
  price: z.int().min(0).max(100_000_000).nullable(),
  /** For everyone who books here, the front desk too: nothing about health. */
  note: TextLine,
});
export type AppointmentDetails = z.infer<typeof AppointmentDetails>;

/** One entry of what became of an appointment: append-only. */
export const AppointmentChange = z.strictObject({
  at: Instant,
  by: z.string(),
  what: z.enum(['booked', 'moved', 'changed', 'status', 'ended', 'series']),
  /** Before and after, as the wall showed it; null where that did not change. */
  from: z.strictObject({ startsAt: Instant, minutes: Minutes, practitionerId: Id, roomId: Id.nullable() }).nullable(),
  to: z.strictObject({ startsAt: Instant, minutes: Minutes, practitionerId: Id, roomId: Id.nullable() }).nullable(),
  status: z.enum(appointmentStatuses),
  /** The reason for booking over a conflict; empty: none was needed. */
  override: z.string(),
});
export type AppointmentChange = z.infer<typeof AppointmentChange>;
