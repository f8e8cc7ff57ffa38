import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { asks, FormOption } from './consent-form.ts';
import { DocumentHead } from './documents.ts';
import { Answer } from './form-answers.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Paragraph } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** The client's part in hand-over is a form like any other, under this name. */
export const intakeFormId = 'safe-intake';

export const safeLetters = ['S', 'A', 'F', 'E'] as const;
export const itemCaptures = ['choice', 'multi', 'text', 'scale', 'contacts', 'map', 'form', 'rehearsal', 'tick'] as const;

/** One item of SAFE as the content has it now. */
export const IntakeItem = z.strictObject({
  id: z.string(),
  letter: z.enum(safeLetters),
  /** For the practitioner. */
  label: z.string(),
  /** For the client, or what the practitioner says aloud; null where the practitioner asks in their own way. */
  question: z.string().nullable(),
  capture: z.enum(itemCaptures),
  asks: z.enum(asks),
  answeredBy: z.enum(['client', 'practitioner', 'both']),
  options: z.array(FormOption),
  exclusive: z.array(z.string()),
  otherText: z.boolean(),
  allowDeclined: z.boolean(),
  traumaRelated: z.boolean(),
  maySkip: z.boolean(),
  needsDiscussed: z.boolean(),
  needsWriting: z.boolean(),
  /** "You don't need to tell the story." */
  clientHelp: z.string().nullable(),
  /** For the practitioner. */
  help: z.string(),
  /** `consent-map`, `stop-signal`, `informed-consent`, `question:g13`; null for none. */
  linksTo: z.string().nullable(),
});
export type IntakeItem = z.infer<typeof IntakeItem>;

/** How an item read when it was answered: what a record shows whatever became of the content. `options`: those that were chosen. */
export const AskedAs = z.strictObject({ label: z.string(), question: z.string().nullable(), options: z.array(FormOption) });
export type AskedAs = z.infer<typeof AskedAs>;

/** What a client answered on the screen themselves, once something else stands in its place. */
export const ClientSaid = z.strictObject({ answer: Answer, answeredAt: Instant.nullable(), asked: AskedAs.nullable() });
export type ClientSaid = z.infer<typeof ClientSaid>;

/** What the record holds of one item. */
export const IntakeEntry = z.strictObject({
  answer: Answer.nullable(),
  /** `paper`: filled by hand and typed in. Null while there is no answer. */
  from: z.enum(['client', 'practitioner', 'paper']).nullable(),
  /** When this answer was given or typed in; null while there is none. A review begins with answers of the round before, and their times. */
  answeredAt: Instant.nullable(),
  /** The client would rather talk about it. */
  talk: z.boolean(),
  /** Said aloud, at this time. */
  discussedAt: Instant.nullable(),
  /** Not gone into this time: only where it may be skipped. */
  leftAt: Instant.nullable(),
  /** There on paper, as the practitioner says; what the record itself holds in writing is not marked here. */
  inWritingAt: Instant.nullable(),
  /** The practitioner's own words beside it. */
  note: Paragraph,
  asked: AskedAs.nullable(),
  /** Their own last answer on the screen, kept while the practitioner has written another or cleared it; null where it is the answer itself. */
  clientSaid: ClientSaid.nullable().default(null),
});
export type IntakeEntry = z.infer<typeof IntakeEntry>;

const ItemId = z.string().max(100);
export const IntakeEntries = z.record(ItemId, IntakeEntry);
export type IntakeEntries = z.infer<typeof IntakeEntries>;

/** One round through the four parts: the first intake, or a review that began with what the one before it held. */
export const Intake = z.strictObject({
  id: Id,
  clientId: Id,
  /** 1 for the first. */
  number: z.int().min(1),
  startedAt: Instant,
  startedBy: z.string(),
  /** Null while it is open. */
  reviewedAt: Instant.nullable(),
  reviewedBy: z.string().nullable(),
  /** When it is to be looked at again; null while it is open. */
  reviewDue: CalendarDay.nullable(),
  contentVersion: z.string(),
  entries: IntakeEntries,
  revision: z.int().min(0),
  savedAt: Instant,
});
export type Intake = z.infer<typeof Intake>;

export const IntakeHead = Intake.omit({ entries: true });
export type IntakeHead = z.infer<typeof IntakeHead>;

/** Where the record itself holds an item in writing: a signed form in force, the map, the stop signal. */
export const InWriting = z.strictObject({ by: z.enum(['form', 'map', 'stop-signal']), at: Instant });
export type InWriting = z.infer<typeof InWriting>;

/** What a save may change of one item; what is left out stays. */
export const IntakeChange = IntakeEntry.pick({ answer: true, note: true })
  .partial()
  .extend({
    from: z.enum(['practitioner', 'paper']).optional(),
    talk: z.boolean().optional(),
    /** The time is the moment it is kept. */
    discussed: z.boolean().optional(),
    left: z.boolean().optional(),
    inWriting: z.boolean().optional(),
  });
export type IntakeChange = z.infer<typeof IntakeChange>;

const subject = (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId });
type OfIntake = { readonly intakeId: string };
const ofIntake = (input: OfIntake, output: { readonly clientId: string }): AuditSubject => ({
  clientId: output.clientId,
  recordId: input.intakeId,
});

export const intakeCalls = {
  /** Begins the first intake, or a review of the newest with its answers and none of its marks. One that is open already is given back. @throws Refusal client-archived */
  'intake.start': call({
    input: z.strictObject({ clientId: Id }),
    output: Intake,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'intake-started' },
  }),
  /** Keeps what changed, on disk before it is answered. @throws Refusal answers-not-allowed, items-unknown, item-not-skippable, intake-over, client-archived; conflict with the intake as it stands */
  'intake.save': call({
    input: z.strictObject({ intakeId: Id, revision: z.int().min(0), changes: z.record(ItemId, IntakeChange) }),
    output: Intake,
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'intake-changed',
      about: ofIntake,
      run: (before: OfIntake, now: OfIntake) => before.intakeId === now.intakeId,
    },
  }),
  /**
   * Ends the round: it was gone through item by item. The places marked in it become the client's map and the word and signal their
   * stop signal, unless something newer stands. From here on it is not changed.
   * @throws Refusal items-open, intake-over, client-archived; conflict with the intake as it stands
   */
  'intake.review': call({
    input: z.strictObject({ intakeId: Id, revision: z.int().min(0) }),
    output: Intake,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'intake-reviewed' },
  }),
  /** The items as they are now, the open round, the newest one gone through, and every one there was. */
  'intake.ofClient': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({
      items: z.array(IntakeItem),
      open: Intake.nullable(),
      newest: Intake.nullable(),
      /** Newest first, the open one too. */
      rounds: z.array(IntakeHead),
      /** By item. */
      inWriting: z.record(z.string(), InWriting),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'intake-opened', about: subject },
  }),
  /** One round as it was. */
  'intake.get': call({
    input: z.strictObject({ intakeId: Id }),
    output: Intake,
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'intake-opened', about: ofIntake },
  }),
  /** A sheet to print: `filled` with a round of the client's, or the client's part to fill by hand, with their name or empty. Not kept. */
  'intake.paper': call({
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('blank'), clientId: Id.nullable() }),
      z.strictObject({ kind: z.literal('filled'), intakeId: Id }),
    ]),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'intake-printed',
      about: (_: unknown, output: { readonly clientId: string | null }): AuditSubject =>
        output.clientId ? { clientId: output.clientId } : {},
    },
  }),
  /** For Today: intakes that are open, and those whose review is due within 30 days or past. */
  'intake.attention': call({
    input: z.strictObject({}),
    output: z.strictObject({
      attention: z
        .array(z.strictObject({ clientId: Id, chosenName: z.string(), kind: z.enum(['open', 'review-due']), day: CalendarDay }))
        .max(limits.page),
      more: z.int().min(0),
    }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
};
