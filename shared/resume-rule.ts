import { z } from 'zod';
import type { SessionContent } from './session-content.ts';
import { type Episode, isUngraded, openEpisodes, type SessionState } from './session-state.ts';

/** Where the resume rule stands (redflags.json, resume_rule). Offsets in milliseconds since the session began. */
export const RuleStanding = z.strictObject({
  /** The clock runs from "Hands are off"; null before. */
  handsOffAt: z.number().nullable(),
  until: z.number().nullable(),
  /** When D0 and H0 were both reached and stayed; null while they are not. */
  presentAt: z.number().nullable(),
  /** Distress low enough, or declined with the word for settled. */
  settled: z.boolean(),
  /** All but the client's asking. */
  met: z.boolean(),
});
export type RuleStanding = z.infer<typeof RuleStanding>;

export const gateReasons = ['never', 'not-today', 'rule-over', 'said-no', 'enough'] as const;

/**
 * Whether touch may start: `open`; `ask`: after the client asks; `grade`: a red flag was raised and not graded yet; `rule`: the resume rule
 * decides; `closed`: not in this session, and why. `enough` and `said-no` the client alone may open again.
 */
export const Gate = z.strictObject({
  touch: z.enum(['open', 'ask', 'grade', 'rule', 'closed']),
  because: z.enum(gateReasons).nullable(),
  rule: RuleStanding.nullable(),
});
export type Gate = z.infer<typeof Gate>;

type Rule = SessionContent['resumeRule'];

/** D0 and H0 both, with hands off, and nothing else after; the moment the later of the two was seen. */
const presentSince = ({ sightings }: SessionState, afterSeq: number): number | null => {
  let [present, aroused]: [string | null, string | null] = [null, null];
  let since: number | null = null;
  for (const one of sightings) {
    if (one.seq <= afterSeq) continue;
    // Something else was seen: both are looked at again.
    if (one.item !== null) [present, aroused] = [null, null];
    present = one.dissociation ?? present;
    aroused = one.arousal ?? aroused;
    since = present === 'D0' && aroused === 'H0' ? (since ?? one.at) : null;
  }
  return since;
};

/** Whatever was seen up to here says nothing of how they are: the episode itself, a flag raised again, a number of 7 or more (a sign of H2). */
const brokenAt = (rule: Rule, { checkIns }: SessionState, { seq, raisedSeq }: Episode): number => {
  const strong = checkIns.findLast(({ distress }) => typeof distress === 'number' && distress >= rule.distressAtLeast);
  // What opened it may be a grade, and that is one of the things seen.
  return Math.max(seq - 1, raisedSeq ?? 0, strong?.seq ?? 0);
};

const negated = /\b(not|never|no|nor|hardly|barely|less|un\w*|cannot)\b|n['’]t\b/i;

/** "Settled" in their words, and in no part of them "not settled", "isn't settled", "unsettled". */
const saysSettled = (words: string, settled: string): boolean => {
  const word = new RegExp(`\\b${settled}\\b`, 'i');
  const parts = words.split(/[.,;:!?\n–—]|\bbut\b/i).filter((part) => part.toLowerCase().includes(settled.toLowerCase()));
  return parts.length > 0 && parts.every((part) => word.test(part) && !negated.test(part.slice(0, part.search(word))));
};

/** The newest number since hands were off; a number that was not asked anew is none. */
const isSettled = ({ checkIns }: SessionState, afterSeq: number, rule: Rule): boolean => {
  const asked = checkIns.filter(({ seq, distress }) => seq > afterSeq && distress !== null).at(-1);
  if (!asked) return false;
  if (asked.distress === 'declined') return saysSettled(asked.words, rule.settledWord);
  return asked.distress !== null && asked.distress <= rule.distressAtMost;
};

export const ruleStanding = (rule: Rule, state: SessionState, episode: Episode): RuleStanding => {
  const stop = state.stops.find(({ n }) => n === episode.stop);
  const handsOffAt = stop?.handsOffAt ?? null;
  if (!stop || handsOffAt === null || stop.handsOffSeq === null)
    return { handsOffAt: null, until: null, presentAt: null, settled: false, met: false };
  const until = handsOffAt + rule.withinMinutes * 60_000;
  const presentAt = presentSince(state, Math.max(stop.handsOffSeq, brokenAt(rule, state, episode)));
  const settled = isSettled(state, stop.handsOffSeq, rule);
  return { handsOffAt, until, presentAt, settled, met: presentAt !== null && presentAt <= until && settled };
};

/** Nobody was D0 and H0 in time: touch does not start again, whatever comes later. */
const isOver = ({ until, presentAt }: RuleStanding, now: number): boolean => until !== null && (presentAt ?? now) > until;

const closed = (because: NonNullable<Gate['because']>, rule: RuleStanding | null = null): Gate => ({ touch: 'closed', because, rule });

/** Of several left behind, the one that is furthest from being met. */
const standingOf = (rule: Rule, state: SessionState, now: number): RuleStanding | null => {
  const all = openEpisodes(state).flatMap((one) => (one.weight === 'rule' ? [ruleStanding(rule, state, one)] : []));
  return all.find((one) => isOver(one, now)) ?? all.find(({ met }) => !met) ?? all.at(-1) ?? null;
};

/** The most careful of all that holds at `now`. */
export const gateAt = (rule: Rule, state: SessionState, now: number): Gate => {
  if (state.episodes.some(({ weight }) => weight === 'never')) return closed('never');
  if (state.episodes.some(({ weight }) => weight === 'not-today')) return closed('not-today');
  const standing = standingOf(rule, state, now);
  if (standing && isOver(standing, now)) return closed('rule-over', standing);
  // Before what the client says for themselves: asking does not do away with a flag nobody graded.
  if (openEpisodes(state).some(isUngraded)) return { touch: 'grade', because: null, rule: standing };
  if (state.episodes.some(({ disposition }) => disposition === 'end')) return closed('not-today', standing);
  if (state.yes?.answer === 'no') return closed('said-no', standing);
  if (state.enough) return closed('enough', standing);
  if (standing) return { touch: 'rule', because: null, rule: standing };
  return { touch: state.mustAsk ? 'ask' : 'open', because: null, rule: null };
};

/** Whether the client's asking, now, starts touch again. */
export const mayAskOn = ({ touch, because, rule }: Gate): boolean => {
  if (touch === 'closed') return (because === 'enough' || because === 'said-no') && (rule === null || rule.met);
  return touch === 'rule' ? rule?.met === true : touch !== 'grade';
};

/**
 * The resume rule was called for, and touch did not start again under it (redflags.json, hold_rule). A flag that was never graded may have
 * been anything: it counts as much.
 */
export const isLeftUnderRule = (one: Episode): boolean => one.resumedAt === null && (one.underRule || isUngraded(one));

export const closesUnderRule = ({ episodes }: Pick<SessionState, 'episodes'>): boolean => episodes.some(isLeftUnderRule);
