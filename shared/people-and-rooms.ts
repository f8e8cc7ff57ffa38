import { z } from 'zod';
import { call, reception, roles } from './call.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Name, OptionalName, TextLine } from './text.ts';

/** Whole units of the smallest coin, and of which money: 12050 CAD is 120.50. */
export const Money = z.strictObject({ amount: z.int().min(0).max(100_000_000), currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = z.infer<typeof Money>;

/** Length of an appointment in minutes; half a day is the longest, so that a whole day typed by mistake is found. */
export const Minutes = z.int().min(5).max(720);
/** Time kept before or after, in minutes. */
export const Buffer = z.int().min(0).max(240);

export const ServiceDetails = z.strictObject({
  /** Neutral: it stands on receipts and in reminders (domain.md 10.1). */
  name: Name,
  minutes: Minutes,
  before: Buffer,
  after: Buffer,
  /** Null: not set. */
  price: z.int().min(0).max(100_000_000).nullable(),
  /** "HST"; empty: none. */
  taxName: OptionalName,
  /** Thousandths of a percent: 13000 is 13 %, 9975 the tax of Quebec. */
  taxRate: z.int().min(0).max(100_000),
  /** Of the notes, once there are some. */
  noteTemplate: OptionalName,
  /** Offered when something is booked. */
  active: z.boolean(),
});
export type ServiceDetails = z.infer<typeof ServiceDetails>;
export const Service = ServiceDetails.extend({ id: Id, version: z.int().min(1) });
export type Service = z.infer<typeof Service>;

export const RoomDetails = z.strictObject({ name: Name, note: TextLine, active: z.boolean() });
export type RoomDetails = z.infer<typeof RoomDetails>;
export const Room = RoomDetails.extend({ id: Id, version: z.int().min(1) });
export type Room = z.infer<typeof Room>;

/** Who treats here; the calendar has a lane for each. Not everyone who does has a passphrase of this computer. */
export const PractitionerDetails = z.strictObject({ name: Name, active: z.boolean() });
export const Practitioner = PractitionerDetails.extend({ id: Id, version: z.int().min(1), keyholderId: Id.nullable() });
export type Practitioner = z.infer<typeof Practitioner>;

/** At most this many of each, so that every list is one page. */
const atMost = limits.page;
const existing = { id: Id.nullable(), version: z.int().min(0) };

export const peopleAndRoomsCalls = {
  /** All, those not offered any more last; with the money of the place. */
  'services.list': call({
    input: z.strictObject({}),
    output: z.strictObject({ services: z.array(Service).max(atMost), currency: z.string() }),
    roles,
    states: ['open'],
    audit: 'none',
  }),
  /** A new one with id null and version 0. @throws Refusal schedule-full; not-found service; conflict with it as it stands */
  'services.save': call({
    input: z.strictObject({ ...existing, details: ServiceDetails }),
    output: Service,
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'services-changed' },
  }),
  'rooms.list': call({
    input: z.strictObject({}),
    output: z.strictObject({ rooms: z.array(Room).max(atMost) }),
    roles,
    states: ['open'],
    audit: 'none',
  }),
  /** @throws Refusal schedule-full; not-found room; conflict */
  'rooms.save': call({
    input: z.strictObject({ ...existing, details: RoomDetails }),
    output: Room,
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'rooms-changed' },
  }),
  /** In the order of their lanes. `own`: the one who is in, if they treat here. */
  'practitioners.list': call({
    input: z.strictObject({}),
    output: z.strictObject({ practitioners: z.array(Practitioner).max(atMost), own: Id.nullable() }),
    roles: reception,
    states: ['open'],
    audit: 'none',
  }),
  /** @throws Refusal schedule-full; not-found practitioner; conflict */
  'practitioners.save': call({
    input: z.strictObject({ ...existing, details: PractitionerDetails }),
    output: Practitioner,
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'practitioners-changed' },
  }),
};
