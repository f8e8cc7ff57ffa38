import { z } from 'zod';
import { ContactLevel } from './body-areas.ts';
import { Id } from './ids.ts';
import { Paragraph, shows } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** From the most careful to the least (contraindications.json, kinds). */
export const findingKinds = ['emergency', 'absolute', 'clearance', 'local', 'modify'] as const;
export const FindingKind = z.enum(findingKinds);
export type FindingKind = z.infer<typeof FindingKind>;

/** What is to be done (domain.md 0.3), the most careful last. */
export const actionCodes = ['P0', 'P1', 'P2', 'P3', 'P4', 'P5'] as const;
export const ActionCode = z.enum(actionCodes);
export type ActionCode = z.infer<typeof ActionCode>;

/** One thing that may be found: a condition of contraindications.json, or a flag of a suitability question (`g2`). */
export const FindingItem = z.strictObject({
  id: z.string(),
  condition: z.string(),
  kind: FindingKind,
  alsoKinds: z.array(FindingKind),
  action: ActionCode,
  do: z.string(),
  adaptation: z.string(),
  revisit: z.string(),
  referTo: z.string(),
  suggestedAreas: z.array(z.string()),
  /** The firmest contact the content names for it; null where it names none. */
  ceiling: ContactLevel.nullable(),
  /** Answers about it never go into letters or receipts (domain.md 2.5, 8 and 9). */
  private: z.boolean(),
});
export type FindingItem = z.infer<typeof FindingItem>;

/** Words that must be there: a lowering without a reason does not exist. */
export const ReasonWords = Paragraph.refine(shows, 'required');

/** The one that counts first. `found`: the practitioner saw or heard it; `not-answered`: skipped, or "I'd rather not say". */
export const findingCauses = ['yes', 'found', 'not-sure', 'not-answered'] as const;
export type FindingCause = (typeof findingCauses)[number];

/** Where something was asked. */
export const findingSources = ['health-screen', 'suitability', 'intake', 'practitioner'] as const;

/** What a clinician's written answer, or a recorded call, allows. Null is "no limit named". */
export const ClearanceScope = z.strictObject({
  /** Only these places; null is everywhere. */
  areas: z.array(z.string().max(40)).min(1).max(200).nullable(),
  ceiling: ContactLevel.nullable(),
  minutes: z.int().min(1).max(240).nullable(),
  /** Position and whatever else they said. */
  words: Paragraph,
});
export type ClearanceScope = z.infer<typeof ClearanceScope>;

/** The newest answer about a finding. `endsOn`: counts up to the day before. */
export const ClearanceStanding = z.strictObject({
  clearanceId: Id,
  outcome: z.enum(['cleared', 'not-cleared']),
  from: z.string(),
  recordedAt: Instant,
  endsOn: CalendarDay.nullable(),
  scope: ClearanceScope.nullable(),
});
export type ClearanceStanding = z.infer<typeof ClearanceStanding>;

const Common = { at: Instant, by: z.string() };

/**
 * What happened to one finding, in order; nothing is ever changed or taken away. A yes or a not sure stays until it is resolved with a
 * reason; a later no is kept beside it and takes nothing back. Only what was not answered is settled by an answer.
 */
export const FindingEvent = z.discriminatedUnion('what', [
  /** `sourceId`: the health screen, intake or question it was said in. */
  z.strictObject({
    what: z.literal('said'),
    ...Common,
    answer: z.enum(['no', ...findingCauses]),
    source: z.enum(findingSources),
    sourceId: z.string().nullable(),
    words: Paragraph,
  }),
  z.strictObject({ what: z.literal('raised'), ...Common, kind: FindingKind, reason: Paragraph }),
  z.strictObject({ what: z.literal('lowered'), ...Common, kind: FindingKind, reason: ReasonWords }),
  /** Closed places, as confirmed on the chart; the newest counts. `reason`: why a place of the list before is not among them. */
  z.strictObject({
    what: z.literal('marked'),
    ...Common,
    areas: z.array(z.string().max(40)).min(1).max(200),
    reason: Paragraph.default(''),
  }),
  z.strictObject({ what: z.literal('resolved'), ...Common, reason: ReasonWords }),
  /** A clinician was asked about it (shared/clearance.ts). */
  z.strictObject({ what: z.literal('asked'), ...Common, clearanceId: Id, of: z.string() }),
  /** Their answer: the newest counts, in the order of events and by no clock. */
  z.strictObject({
    what: z.literal('answered'),
    ...Common,
    clearanceId: Id,
    outcome: z.enum(['cleared', 'not-cleared']),
    from: z.string(),
    endsOn: CalendarDay.nullable(),
    scope: ClearanceScope.nullable(),
  }),
]);
export type FindingEvent = z.infer<typeof FindingEvent>;

/** What a finding asks for today: its kind, or for a blank that does not block "ask about it today" (domain.md 2.5, 2). */
export const findingWeights = [...findingKinds, 'ask-today'] as const;
export type FindingWeight = (typeof findingWeights)[number];

/** One finding as it stands today. */
export const Finding = z.strictObject({
  id: Id,
  clientId: Id,
  item: FindingItem,
  /** False where the content does not hold the item any more: it counts as it was made. */
  known: z.boolean(),
  /** Null: resolved, or never open. */
  cause: z.enum(findingCauses).nullable(),
  source: z.enum(findingSources),
  words: z.string(),
  /** Since when it is open. */
  since: Instant,
  /** After all that was decided; what readiness and places go by. */
  weight: z.enum(findingWeights),
  action: ActionCode,
  /** Closed, whatever its kind, save where a clearance that counts names them; null: not marked yet. */
  areas: z.array(z.string()).nullable(),
  /** The client has said no to it since: a reason to look at it again, and nothing more. */
  saysNo: Instant.nullable(),
  /** The newest answer of a clinician. What a clearance limits stays after its last day; what it allows ends with it. */
  clearance: ClearanceStanding.nullable(),
  /** That answer allows touch today, and nothing said or raised since speaks against it. */
  cleared: z.boolean(),
  /** Asked for, and no answer yet. */
  clearanceAsked: z.strictObject({ clearanceId: Id, at: Instant, of: z.string() }).nullable(),
  events: z.array(FindingEvent),
  /** How many events there were; a change names the one it was based on. */
  version: z.int().min(1),
});
export type Finding = z.infer<typeof Finding>;
