import { z } from 'zod';
import { Codes, contentFile, MayBeEmpty, Placeholder, Semver, Words } from './content-file.ts';

/**
 * The clinical files that later parts work with. What they hold is looked at now, entry by entry, so that a damaged copy stops the
 * start and not a session; what a part works with in depth it parses further itself.
 */

const Count = z.int().min(0);
const Named = z.object({ id: Words, label: Words });
const placeholders = { placeholders: z.record(z.string().regex(/^\w+$/), Placeholder) };

const Aftercare = contentFile(
  'aftercare',
  z.object({
    id: Words,
    category: z.enum(['body', 'pace', 'safety', 'mind', 'care', 'rights']),
    title: Words,
    client_text: Words,
    evidence: Words,
    show_when: Words,
    leave_out_when: MayBeEmpty,
    default_on: z.boolean(),
    sources: Codes,
  }),
  { ...placeholders, handouts: z.array(z.object({ id: Words, title: Words, audience: Words, version: Semver })) },
);

const Contraindications = contentFile(
  'contraindications',
  z.object({
    id: Words,
    category: Words,
    condition: Words,
    kind: z.enum(['emergency', 'absolute', 'clearance', 'local', 'modify']),
    also_kinds: Codes,
    action: z.string().regex(/^P[0-5]$/),
    do: Words,
    adaptation: MayBeEmpty,
    revisit: MayBeEmpty,
    intake_question: MayBeEmpty,
    refer_to: MayBeEmpty,
    basis: Words,
    suggested_areas: Codes,
    sources: Codes,
  }),
  {
    rules: z.array(z.object({ id: Words, text: Words })),
    client_answers: z.array(z.object({ value: Words, label: Words })).min(1),
    client_sections: z.array(z.object({ id: Words, title: Words, intro: MayBeEmpty, question_ids: Codes })).min(1),
    medications: z.array(z.object({ id: Words, class: Words, massage_caution: Words, max_contact: Count })),
    endangerment_sites: z.array(z.object({ id: Words, area: Words, why: Words, rule: Words })),
  },
);

const Licence = z.object({
  status: Words,
  holder: Words,
  ship_wording: z.boolean(),
  summary: Words,
  attribution_text: MayBeEmpty,
  verify_before_release: Codes,
  sources: Codes,
});

const Instruments = contentFile(
  'instruments',
  z.object({
    id: Words,
    abbreviation: Words,
    name: Words,
    version: Words,
    domain: Words,
    purpose: Words,
    use_tier: Words,
    ship_default: z.enum(['on', 'off', 'off_until_pathway_configured']),
    wording_included: z.boolean(),
    item_count: Count,
    extra_items: Count,
    recall_period: MayBeEmpty,
    respondent: Words,
    minutes: z.number().min(0),
    response_scale: z.record(z.string(), z.unknown()),
    items: z.array(z.record(z.string(), z.unknown())),
    scoring: z.record(z.string(), z.unknown()),
    cutoffs: z.array(z.record(z.string(), z.unknown())),
    bands: z.array(z.record(z.string(), z.unknown())),
    licence: Licence,
    scope_notes: Codes,
    sources: Codes,
  }),
  { recommended_batteries: z.array(Named) },
);

const Letters = contentFile(
  'letters',
  z.object({
    id: Words,
    kind: Words,
    title: Words,
    recipients: Codes,
    purpose: Words,
    direction: z.enum(['to', 'from', 'both']),
    information_kinds: Codes,
    release_required: z.enum(['yes', 'no']),
    urgent: z.boolean(),
    elements: z.array(Named.extend({ required: z.boolean(), source_field: MayBeEmpty, guidance: MayBeEmpty })).min(1),
    minimum_necessary: Words,
    never_include: Codes,
    model_text: Words,
    client_preview: Words,
    sources: Codes,
  }),
  { ...placeholders, states: Codes.min(1), transport: Codes },
);

const RedFlags = contentFile(
  'redflags',
  z.object({
    id: Words,
    what_you_see_or_hear: Words,
    decision: z.enum(['continue', 'pause', 'stop', 'refer_now', 'emergency']),
    do_now: Words,
    may_continue_if: Words,
    followup_days: Count,
    resume: Words,
    incident: z.boolean(),
    hold: Words,
  }),
  {
    dissociation_grades: z.array(z.object({ grade: Words, label: Words, signs: Codes, decision: Words })).min(1),
    arousal_grades: z.array(z.object({ grade: Words, label: Words, signs: Codes, decision: Words })).min(1),
    grounding_protocol: z.array(z.object({ n: z.int(), title: Words, do: Words })).min(1),
    crisis_resources: z.array(z.object({ country: Words, emergency: Words, crisis: Words })).min(1),
    pause_rules: Codes.min(1),
  },
);

const Sensations = contentFile(
  'sensations',
  z.object({
    id: Words,
    word: Words,
    group: Words,
    tone: z.enum(['pleasant', 'neutral', 'unpleasant', 'variable']),
    dissociation_watch: z.boolean(),
  }),
  { groups: z.array(Named).min(1), practitioner_phrases: Codes },
);

const Techniques = contentFile(
  'techniques',
  z.object({
    id: Words,
    family: Words,
    name: Words,
    description: Words,
    dissociation_suitability: z.enum(['A', 'B', 'C', 'D']),
    contact_min: Count,
    contact_max: Count,
    suggested_seconds: Count,
    areas: Codes,
    uses_touch: z.boolean(),
    why: Words,
    watch_for: MayBeEmpty,
    alternative: MayBeEmpty,
    evidence: Words,
    sources: Codes,
  }),
  {
    session_phases: z.array(Named.extend({ touch: z.boolean(), steps: Codes })).min(1),
    session_rules: z.array(z.object({ id: Words, severity: Words, text: Words })).min(1),
    note_fields: z.array(Named.extend({ section: Words, type: Words, required: z.boolean(), share_class: z.enum(['A', 'B', 'C']) })).min(1),
  },
);

/** By file, in the order they are read. */
export const otherContent = {
  'aftercare.json': Aftercare,
  'contraindications.json': Contraindications,
  'instruments.json': Instruments,
  'letters.json': Letters,
  'redflags.json': RedFlags,
  'sensations.json': Sensations,
  'techniques.json': Techniques,
} as const;

/** What the drawing holds: a closed path for each area of `body-areas.json`, in a field of 1000 by 1000. */
export const ChartIndex = z.record(
  z.string(),
  z.object({
    path: z.string().regex(/^M[\d\s.,MLHVCSQTAZ-]+Z$/),
    cx: z.number().min(0).max(1_000),
    cy: z.number().min(0).max(1_000),
    view: z.enum(['front', 'back', 'side']),
  }),
);
export type ChartIndex = z.infer<typeof ChartIndex>;
