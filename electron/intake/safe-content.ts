import { z } from 'zod';
import { asks, FormOption } from '../../shared/consent-form.ts';
import { type IntakeItem, itemCaptures, safeLetters } from '../../shared/intake.ts';
import { Codes, MayBeEmpty, Words } from '../content/content-file.ts';

const SafeItem = z.object({
  id: Words,
  label_for_practitioner: Words,
  question_for_client: Words.nullable(),
  answered_by: z.enum(['client', 'practitioner', 'both']),
  capture: z.enum(itemCaptures),
  asks: z.enum(asks),
  options: z.array(FormOption.extend({ value: Words, label: Words })).optional(),
  exclusive_values: Codes.optional(),
  other_text: z.boolean().optional(),
  allow_declined: z.boolean().optional(),
  trauma_related: z.boolean(),
  may_skip: z.boolean(),
  needs_discussed: z.boolean(),
  needs_writing: z.boolean(),
  links_to: Words.optional(),
  client_help: Words.nullable(),
  help: MayBeEmpty,
});
type SafeItem = z.infer<typeof SafeItem>;

const SafePart = z.object({ letter: z.enum(safeLetters), word: Words, intent: Words, items: z.array(SafeItem).min(1) });

/** redflags.json, suitability_screen: asked as conversation, in private. */
const SuitabilityQuestion = z.object({
  id: Words,
  question: Words,
  kind: Words,
  flag_if: MayBeEmpty,
  do: Words.nullable(),
  action: z
    .string()
    .regex(/^P[0-5]$/)
    .nullable(),
  finding: Words.nullable(),
  may_decline: z.boolean(),
});

/** Numbers to call; `verified` begins with "yes" where those who made the content checked them. */
const CrisisResource = z.object({ verified: Words, country: Words, emergency: Words, crisis: Words, text: MayBeEmpty, note: MayBeEmpty });

/** What the intake is made of, as `redflags.json` holds it. */
export const SafeContent = z.object({
  content_version: Words,
  safe_checklist: z.array(SafePart).length(4),
  suitability_screen: z.object({ note: Words, items: z.array(SuitabilityQuestion).min(1) }),
  crisis_resources: z.array(CrisisResource).min(1),
});
export type SafeContent = z.infer<typeof SafeContent>;

/** On a scale saying nothing is "declined" as well: it must never be taken for 0. */
const declines = (item: SafeItem): boolean =>
  item.asks === 'person' &&
  (item.allow_declined === true || item.capture === 'scale' || (item.options ?? []).some((option) => option.value === 'declined'));

/** "I'd rather not say" is an answer of its own, not an option among the others. */
const itemFrom = (letter: IntakeItem['letter'], item: SafeItem): IntakeItem => ({
  id: item.id,
  letter,
  label: item.label_for_practitioner,
  question: item.question_for_client,
  capture: item.capture,
  asks: item.asks,
  answeredBy: item.answered_by,
  options: (item.options ?? []).filter((option) => option.value !== 'declined'),
  exclusive: (item.exclusive_values ?? []).filter((value) => value !== 'declined'),
  otherText: item.other_text === true,
  allowDeclined: declines(item),
  traumaRelated: item.trauma_related,
  maySkip: item.may_skip,
  needsDiscussed: item.needs_discussed,
  needsWriting: item.needs_writing,
  clientHelp: item.client_help,
  help: item.help,
  linksTo: item.links_to ?? null,
});

/** Every item in the order of the four parts. */
export const itemsOf = (content: SafeContent): readonly IntakeItem[] =>
  content.safe_checklist.flatMap((part) => part.items.map((item) => itemFrom(part.letter, item)));

const traumaStory = "You don't need to tell the story.";

/** The field that breaks a rule of the intake; null when none does: an item that touches on trauma may be skipped and says so (domain.md 3.2). */
export const safeProblem = ({ safe_checklist }: SafeContent): string | null => {
  const seen = new Set<string>();
  for (const [part, { items }] of safe_checklist.entries())
    for (const [index, item] of items.entries()) {
      const at = `safe_checklist.${part}.items.${index}`;
      if (seen.has(item.id)) return `${at}.id`;
      seen.add(item.id);
      if ((item.capture === 'choice' || item.capture === 'multi') && !item.options?.length) return `${at}.options`;
      if (item.trauma_related && (!item.may_skip || item.client_help !== traumaStory)) return `${at}.may_skip`;
    }
  return null;
};
