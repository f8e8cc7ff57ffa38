import { z } from 'zod';
import { letterStates } from '../../shared/letters.ts';
import { releaseExceptions } from '../../shared/release-gate.ts';
import { informationKinds, sharingPurposes } from '../../shared/releases.ts';
import { Codes, MayBeEmpty, Placeholder, Words } from '../content/content-file.ts';

/** The letters as `letters.json` holds them; what only the list of files looks at stands in other-content.ts. */

const Kind = z.object({
  id: Words,
  kind: Words,
  title: Words,
  recipients: Codes.min(1),
  purpose: Words,
  trigger: Words,
  information_kinds: z.array(z.enum(informationKinds)),
  purpose_id: z.enum(sharingPurposes).nullable(),
  release_required: z.enum(['yes', 'no']),
  release_exceptions: z.array(z.enum(releaseExceptions)),
  send_within: Words,
  reply_expected_days: z.int().min(0),
  urgent: z.boolean(),
  elements: z.array(z.object({ id: Words, label: Words, guidance: MayBeEmpty })).min(1),
  minimum_necessary: Words,
  never_include: Codes.min(1),
  model_text: Words,
  client_preview: z.enum(['before_handing_over', 'before_handing_over_unless_unsafe']),
});
export type LetterOutline = z.infer<typeof Kind>;

export const LetterFile = z.object({
  content_version: Words,
  // A state this version does not know would leave a letter nowhere: it stops the start.
  states: z.array(z.enum(letterStates)).length(letterStates.length),
  placeholders: z.record(z.string().regex(/^\w{1,60}$/), Placeholder),
  items: z.array(Kind).min(1),
  transport: Codes.min(1),
});
export type LetterContent = z.infer<typeof LetterFile>;

/** Placeholders of an outline, in the order they stand. */
export const placeholdersIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)),
];

/** The letter with a blank that nothing could fill. */
export const letterProblem = ({ items, placeholders }: LetterContent): string | null => {
  const wrong = items.findIndex(({ model_text: text }) => placeholdersIn(text).some((name) => !Object.hasOwn(placeholders, name)));
  return wrong < 0 ? null : `items.${wrong}.model_text`;
};
