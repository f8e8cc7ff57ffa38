import { z } from 'zod';
import { isStirred } from './block-rules.ts';
import { closesUnderRule } from './resume-rule.ts';
import type { SessionContent } from './session-content.ts';
import { Scale, signalCauses } from './session-events.ts';
import { type SessionState, touchTime } from './session-state.ts';

const Pair = z.strictObject({ before: Scale.nullable(), after: Scale.nullable() });

/** What a session came to; kept when it is closed, so that many are told without going through all their events. */
export const SessionSummary = z.strictObject({
  /** Hands on, in whole seconds. */
  touchSeconds: z.int(),
  blocks: z.int(),
  areas: z.array(z.string()),
  techniques: z.array(z.string()),
  distress: Pair,
  pain: Pair,
  /** `at`: milliseconds since it began. */
  stops: z.array(
    z.strictObject({ at: z.number(), secondsToHandsOff: z.number().nullable(), signal: z.string(), cause: z.enum(signalCauses) }),
  ),
  /** The highest of each; null where none was noted. */
  dissociation: z.string().nullable(),
  arousal: z.string().nullable(),
  /** The highest P-code. */
  action: z.string().nullable(),
  underRule: z.boolean(),
  incident: z.boolean(),
  stirred: z.boolean(),
  /** What helped, by the titles of the grounding steps. */
  helped: z.array(z.string()),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

/** Before: the first that was said, before any touch; after: the last, once hands were off for good. */
const pairOf = ({ checkIns, blocks }: SessionState, what: 'distress' | 'pain'): z.infer<typeof Pair> => {
  const firstTouch = blocks[0]?.startedAt ?? Number.POSITIVE_INFINITY;
  const lastTouch = blocks.at(-1)?.endedAt ?? null;
  const said = checkIns.filter((one) => one[what] !== null);
  const before = said.find(({ at }) => at <= firstTouch);
  const after = said.findLast(({ at }) => lastTouch === null || at >= lastTouch);
  return { before: before?.[what] ?? null, after: after && after !== before ? (after[what] ?? null) : null };
};

const highest = (all: readonly (string | null)[]): string | null =>
  all.reduce((most, one) => ((one ?? '') > (most ?? '') ? one : most), null);

const seconds = (from: number, to: number | null): number | null => (to === null ? null : Math.round((to - from) / 100) / 10);

/** @param now milliseconds since it began */
export const summaryOf = (content: SessionContent, state: SessionState, now: number): SessionSummary => {
  const helped = state.grounding.filter(({ what }) => what === 'helped').map(({ step }) => step);
  return {
    touchSeconds: Math.round(touchTime(state, now) / 1_000),
    blocks: state.blocks.length,
    areas: [...new Set(state.blocks.flatMap(({ areas }) => areas))],
    techniques: [...new Set(state.blocks.map(({ technique }) => technique))],
    distress: pairOf(state, 'distress'),
    pain: pairOf(state, 'pain'),
    stops: state.stops.map(({ at, handsOffAt, signal, cause }) => ({ at, secondsToHandsOff: seconds(at, handsOffAt), signal, cause })),
    dissociation: highest(state.sightings.map((one) => one.dissociation)),
    arousal: highest(state.sightings.map((one) => one.arousal)),
    action: highest(state.episodes.map((one) => one.action)),
    underRule: closesUnderRule(state),
    incident: state.episodes.some((one) => one.incident) || closesUnderRule(state),
    stirred: isStirred(state),
    helped: [...new Set(helped)].flatMap((step) => content.grounding.find(({ n }) => n === step)?.title ?? []),
  };
};
