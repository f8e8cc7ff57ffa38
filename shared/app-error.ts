import { z } from 'zod';

/** What is wrong with a field of an input. The words are in the locale files. */
export const problems = [
  'required',
  'too-long',
  'too-short',
  'not-a-day',
  'not-a-zone',
  'not-an-option',
  'unknown-field',
  'wrong-kind',
  'in-the-future',
  'too-early',
  'too-weak',
  'not-an-email',
  'not-a-time',
  'mistyped',
] as const;
export type Problem = (typeof problems)[number];

export const Issue = z.strictObject({
  /** Where: keys and indexes from the top of the input. */
  path: z.array(z.union([z.string(), z.number()])),
  problem: z.enum(problems),
  limit: z.number().optional(),
  length: z.number().optional(),
});
export type Issue = z.infer<typeof Issue>;

/** Every reason a rule can refuse for; a new one does not compile until the notice has words for it. */
export const refusals = [
  'wrong-passphrase',
  'wrong-recovery-code',
  'no-recovery-kit',
  'new-key-unfinished',
  'wait-before-next-try',
  'practice-exists',
  'already-open',
  'no-practice',
  'statements-unanswered',
  'answers-not-allowed',
  'signatures-incomplete',
  'placeholders-unfilled',
  'form-changed',
  'characters-unprintable',
  'client-archived',
  'handover-over',
  'form-not-offered',
  'paper-chosen',
  'end-date-not-allowed',
  'ended-already',
  'parts-not-shown',
  'parts-not-reviewed',
  'already-withdrawn',
  'parts-not-in-form',
  'areas-not-offered',
  'areas-unknown',
  'places-need-reason',
  'area-left-out',
  'already-out',
  'not-confirmed',
  'stop-signal-empty',
  'stop-signal-changed',
  'items-unknown',
  'item-not-skippable',
  'items-open',
  'intake-over',
  'questions-unknown',
  'health-screen-over',
  'kind-not-higher',
  'kind-not-lower',
  'finding-over',
  'finding-answered',
  'findings-unknown',
  'change-over',
  'class-unknown',
  'clearance-answered',
  'clearance-needs-end',
  'clearance-needs-paper',
  'clearance-too-long',
  'card-changed',
  'crisis-numbers-unchecked',
  'crisis-over',
  'crisis-unread',
  'handover-calm',
  'contact-alike',
  'contact-merged',
  'contacts-same',
  'day-in-future',
  'schedule-full',
  'service-off',
  'room-off',
  'practitioner-off',
  'span-backwards',
  'spans-overlap',
  'days-backwards',
  'days-too-many',
  'appointment-conflicts',
  'appointment-over',
  'status-not-possible',
  'scope-not-possible',
  'fee-not-allowed',
  'series-empty',
  'series-too-long',
  'waiting-over',
  'task-over',
  'not-for-desk',
  'ics-unreadable',
  'ics-empty',
  'ics-too-many',
  'ics-changed',
  'nothing-to-import',
  'session-open',
  'session-over',
  'not-your-session',
  'not-ready',
  'talk-only',
  'card-first',
  'not-now',
  'touch-closed',
  'signal-none',
  'block-refused',
  'block-warned',
  'content-unknown',
  'event-taken',
  'hands-on',
  'incident-over',
  'hold-stands',
  'clinician-needed',
  'hold-over',
  'more-than-spelling',
  'placeholder-unknown',
  'number-not-checked',
  'form-text-empty',
  'form-parts-changed',
  'file-kind-unknown',
  'upload-incomplete',
  'no-printer-here',
  'not-printed',
  'file-grant-unknown',
  'file-not-written',
  'no-backup-folder',
  'backup-folder-unfit',
  'backup-not-written',
  'backup-folder-silent',
  'backup-not-found',
  'backup-damaged',
  'backup-of-another-practice',
  'backup-made-by-newer-version',
  'backup-not-opened',
] as const;
export type RefusalReason = (typeof refusals)[number];

/** Why the vault cannot be worked with at all; none of these ever offers to delete anything. */
export const unavailabilities = [
  'open-elsewhere',
  'made-by-newer-version',
  'made-by-other-host',
  'header-damaged',
  'header-missing',
  'database-missing',
  'database-damaged',
  'settings-not-held',
  'folder-read-only',
  'disk-full',
  'disk-failing',
  'vault-ended',
  'content-damaged',
] as const;
export type Unavailability = (typeof unavailabilities)[number];

const Json = z.json();

export const AppError = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('locked') }),
  z.strictObject({ code: z.literal('handed-over') }),
  z.strictObject({ code: z.literal('not-allowed') }),
  z.strictObject({ code: z.literal('invalid'), issues: z.array(Issue) }),
  z.strictObject({
    code: z.literal('not-found'),
    what: z.enum([
      'call',
      'client',
      'form',
      'document',
      'consent',
      'upload',
      'intake',
      'map',
      'health-screen',
      'finding',
      'change',
      'medicine',
      'clearance',
      'crisis',
      'contact',
      'service',
      'room',
      'practitioner',
      'exception',
      'appointment',
      'waiting',
      'task',
      'session',
      'incident',
      'hold',
    ]),
  }),
  /** Someone saved meanwhile: the record as it stands now, to show beside what was typed. */
  z.strictObject({ code: z.literal('conflict'), current: Json }),
  /** `details`: what the words name, by reason (seconds to wait, element ids, characters...). */
  z.strictObject({ code: z.literal('refused'), reason: z.enum(refusals), details: z.record(z.string(), Json).optional() }),
  z.strictObject({ code: z.literal('unavailable'), reason: z.enum(unavailabilities) }),
  z.strictObject({ code: z.literal('unexpected'), incident: z.string() }),
]);
export type AppError = z.infer<typeof AppError>;

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** A failure that is an answer: what services throw, and the window reads as data. */
export class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code === 'refused' || error.code === 'unavailable' ? error.reason : error.code);
    this.error = error;
  }
}

/** A rule says no. */
export class Refusal extends Refused {
  constructor(reason: RefusalReason, details?: Extract<AppError, { code: 'refused' }>['details']) {
    super(details ? { code: 'refused', reason, details } : { code: 'refused', reason });
  }
}
