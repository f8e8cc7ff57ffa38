import type { AppointmentStatus, CancelReason, OwnPart } from './appointment.ts';
import type { Repeat } from './recurrence.ts';
import { momentOf, type WallTime } from './schedule-time.ts';
import { type CalendarDay, type Instant, instantFrom, type Zone } from './time.ts';

/** What a series gives each of its appointments, and what one has of its own. Price in the smallest coin. */
export type GivenValues = {
  readonly clientId: string;
  readonly serviceId: string;
  readonly practitionerId: string;
  readonly roomId: string | null;
  readonly time: WallTime;
  readonly zone: Zone;
  readonly minutes: number;
  readonly before: number;
  readonly after: number;
  readonly price: number | null;
  readonly currency: string;
  readonly note: string;
};

/** An appointment as it is kept. `day` and `time` are what was agreed on the wall; the moments are told from them. */
export type KeptAppointment = GivenValues & {
  readonly id: string;
  readonly version: number;
  readonly day: CalendarDay;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly status: AppointmentStatus;
  readonly statusAt: Instant;
  readonly seriesId: string | null;
  readonly seriesDay: CalendarDay | null;
  readonly own: readonly OwnPart[];
  readonly overridden: boolean;
  readonly reason: CancelReason | null;
  readonly reasonWords: string;
  readonly fee: number | null;
  /** The time it freed is not offered any more. */
  readonly dismissed: boolean;
  readonly createdAt: Instant;
};

/** A series as it is kept. Its rule counts from `firstDay`, which may lie before its own first appointment once it continues another. */
export type KeptSeries = GivenValues & {
  readonly id: string;
  readonly version: number;
  readonly repeat: Repeat;
  readonly firstDay: CalendarDay;
  /** By how many days all of them were moved away from the days of the rule. */
  readonly shiftDays: number;
  /** Up to this day of the rule its appointments are made. */
  readonly madeUntil: CalendarDay;
  /** Days of the rule that were left out, because something was in the way. */
  readonly skipped: readonly CalendarDay[];
  /** Further ones are made as time goes on. */
  readonly goesOn: boolean;
  readonly continues: string | null;
  readonly createdAt: Instant;
};

/** When an appointment is, told from what was agreed on the wall. Its length is in real minutes, over a change of clocks too. */
export const placedAt = (
  day: CalendarDay,
  time: WallTime,
  zone: Zone,
  minutes: number,
): Pick<KeptAppointment, 'day' | 'time' | 'zone' | 'minutes' | 'startsAt' | 'endsAt'> => {
  const start = momentOf(day, time, zone);
  return { day, time, zone, minutes, startsAt: instantFrom(start), endsAt: instantFrom(start + minutes * 60_000) };
};
