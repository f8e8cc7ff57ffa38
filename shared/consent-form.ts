import { z } from 'zod';

/** The form as content: what `resources/clinical/consents.json` holds and what is shown once its blanks are filled. */

export const captures = [
  'display',
  'confirm',
  'initial',
  'choice',
  'multi',
  'text',
  'map',
  'date',
  'signature',
  'upload',
  'spoken_recorded',
  'spoken_or_signature',
  'system',
  // of the intake alone
  'scale',
  'contacts',
  // of the health screen alone
  'screen',
] as const;
export const asks = [
  'information',
  'agreement',
  'touch',
  'permission',
  'arrangement',
  'person',
  'legal',
  'practitioner',
  'signature',
  'record',
] as const;

export const signers = [
  'client',
  'practitioner',
  'witness',
  'guardian',
  'young_person',
  'decision_maker',
  'observer',
  'personal_representative',
] as const;
export type Signer = (typeof signers)[number];

export const FormOption = z.strictObject({ value: z.string(), label: z.string() });
export type FormOption = z.infer<typeof FormOption>;

/** One numbered part of a form, its text with every blank filled. */
export const FormElement = z.strictObject({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  /** A line beside a question ("You can skip this."); empty on consents, whose words are all in `text`. */
  help: z.string(),
  /** The part of the form it stands in; empty where a form has none. */
  section: z.string(),
  capture: z.enum(captures),
  asks: z.enum(asks),
  required: z.boolean(),
  /** "I'd rather not say" is an answer: only where the question is about the person. */
  allowDeclined: z.boolean(),
  /** Safest first. Empty unless `choice` or `multi`. */
  options: z.array(FormOption),
  /** Empty unless it is signed. */
  signers: z.array(z.enum(signers)),
  /** Who answers: what the practitioner writes is there before the client reads the form. */
  by: z.enum(['client', 'practitioner', 'app']),
  /** Asked only after that answer: one of `values`, or with none named any answer but "I'd rather not say". */
  askIf: z.strictObject({ element: z.string(), values: z.array(z.string()) }).nullable(),
  /** Options that clear all others. */
  exclusive: z.array(z.string()),
  /** The option `other` or `more` opens a short text. */
  otherText: z.boolean(),
  /** Of a `screen`: plain questions on one page, each answered with one of the options. */
  questions: z.array(z.strictObject({ id: z.string(), question: z.string() })).optional(),
});
export type FormElement = z.infer<typeof FormElement>;

/** An area as the consent list offers it. Areas that need their own form and are not turned on do not appear at all. */
export const FormArea = z.strictObject({
  code: z.string(),
  label: z.string(),
  view: z.enum(['front', 'back', 'side']),
  region: z.string(),
  /** Named so that the client sees it is out of bounds; never selectable. */
  offered: z.boolean(),
});
export type FormArea = z.infer<typeof FormArea>;

/** Safest first, as they are offered. */
export const areaStates = ['no', 'ask', 'yes'] as const;
export type AreaState = (typeof areaStates)[number];

/**
 * How long a signature counts, read from `valid_for` of the content. `months` and `days` end on that day; `visit` counts on the day it
 * was signed; `once` until what it allows was done; `dated` until the day the client set in `expire-date`; `at-once` takes something back.
 */
export const Validity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('months'), count: z.int().min(1) }),
  z.strictObject({ kind: z.literal('days'), count: z.int().min(1) }),
  z.strictObject({ kind: z.enum(['visit', 'once', 'until-changed', 'dated', 'at-once']) }),
]);
export type Validity = z.infer<typeof Validity>;

/** A blank of the form that nobody has filled yet, and who can. */
export const UnfilledBlank = z.strictObject({
  placeholder: z.string(),
  label: z.string(),
  example: z.string(),
  source: z.enum(['profile', 'client', 'computed']),
});
export type UnfilledBlank = z.infer<typeof UnfilledBlank>;

/** The form about one sensitive place and nothing else: each place has its own. */
export const areaForm = 'area-consent';

/** A form ready to be shown to one client. With anything in `unfilled` it must not be shown. */
export const ConsentForm = z.strictObject({
  id: z.string(),
  version: z.string(),
  language: z.string(),
  title: z.string(),
  clientTitle: z.string(),
  intro: z.string(),
  elements: z.array(FormElement),
  areas: z.array(FormArea),
  unfilled: z.array(UnfilledBlank),
  /** What each signature says: shown before signing and printed above it. */
  intents: z.record(z.enum(signers), z.string()),
  validity: Validity,
  /** It ends at the client's next birthday at the latest. */
  eachBirthday: z.boolean(),
  /** SHA-256, hex, of the text shown; signing names it, so that what is signed is what was read. */
  shownSha256: z.string(),
  /** The one place an `area-consent` is about. */
  area: z.string().nullable(),
});
export type ConsentForm = z.infer<typeof ConsentForm>;
