import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { Withdrawal } from './consent.ts';
import { Id } from './ids.ts';
import { Signature } from './signatures.ts';
import { Paragraph, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** What may be shared: the ids of the form `release-of-information`, part "desc", and of letters.json. */
export const informationKinds = [
  'attendance',
  'goal',
  'plan',
  'areas_contact',
  'response',
  'stops_pauses',
  'aftercare',
  'limits_advice',
  'health_finding',
  'medicines',
  'incident',
  'score_totals',
  'score_answers',
  'closing',
  'record_copy',
] as const;
export type InformationKind = (typeof informationKinds)[number];

export const sharingPurposes = [
  'at_my_request',
  'coordinate_care',
  'medical_clearance',
  'referral',
  'safety',
  'closing',
  'attendance_proof',
  'other',
] as const;
export type SharingPurpose = (typeof sharingPurposes)[number];

/** `to`: this practice gives; `from`: this practice receives. */
export const sharingDirections = ['to', 'from', 'both'] as const;
export type SharingDirection = (typeof sharingDirections)[number];

/** The permission to share, and the one of its own for records under 42 CFR Part 2. */
export const releaseForms = ['release-of-information', 'part2-consent'] as const;
export type ReleaseForm = (typeof releaseForms)[number];

/** domain.md 5.3. `draft`: made ready for a recipient, and not signed. */
export const releaseStates = ['draft', 'active', 'expired', 'revoked', 'replaced'] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** Who gets it, in the words the client signed; the directory may have others since. */
export const Recipient = z.strictObject({
  name: z.string(),
  profession: z.string(),
  organisation: z.string(),
  address: z.string(),
});
export type Recipient = z.infer<typeof Recipient>;

const OfRelease = {
  id: Id,
  clientId: Id,
  formId: z.enum(releaseForms),
  /** Of the directory, as it was named; `standingId` is who that is now, another where two entries became one. */
  contactId: Id,
  standingId: Id,
  recipient: Recipient,
  /** Both sides' least: what was made ready, and what the client chose of it. Of a draft, what was made ready. */
  direction: z.enum(sharingDirections),
};

export const Release = z.strictObject({
  ...OfRelease,
  state: z.enum(releaseStates),
  kinds: z.array(z.enum(informationKinds)),
  /** Questionnaires that may be named, by their ids in instruments.json. */
  measures: z.array(z.string()),
  purposes: z.array(z.enum(sharingPurposes)),
  /** What "something else" is, in the client's words. */
  purposeWords: z.string(),
  /** Specially protected subjects that may be included. */
  special: z.array(z.string()),
  /** Which dates it covers, in the client's words; empty: what is written after it was signed. */
  coversWords: z.string(),
  consentId: Id.nullable(),
  documentId: Id.nullable(),
  signedAt: Instant.nullable(),
  /** Where somebody signed for the client: what gives them the right. Empty where the client did. */
  authority: z.string(),
  /** Where the practice was when it was signed. */
  place: z.string(),
  /** The first day it does not count any more; null where an event ends it or (Part 2) nothing does. */
  endsOn: CalendarDay.nullable(),
  /** What ends it, in the client's words; empty where a day does. */
  endEvent: z.string(),
  /** Somebody wrote down that the event came. */
  eventOn: CalendarDay.nullable(),
  revokedAt: Instant.nullable(),
  revokedWords: z.string(),
  replacedBy: Id.nullable(),
  preparedAt: Instant,
});
export type Release = z.infer<typeof Release>;

/** What went out under it: cannot be called back, and is shown before it is revoked. */
const WentOut = z.strictObject({ disclosureId: Id, releaseId: Id, on: CalendarDay, what: z.string(), toName: z.string() });

/** Why something may not go. */
export const gateReasons = [
  'no-release',
  'other-recipient',
  'not-signed',
  'revoked',
  'event-came',
  'expired',
  'too-old',
  'replaced',
  'direction',
  'purpose',
  'kinds',
  'measures',
  'part2',
  'exception-not-here',
] as const;
export type GateReason = (typeof gateReasons)[number];

/** The answer of the gate: with the release it stands on, or the reason and what is not covered. */
export const Verdict = z.discriminatedUnion('permitted', [
  z.strictObject({ permitted: z.literal(true), releaseId: Id.nullable(), part2ReleaseId: Id.nullable() }),
  z.strictObject({
    permitted: z.literal(false),
    reason: z.enum(gateReasons),
    /** The release that came nearest; null where there is none. */
    releaseId: Id.nullable(),
    /** Kinds and measures it does not cover. */
    missing: z.array(z.string()),
  }),
]);
export type Verdict = z.infer<typeof Verdict>;

const ofClient = ({ clientId }: { readonly clientId: string }): AuditSubject => ({ clientId });

export const releaseCalls = {
  /**
   * Makes a permission ready to be handed over: who gets it and which way at most. There is one draft for a client, recipient and form;
   * made ready again it is that one. Its id goes into `handover.begin` as the blank `release`.
   * @throws Refusal contact-merged, client-archived, form-not-offered (Part 2 outside the US); not-found client, contact
   */
  'releases.prepare': call({
    input: z.strictObject({
      clientId: Id,
      contactId: Id,
      formId: z.enum(releaseForms).default('release-of-information'),
      direction: z.enum(sharingDirections),
      /** The one it takes the place of once it is signed. */
      replaces: Id.nullable().default(null),
    }),
    output: Release,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'release-prepared' },
  }),
  /** Finishes a permission that came back, like `consent.sign`, and keeps what it permits with it. @throws as consent.sign; Refusal release-direction (the client chose a way that was not made ready) */
  'releases.grant': call({
    input: z.strictObject({
      fillingId: Id,
      shownSha256: z.string().regex(/^[0-9a-f]{64}$/),
      signatures: z.array(Signature).max(8),
      acceptSubstitutes: z.boolean().default(false),
    }),
    output: Release,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'release-granted' },
  }),
  /** At once, whoever says it aloud. `event`: what was to end it has come. @throws Refusal already-withdrawn, release-not-signed; not-found release */
  'releases.revoke': call({
    input: z.strictObject({
      id: Id,
      why: z.enum(['taken-back', 'event']),
      by: Withdrawal.shape.by,
      /** As they were said. */
      words: Paragraph.default(''),
    }),
    output: Release,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'release-revoked' },
  }),
  /** Newest first, with what already went out under each. */
  'releases.ofClient': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ releases: z.array(Release), wentOut: z.array(WentOut) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'releases-opened', about: ofClient },
  }),
  /** What the gate says now; nothing is kept. */
  'releases.permits': call({
    input: z.strictObject({
      clientId: Id,
      contactId: Id,
      direction: z.enum(['to', 'from']),
      kinds: z.array(z.enum(informationKinds)).max(20),
      measures: z.array(TextLine).max(40).default([]),
      purpose: z.enum(sharingPurposes),
      part2: z.boolean().default(false),
    }),
    output: Verdict,
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'release-asked', about: ofClient },
  }),
};
