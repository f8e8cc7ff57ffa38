import { z } from 'zod';
import { call, clinical } from './call.ts';
import { Id } from './ids.ts';
import { Paragraph } from './text.ts';
import { Instant } from './time.ts';

/** Asked as conversation, in private (redflags.json, suitability_screen). */
export const SuitabilityQuestion = z.strictObject({
  id: z.string(),
  question: z.string(),
  /** What answer is a flag, in words; empty where none is. */
  flagIf: z.string(),
  do: z.string(),
  action: z.string().nullable(),
  /** The item a flag makes a finding of; null where it makes none. */
  itemId: z.string().nullable(),
});
export type SuitabilityQuestion = z.infer<typeof SuitabilityQuestion>;

export const suitabilityOutcomes = ['clear', 'flag', 'not_sure', 'declined'] as const;
export const SuitabilityAnswer = z.strictObject({
  questionId: z.string(),
  outcome: z.enum(suitabilityOutcomes),
  words: Paragraph,
  at: Instant,
  by: z.string(),
});
export type SuitabilityAnswer = z.infer<typeof SuitabilityAnswer>;

export const suitabilityCalls = {
  /** One question asked aloud, and what the answer was. @throws Refusal questions-unknown, answers-not-allowed, client-archived */
  'suitability.save': call({
    input: z.strictObject({
      clientId: Id,
      questionId: z.string().max(100),
      outcome: z.enum(suitabilityOutcomes),
      words: Paragraph.default(''),
    }),
    output: z.strictObject({ answer: SuitabilityAnswer, crisisId: Id.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'suitability-asked' },
  }),
};
