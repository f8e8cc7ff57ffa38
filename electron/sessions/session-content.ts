import { z } from 'zod';
import { levelFrom } from '../../shared/body-areas.ts';
import {
  arousalGrades,
  decisions,
  dissociationGrades,
  resumes,
  type SessionContent,
  sessionPhases,
  sessionRuleIds,
  suitabilities,
} from '../../shared/session-content.ts';
import { Codes, MayBeEmpty, Words } from '../content/content-file.ts';

/** What a session is led by, as `techniques.json`, `redflags.json`, `sensations.json`, `aftercare.json` and `body-areas.json` hold it. */

const Count = z.int().min(0);
const Named = z.object({ id: Words, label: Words });
const Span = z.array(z.number().min(0)).length(2);

export const TechniqueContent = z.object({
  content_version: Words,
  suitability_grades: z.record(
    z.enum(suitabilities),
    z.object({ label: Words, rule: Words, severity: z.enum(['warn', 'refuse']).nullable() }),
  ),
  session_phases: z
    .array(Named.extend({ id: z.enum(sessionPhases), minutes: Span, touch: z.boolean(), steps: Codes, prompts: Codes }))
    .length(sessionPhases.length),
  planned_minutes: z.object({ first_block_of_client: z.number(), later_blocks: Span, first_session_touch_max: z.number() }),
  // A rule that this version does not know would not be kept: it stops the start.
  session_rules: z
    .array(z.object({ id: z.enum(sessionRuleIds), severity: z.enum(['refuse', 'warn']), text: Words }))
    .length(sessionRuleIds.length),
  stop_signal: z.object({ types: z.array(Named.extend({ note: MayBeEmpty })).min(1), also_counts: Codes.min(1) }),
  items: z
    .array(
      z.object({
        id: Words,
        family: Words,
        name: Words,
        description: Words,
        dissociation_suitability: z.enum(suitabilities),
        contact_min: Count,
        contact_max: Count,
        suggested_seconds: Count,
        areas: Codes,
        uses_touch: z.boolean(),
        why: Words,
        watch_for: MayBeEmpty,
        alternative: MayBeEmpty,
      }),
    )
    .min(1),
});
type TechniqueContent = z.infer<typeof TechniqueContent>;

const Hold = z.enum(['no', 'if_closed_under_resume_rule', 'yes']);
const grade = <G extends string>(grades: readonly [G, ...G[]]) =>
  z
    .array(
      z.object({
        grade: z.enum(grades),
        label: Words,
        signs: Codes,
        client_words: Codes.optional(),
        decision: z.enum(decisions),
        action: Words,
        check: MayBeEmpty.nullable().optional(),
        note: MayBeEmpty.nullable().optional(),
        resume: z.enum(resumes),
        incident: z.boolean(),
        hold: Hold,
      }),
    )
    .length(grades.length);

export const RedFlagContent = z.object({
  content_version: Words,
  resume_rule: z.object({
    text: Words,
    applies_when: z.object({ distress_at_least: z.int() }),
    needs_all: z.object({
      dissociation: z.literal('D0'),
      arousal: z.literal('H0'),
      within_minutes: z.number().positive(),
      distress_at_most: z.int(),
      declined_distress_accepted_with: Words,
      client_asks: z.literal(true),
    }),
    otherwise: z.literal('close'),
    note: Words,
  }),
  dissociation_grades: grade(dissociationGrades),
  arousal_grades: grade(arousalGrades),
  emotional_events: z.array(Named.extend({ decision: z.enum(decisions), note: Words, resume: z.enum(resumes) })),
  grounding_protocol: z.array(z.object({ n: z.int(), title: Words, do: Words, seconds: Count, caution: MayBeEmpty.nullable() })).min(1),
  items: z
    .array(
      z.object({
        id: Words,
        what_you_see_or_hear: Words,
        decision: z.enum(decisions),
        do_now: Words,
        may_continue_if: Words,
        afterwards: MayBeEmpty,
        tell: MayBeEmpty,
        followup_days: Count,
        action: Words.nullable(),
        grade: Words.nullable(),
        resume: z.enum(resumes),
        incident: z.boolean(),
        hold: Hold,
      }),
    )
    .min(1),
  documentation: z.object({ required: Codes.min(1), never_include: Codes.min(1) }),
  follow_up: z.array(z.object({ n: Words, do: Words })),
  pause_rules: Codes.min(1),
});
type RedFlagContent = z.infer<typeof RedFlagContent>;

export const SensationContent = z.object({
  groups: z.array(Named).min(1),
  watch_help: Words,
  practitioner_phrases: Codes,
  items: z.array(z.object({ id: Words, word: Words, group: Words, dissociation_watch: z.boolean() })).min(1),
});
type SensationContent = z.infer<typeof SensationContent>;

export const AftercareContent = z.object({
  items: z
    .array(z.object({ id: Words, category: Words, title: Words, client_text: Words, show_when: Words, default_on: z.boolean() }))
    .min(1),
});
type AftercareContent = z.infer<typeof AftercareContent>;

export const BodyContent = z.object({
  contact_scale: z.array(z.object({ code: Words, label: Words, description: Words })).min(1),
  positions: z.array(Named.extend({ trauma_note: Words })).min(1),
});
type BodyContent = z.infer<typeof BodyContent>;

/** The field of `techniques.json` that breaks a rule no schema says: a place nobody drew, a technique firmer than its own least. */
export const techniqueProblem = ({ items }: TechniqueContent, places: ReadonlySet<string>): string | null => {
  const astray = items.findIndex(({ areas }) => areas.some((code) => code !== 'none' && !places.has(code)));
  if (astray >= 0) return `items.${astray}.areas`;
  const turned = items.findIndex(({ contact_min: min, contact_max: max }) => min > max);
  return turned >= 0 ? `items.${turned}.contact_max` : null;
};

const gradesFrom = <G extends string>(
  grades: readonly {
    grade: G;
    label: string;
    signs: string[];
    client_words?: string[] | undefined;
    decision: (typeof decisions)[number];
    action: string;
    check?: string | null | undefined;
    note?: string | null | undefined;
    resume: (typeof resumes)[number];
    incident: boolean;
  }[],
) =>
  grades.map((one) => ({
    grade: one.grade,
    label: one.label,
    signs: one.signs,
    clientWords: one.client_words ?? [],
    decision: one.decision,
    action: one.action,
    what: one.check ?? one.note ?? '',
    resume: one.resume,
    incident: one.incident,
  }));

const seenFrom = ({ items, emotional_events }: RedFlagContent): SessionContent['seen'] => [
  ...items.map((one) => ({
    id: one.id,
    what: one.what_you_see_or_hear,
    decision: one.decision,
    doNow: one.do_now,
    mayContinueIf: one.may_continue_if,
    afterwards: one.afterwards,
    tell: one.tell,
    followUpDays: one.followup_days,
    action: one.action,
    grade: one.grade,
    resume: one.resume,
    incident: one.incident,
    hold: one.hold,
    emotional: false,
  })),
  ...emotional_events.map(({ id, label, decision, note, resume }) => ({
    id,
    what: label,
    decision,
    doNow: note,
    mayContinueIf: '',
    afterwards: '',
    tell: '',
    followUpDays: 7,
    action: null,
    grade: null,
    resume,
    incident: false,
    hold: 'no' as const,
    emotional: true,
  })),
];

type Files = {
  readonly techniques: TechniqueContent;
  readonly redflags: RedFlagContent;
  readonly sensations: SensationContent;
  readonly aftercare: AftercareContent;
  readonly body: BodyContent;
};

const ofTechniques = (techniques: TechniqueContent) => ({
  phases: techniques.session_phases.map(({ id, label, minutes, touch, steps, prompts }) => ({ id, label, minutes, touch, steps, prompts })),
  rules: techniques.session_rules.map(({ id, severity, text }) => ({ id, severity, text })),
  grades: suitabilities.map((one) => ({
    grade: one,
    label: techniques.suitability_grades[one].label,
    rule: techniques.suitability_grades[one].rule,
  })),
  plannedMinutes: {
    firstBlock: techniques.planned_minutes.first_block_of_client,
    laterBlocks: techniques.planned_minutes.later_blocks,
    firstSession: techniques.planned_minutes.first_session_touch_max,
  },
  techniques: techniques.items.map((one) => ({
    id: one.id,
    family: one.family,
    name: one.name,
    description: one.description,
    suitability: one.dissociation_suitability,
    contactMin: one.contact_min,
    contactMax: one.contact_max,
    seconds: one.suggested_seconds,
    areas: one.areas.filter((code) => code !== 'none'),
    usesTouch: one.uses_touch,
    why: one.why,
    watchFor: one.watch_for,
    alternative: one.alternative,
  })),
  signals: techniques.stop_signal.types.map(({ id, label, note }) => ({ id, label, note })),
  alsoCounts: techniques.stop_signal.also_counts,
});

const ofRedFlags = (redflags: RedFlagContent) => ({
  dissociation: gradesFrom(redflags.dissociation_grades),
  arousal: gradesFrom(redflags.arousal_grades),
  seen: seenFrom(redflags),
  grounding: redflags.grounding_protocol.map(({ n, title, do: what, seconds, caution }) => ({
    n,
    title,
    do: what,
    seconds,
    caution: caution ?? '',
  })),
  resumeRule: {
    text: redflags.resume_rule.text,
    note: redflags.resume_rule.note,
    distressAtLeast: redflags.resume_rule.applies_when.distress_at_least,
    withinMinutes: redflags.resume_rule.needs_all.within_minutes,
    distressAtMost: redflags.resume_rule.needs_all.distress_at_most,
    settledWord: redflags.resume_rule.needs_all.declined_distress_accepted_with,
  },
  pauseRules: redflags.pause_rules,
  documentation: { required: redflags.documentation.required, neverInclude: redflags.documentation.never_include },
  followUp: redflags.follow_up.map(({ n, do: what }) => ({ when: n, do: what })),
});

/** One page of it for the conductor, in its own words throughout. */
export const sessionContentFrom = ({ techniques, redflags, sensations, aftercare, body }: Files): SessionContent => ({
  edition: `${techniques.content_version} ${redflags.content_version}`,
  ...ofTechniques(techniques),
  ...ofRedFlags(redflags),
  levels: body.contact_scale.flatMap(({ code, label, description }) => {
    const level = levelFrom(code);
    return level === null ? [] : [{ level, label, description }];
  }),
  positions: body.positions.map(({ id, label, trauma_note: note }) => ({ id, label, note })),
  sensations: sensations.items.map(({ id, word, group, dissociation_watch: watch }) => ({ id, word, group, watch })),
  sensationGroups: sensations.groups.map(({ id, label }) => ({ id, label })),
  watchHelp: sensations.watch_help,
  phrases: sensations.practitioner_phrases,
  aftercare: aftercare.items.map(({ id, category, title, client_text: text, show_when: showWhen, default_on: defaultOn }) => ({
    id,
    category,
    title,
    text,
    showWhen,
    defaultOn,
  })),
});
