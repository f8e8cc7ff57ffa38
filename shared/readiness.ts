import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { Id } from './ids.ts';
import { CalendarDay } from './time.ts';

/** The first that holds wins (product.md 3, domain.md 2.6). */
export const readinessStates = ['not-now', 'needs-clearance', 'waiting', 'ready-with-limits', 'ready'] as const;
export type ReadinessState = (typeof readinessStates)[number];

/** Why, in the order they are told within a state. */
export const readinessCodes = [
  // not now
  'emergency',
  'refer-now',
  'absolute',
  'hold',
  'records-merged',
  'guardian-missing',
  'medicine-none',
  // needs clearance
  'clearance',
  'places-to-mark',
  // of a question that was not answered: by what it asks about, not now or needs clearance
  'not-answered',
  // waiting
  'change-open',
  'no-health-screen',
  'health-screen-open',
  'no-intake',
  'no-consent',
  'consent-ended',
  'consent-withdrawn',
  'consent-sign-again',
  'decision-maker-missing',
  // ready with limits
  'cleared',
  'talk-first',
  'dissociation-plan',
  'local',
  'modify',
  'medicine-cap',
  'medicine-to-match',
  'medicine-to-list',
  'medicines-not-told',
  'ask-today',
] as const;
export type ReadinessCode = (typeof readinessCodes)[number];

export const ReadinessReason = z.strictObject({
  state: z.enum(readinessStates),
  code: z.enum(readinessCodes),
  /** The condition or medicine; null where the code says it all. */
  about: z.string().nullable(),
  findingId: Id.nullable(),
  /** Who has to answer, in the words of the content; empty where nobody. */
  from: z.string(),
  day: CalendarDay.nullable(),
});
export type ReadinessReason = z.infer<typeof ReadinessReason>;

export const Readiness = z.strictObject({
  state: z.enum(readinessStates),
  /** All that hold, the most careful first. Empty only where the client is ready. */
  reasons: z.array(ReadinessReason),
});
export type Readiness = z.infer<typeof Readiness>;

export const readinessCalls = {
  /** Whether hands-on work may begin today, with every reason. */
  'readiness.of': call({
    input: z.strictObject({ clientId: Id }),
    output: Readiness.extend({ clientId: Id, today: CalendarDay }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'readiness-opened',
      about: (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId }),
      run: (before: { readonly clientId: string }, now: { readonly clientId: string }) => before.clientId === now.clientId,
    },
  }),
};
