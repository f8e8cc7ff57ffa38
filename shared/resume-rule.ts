import { z } from 'zod';
import type { SessionContent } from './session-content.ts';
import { type Episode, openEpisodes, type SessionState } from './session-state.ts';

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

/** D0 and H0 both, since hands were off, and nothing else after; the moment the later of the two was seen. */
const presentSince = ({ seen }: Episode, afterSeq: number): number | null => {
  let [present, aroused]: [string | null, string | null] = [null, null];
  let since: number | null = null;
  for (const one of seen) {
    if (one.seq <= afterSeq) continue;
    present = one.dissociation ?? present;
    aroused = one.arousal ?? aroused;
    since = present === 'D0' && aroused === 'H0' ? (since ?? one.at) : null;
  }
  return since;
};

/** The newest number since hands were off; a number that was not asked anew is none. */
const isSettled = ({ checkIns }: SessionState, afterSeq: number, rule: Rule): boolean => {
  const asked = checkIns.filter(({ seq, distress }) => seq > afterSeq && distress !== null).at(-1);
  if (!asked) return false;
  if (asked.distress === 'declined') return asked.words.toLowerCase().includes(rule.settledWord.toLowerCase());
  return asked.distress !== null && asked.distress <= rule.distressAtMost;
};

export const ruleStanding = (rule: Rule, state: SessionState, episode: Episode): RuleStanding => {
  const stop = state.stops.find(({ n }) => n === episode.stop);
  const handsOffAt = stop?.handsOffAt ?? null;
  if (!stop || handsOffAt === null) return { handsOffAt: null, until: null, presentAt: null, settled: false, met: false };
  const until = handsOffAt + rule.withinMinutes * 60_000;
  const presentAt = presentSince(episode, stop.seq);
  const settled = isSettled(state, stop.seq, rule);
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
  if (state.yes?.answer === 'no') return closed('said-no', standing);
  if (state.enough) return closed('enough', standing);
  if (openEpisodes(state).some(({ weight }) => weight === null)) return { touch: 'grade', because: null, rule: standing };
  if (standing) return { touch: 'rule', because: null, rule: standing };
  return { touch: state.mustAsk ? 'ask' : 'open', because: null, rule: null };
};

/** Whether the client's asking, now, starts touch again. */
export const mayAskOn = ({ touch, because, rule }: Gate): boolean => {
  if (touch === 'closed') return (because === 'enough' || because === 'said-no') && (rule === null || rule.met);
  return touch === 'rule' ? rule?.met === true : touch !== 'grade';
};

/** The resume rule was called for, and touch did not start again under it (redflags.json, hold_rule). */
export const closesUnderRule = ({ episodes }: Pick<SessionState, 'episodes'>): boolean =>
  episodes.some(({ weight, resumedAt }) => weight === 'rule' && resumedAt === null);
