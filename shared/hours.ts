import { z } from 'zod';
import { call, clinical, reception } from './call.ts';
import { Id } from './ids.ts';
import { WallEnd, WallTime } from './schedule-time.ts';
import { TextLine } from './text.ts';
import { CalendarDay } from './time.ts';

/** From a time on the wall to one after it, on the same day. */
export const OpenSpan = z.strictObject({ from: WallTime, to: WallEnd });
export type OpenSpan = z.infer<typeof OpenSpan>;

/** Monday to Sunday; a day without spans is closed. */
export const WeekHours = z.array(z.array(OpenSpan).max(6)).length(7);
export type WeekHours = z.infer<typeof WeekHours>;

export const exceptionKinds = ['absent', 'open'] as const;
/** Days on which the week does not hold: away (the whole day with `from` null), or open besides. On each day from `firstDay` to `lastDay` the same hours. */
export const ExceptionDetails = z.strictObject({
  practitionerId: Id,
  kind: z.enum(exceptionKinds),
  firstDay: CalendarDay,
  lastDay: CalendarDay,
  from: WallTime.nullable(),
  to: WallEnd.nullable(),
  /** "Course in Toronto"; whoever books sees it. */
  note: TextLine,
});
export type ExceptionDetails = z.infer<typeof ExceptionDetails>;
export const HoursException = ExceptionDetails.extend({ id: Id });
export type HoursException = z.infer<typeof HoursException>;

export const PractitionerHours = z.strictObject({ practitionerId: Id, version: z.int().min(0), week: WeekHours });
export type PractitionerHours = z.infer<typeof PractitionerHours>;

export const hoursCalls = {
  /** The week of each practitioner, and what is otherwise on the days asked for (at most 400). */
  'hours.get': call({
    input: z.strictObject({ from: CalendarDay, to: CalendarDay }),
    output: z.strictObject({ hours: z.array(PractitionerHours), exceptions: z.array(HoursException) }),
    roles: reception,
    states: ['open'],
    audit: 'none',
  }),
  /** @throws Refusal span-backwards, spans-overlap; not-found practitioner; conflict */
  'hours.set': call({
    input: z.strictObject({ practitionerId: Id, version: z.int().min(0), week: WeekHours }),
    output: PractitionerHours,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'hours-changed' },
  }),
  /** Appointments that stand in an absence stay, and are counted. @throws Refusal span-backwards, days-backwards, days-too-many; not-found practitioner */
  'hours.addException': call({
    input: ExceptionDetails,
    output: z.strictObject({ exception: HoursException, appointmentsInIt: z.int().min(0) }),
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'hours-changed' },
  }),
  /** @throws not-found exception */
  'hours.removeException': call({
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ id: Id }),
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'hours-changed' },
  }),
};
