import { z } from 'zod';
import { ContactLevel } from './body-areas.ts';

/** What a session is led by, as the clinical content has it (techniques, red flags, sensation words, positions, aftercare). */

export const sessionPhases = ['arrive', 'settle', 'touch-block', 'pause', 'ground', 'close'] as const;
export type SessionPhase = (typeof sessionPhases)[number];

export const suitabilities = ['A', 'B', 'C', 'D'] as const;
export const dissociationGrades = ['D0', 'D1', 'D2', 'D3', 'D4'] as const;
export const arousalGrades = ['H0', 'H1', 'H2', 'H3', 'H4'] as const;
export type DissociationGrade = (typeof dissociationGrades)[number];
export type ArousalGrade = (typeof arousalGrades)[number];

/** How touch may go on after something was seen (redflags.json, resume_values), from the most open to the most closed. */
export const resumes = ['carry_on', 'client_asks', 'resume_rule', 'not_today', 'never_today'] as const;
export type Resume = (typeof resumes)[number];

/** From the mildest on; the highest wins (redflags.json). */
export const decisions = ['continue', 'pause', 'stop', 'refer_now', 'emergency'] as const;
export type Decision = (typeof decisions)[number];

export const sessionRuleIds = [
  'area',
  'area-ask',
  'area-sensitive',
  'contact-level',
  'technique-d',
  'spoken-yes',
  'stop-rehearsed',
  'grade',
  'first-block-minutes',
  'later-block-minutes',
  'first-session-touch',
  'technique-b-c',
  'one-new-thing',
  'announce',
  'hands-off-at-pauses',
  'titration',
  'early-end',
  'no-promise',
] as const;
export type SessionRuleId = (typeof sessionRuleIds)[number];

const Phase = z.strictObject({
  id: z.enum(sessionPhases),
  label: z.string(),
  /** From, to. */
  minutes: z.array(z.number()).length(2),
  touch: z.boolean(),
  steps: z.array(z.string()),
  prompts: z.array(z.string()),
});

const Technique = z.strictObject({
  id: z.string(),
  family: z.string(),
  name: z.string(),
  description: z.string(),
  suitability: z.enum(suitabilities),
  contactMin: z.int(),
  contactMax: z.int(),
  seconds: z.int(),
  /** Places it is meant for; empty: none in particular. */
  areas: z.array(z.string()),
  usesTouch: z.boolean(),
  why: z.string(),
  watchFor: z.string(),
  alternative: z.string(),
});
export type Technique = z.infer<typeof Technique>;

const grade = <G extends string>(grades: readonly [G, ...G[]]) =>
  z.strictObject({
    grade: z.enum(grades),
    label: z.string(),
    signs: z.array(z.string()),
    clientWords: z.array(z.string()),
    decision: z.enum(decisions),
    /** P0 to P5. */
    action: z.string(),
    what: z.string(),
    resume: z.enum(resumes),
    incident: z.boolean(),
  });

/** A thing seen or heard that is no grade alone: the decision table, and emotional events that are no flags by themselves. */
const Seen = z.strictObject({
  id: z.string(),
  what: z.string(),
  decision: z.enum(decisions),
  doNow: z.string(),
  mayContinueIf: z.string(),
  afterwards: z.string(),
  tell: z.string(),
  followUpDays: z.int(),
  action: z.string().nullable(),
  grade: z.string().nullable(),
  resume: z.enum(resumes),
  incident: z.boolean(),
  hold: z.enum(['no', 'if_closed_under_resume_rule', 'yes']),
  /** An emotional event: normal, not a flag by itself. */
  emotional: z.boolean(),
});
export type SeenItem = z.infer<typeof Seen>;

const Step = z.strictObject({ n: z.int(), title: z.string(), do: z.string(), seconds: z.int(), caution: z.string() });
const Words = z.strictObject({ id: z.string(), word: z.string(), group: z.string(), watch: z.boolean() });
const Named = z.strictObject({ id: z.string(), label: z.string() });

export const SessionContent = z.strictObject({
  /** Editions of techniques.json and redflags.json. */
  edition: z.string(),
  phases: z.array(Phase),
  rules: z.array(z.strictObject({ id: z.enum(sessionRuleIds), severity: z.enum(['refuse', 'warn']), text: z.string() })),
  grades: z.array(z.strictObject({ grade: z.enum(suitabilities), label: z.string(), rule: z.string() })),
  plannedMinutes: z.strictObject({ firstBlock: z.number(), laterBlocks: z.array(z.number()).length(2), firstSession: z.number() }),
  techniques: z.array(Technique),
  levels: z.array(z.strictObject({ level: ContactLevel, label: z.string(), description: z.string() })),
  positions: z.array(Named.extend({ note: z.string() })),
  signals: z.array(Named.extend({ note: z.string() })),
  /** Signs that count as a stop signal. */
  alsoCounts: z.array(z.string()),
  dissociation: z.array(grade(dissociationGrades)),
  arousal: z.array(grade(arousalGrades)),
  seen: z.array(Seen),
  grounding: z.array(Step),
  resumeRule: z.strictObject({
    text: z.string(),
    note: z.string(),
    distressAtLeast: z.int(),
    withinMinutes: z.number(),
    distressAtMost: z.int(),
    /** What must stand in the words where no number was given. */
    settledWord: z.string(),
  }),
  pauseRules: z.array(z.string()),
  sensations: z.array(Words),
  sensationGroups: z.array(Named),
  watchHelp: z.string(),
  phrases: z.array(z.string()),
  aftercare: z.array(
    z.strictObject({
      id: z.string(),
      category: z.string(),
      title: z.string(),
      text: z.string(),
      showWhen: z.string(),
      defaultOn: z.boolean(),
    }),
  ),
  documentation: z.strictObject({ required: z.array(z.string()), neverInclude: z.array(z.string()) }),
  followUp: z.array(z.strictObject({ when: z.string(), do: z.string() })),
});
export type SessionContent = z.infer<typeof SessionContent>;
