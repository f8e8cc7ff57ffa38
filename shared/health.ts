import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { Clearance } from './clearance.ts';
import { Finding, FindingItem, FindingKind, ReasonWords } from './finding.ts';
import { Id } from './ids.ts';
import { Medicine, MedicineClass } from './medicines.ts';
import { SuitabilityAnswer, SuitabilityQuestion } from './suitability.ts';
import { Paragraph } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** The health screen in hand-over: filled like a form, and none of the consents. */
export const healthFormId = 'health-screen';

export const healthAnswers = ['no', 'yes', 'not_sure', 'declined'] as const;
export const HealthAnswer = z.enum(healthAnswers);
export type HealthAnswer = z.infer<typeof HealthAnswer>;

const QuestionId = z.string().max(100);
const SectionId = z.string().max(100);
const Code = z.string().max(40);

/** Plain questions about one part of health, as the client reads them. */
export const HealthSection = z.strictObject({
  id: z.string(),
  title: z.string(),
  intro: z.string(),
  /** Stands last, and can be skipped whole. */
  sensitive: z.boolean(),
  maySkip: z.boolean(),
  questions: z.array(z.strictObject({ id: z.string(), question: z.string() })),
});
export type HealthSection = z.infer<typeof HealthSection>;

const GivenAnswer = z.strictObject({ answer: HealthAnswer, at: Instant, from: z.enum(['client', 'practitioner', 'paper']) });
export type GivenAnswer = z.infer<typeof GivenAnswer>;

/** One time all of it was asked. A review begins with the answers of the one before. */
export const HealthScreen = z.strictObject({
  id: Id,
  clientId: Id,
  number: z.int().min(1),
  startedAt: Instant,
  startedBy: z.string(),
  answers: z.record(QuestionId, GivenAnswer),
  /** Sections gone through in this round: a blank in one of them was skipped, one elsewhere was not asked yet. */
  seen: z.array(SectionId),
  /** Every section was gone through; what is blank from here on counts as skipped. */
  doneAt: Instant.nullable(),
  contentVersion: z.string(),
  revision: z.int().min(0),
  savedAt: Instant,
});
export type HealthScreen = z.infer<typeof HealthScreen>;

/** "Has anything changed in your health, your medicines, or what you want left out?" */
export const HealthChange = z.strictObject({
  id: Id,
  clientId: Id,
  at: Instant,
  by: z.string(),
  changed: z.boolean(),
  words: z.string(),
  /** When it was gone through and what came of it; null while it waits. Of "nothing" the moment itself. */
  settledAt: Instant.nullable(),
  settledWords: z.string(),
});
export type HealthChange = z.infer<typeof HealthChange>;

const subject = (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId });

/** What the practitioner decides about one finding. Raising is free; lowering, resolving and taking a marked place off need a reason. */
const Decision = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('raise'), kind: FindingKind, reason: Paragraph.default('') }),
  z.strictObject({ what: z.literal('lower'), kind: FindingKind, reason: ReasonWords }),
  z.strictObject({ what: z.literal('mark'), areas: z.array(Code).min(1).max(200), reason: Paragraph.default('') }),
  z.strictObject({ what: z.literal('resolve'), reason: ReasonWords }),
  /** Asked again in person, of what was not answered. */
  z.strictObject({ what: z.literal('answer'), answer: z.enum(['no', 'yes', 'not_sure']) }),
]);
export type Decision = z.infer<typeof Decision>;

/** The crisis card that must be read before anything else; null where nothing called for it. */
const crisisId = Id.nullable();

export const healthCalls = {
  /** What can be asked and found here: sections, items, medicine classes, suitability questions. */
  'health.content': call({
    input: z.strictObject({}),
    output: z.strictObject({
      sections: z.array(HealthSection),
      items: z.array(FindingItem),
      classes: z.array(MedicineClass),
      suitability: z.array(SuitabilityQuestion),
    }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** Begins the first screen, or a review with the answers of the newest. One that is open already is given back. @throws Refusal client-archived */
  'health.start': call({
    input: z.strictObject({ clientId: Id }),
    output: HealthScreen,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'health-screen-started' },
  }),
  /**
   * Answers typed in, a section or more at a time; findings follow in the same transaction. Null takes a no or a declined back. `done`: all
   * was asked, what is blank was skipped.
   * @throws Refusal questions-unknown, health-screen-over, client-archived; conflict with the screen as it stands
   */
  'health.save': call({
    input: z.strictObject({
      screenId: Id,
      revision: z.int().min(0),
      answers: z.record(QuestionId, HealthAnswer.nullable()),
      seen: z.array(SectionId).max(50).default([]),
      from: z.enum(['practitioner', 'paper']),
      done: z.boolean().default(false),
    }),
    output: z.strictObject({ screen: HealthScreen, crisisId }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'health-screen-changed' },
  }),
  /** Everything about the client's health as it stands today. `screens`: newest first, the open one too. */
  'health.findings': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({
      screens: z.array(HealthScreen.omit({ answers: true })),
      open: HealthScreen.nullable(),
      newest: HealthScreen.nullable(),
      /** The most careful first; those resolved last. */
      findings: z.array(Finding),
      medicines: z.array(Medicine),
      /** The newest answer to each question that was asked. */
      suitability: z.array(SuitabilityAnswer),
      clearances: z.array(Clearance),
      /** Newest first. */
      changes: z.array(HealthChange),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'health-opened', about: subject },
  }),
  /**
   * Decides about one finding: raise, lower with a reason, mark places, resolve with a reason, or answer what was not answered.
   * @throws Refusal kind-not-higher, kind-not-lower, areas-unknown, places-need-reason, finding-over, finding-answered; conflict with the finding as it stands
   */
  'health.resolve': call({
    input: z.strictObject({ findingId: Id, version: z.int().min(1), decision: Decision }),
    output: z.strictObject({ finding: Finding, crisisId }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'finding-changed' },
  }),
  /** The practitioner saw or heard something that no question brought up. @throws Refusal questions-unknown, client-archived */
  'health.add': call({
    input: z.strictObject({ clientId: Id, itemId: QuestionId, words: Paragraph.default('') }),
    output: z.strictObject({ finding: Finding, crisisId }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'finding-added' },
  }),
  /** The question of every visit. @throws Refusal client-archived */
  'health.changed': call({
    input: z.strictObject({ clientId: Id, changed: z.boolean(), words: Paragraph.default('') }),
    output: HealthChange,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'health-change-asked' },
  }),
  /** A change was gone through, with what came of it. @throws Refusal change-over */
  'health.settle': call({
    input: z.strictObject({ changeId: Id, words: ReasonWords }),
    output: HealthChange,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'health-change-settled' },
  }),
  /** For Today: what waits for the practitioner of every client's health, the most careful first. */
  'health.attention': call({
    input: z.strictObject({}),
    output: z.strictObject({
      attention: z.array(
        z.strictObject({
          clientId: Id,
          chosenName: z.string(),
          kind: z.enum(['to-clear', 'places-to-mark', 'not-answered', 'screen-open', 'change-open', 'medicine-to-match', 'clearance-ends']),
          count: z.int().min(1),
          day: CalendarDay,
        }),
      ),
      more: z.int().min(0),
    }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
};
