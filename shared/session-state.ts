import { z } from 'zod';
import { ContactLevel } from './body-areas.ts';
import { arousalGrades, dissociationGrades, sessionPhases } from './session-content.ts';
import { BlockPlan, Scale, signalCauses } from './session-events.ts';

/**
 * `ready`: no hands on, and nothing waits; `touch`: a block is under way; `pause`: hands are off and the client is asked; `stopping`: a stop
 * was logged and hands are not off yet; `halted`: hands are off after a stop; `ended`: closed.
 */
export const sessionModes = ['ready', 'touch', 'pause', 'stopping', 'halted', 'ended'] as const;
export type SessionMode = (typeof sessionModes)[number];

/** Milliseconds since the session began. */
const Offset = z.number().min(0);
const At = z.strictObject({ seq: z.int(), at: Offset });

export const Block = BlockPlan.extend({
  n: z.int(),
  startedAt: Offset,
  endedAt: Offset.nullable(),
  endedBy: z.enum(['planned', 'client', 'practitioner', 'watch-word', 'check-in', 'grade', 'stop']).nullable(),
  halfway: z.enum(['staying', 'changing', 'none']).nullable(),
});
export type Block = z.infer<typeof Block>;

export const StopEvent = z.strictObject({
  n: z.int(),
  cause: z.enum(signalCauses),
  seq: z.int(),
  at: Offset,
  handsOffAt: Offset.nullable(),
  /** The event it was told by: what was seen before it is not what was seen with hands off. */
  handsOffSeq: z.int().nullable(),
  /** Places it was on; "ask me each time" for today. */
  areas: z.array(z.string()),
  signal: z.string(),
  words: z.string(),
  resumedAt: Offset.nullable(),
});
export type StopEvent = z.infer<typeof StopEvent>;

/** `ask`: the client asks before more touch; `rule`: the resume rule decides; `not-today`, `never`: no more touch today, the latter with a hold. */
export const weights = ['ask', 'rule', 'not-today', 'never'] as const;
export type Weight = (typeof weights)[number];

const Sighting = At.extend({
  dissociation: z.enum(dissociationGrades).nullable(),
  arousal: z.enum(arousalGrades).nullable(),
  item: z.string().nullable(),
  signs: z.array(z.string()),
  words: z.string(),
});

/** From a red flag, a grade or a distress number until touch starts again, or the session is over. */
export const Episode = z.strictObject({
  n: z.int(),
  cause: z.enum(['flag', 'grade', 'distress']),
  seq: z.int(),
  openedAt: Offset,
  /** The stop whose "Hands are off" starts the clock of the resume rule. */
  stop: z.int(),
  seen: z.array(Sighting),
  distress: Scale.nullable(),
  /** Null until it was graded. */
  weight: z.enum(weights).nullable(),
  /** P-code, the highest so far. */
  action: z.string().nullable(),
  incident: z.boolean(),
  /** The red flag as it was touched last, which asks for a grade anew; null: opened by what was seen or said. */
  raisedSeq: z.int().nullable(),
  /** The resume rule was called for, whatever weighs more by now. */
  underRule: z.boolean(),
  resumedAt: Offset.nullable(),
  disposition: z.enum(['go-on-gently', 'end', 'refer-now', 'emergency']).nullable(),
});
export type Episode = z.infer<typeof Episode>;

export const CheckIn = At.extend({
  distress: Scale.nullable(),
  pain: Scale.nullable(),
  words: z.string(),
  sensations: z.array(z.string()),
});
export type CheckIn = z.infer<typeof CheckIn>;

/** Where a session stands: told from its events alone, in their order. */
export const SessionState = z.strictObject({
  seq: z.int(),
  offset: Offset,
  phase: z.enum(sessionPhases),
  mode: z.enum(sessionModes),
  cardRead: z.boolean(),
  healthAsked: z.strictObject({ changed: z.boolean() }).nullable(),
  rehearsed: z.strictObject({ word: z.string(), gesture: z.string() }).nullable(),
  yes: z
    .strictObject({
      answer: z.enum(['yes', 'partly', 'no']),
      /** Named with a yes. */
      places: z.array(z.string()),
      ceiling: ContactLevel.nullable(),
      words: z.string(),
      at: Offset,
    })
    .nullable(),
  /** Places with a spoken yes for the next block, whatever it is on. */
  asked: z.array(z.string()),
  /** Said no to, today. */
  leftOut: z.array(z.string()),
  takenBack: z.array(z.string()),
  /** "Ask me each time" for today, after a stop there. */
  stopped: z.array(z.string()),
  checkIns: z.array(CheckIn),
  settling: z.array(At.extend({ technique: z.string().nullable(), words: z.string() })),
  position: z.string().nullable(),
  blocks: z.array(Block),
  pauses: z.array(At.extend({ reason: z.string(), choice: z.string().nullable(), words: z.string() })),
  stops: z.array(StopEvent),
  episodes: z.array(Episode),
  /** Everything that was looked at, also what opened nothing. */
  sightings: z.array(Sighting),
  /** The client must ask before more touch. */
  mustAsk: z.boolean(),
  /** The client wants no more today; they alone open it again. */
  enough: z.boolean(),
  grounding: z.array(At.extend({ step: z.int(), what: z.enum(['shown', 'again', 'helped', 'left-out']) })),
  told: z.array(At.extend({ who: z.string(), means: z.string(), under: z.string(), words: z.string() })),
  aftercare: z.strictObject({ items: z.array(z.string()), words: z.string() }).nullable(),
  wayHome: z.strictObject({ how: z.string(), withWhom: z.string(), advisedAgainstDriving: z.boolean() }).nullable(),
  remarks: z.array(At.extend({ words: z.string() })),
});
export type SessionState = z.infer<typeof SessionState>;

export const newSession: SessionState = {
  seq: 0,
  offset: 0,
  phase: 'arrive',
  mode: 'ready',
  cardRead: false,
  healthAsked: null,
  rehearsed: null,
  yes: null,
  asked: [],
  leftOut: [],
  takenBack: [],
  stopped: [],
  checkIns: [],
  settling: [],
  position: null,
  blocks: [],
  pauses: [],
  stops: [],
  episodes: [],
  sightings: [],
  mustAsk: false,
  enough: false,
  grounding: [],
  told: [],
  aftercare: null,
  wayHome: null,
  remarks: [],
};

export const runningBlock = ({ mode, blocks }: Pick<SessionState, 'mode' | 'blocks'>): Block | null =>
  mode === 'touch' ? (blocks.at(-1) ?? null) : null;

/** Whether a look at them came to anything: signs and words alone grade nothing. */
export const saysGrade = ({
  dissociation,
  arousal,
  item,
}: Pick<SessionState['sightings'][number], 'dissociation' | 'arousal' | 'item'>): boolean =>
  dissociation !== null || arousal !== null || item !== null;

/** A flag was raised, or raised again, and nothing was graded since. */
export const isUngraded = ({ weight, raisedSeq, seen }: Episode): boolean => {
  if (weight === null) return true;
  return raisedSeq !== null && !seen.some((one) => one.seq > raisedSeq && saysGrade(one));
};

/** Those that are not over: touch did not start again since. */
export const openEpisodes = ({ episodes }: Pick<SessionState, 'episodes'>): readonly Episode[] =>
  episodes.filter(({ resumedAt }) => resumedAt === null);

/** The newest of them. */
export const openEpisode = (state: Pick<SessionState, 'episodes'>): Episode | null => openEpisodes(state).at(-1) ?? null;

/** Hands on, in milliseconds; of a block under way until `now`. */
export const touchTime = ({ blocks }: Pick<SessionState, 'blocks'>, now: number): number =>
  blocks.reduce((sum, { startedAt, endedAt }) => sum + Math.max(0, (endedAt ?? now) - startedAt), 0);
