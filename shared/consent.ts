import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { ConsentForm, signers } from './consent-form.ts';
import { FormState } from './consent-state.ts';
import { Answers } from './form-answers.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Signature } from './signatures.ts';
import { Name, OptionalName, Paragraph } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** A character no bundled font has, and what is printed in its place once the person agrees. */
export const Unprintable = z.strictObject({ character: z.string(), codePoint: z.string(), printedAs: z.string(), where: z.string() });
export type Unprintable = z.infer<typeof Unprintable>;

/** Blanks that are filled for this one signing ("techniques"), by placeholder. */
export const Blanks = z.record(z.string().max(60), Paragraph);
export type Blanks = z.infer<typeof Blanks>;

/** What still keeps a form from being finished; nothing in it means that it can be. */
export const Unfinished = z.strictObject({
  /** Ids of parts. */
  unanswered: z.array(z.string()),
  /** Ids of parts that were never on the screen. */
  notShown: z.array(z.string()),
  /** Ids of parts the client would rather talk about first. */
  toTalkAbout: z.array(z.string()),
  waiting: z.array(z.enum(signers)),
  unprintable: z.array(Unprintable),
  /** The client said no to the one place the form is about: there is nothing left to ask or to sign, and the form can be set aside. */
  leftOut: z.boolean(),
});
export type Unfinished = z.infer<typeof Unfinished>;

/** Taking back: the whole, or named parts. Spoken is enough (domain.md 4.7). */
export const Withdrawal = z.strictObject({
  id: Id,
  withdrawnAt: Instant,
  by: z.enum(['client', 'guardian', 'decision_maker', 'personal_representative']),
  /** Ids of parts; none is the whole form. */
  parts: z.array(z.string().max(100)).max(100),
  /** As they were said. */
  words: Paragraph,
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** Of a form that was signed by hand and filed from its scan: on which day, by whom, and who had the original before them. */
export const PaperSigned = z.strictObject({
  signedOn: CalendarDay,
  signers: z.array(z.strictObject({ signer: z.enum(signers), name: z.string() })),
  /** As they gave it. */
  seenName: z.string(),
});
export type PaperSigned = z.infer<typeof PaperSigned>;

export const Consent = z.strictObject({
  id: Id,
  clientId: Id,
  formId: z.string(),
  /** The one place an `area-consent` is about. */
  area: z.string().nullable(),
  formVersion: z.string(),
  title: z.string(),
  signedAt: Instant,
  /** The first day it does not count any more. */
  endsOn: CalendarDay.nullable(),
  documentId: Id,
  answers: Answers,
  withdrawals: z.array(Withdrawal),
  /** Null for what was signed on a screen. `documentId` is then the scan, else the paper that was drawn. */
  paper: PaperSigned.nullable().default(null),
});
export type Consent = z.infer<typeof Consent>;

const subject = (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId });

/** A consent, or a form that came back from the client, that somebody should look at. */
const Attention = z.strictObject({ clientId: Id, chosenName: z.string(), formState: FormState });

export const consentCalls = {
  /**
   * The forms this practice offers, as this client would read them now; `area-consent` once for each place that needs it. For a paper: in the
   * words of an earlier version, and a permission for whom it was made ready. @throws not-found release
   */
  'consent.forms': call({
    input: z.strictObject({
      clientId: Id,
      blanks: Blanks.default({}),
      /** By form; one this practice does not have any more is given in the words in force. */
      versions: z.record(z.string().max(100), z.string().max(40)).default({}),
      releaseId: Id.nullable().default(null),
    }),
    output: z.strictObject({ forms: z.array(ConsentForm) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'consent-form-opened', about: subject },
  }),
  /** What would keep a form that came back from being finished with these further signatures; nothing is kept. */
  'consent.check': call({
    input: z.strictObject({ fillingId: Id, signatures: z.array(Signature).max(8) }),
    output: Unfinished,
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /**
   * Finishes a form that came back: the answers and signatures given in hand-over, and those added now. `shownSha256` names the text
   * the practitioner had before them. Refused with anything blank, not shown, not read through, a changed form, or a place left out.
   */
  'consent.sign': call({
    input: z.strictObject({
      fillingId: Id,
      shownSha256: z.string().regex(/^[0-9a-f]{64}$/),
      signatures: z.array(Signature).max(8),
      acceptSubstitutes: z.boolean().default(false),
    }),
    output: Consent,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'consent-signed' },
  }),
  /**
   * Counts a paper of the client's files as a form they signed by hand: with the answers that stand on it, in a text this practice has or had, seen in
   * the original by who is in. A permission to share names the one that was made ready for its recipient. @throws Refusal not-on-paper, newer-word, form-changed, statements-unanswered, signatures-incomplete, ended-already
   */
  'consent.fileScan': call({
    input: z.strictObject({
      clientId: Id,
      documentId: Id,
      formId: z.string().min(1).max(100),
      /** The one place an `area-consent` is about. */
      area: z.string().max(40).nullable().default(null),
      /** At the foot of the paper: the one in force, or one this practice had before. */
      formVersion: z.string().max(40),
      releaseId: Id.nullable().default(null),
      shownSha256: z.string().regex(/^[0-9a-f]{64}$/),
      signedOn: CalendarDay,
      answers: Answers,
      signers: z.array(z.strictObject({ signer: z.enum(signers), name: OptionalName.default('') })).max(8),
      /** "I had the signed original before me": the name of who says so. */
      seenName: Name,
    }),
    output: Consent,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'consent-filed-on-paper' },
  }),
  /** Signed ones newest first, and where each form stands today, `area-consent` for each of its places. */
  'consent.ofClient': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({
      consents: z.array(Consent),
      forms: z.array(FormState),
      /** Came back from the client, and their form is not offered any more: they can be set aside. */
      notOffered: z.array(z.strictObject({ fillingId: Id, savedAt: Instant })),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'consents-opened', about: subject },
  }),
  /** At once and for good; a new yes is a new signature. @throws Refusal already-withdrawn, parts-not-in-form */
  'consent.withdraw': call({
    input: z.strictObject({
      consentId: Id,
      by: Withdrawal.shape.by,
      parts: Withdrawal.shape.parts,
      words: Withdrawal.shape.words,
    }),
    output: Consent,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'consent-withdrawn' },
  }),
  /** For Today: forms to read through, and consents that end soon or ended in the last 30 days and were not signed again. */
  'consent.attention': call({
    input: z.strictObject({}),
    output: z.strictObject({ attention: z.array(Attention).max(limits.page), more: z.int().min(0) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
};
