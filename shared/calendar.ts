import { z } from 'zod';
import { call, clinical, reception } from './call.ts';
import { DocumentHead } from './documents.ts';
import { FileGrant, Id } from './ids.ts';
import { CalendarDay, Instant } from './time.ts';

/** How clients are named on what leaves the screen. */
export const namings = ['initials', 'chosen', 'none'] as const;

/** What stands in an event that cannot be taken as it is. */
export const eventProblems = [
  'no-start',
  'ends-before-start',
  'too-long',
  'too-short',
  'unknown-zone',
  'duplicate-uid',
  'too-many-days',
  'cancelled',
  'unreadable',
] as const;

/** Someone whose name an event has. */
const IcsClient = z.strictObject({ id: Id, chosenName: z.string(), pronouns: z.string() });
export type IcsClient = z.infer<typeof IcsClient>;

export const IcsEvent = z.strictObject({
  /** Its place in the file. */
  index: z.int().min(0),
  uid: z.string(),
  summary: z.string(),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  allDay: z.boolean(),
  /** A time without a zone is taken as the practice's own. */
  floating: z.boolean(),
  /** Each day of an event that repeats is an event here. */
  repeats: z.boolean(),
  problem: z.enum(eventProblems).nullable(),
  /** Clients with this name. */
  clients: z.array(IcsClient).max(10),
  /** Taken over before, from this file or another that has it too. */
  taken: z.boolean(),
});
export type IcsEvent = z.infer<typeof IcsEvent>;

/** `startsAt` as it was shown: at another day or in another zone the file reads otherwise. */
const chosen = { index: z.int().min(0), startsAt: Instant };

/** What becomes of an event: an appointment of a client, time away, or nothing. */
export const IcsChoice = z.discriminatedUnion('as', [
  z.strictObject({ ...chosen, as: z.literal('appointment'), clientId: Id, serviceId: Id }),
  z.strictObject({ ...chosen, as: z.literal('absence') }),
]);
export type IcsChoice = z.infer<typeof IcsChoice>;

/** Whole days and what is longer than half a day can be time away alone; what was taken over once is there already. */
export const mayBecome = ({ problem, allDay, taken }: IcsEvent, as: IcsChoice['as']): boolean =>
  !taken && (problem === null || (problem === 'too-long' && as === 'absence')) && (as === 'absence' || !allDay);

/** The most events taken from one file at once. */
export const mostEvents = 5_000;
/** The most days written to one file. */
export const mostExported = 800;

export const calendarCalls = {
  /** The list of a day, or of a week, to print. Not kept. @throws Refusal days-too-many; not-found practitioner */
  'calendar.paper': call({
    input: z.strictObject({
      from: CalendarDay,
      days: z.union([z.literal(1), z.literal(7)]),
      /** Null: all. */
      practitionerId: Id.nullable(),
      naming: z.enum(['initials', 'chosen']),
    }),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: reception,
    states: ['open'],
    audit: { by: 'dispatch', action: 'day-sheet-made', about: () => ({}) },
  }),
  /** Asks where to save; null when the person thought better of it. @throws Refusal days-backwards, days-too-many */
  'calendar.chooseFile': call({
    input: z.strictObject({ from: CalendarDay, to: CalendarDay }),
    output: z.strictObject({ fileGrant: FileGrant.nullable() }),
    roles: reception,
    states: ['open'],
    audit: 'none',
  }),
  /**
   * Writes the appointments of at most 800 days as iCalendar (RFC 5545), without those that do not take place: readable by anyone who has
   * the file. @throws Refusal days-backwards, days-too-many, file-grant-unknown, file-not-written; not-found practitioner
   */
  'calendar.exportIcs': call({
    input: z.strictObject({
      from: CalendarDay,
      to: CalendarDay,
      practitionerId: Id.nullable(),
      naming: z.enum(namings),
      fileGrant: FileGrant,
    }),
    output: z.strictObject({ events: z.int().min(0), fileName: z.string() }),
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'calendar-exported' },
  }),
  /**
   * What is in a file that was sent, from a year before today on; of what repeats, a year ahead. `outside`: how many events have no day
   * there. Nothing is kept of it. @throws Refusal ics-unreadable, ics-empty, ics-too-many; not-found upload
   */
  'calendar.readIcs': call({
    input: z.strictObject({ uploadId: Id }),
    output: z.strictObject({
      events: z.array(IcsEvent).max(mostEvents),
      outside: z.int().min(0),
      from: CalendarDay,
      until: CalendarDay,
      name: z.string(),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'calendar-read', about: () => ({}) },
  }),
  /**
   * Takes over what was chosen, all or nothing; conflicts are kept as they are in the other calendar, with that as their reason.
   * @throws Refusal nothing-to-import, ics-changed and as calendar.readIcs; service-off, room-off, practitioner-off, client-archived; not-found client, service,
   * room, practitioner
   */
  'calendar.importIcs': call({
    input: z.strictObject({ uploadId: Id, practitionerId: Id, roomId: Id.nullable(), choices: z.array(IcsChoice).max(mostEvents) }),
    output: z.strictObject({ appointments: z.int().min(0), absences: z.int().min(0), conflicts: z.int().min(0) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'calendar-imported' },
  }),
};
