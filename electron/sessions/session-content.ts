import { levelFrom } from '../../shared/body-areas.ts';
import { type decisions, type resumes, type SessionContent, suitabilities } from '../../shared/session-content.ts';
import type { AftercareContent, BodyContent, RedFlagContent, SensationContent, TechniqueContent } from './session-files.ts';

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
