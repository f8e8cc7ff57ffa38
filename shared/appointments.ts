import { z } from 'zod';
import {
  Appointment,
  AppointmentChange,
  AppointmentDetails,
  AppointmentLine,
  appointmentStatuses,
  cancelReasons,
  Reason,
  When,
} from './appointment.ts';
import { type AuditSubject, call, reception } from './call.ts';
import { Conflict } from './conflicts.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Buffer, Minutes } from './people-and-rooms.ts';
import { Repeat } from './recurrence.ts';
import { WallEnd, WallTime } from './schedule-time.ts';
import { Paragraph } from './text.ts';
import { CalendarDay, Instant, Zone } from './time.ts';

/** Which appointments of a series a change is for; outside one it is always `this`. */
export const scopes = ['this', 'following', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** A day that was left out or is in the way, and by what. */
export const DayConflicts = z.strictObject({ day: CalendarDay, startsAt: Instant, conflicts: z.array(Conflict) });
export type DayConflicts = z.infer<typeof DayConflicts>;

/** Over a conflict: with a reason that is kept. In a series `skip` leaves out the days that conflict. */
export const despite = { override: Reason.nullable().default(null), skip: z.boolean().default(false) };

/** A time that came free, as it would be offered. */
export const FreeTime = z.strictObject({
  day: CalendarDay,
  time: WallTime,
  startsAt: Instant,
  endsAt: Instant,
  practitionerId: Id,
  roomId: Id.nullable(),
  /** From one hold to the next: the free time, with what was kept around it. */
  minutes: z.int().min(1),
});
export type FreeTime = z.infer<typeof FreeTime>;

/** What became of an appointment and of those changed with it. */
export const Changed = z.strictObject({
  appointment: Appointment,
  /** How many appointments it changed, this one among them. */
  changed: z.int().min(0),
  /** Of the series: those left as they are, because they began, ended or were changed for themselves. */
  kept: z.int().min(0),
  /** Days left out, because something is in the way. */
  skipped: z.array(DayConflicts),
});

const seen = { id: Id, version: z.int().min(1) };
const scope = z.enum(scopes).default('this');

export const appointmentCalls = {
  /**
   * One, or a series. Nothing is booked unless all of it can be.
   * @throws Refusal appointment-conflicts with `days` (DayConflicts) unless overridden or left out; service-off, room-off, practitioner-off,
   * client-archived, series-empty, series-too-long, waiting-over; not-found client, service, room, practitioner
   */
  'appointments.book': call({
    input: z.strictObject({
      clientId: Id,
      ...When.shape,
      ...AppointmentDetails.shape,
      repeat: Repeat.nullable().default(null),
      ...despite,
      /** Who waited for this time: their entry is closed with it. */
      waitingId: Id.nullable().default(null),
    }),
    output: Changed,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'appointment-booked' },
  }),
  /** What stands against a time, to be said while it is chosen; of a series on its first sixty days. Nothing is kept. @throws not-found practitioner, room */
  'appointments.check': call({
    input: z.strictObject({
      id: Id.nullable(),
      clientId: Id,
      ...When.shape,
      minutes: Minutes,
      before: Buffer,
      after: Buffer,
      repeat: Repeat.nullable().default(null),
    }),
    output: z.strictObject({
      days: z.array(DayConflicts),
      /** All the days it would be; one without `repeat`. */
      count: z.int().min(0),
      lastDay: CalendarDay.nullable(),
      /** The clocks leave this time out on that day: it begins with the change. */
      leftOut: z.boolean(),
    }),
    roles: reception,
    states: ['open'],
    audit: 'none',
  }),
  /** Another time, length, practitioner or room. @throws Refusal appointment-conflicts, appointment-over, practitioner-off, room-off; not-found; conflict with the appointment as it stands */
  'appointments.move': call({
    input: z.strictObject({ ...seen, ...When.shape, minutes: Minutes, scope, ...despite }),
    output: Changed,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'appointment-moved' },
  }),
  /** Its service, length, time around it, price, note. @throws as appointments.move, and service-off */
  'appointments.change': call({
    input: z.strictObject({ ...seen, details: AppointmentDetails, scope, ...despite }),
    output: Changed,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'appointment-changed' },
  }),
  /**
   * It does not take place: cancelled, cancelled late, or, once it began, nobody came. In a series those that are ahead with it. Of one that
   * was ended already it puts right which of the three it was, its reason, words and fee; that frees no time again.
   * @throws Refusal status-not-possible, fee-not-allowed (domain.md 10.5), scope-not-possible (late and no-show are of one alone, and so is
   * putting right); conflict
   */
  'appointments.cancel': call({
    input: z.strictObject({
      ...seen,
      as: z.enum(['cancelled', 'late-cancelled', 'no-show']),
      reason: z.enum(cancelReasons),
      words: Paragraph.default(''),
      /** In the smallest coin; null: none. */
      fee: z.int().min(0).max(100_000_000).nullable().default(null),
      scope,
    }),
    output: Changed.extend({ freed: FreeTime.nullable(), waiting: z.int().min(0) }),
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'appointment-cancelled' },
  }),
  /**
   * Confirmed, arrived, and from its day on in session and done; or back, once the time is still free. What was agreed comes back also with a
   * service, a practitioner or in a room that is not in use any more.
   * @throws Refusal status-not-possible, appointment-conflicts, client-archived; conflict
   */
  'appointments.setStatus': call({
    input: z.strictObject({ ...seen, status: z.enum(appointmentStatuses), override: despite.override }),
    output: Appointment,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'appointment-status-set' },
  }),
  /** All that touch the days from `from` to `to` (at most 62), in the order of time. */
  'appointments.range': call({
    input: z.strictObject({ from: CalendarDay, to: CalendarDay }),
    output: z.strictObject({ appointments: z.array(AppointmentLine), zone: Zone, today: CalendarDay }),
    roles: reception,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'calendar-opened',
      about: () => ({}),
      run: () => true,
    },
  }),
  /** With what became of it, and how it repeats. @throws not-found appointment */
  'appointments.get': call({
    input: z.strictObject({ id: Id }),
    output: z.strictObject({
      appointment: Appointment,
      changes: z.array(AppointmentChange),
      series: z
        .strictObject({
          repeat: Repeat,
          firstDay: CalendarDay,
          lastDay: CalendarDay.nullable(),
          ahead: z.int(),
          skipped: z.array(CalendarDay),
          /** Of a number of times, how many are left from where an edit of this scope begins; null: the rule does not count. */
          left: z.strictObject({ following: z.int().nullable(), all: z.int().nullable() }),
        })
        .nullable(),
    }),
    roles: reception,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'appointment-opened',
      about: (input: { readonly id: string }, { appointment }: { readonly appointment: Appointment }): AuditSubject => ({
        clientId: appointment.clientId,
        recordId: input.id,
      }),
    },
  }),
  /** Those to come, soonest first, and those that were, newest first. */
  'appointments.ofClient': call({
    input: z.strictObject({ clientId: Id, limit: z.int().min(1).max(limits.page).default(50) }),
    output: z.strictObject({ ahead: z.array(AppointmentLine), past: z.array(AppointmentLine), total: z.int() }),
    roles: reception,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'appointments-opened',
      about: (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId }),
      run: (before: { readonly clientId: string }, now: { readonly clientId: string }) => before.clientId === now.clientId,
    },
  }),
  /** Free times that fit, soonest first: within opening hours and with the time around it. @throws not-found practitioner, room, client */
  'appointments.findSlots': call({
    input: z.strictObject({
      clientId: Id.nullable().default(null),
      /** Null: whoever is free. */
      practitionerId: Id.nullable(),
      /** `any`: whichever is free; null: none. */
      roomId: z.union([Id, z.literal('any')]).nullable(),
      minutes: Minutes,
      before: Buffer,
      after: Buffer,
      from: CalendarDay,
      days: z.int().min(1).max(120).default(28),
      weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
      earliest: WallTime.default('00:00'),
      latest: WallEnd.default('24:00'),
      limit: z.int().min(1).max(100).default(20),
    }),
    output: z.strictObject({ slots: z.array(z.strictObject({ ...When.shape, startsAt: Instant })), more: z.boolean() }),
    roles: reception,
    states: ['open'],
    audit: 'none',
  }),
};
