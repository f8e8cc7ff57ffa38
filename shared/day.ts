import { z } from 'zod';
import { AppointmentLine } from './appointment.ts';
import { call, clinical, reception } from './call.ts';
import { Id } from './ids.ts';
import { ReadinessReason, readinessStates } from './readiness.ts';
import { WallTime } from './schedule-time.ts';
import { CalendarDay, Instant, Zone } from './time.ts';

export const dayCalls = {
  /** The day where the practice is: its appointments in the order of time, and what the next one with any brings. */
  'today.get': call({
    input: z.strictObject({}),
    output: z.strictObject({
      today: CalendarDay,
      now: Instant,
      zone: Zone,
      appointments: z.array(AppointmentLine),
      next: z.strictObject({ day: CalendarDay, from: WallTime, appointments: z.array(AppointmentLine) }).nullable(),
      /** To be reminded and not done yet. */
      reminders: z.int().min(0),
      /** There is a series without an end to be made further. */
      seriesBehind: z.boolean(),
    }),
    roles: reception,
    states: ['open'],
    audit: { by: 'dispatch', action: 'calendar-opened', about: () => ({}), run: () => true },
  }),
  /** How each client stands, and the first reason, for the marks on appointments: a dozen at a time. @throws not-found client */
  'readiness.many': call({
    input: z.strictObject({ clientIds: z.array(Id).min(1).max(12) }),
    output: z.strictObject({
      today: CalendarDay,
      clients: z.array(z.strictObject({ clientId: Id, state: z.enum(readinessStates), first: ReadinessReason.nullable(), more: z.int() })),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'readiness-of-day-opened', about: () => ({}), run: () => true },
  }),
};
