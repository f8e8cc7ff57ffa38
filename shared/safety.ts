import { z } from 'zod';
import { ContactLevel } from './body-areas.ts';
import { type AuditSubject, call, clinical } from './call.ts';
import { DocumentHead } from './documents.ts';
import { findingCauses, findingWeights } from './finding.ts';
import { Id } from './ids.ts';
import { Readiness } from './readiness.ts';
import { Paragraph, shows, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

const Person = z.strictObject({ name: z.string(), role: z.string(), phone: z.string() });

/** What must be known before touch, computed from the record (product.md 4). Lists are in the order they are told. */
export const SafetyCard = z.strictObject({
  clientId: Id,
  chosenName: z.string(),
  pronouns: z.string(),
  birthDate: CalendarDay.nullable(),
  underAge: z.boolean(),
  /** How they wish to be spoken to, in their words. */
  howToSpeak: z.string(),
  stop: z.strictObject({ word: z.string(), gesture: z.string(), rehearsedAt: Instant.nullable() }),
  /** What would make them want to stop, in their words. */
  wouldStop: z.string(),
  readiness: Readiness,
  /** What somebody said has changed and nobody went through yet, in their words; newest first. */
  changes: z.array(z.strictObject({ at: Instant, words: z.string() })),
  /** Labels of places; every place that is not named is out. */
  places: z.strictObject({
    open: z.array(z.string()),
    ask: z.array(z.string()),
    /** Marked out by the client. */
    out: z.array(z.string()),
    /** Closed by a finding, a form or a rule, and why. */
    closed: z.array(z.strictObject({ labels: z.array(z.string()), why: z.string() })),
    /** Nothing is open: the reasons are those of readiness. */
    allClosed: z.boolean(),
  }),
  /** The firmest contact anywhere today, and what keeps it there. */
  pressure: z.strictObject({ ceiling: ContactLevel, label: z.string(), because: z.array(z.string()) }),
  positions: z.strictObject({ allowed: z.array(z.string()), avoid: z.array(z.string()) }),
  health: z.array(
    z.strictObject({
      findingId: Id,
      condition: z.string(),
      weight: z.enum(findingWeights),
      cause: z.enum(findingCauses),
      /** Not answered, and nothing else is known or decided about it: an answer settles it. */
      toAsk: z.boolean(),
      /** A clinician does not clear it. */
      refused: z.boolean(),
      /** What is to be done about it, in one line, with what a clinician answered, what was decided, and what was seen or said. */
      line: z.string(),
      /** Places it keeps closed. */
      places: z.array(z.string()),
      /** The last day a clearance counts. */
      until: CalendarDay.nullable(),
    }),
  ),
  medicines: z.array(z.strictObject({ name: z.string(), line: z.string(), ceiling: ContactLevel.nullable(), places: z.array(z.string()) })),
  helps: z.array(z.string()),
  leaveOut: z.array(z.string()),
  /** Door, cover, companion, talk or silence. */
  room: z.array(z.string()),
  /** Null: not asked yet; empty: nobody, said on purpose. */
  emergencyContacts: z.array(Person).nullable(),
  /** The newest stop or red flag of sessions that are over: which signal, where, how soon hands were off, what was seen. */
  lastStop: z.strictObject({ at: Instant, words: z.string() }).nullable(),
  /** Forms, with the last day they count. */
  endsSoon: z.array(z.strictObject({ title: z.string(), day: CalendarDay })),
  clearancesAsked: z.array(z.strictObject({ of: z.string(), day: CalendarDay, about: z.array(z.string()) })),
  /** The newest answer to "has anything changed?". */
  askedAt: Instant.nullable(),
});
export type SafetyCard = z.infer<typeof SafetyCard>;

/** A number that must be there: a card without one is no help. */
const Needed = TextLine.refine(shows, 'required');
export const CrisisNumbers = z.strictObject({ emergency: Needed, crisis: Needed, text: TextLine, note: TextLine });
export type CrisisNumbers = z.infer<typeof CrisisNumbers>;

/** Numbers as a person checked them for this place. */
export const CheckedNumbers = CrisisNumbers.extend({ place: z.string(), checkedOn: CalendarDay, checkedBy: z.string() });
export type CheckedNumbers = z.infer<typeof CheckedNumbers>;

/** Something that must be read before anything else. */
export const Crisis = z.strictObject({
  id: Id,
  clientId: Id,
  chosenName: z.string(),
  openedAt: Instant,
  action: z.enum(['P4', 'P5']),
  found: z.array(z.strictObject({ findingId: Id, condition: z.string(), cause: z.string(), do: z.string(), referTo: z.string() })),
  /** Null until somebody checked them for this place. */
  numbers: CheckedNumbers.nullable(),
  emergencyContacts: z.array(Person).nullable(),
});
export type Crisis = z.infer<typeof Crisis>;

const subject = (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId });

export const safetyCalls = {
  /** The card as it is now. `sha256`: of all it says, so that what is acknowledged is what was read. */
  'safety.card': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({
      card: SafetyCard,
      sha256: z.string(),
      asOf: Instant,
      acknowledged: z.strictObject({ at: Instant, by: z.string() }).nullable(),
    }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'safety-card-opened',
      about: subject,
      run: (before: { readonly clientId: string }, now: { readonly clientId: string }) => before.clientId === now.clientId,
    },
  }),
  /** Read before a session. @throws Refusal card-changed with nothing kept when it says something else by now */
  'safety.acknowledge': call({
    input: z.strictObject({ clientId: Id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: z.strictObject({ clientId: Id, at: Instant, by: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'safety-card-acknowledged' },
  }),
  /** The card on one page. Not kept. */
  'safety.paper': call({
    input: z.strictObject({ clientId: Id }),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'safety-card-printed', about: subject },
  }),
  /** The numbers for this place: what the content knows, what was checked, and whether it is to be checked again. */
  'crisis.settings': call({
    input: z.strictObject({}),
    output: z.strictObject({
      place: z.string(),
      /** `checked`: by those who made the content; not a reason to leave out checking them. */
      suggested: z.array(CrisisNumbers.extend({ country: z.string(), checked: z.boolean() })),
      /** For the place as it is set now; null until somebody checked them. */
      saved: CheckedNumbers.nullable(),
      /** More than a year since. */
      isDue: z.boolean(),
      version: z.int().min(0),
    }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** `confirmed`: called, or compared with the service's own page, on `checkedOn`. @throws Refusal not-confirmed, day-in-future; conflict when someone saved meanwhile */
  'crisis.set': call({
    input: z.strictObject({
      version: z.int().min(0),
      numbers: CrisisNumbers,
      checkedOn: CalendarDay,
      confirmed: z.boolean(),
    }),
    output: z.strictObject({ version: z.int(), saved: CheckedNumbers }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'crisis-numbers-checked' },
  }),
  /** Crisis cards nobody has read yet, oldest first; opening one is an entry of its client, and an empty list is none. */
  'crisis.open': call({
    input: z.strictObject({}),
    output: z.strictObject({ crises: z.array(Crisis) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'crisis-opened' },
  }),
  /** Read, and what was done. `findingIds`: those on the card that was read. @throws Refusal crisis-over; conflict with the card as it stands, when it tells of more */
  'crisis.acknowledge': call({
    input: z.strictObject({ crisisId: Id, findingIds: z.array(Id).min(1).max(200), words: Paragraph.default('') }),
    output: z.strictObject({ clientId: Id }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'crisis-acknowledged' },
  }),
};
