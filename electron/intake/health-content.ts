import { z } from 'zod';
import { ContactLevel, levelFrom } from '../../shared/body-areas.ts';
import { ActionCode, type FindingItem, FindingKind } from '../../shared/finding.ts';
import { HealthAnswer, type HealthSection, healthAnswers } from '../../shared/health.ts';
import type { MedicineClass } from '../../shared/medicines.ts';
import type { SuitabilityQuestion } from '../../shared/suitability.ts';
import { Codes, MayBeEmpty, Words } from '../content/content-file.ts';
import type { SafeContent } from './safe-content.ts';

const Item = z.object({
  id: Words,
  condition: Words,
  kind: FindingKind,
  also_kinds: z.array(FindingKind),
  action: ActionCode,
  do: Words,
  adaptation: MayBeEmpty,
  revisit: MayBeEmpty,
  intake_question: Words,
  refer_to: MayBeEmpty,
  suggested_areas: Codes,
});
type Item = z.infer<typeof Item>;

const Section = z.object({
  id: Words,
  title: Words,
  intro: Words,
  sensitive: z.boolean(),
  may_skip: z.boolean(),
  question_ids: Codes.min(1),
});

const MedicineEntry = z.object({
  id: Words,
  class: Words,
  examples: Codes,
  massage_caution: Words,
  max_contact: ContactLevel,
  ask_client: MayBeEmpty,
  urgent_if: MayBeEmpty,
  cap_scope: z.enum(['whole_body', 'site']),
});

/** What health is asked and judged by, as `contraindications.json` holds it. */
export const HealthContent = z.object({
  content_version: Words,
  items: z.array(Item).min(1),
  client_answers: z.array(z.object({ value: HealthAnswer, label: Words })).length(healthAnswers.length),
  client_sections: z.array(Section).min(1),
  medications: z.array(MedicineEntry).min(1),
});
export type HealthContent = z.infer<typeof HealthContent>;

/** The field that breaks a rule of domain.md 2.5 and 11.2; null when none does. */
export const healthProblem = (
  { items, client_sections: sections, medications }: HealthContent,
  places: ReadonlySet<string>,
  { suitability_screen }: SafeContent,
): string | null => {
  const asked = new Set<string>();
  let sensitive = false;
  for (const [index, section] of sections.entries()) {
    // Sensitive ones stand last, and can be skipped.
    if ((sensitive && !section.sensitive) || (section.sensitive && !section.may_skip)) return `client_sections.${index}.sensitive`;
    sensitive = section.sensitive;
    for (const [at, id] of section.question_ids.entries()) {
      if (asked.has(id) || !items.some((item) => item.id === id)) return `client_sections.${index}.question_ids.${at}`;
      asked.add(id);
    }
  }
  const unasked = items.findIndex(({ id }) => !asked.has(id));
  if (unasked >= 0) return `items.${unasked}.intake_question`;
  const astray = items.findIndex((item) => item.suggested_areas.some((code) => !places.has(code)));
  if (astray >= 0) return `items.${astray}.suggested_areas`;
  const twice = medications.findIndex(({ id }, index) => medications.findIndex((other) => other.id === id) !== index);
  if (twice >= 0) return `medications.${twice}.id`;
  const lost = suitability_screen.items.findIndex(({ finding }) => finding !== null && !items.some(({ id }) => id === finding));
  return lost >= 0 ? `suitability_screen.items.${lost}.finding` : null;
};

/** The content that is asked from. */
type AskedHere = { readonly health: HealthContent; readonly safe: SafeContent };

/** The content names a firmest contact in words alone: "Contact scale 0-2". */
const ceilingIn = ({ adaptation, do: plain }: Item): FindingItem['ceiling'] => {
  const [, level] = /\bContact scale 0-(\d)\b/i.exec(`${adaptation} ${plain}`) ?? [];
  return level === undefined ? null : levelFrom(`C${level}`);
};

/** Pregnancy and substances: never copied to letters or receipts, and for the clinical role alone (domain.md 2.5, 8 and 9). */
const privateSections: readonly string[] = ['private-body', 'substances'];

const itemFrom = (item: Item, privately: ReadonlySet<string>): FindingItem => ({
  id: item.id,
  condition: item.condition,
  kind: item.kind,
  alsoKinds: item.also_kinds,
  action: item.action,
  do: item.do,
  adaptation: item.adaptation,
  revisit: item.revisit,
  referTo: item.refer_to,
  suggestedAreas: item.suggested_areas,
  ceiling: ceilingIn(item),
  private: privately.has(item.id),
});

/** What is found where a question is a flag and names no condition: by what its action asks for. */
const flagItem = ({ id, question, do: plain, action }: SafeContent['suitability_screen']['items'][number]): FindingItem => {
  const { data: code = 'P1' } = ActionCode.safeParse(action);
  return {
    id,
    condition: question,
    kind: code === 'P3' ? 'clearance' : code === 'P4' || code === 'P5' ? 'absolute' : 'modify',
    alsoKinds: [],
    action: code,
    do: plain ?? '',
    adaptation: '',
    revisit: '',
    referTo: code === 'P1' ? '' : 'licensed mental-health clinician',
    suggestedAreas: [],
    ceiling: null,
    private: false,
  };
};

export const suitabilityOf = ({ safe }: Pick<AskedHere, 'safe'>): readonly SuitabilityQuestion[] =>
  safe.suitability_screen.items.map((item) => ({
    id: item.id,
    question: item.question,
    flagIf: item.flag_if,
    do: item.do ?? '',
    action: item.action,
    itemId: item.flag_if === '' ? null : (item.finding ?? item.id),
  }));

/** Which edition of both files judges what was found. */
export const editionOf = ({ health, safe }: AskedHere): string => `${health.content_version} ${safe.content_version}`;

/** Everything that may be found: the conditions, and those suitability questions that are a flag of their own. A question that names a condition may ask for more than the condition does. */
export const findingItems = (content: AskedHere): readonly FindingItem[] => {
  const { health, safe } = content;
  const privately = new Set(health.client_sections.filter(({ id }) => privateSections.includes(id)).flatMap((one) => one.question_ids));
  const flags = safe.suitability_screen.items.filter(({ flag_if, finding }) => flag_if !== '' && finding === null);
  return [...health.items.map((item) => itemFrom(item, privately)), ...flags.map(flagItem)];
};

export const sectionsOf = ({ health }: Pick<AskedHere, 'health'>): readonly HealthSection[] => {
  const byId = new Map(health.items.map((item) => [item.id, item.intake_question]));
  return health.client_sections.map(({ id, title, intro, sensitive, may_skip, question_ids }) => ({
    id,
    title,
    intro,
    sensitive,
    maySkip: may_skip,
    questions: question_ids.map((one) => ({ id: one, question: byId.get(one) ?? '' })),
  }));
};

export const classesOf = ({ health }: Pick<AskedHere, 'health'>): readonly MedicineClass[] =>
  health.medications.map((one) => ({
    id: one.id,
    label: one.class,
    examples: one.examples,
    caution: one.massage_caution,
    ask: one.ask_client,
    urgentIf: one.urgent_if,
    ceiling: one.max_contact,
    scope: one.cap_scope,
  }));
