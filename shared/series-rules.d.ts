import type { Scope } from './appointments.ts';
import { type KeptAppointment, type KeptSeries } from './kept-appointment.ts';
import { type Repeat } from './recurrence.ts';
import { type WallTime } from './schedule-time.ts';
import type { CalendarDay, Instant, Zone } from './time.ts';
/** Up to which day a series is made: all of it, or a year ahead where it has no end. */
export declare const madeUntil: ({ end }: Repeat, start: CalendarDay, today: CalendarDay) => CalendarDay;
/** The days of a new series, or why there cannot be one. One that would be cut is refused as too long. */
export declare const daysToMake: (repeat: Repeat, start: CalendarDay, today: CalendarDay) => readonly CalendarDay[] | "series-empty" | "series-too-long";
/** Days of the rule that are not made yet, up to this one. */
export declare const daysStillToMake: (series: KeptSeries, until: CalendarDay) => readonly CalendarDay[];
/** The rule as a person reads it: by the days it gives now, and counting from the first appointment that is its own. */
export declare const shownRepeat: ({ repeat, firstDay, shiftDays }: KeptSeries, first: CalendarDay) => Repeat;
/** What is to be otherwise with an appointment, by its parts; those that stay are not named. */
export type Change = {
    readonly when?: {
        readonly day: CalendarDay;
        readonly time: WallTime;
        readonly zone: Zone;
    };
    readonly minutes?: number;
    readonly practitioner?: string;
    readonly room?: string | null;
    readonly service?: Pick<KeptAppointment, 'serviceId' | 'before' | 'after' | 'price'>;
    readonly note?: string;
};
/** One alone; in a series it is from now on its own in what was changed. */
export declare const changeOne: (kept: KeptAppointment, change: Change) => KeptAppointment;
/** Whether it may be changed with the others of its series: it is ahead, and did not begin. */
export declare const goesWith: ({ status, startsAt }: KeptAppointment, now: Instant) => boolean;
export declare const inScope: (scope: Scope, chosen: KeptAppointment, row: KeptAppointment) => boolean;
export type Pair = {
    readonly before: KeptAppointment;
    readonly after: KeptAppointment;
};
/**
 * Which appointments of a series a change is for, and how they are after it. Parts changed for one alone stay, and so do whole ones that
 * began, ended or will not take place. The chosen one takes all of it and is its own no longer in these parts.
 */
export declare const changeMany: ({ series, rows, chosen }: {
    readonly series: KeptSeries;
    readonly rows: readonly KeptAppointment[];
    readonly chosen: KeptAppointment;
}, change: Change, scope: Scope, now: Instant) => {
    readonly pairs: readonly Pair[];
    readonly kept: number;
};
/** What a series gives from now on. */
export declare const changedSeries: (series: KeptSeries, chosen: KeptAppointment, change: Change) => KeptSeries;
/** A series that ends before a day of its rule. */
export declare const endedBefore: (series: KeptSeries, day: CalendarDay) => KeptSeries;
/** The series that goes on from a day of the rule; it still counts from the same first day, so that every second week stays the same weeks. */
export declare const continuedFrom: (series: KeptSeries, day: CalendarDay, id: string, at: Instant) => KeptSeries;
