import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { Id } from './ids.ts';
import { LetterDocument } from './letter-document.ts';
import { releaseExceptions } from './release-gate.ts';
import { informationKinds, Recipient, sharingPurposes, Verdict } from './releases.ts';
import { WallTime } from './schedule-time.ts';
import { Signature } from './signatures.ts';
import { Paragraph, shows, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** letters.json, states: and no others. */
export const letterStates = ['draft', 'previewed', 'finalised', 'handed_over', 'answered', 'replaced'] as const;
export type LetterState = (typeof letterStates)[number];

/** A letter of the content, as it may be chosen. */
export const LetterKind = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What it is for, and when it is written. */
  purpose: z.string(),
  trigger: z.string(),
  recipients: z.array(z.string()),
  informationKinds: z.array(z.enum(informationKinds)),
  purposeId: z.enum(sharingPurposes).nullable(),
  releaseRequired: z.boolean(),
  exceptions: z.array(z.enum(releaseExceptions)),
  sendWithin: z.string(),
  replyDays: z.int().min(0),
  isUrgent: z.boolean(),
  /** May go unseen by the client where showing it would raise the danger, with a reason. */
  mayGoUnseen: z.boolean(),
  minimumNecessary: z.string(),
  neverInclude: z.array(z.string()),
});
export type LetterKind = z.infer<typeof LetterKind>;

/** Something of the record that may go into this letter. */
export const LetterFact = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** As it stands in the record; empty where the record has nothing. */
  words: z.string(),
  kind: z.enum(informationKinds),
  /** The release covers it; a fact that is not covered cannot be ticked. */
  isCovered: z.boolean(),
});
export type LetterFact = z.infer<typeof LetterFact>;

/** A sentence of the outline and the facts it stands on; with any of them unticked it is left out. `fixed`: stands whatever is ticked. */
const Sentence = z.strictObject({ paragraph: z.int().min(0), facts: z.array(z.string()), content: LetterDocument });

const To = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('client') }),
  z.strictObject({ kind: z.literal('contact'), contactId: Id }),
]);

/** What stands in the place of a release. */
const Exception = z.strictObject({ kind: z.enum(releaseExceptions), words: Paragraph });

/** From what it was begun. */
const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('session'), id: Id }),
  z.strictObject({ kind: z.literal('incident'), id: Id }),
  z.strictObject({ kind: z.literal('finding'), id: Id }),
]);

/** What may be changed until it is finalised. */
export const LetterDraft = z.strictObject({
  document: LetterDocument,
  /** Ids of facts that are ticked. */
  facts: z.array(z.string().max(60)).max(100),
  purpose: z.enum(sharingPurposes).nullable(),
  exception: Exception.nullable(),
  /** Something in it is protected by 42 CFR Part 2: it needs that permission too, and carries the notice. */
  part2: z.boolean(),
  /** How the client is named in the reference line. */
  clientNamed: z.enum(['full', 'initials']),
});
export type LetterDraft = z.infer<typeof LetterDraft>;

const Line = {
  id: Id,
  clientId: Id,
  chosenName: z.string(),
  kindId: z.string(),
  title: z.string(),
  to: To,
  recipient: Recipient,
  state: z.enum(letterStates),
  version: z.int().min(1),
  authorId: Id,
  authorName: z.string(),
  createdAt: Instant,
  savedAt: Instant,
  finalisedAt: Instant.nullable(),
  documentId: Id.nullable(),
  /** The day it is to go by, and the day an answer is asked for by; null where the content names none. */
  sendBy: CalendarDay.nullable(),
  replyBy: CalendarDay.nullable(),
  corrects: Id.nullable(),
  replacedBy: Id.nullable(),
};

export const LetterLine = z.strictObject(Line);
export type LetterLine = z.infer<typeof LetterLine>;

export const previewWays = ['read-here', 'read-aloud', 'on-paper'] as const;

export const Letter = z.strictObject({
  ...Line,
  ...LetterDraft.shape,
  /** The content's version it was begun with. */
  edition: z.string(),
  from: Source.nullable(),
  period: z.strictObject({ from: CalendarDay, to: CalendarDay }),
  /** The client saw it as it stands now; a change after it takes this away. */
  preview: z.strictObject({ at: Instant, way: z.enum(previewWays), byName: z.string(), words: z.string() }).nullable(),
  /** Why the client had not seen it when it was finalised. */
  unseenReason: z.string(),
  /** What it was finalised under. */
  releaseId: Id.nullable(),
  signedMethod: z.enum(['drawn', 'typed']).nullable(),
  sha256: z.string().nullable(),
  handedOver: z.array(z.strictObject({ at: Instant, on: CalendarDay, way: z.string(), words: z.string(), byName: z.string() })),
  replies: z.array(z.strictObject({ at: Instant, on: CalendarDay, words: z.string(), byName: z.string(), documentId: Id.nullable() })),
});
export type Letter = z.infer<typeof Letter>;

/** A letter on the desk: with what may go into it and what still keeps it from being signed. */
export const OpenLetter = z.strictObject({
  letter: Letter,
  kind: LetterKind,
  facts: z.array(LetterFact),
  /** Fields by placeholder: what the record fills them with, and what they are called. */
  fields: z.record(z.string(), z.strictObject({ label: z.string(), example: z.string(), words: z.string() })),
  sentences: z.array(Sentence),
  /** What the gate says of it as it stands; null where it needs no release (to the client). */
  verdict: Verdict.nullable(),
  unfilled: z.array(z.string()),
  /** Words of the language rules and of the never-include list found in it. */
  found: z.array(z.strictObject({ rule: z.string(), words: z.string(), why: z.string() })),
});
export type OpenLetter = z.infer<typeof OpenLetter>;

const Needed = Paragraph.refine(shows, 'required');
const named = { id: Id, version: z.int().min(1) };
const ofLetter = (_: unknown, { letter }: { readonly letter: { readonly id: string; readonly clientId: string } }): AuditSubject => ({
  recordId: letter.id,
  clientId: letter.clientId,
});

export const DueUpdate = z.strictObject({
  clientId: Id,
  chosenName: z.string(),
  contactId: Id,
  recipient: Recipient,
  /** Visits since the last update, and the day of that one. */
  visits: z.int(),
  lastOn: CalendarDay.nullable(),
  /** A draft that is there already. */
  letterId: Id.nullable(),
  verdict: Verdict,
});
export type DueUpdate = z.infer<typeof DueUpdate>;

export const letterCalls = {
  'letters.kinds': call({
    input: z.strictObject({}),
    output: z.strictObject({ kinds: z.array(LetterKind), transport: z.array(z.string()) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /**
   * Begins a letter from its outline: what the record knows is filled in, what the release covers is ticked, and nothing else.
   * `corrects`: takes the place of a finalised one, which it names.
   * @throws Refusal content-unknown, contact-merged, client-archived, letter-recipient (this kind does not go to them), letter-not-finalised (there is nothing to correct), letter-replaced; not-found client, contact, session, incident, finding, letter
   */
  'letters.compose': call({
    input: z.strictObject({
      clientId: Id,
      kindId: z.string().min(1).max(60),
      to: To,
      from: Source.nullable().default(null),
      /** The days it tells of; null for what the kind suggests. */
      period: z.strictObject({ from: CalendarDay, to: CalendarDay }).nullable().default(null),
      corrects: Id.nullable().default(null),
    }),
    output: OpenLetter,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'letter-begun' },
  }),
  'letters.get': call({
    input: z.strictObject({ id: Id }),
    output: OpenLetter,
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'letter-opened',
      about: ofLetter,
      run: (before: { readonly id: string }, now: { readonly id: string }) => before.id === now.id,
    },
  }),
  /** Keeps it as it stands on the screen. A change takes away that the client saw it. @throws Refusal letter-finalised, facts-unknown, facts-not-covered; conflict with the letter as it stands; not-found letter */
  'letters.save': call({
    input: z.strictObject({ ...named, draft: LetterDraft }),
    output: OpenLetter,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'letter-changed' },
  }),
  /** A draft nobody needs; it stays in the record, out of the way. @throws Refusal letter-finalised; conflict; not-found letter */
  'letters.setAside': call({
    input: z.strictObject(named),
    output: z.strictObject({ id: Id, clientId: Id }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'letter-set-aside' },
  }),
  /** Writes down that the client saw this version. @throws Refusal letter-finalised; conflict; not-found letter */
  'letters.preview': call({
    input: z.strictObject({ ...named, way: z.enum(previewWays), words: Paragraph.default('') }),
    output: OpenLetter,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'letter-previewed' },
  }),
  /**
   * Asks the gate in the transaction that keeps it, draws the PDF, and fixes the letter for good. Refused, the draft stays as it is.
   * `looked`: whoever signs went through the list of what never goes into it.
   * @throws Refusal letter-finalised, letter-unfilled, letter-unseen (the client has not seen it, and it may not go unseen), letter-not-permitted with the verdict, letter-never (words of the list), letter-recipient-unreachable (no address), letter-empty, not-confirmed, signatures-incomplete, characters-unprintable; conflict; not-found letter
   */
  'letters.finalise': call({
    input: z.strictObject({
      ...named,
      signature: Signature,
      looked: z.boolean(),
      /** Why the client has not seen it; empty where they have. */
      unseenReason: Paragraph.default(''),
      acceptSubstitutes: z.boolean().default(false),
    }),
    output: OpenLetter,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'letter-finalised' },
  }),
  /**
   * A person says how and when it left; the application never sends. It becomes a disclosure. What left while a permission stood belongs
   * in the accounting when that was taken back since: `time` tells it where both were on one day.
   * @throws Refusal letter-not-finalised, letter-not-permitted, day-in-future; not-found letter
   */
  'letters.handedOver': call({
    input: z.strictObject({
      id: Id,
      on: CalendarDay,
      time: WallTime.nullable().default(null),
      way: TextLine.refine(shows, 'required'),
      words: Paragraph.default(''),
    }),
    output: OpenLetter,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'letter-handed-over' },
  }),
  /** What came back; its scan is a paper of the client's. @throws Refusal letter-not-handed-over, day-in-future; not-found letter, document */
  'letters.fileReply': call({
    input: z.strictObject({ id: Id, on: CalendarDay, words: Needed, documentId: Id.nullable().default(null) }),
    output: OpenLetter,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'letter-answered' },
  }),
  /** Newest first, those set aside left out. */
  'letters.ofClient': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ letters: z.array(LetterLine) }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'letters-opened',
      about: ({ clientId }: { readonly clientId: string }): AuditSubject => ({ clientId }),
    },
  }),
  /** The desk: drafts of who asks, finalised ones that have not left, answers that are late, and updates due this month. */
  'letters.due': call({
    input: z.strictObject({}),
    output: z.strictObject({
      drafts: z.array(LetterLine),
      toHandOver: z.array(LetterLine),
      unanswered: z.array(LetterLine),
      updates: z.array(DueUpdate),
      more: z.int().min(0),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'letters-due-opened', about: (): AuditSubject => ({}) },
  }),
  /** Begins a progress update for each, as drafts; one that is not permitted any more is told and left out. @throws not-found client, contact */
  'letters.draftDue': call({
    input: z.strictObject({
      updates: z
        .array(z.strictObject({ clientId: Id, contactId: Id }))
        .min(1)
        .max(200),
    }),
    output: z.strictObject({
      begun: z.array(LetterLine),
      refused: z.array(z.strictObject({ clientId: Id, contactId: Id, verdict: Verdict })),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'letter-begun' },
  }),
};
