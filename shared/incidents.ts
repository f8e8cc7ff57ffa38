import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { Id } from './ids.ts';
import { Scale } from './session-events.ts';
import { Paragraph, shows, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** What a hold comes from (redflags.json, hold_rule). */
export const holdCauses = ['closed-under-rule', 'grade', 'action'] as const;

export const Hold = z.strictObject({
  id: Id,
  clientId: Id,
  sessionId: Id,
  incidentId: Id,
  cause: z.enum(holdCauses),
  /** The grade or the P-code, or empty. */
  what: z.string(),
  since: Instant,
  ended: z.strictObject({ at: Instant, by: z.string(), how: z.enum(['cleared', 'overridden']), words: z.string() }).nullable(),
});
export type Hold = z.infer<typeof Hold>;

/** What must be written after a flag (redflags.json, documentation), told from the events: what a referral letter is filled from. */
export const Incident = z.strictObject({
  id: Id,
  clientId: Id,
  sessionId: Id,
  /** Which episode of the session. */
  episode: z.int(),
  openedAt: Instant,
  practitionerName: z.string(),
  cause: z.enum(['flag', 'grade', 'distress']),
  action: z.string().nullable(),
  dissociation: z.string().nullable(),
  arousal: z.string().nullable(),
  handsOffAt: Instant.nullable(),
  secondsToHandsOff: z.number().nullable(),
  /** When D0 and H0 were both reached. */
  presentAt: Instant.nullable(),
  resumedAt: Instant.nullable(),
  distress: z.strictObject({ before: Scale.nullable(), at: Scale.nullable(), after: Scale.nullable() }),
  seen: z.array(
    z.strictObject({
      at: Instant,
      dissociation: z.string().nullable(),
      arousal: z.string().nullable(),
      item: z.string(),
      signs: z.array(z.string()),
      words: z.string(),
    }),
  ),
  grounding: z.array(z.strictObject({ at: Instant, title: z.string(), what: z.string() })),
  told: z.array(z.strictObject({ at: Instant, who: z.string(), means: z.string(), under: z.string(), words: z.string() })),
  disposition: z.string().nullable(),
  wayHome: z.string(),
  left: z.string(),
  /** Blocks before it: what was done, in order. */
  done: z.array(z.string()),
  afterwards: z.string(),
  /** Whom to tell, in the words of the content. */
  tell: z.array(z.string()),
  hold: Hold.nullable(),
  resolved: z.strictObject({ at: Instant, by: z.string(), way: z.string(), who: z.string(), words: z.string() }).nullable(),
});
export type Incident = z.infer<typeof Incident>;

const Needed = Paragraph.refine(shows, 'required');

export const incidentCalls = {
  /** Newest first. */
  'incidents.ofClient': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ clientId: Id, incidents: z.array(Incident), holds: z.array(Hold) }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'incidents-opened',
      about: (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId }),
    },
  }),
  /** For Today: what happened in sessions that are over and was not followed up yet, client by client; those that are held first. */
  'incidents.attention': call({
    input: z.strictObject({}),
    output: z.strictObject({
      attention: z.array(
        z.strictObject({
          clientId: Id,
          chosenName: z.string(),
          count: z.int().min(1),
          /** The day of the oldest. */
          day: CalendarDay,
          /** Keeps hands off. */
          isHeld: z.boolean(),
        }),
      ),
      more: z.int().min(0),
    }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /**
   * Followed up. In writing or by a recorded call of the responsible clinician it clears the hold that came from it; `followed-up` leaves a hold.
   * @throws Refusal incident-over, hold-stands (`followed-up` of one with a hold), clinician-needed (nobody named), session-open (its session is not closed); not-found incident
   */
  'incidents.resolve': call({
    input: z.strictObject({
      incidentId: Id,
      way: z.enum(['clinician-wrote', 'clinician-called', 'followed-up']),
      who: TextLine,
      words: Needed,
    }),
    output: Incident,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'incident-resolved' },
  }),
  /** With a typed reason, kept. @throws Refusal hold-over, session-open; not-found hold */
  'holds.override': call({
    input: z.strictObject({ holdId: Id, reason: Needed }),
    output: Hold,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'hold-overridden' },
  }),
};
