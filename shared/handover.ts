import { z } from 'zod';
import { ContactLevel } from './body-areas.ts';
import { type AuditSubject, call, clinical } from './call.ts';
import { Blanks, Unfinished } from './consent.ts';
import { areaStates, ConsentForm } from './consent-form.ts';
import { Answers } from './form-answers.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { CheckedNumbers } from './safety.ts';
import { Signature } from './signatures.ts';
import { Paragraph } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** The page of a form the client is through with; handed over again, it begins at its opening page. */
export const lastPage = 500;

const PartIds = z.array(z.string().max(100)).max(200);

/** One form as far as the client has filled it. */
const Filled = z.strictObject({
  answers: Answers,
  /** Parts the client would rather talk about. */
  talk: PartIds,
  /** Parts that have been on the screen. */
  seen: PartIds,
  signatures: z.array(Signature).max(8),
  /** The client was shown how characters without a font are printed, and agreed. */
  substitutesAgreed: z.boolean(),
  /** Where in the form the client stands; 0 is its opening page. */
  page: z.int().min(0).max(lastPage),
});
export type Filled = z.infer<typeof Filled>;

/** What changed in a form since this client signed it last: shown when they are asked to sign again. */
export const FormChange = z.strictObject({ title: z.string(), before: z.string(), now: z.string() });
export type FormChange = z.infer<typeof FormChange>;

/** A form on its way from being handed over to being finished. */
export const Filling = Filled.extend({
  id: Id,
  form: ConsentForm,
  blanks: Blanks,
  /** Goes up with each save; a save names the one it was based on. */
  revision: z.int().min(0),
  savedAt: Instant,
  changes: z.array(FormChange),
  /** Parts the practitioner has read through with the client. */
  reviewed: PartIds,
  /** The form's text was changed since: it must be read again. */
  outdated: z.boolean(),
});
export type Filling = z.infer<typeof Filling>;

const Code = z.string().max(40);

/** Places as this client's map in force has them: offered as a beginning, and put into no form by itself. */
const MarkedBefore = z.strictObject({ at: Instant, areas: z.record(Code, z.enum(areaStates)), ceilings: z.record(Code, ContactLevel) });

/** A note the client reads on the screen; nothing in it is theirs to change. */
const NoteToRead = z.strictObject({
  noteId: Id,
  on: CalendarDay,
  authorName: z.string(),
  parts: z.array(z.strictObject({ title: z.string(), lines: z.array(z.strictObject({ label: z.string(), words: z.string() })) })),
  /** What they said of it, once they did. */
  answered: z.enum(['read', 'talk']).nullable(),
  words: z.string(),
});
export type NoteToRead = z.infer<typeof NoteToRead>;

/** The one client and forms the screen was handed over for. Nothing else is answered until it is given back. */
export const Handover = z.strictObject({
  id: Id,
  clientId: Id,
  chosenName: z.string(),
  practitionerName: z.string(),
  begunAt: Instant,
  resting: z.boolean(),
  fillings: z.array(Filling),
  /** Null before there is a map, and where it opens nothing. */
  marked: MarkedBefore.nullable(),
  /** Something answered calls for the practitioner now: one calm page with these numbers, and nothing else, until the screen is given back. Null while the forms go on. */
  calm: z.strictObject({ numbers: CheckedNumbers.nullable() }).nullable(),
  /** The screen was handed over to read a note: then there are no forms. */
  note: NoteToRead.nullable(),
});
export type Handover = z.infer<typeof Handover>;

const ofClient = (_: unknown, output: { readonly clientId: string }): AuditSubject => ({ clientId: output.clientId });
type NoteSaid = { readonly handoverId: string; readonly outcome: 'read' | 'talk' };
type Saved = { readonly handoverId: string; readonly fillingId: string };

export const handoverCalls = {
  /**
   * From here on the vault answers only this client's hand-over. A form that came back unfinished goes on where it stood, if its text
   * is still the same. `answers`: what the practitioner writes before the client reads it.
   * @throws Refusal form-not-offered, placeholders-unfilled, statements-unanswered, client-archived, paper-chosen, crisis-numbers-unchecked, crisis-unread,
   * session-open (with this client), covering-needed, note-in-error, release-waits; not-found note, release
   */
  'handover.begin': call({
    input: z
      .strictObject({
        clientId: Id,
        forms: z
          .array(
            z.strictObject({
              formId: z.string().max(100),
              /** The place an `area-consent` is about. */
              area: z.string().max(40).nullable().default(null),
              blanks: Blanks.default({}),
              answers: Answers.default({}),
            }),
          )
          .max(20),
        /** To read this note, in the place of forms. */
        noteId: Id.nullable().default(null),
      })
      .refine(({ forms, noteId }) => forms.length > 0 !== (noteId !== null), { message: 'required', path: ['forms'] }),
    output: z.strictObject({ handoverId: Id }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'handover-begun' },
  }),
  /** What the client's screen shows. */
  'handover.current': call({
    input: z.strictObject({}),
    output: Handover,
    roles: clinical,
    states: ['handed-over'],
    audit: { by: 'dispatch', action: 'handover-shown', about: ofClient },
  }),
  /** Keeps one form as it stands on the screen, on disk before it is answered. A signature falls when an answer changes under it. @throws Refusal handover-calm once the questions have ended */
  'handover.answer': call({
    input: Filled.extend({ handoverId: Id, fillingId: Id, revision: z.int().min(0) }),
    output: z.strictObject({
      revision: z.int(),
      savedAt: Instant,
      signatures: z.array(Signature),
      clientId: Id,
      /** The questions end here. */ calm: z.boolean(),
    }),
    roles: clinical,
    states: ['handed-over'],
    audit: {
      by: 'dispatch',
      action: 'handover-answered',
      about: (input: Saved, output: { readonly clientId: string }): AuditSubject => ({
        clientId: output.clientId,
        recordId: input.fillingId,
      }),
      run: (before: Saved, now: Saved) => before.handoverId === now.handoverId && before.fillingId === now.fillingId,
    },
  }),
  /** The client has read the note, or would rather talk about it; a later answer takes the place of the one before. @throws Refusal handover-over */
  'handover.noteRead': call({
    input: z.strictObject({ handoverId: Id, outcome: z.enum(['read', 'talk']), words: Paragraph }),
    output: z.strictObject({ clientId: Id, noteId: Id }),
    roles: clinical,
    states: ['handed-over'],
    audit: {
      by: 'dispatch',
      action: 'note-read-by-client',
      about: (_: unknown, output: { readonly clientId: string; readonly noteId: string }): AuditSubject => ({
        clientId: output.clientId,
        recordId: output.noteId,
      }),
      // Words are kept as they are typed; the trail holds each answer once.
      run: (before: NoteSaid, now: NoteSaid) => before.handoverId === now.handoverId && before.outcome === now.outcome,
    },
  }),
  /** What keeps this form from being finished, so that it is said while the client still has the screen. */
  'handover.check': call({
    input: z.strictObject({ handoverId: Id, fillingId: Id }),
    output: Unfinished,
    roles: clinical,
    states: ['handed-over'],
    audit: 'none',
  }),
  /** The resting screen comes or goes. */
  'handover.pause': call({
    input: z.strictObject({ handoverId: Id, resting: z.boolean() }),
    output: z.strictObject({ resting: z.boolean() }),
    roles: clinical,
    states: ['handed-over'],
    audit: 'none',
  }),
  /** The practitioner takes the screen back with their passphrase. @throws Refusal wrong-passphrase, wait-before-next-try, handover-over */
  'handover.end': call({
    input: z.strictObject({ handoverId: Id, passphrase: z.string().normalize().min(1).max(limits.passphrase) }),
    /** `crisisId`: the card that must be read before anything else. */
    output: z.strictObject({ clientId: Id, crisisId: Id.nullable() }),
    roles: clinical,
    states: ['handed-over'],
    audit: { by: 'transaction', action: 'handover-ended' },
  }),
  /** Forms of a client that came back and are not finished yet. */
  'handover.returned': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ fillings: z.array(Filling) }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'returned-forms-opened',
      about: (input: { readonly clientId: string }) => ({ clientId: input.clientId }),
    },
  }),
  /** What the practitioner has read through with the client, item by item. */
  'handover.review': call({
    input: z.strictObject({ fillingId: Id, reviewed: PartIds }),
    output: z.strictObject({ reviewed: PartIds, clientId: Id }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'returned-form-reviewed',
      about: (input: { readonly fillingId: string }, output: { readonly clientId: string }): AuditSubject => ({
        clientId: output.clientId,
        recordId: input.fillingId,
      }),
      run: (before: { readonly fillingId: string }, now: { readonly fillingId: string }) => before.fillingId === now.fillingId,
    },
  }),
  /** An unfinished form is not wanted any more: its answers are erased. */
  'handover.setAside': call({
    input: z.strictObject({ fillingId: Id }),
    output: z.strictObject({ clientId: Id }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'returned-form-set-aside' },
  }),
};
