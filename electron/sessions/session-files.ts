import { z } from 'zod';
import { aftercareCategories } from '../../shared/aftercare.ts';
import {
  arousalGrades,
  decisions,
  dissociationGrades,
  resumes,
  sessionPhases,
  sessionRuleIds,
  suitabilities,
} from '../../shared/session-content.ts';
import { Codes, MayBeEmpty, Placeholder, Semver, Words } from '../content/content-file.ts';

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
export type TechniqueContent = z.infer<typeof TechniqueContent>;

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
    applies_when: z.object({ dissociation: Codes, arousal: Codes, distress_at_least: z.int() }),
    never_again_today: Codes,
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
export type RedFlagContent = z.infer<typeof RedFlagContent>;

export const SensationContent = z.object({
  groups: z.array(Named).min(1),
  watch_help: Words,
  practitioner_phrases: Codes,
  items: z.array(z.object({ id: Words, word: Words, group: Words, dissociation_watch: z.boolean() })).min(1),
});
export type SensationContent = z.infer<typeof SensationContent>;

export const AftercareContent = z.object({
  placeholders: z.record(z.string().regex(/^\w+$/), Placeholder),
  items: z
    .array(
      z.object({
        id: Words,
        category: z.enum(aftercareCategories),
        title: Words,
        client_text: Words,
        show_when: Words,
        default_on: z.boolean(),
      }),
    )
    .min(1),
  handouts: z
    .array(
      z.object({
        id: Words,
        title: Words,
        audience: z.enum(['client', 'clinician']),
        version: Semver,
        sections: z.array(z.object({ h: Words, p: Words })).min(1),
      }),
    )
    .min(1),
});
export type AftercareContent = z.infer<typeof AftercareContent>;

/** Names in double braces. */
export const blanksIn = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].flatMap(([, name]) => name ?? []);

/** The sentence with a blank the file does not explain: nobody could fill it. */
export const aftercareProblem = ({ items, handouts, placeholders }: AftercareContent): string | null => {
  const isUnknown = (text: string): boolean => blanksIn(text).some((blank) => !Object.hasOwn(placeholders, blank));
  const unknown = items.findIndex(({ client_text: text }) => isUnknown(text));
  if (unknown >= 0) return `items.${unknown}.client_text`;
  const sheet = handouts.findIndex(({ sections }) => sections.some(({ h, p }) => isUnknown(h) || isUnknown(p)));
  return sheet >= 0 ? `handouts.${sheet}.sections` : null;
};

export const BodyContent = z.object({
  contact_scale: z.array(z.object({ code: Words, label: Words, description: Words })).min(1),
  positions: z.array(Named.extend({ trauma_note: Words })).min(1),
});
export type BodyContent = z.infer<typeof BodyContent>;

/** Where a list names something else than it should, in this order: each once, and none left out. */
const astray = (found: readonly string[], wanted: readonly string[]): number => found.findIndex((one, index) => one !== wanted[index]);

/** The field of `techniques.json` that breaks a rule no schema says: a place nobody drew, a technique firmer than its own least, a rule twice. */
export const techniqueProblem = (
  { items, session_rules: rules, session_phases: phases, suitability_grades: grades }: TechniqueContent,
  places: ReadonlySet<string>,
): string | null => {
  const nowhere = items.findIndex(({ areas }) => areas.some((code) => code !== 'none' && !places.has(code)));
  if (nowhere >= 0) return `items.${nowhere}.areas`;
  const turned = items.findIndex(({ contact_min: min, contact_max: max }) => min > max);
  if (turned >= 0) return `items.${turned}.contact_max`;
  const twice = rules.findIndex(({ id }, index) => rules.findIndex((one) => one.id === id) !== index);
  if (twice >= 0) return `session_rules.${twice}.id`;
  const phase = astray(
    phases.map(({ id }) => id),
    sessionPhases,
  );
  if (phase >= 0) return `session_phases.${phase}.id`;
  // It is refused here whatever the file says; a file that says less is another one than this version was made for.
  return grades.D.severity === 'refuse' ? null : 'suitability_grades.D.severity';
};

const gradeLists = [
  ['dissociation_grades', 'dissociation', dissociationGrades],
  ['arousal_grades', 'arousal', arousalGrades],
] as const;

/** The field of `redflags.json` that says something else than its resume rule, or names a grade there is not. */
export const redFlagProblem = (content: RedFlagContent): string | null => {
  const { applies_when: applies, never_again_today: never } = content.resume_rule;
  for (const [list, kind, grades] of gradeLists) {
    const rows = content[list];
    const other = astray(
      rows.map(({ grade: one }) => one),
      grades,
    );
    if (other >= 0) return `${list}.${other}.grade`;
    for (const [index, { grade: one, resume }] of rows.entries()) {
      const [isNever, isRule] = [never.includes(one), applies[kind].includes(one)];
      if ((isNever && resume !== 'never_today') || (isRule && resume !== 'resume_rule')) return `${list}.${index}.resume`;
      if (resume === 'never_today' && !isNever) return 'resume_rule.never_again_today';
      if (resume === 'resume_rule' && !isRule) return `resume_rule.applies_when.${kind}`;
    }
  }
  const known: readonly string[] = [...dissociationGrades, ...arousalGrades];
  const unknown = content.items.findIndex(({ grade: one }) => one !== null && !known.includes(one));
  return unknown >= 0 ? `items.${unknown}.grade` : null;
};
