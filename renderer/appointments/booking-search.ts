import { z } from 'zod';
import { Id } from '../../shared/ids.ts';
import { Minutes } from '../../shared/people-and-rooms.ts';
import { WallTime } from '../../shared/schedule-time.ts';
import { CalendarDay } from '../../shared/time.ts';

/** What is known of a new appointment where it is begun: a place in the calendar, a client, who waits, another one to copy. */
export type BookingSearch = {
  readonly clientId?: string;
  readonly serviceId?: string;
  readonly practitionerId?: string;
  readonly roomId?: string;
  readonly day?: string;
  readonly time?: string;
  readonly minutes?: number;
  /** An entry of the wait list, closed by the booking. */
  readonly waitingId?: string;
  /** An appointment that is booked once more. */
  readonly copy?: string;
};

/** Where an appointment is to be moved to, as far as the calendar knows. */
export type MoveSearch = {
  readonly move?: true;
  readonly day?: string;
  readonly time?: string;
  readonly minutes?: number;
  readonly practitionerId?: string;
  readonly roomId?: string | null;
};

const optional = <T>(shape: z.ZodType<T>) => shape.optional().catch(undefined);
const place = { day: optional(CalendarDay), time: optional(WallTime), minutes: optional(Minutes), practitionerId: optional(Id) };
const Booking = z.object({
  ...place,
  clientId: optional(Id),
  serviceId: optional(Id),
  roomId: optional(Id),
  waitingId: optional(Id),
  copy: optional(Id),
});
const Move = z.object({ ...place, move: optional(z.literal(true)), roomId: optional(Id.nullable()) });

type Said<T> = { readonly [key in keyof T]: Exclude<T[key], undefined> };
const said = <T extends object>(read: T): Partial<Said<T>> =>
  Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Partial<Said<T>>;

/** What is not understood in an address is left out. */
export const bookingSearch = (asked: Record<string, unknown>): BookingSearch => said(Booking.parse(asked));
export const moveSearch = (asked: Record<string, unknown>): MoveSearch => said(Move.parse(asked));
