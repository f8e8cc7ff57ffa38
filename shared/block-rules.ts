import { z } from 'zod';
import type { Allowed, AllowedArea } from './allowed.ts';
import { gateAt } from './resume-rule.ts';
import { type SessionContent, type SessionRuleId, sessionRuleIds, type Technique } from './session-content.ts';
import type { BlockPlan } from './session-events.ts';
import { type Block, type SessionState, touchTime } from './session-state.ts';

/** Why a block may not start, or what is warned of before it does. The window has the words; those of a rule stand in the content. */
export const blockCodes = [
  // refused
  'not-now',
  'talk-only',
  'card-first',
  'health-first',
  'spoken-yes',
  'stop-rehearsed',
  'grade',
  'area',
  'area-ask',
  'area-sensitive',
  'contact-level',
  'technique-unknown',
  'technique-d',
  'technique-no-touch',
  // warned
  'no-check-in',
  'first-block-minutes',
  'later-block-minutes',
  'first-session-touch',
  'grade-b-new',
  'grade-b-not-asked',
  'grade-c',
  'position-c',
  'position-avoided',
  'plan-position',
  'firmer-than-meant',
  'one-new-thing',
  'new-first',
  'after-rule',
  'after-stop',
  'not-present',
  'announce',
] as const;
export type BlockCode = (typeof blockCodes)[number];

export const BlockProblem = z.strictObject({
  code: z.enum(blockCodes),
  /** The rule of the content it comes from; null where it comes from elsewhere. */
  rule: z.enum(sessionRuleIds).nullable(),
  /** The place it is about; null for the block as a whole. */
  area: z.string().nullable(),
});
export type BlockProblem = z.infer<typeof BlockProblem>;

export const BlockVerdict = z.strictObject({ refused: z.array(BlockProblem), warned: z.array(BlockProblem) });
export type BlockVerdict = z.infer<typeof BlockVerdict>;

/** All that decides whether a block may start, besides the session itself. */
export type BlockFacts = {
  readonly content: SessionContent;
  /** As of now, with today's yes and stops; see `allowed-now.ts`. */
  readonly allowed: Allowed;
  /** Places that need a signed form of their own. */
  readonly sensitive: ReadonlySet<string>;
  /** It began without touch, and without touch it ends: what was agreed to was talk. */
  readonly talkOnly: boolean;
  /** What the client's stop signal is now. */
  readonly signal: { readonly word: string; readonly gesture: string };
  readonly before: {
    /** Sessions with touch that were closed before this one, and those of them without an incident. */
    readonly sessions: number;
    readonly settled: number;
    readonly areas: ReadonlySet<string>;
    readonly techniques: ReadonlySet<string>;
    /** Signs of D1 or more, or H2 or more, in the last one. */
    readonly stirred: boolean;
  };
  /** A mental-health clinician is in the care team. */
  readonly clinician: boolean;
  /** A dissociation plan is agreed. */
  readonly plan: boolean;
  /** Positions the client did not choose. */
  readonly avoided: ReadonlySet<string>;
};

const about = (code: BlockCode, rule: SessionRuleId | null, area: string | null = null): BlockProblem => ({ code, rule, area });

/** Today's yes covers what holds as yes; "partly" only the places named with it, for not answering counts as no (domain.md 0.2). */
const isSpoken = ({ yes, asked }: SessionState, { code, holds }: AllowedArea): boolean =>
  asked.includes(code) || (holds === 'yes' && (yes?.answer !== 'partly' || yes.places.includes(code)));

const areaProblems = (facts: BlockFacts, state: SessionState, plan: BlockPlan, code: string): readonly BlockProblem[] => {
  const place: AllowedArea | undefined = facts.allowed.areas.find((area) => area.code === code);
  const isSensitive = facts.sensitive.has(code);
  if (!place || place.holds === 'no')
    return [about(isSensitive ? 'area-sensitive' : 'area', isSensitive ? 'area-sensitive' : 'area', code)];
  const spoken = isSpoken(state, place);
  return [
    ...(spoken ? [] : [about(isSensitive ? 'area-sensitive' : 'area-ask', isSensitive ? 'area-sensitive' : 'area-ask', code)]),
    ...(plan.level > place.ceiling ? [about('contact-level', 'contact-level', code)] : []),
  ];
};

const isRehearsed = ({ signal }: BlockFacts, { rehearsed }: SessionState): boolean =>
  rehearsed !== null && rehearsed.word === signal.word && rehearsed.gesture === signal.gesture;

const techniqueProblems = (technique: Technique | undefined): readonly BlockProblem[] => {
  if (!technique) return [about('technique-unknown', null)];
  if (technique.suitability === 'D') return [about('technique-d', 'technique-d')];
  return technique.usesTouch ? [] : [about('technique-no-touch', null)];
};

const refusedOf = (facts: BlockFacts, state: SessionState, plan: BlockPlan, now: number): readonly BlockProblem[] => {
  const { content } = facts;
  const said = state.yes?.answer;
  return [
    ...(state.mode === 'ready' ? [] : [about('not-now', null)]),
    ...(facts.talkOnly ? [about('talk-only', null)] : []),
    ...(state.cardRead ? [] : [about('card-first', null)]),
    ...(state.healthAsked ? [] : [about('health-first', null)]),
    ...(said === 'yes' || said === 'partly' ? [] : [about('spoken-yes', 'spoken-yes')]),
    ...(isRehearsed(facts, state) ? [] : [about('stop-rehearsed', 'stop-rehearsed')]),
    ...(gateAt(content.resumeRule, state, now).touch === 'open' ? [] : [about('grade', 'grade')]),
    ...plan.areas.flatMap((code) => areaProblems(facts, state, plan, code)),
    ...techniqueProblems(content.techniques.find(({ id }) => id === plan.technique)),
  ];
};

const minute = 60_000;

const minuteWarnings = (
  { content, before }: BlockFacts,
  state: SessionState,
  { minutes }: BlockPlan,
  now: number,
): readonly BlockProblem[] => {
  const { firstBlock, laterBlocks, firstSession } = content.plannedMinutes;
  const [shortest = 0, longest = Number.POSITIVE_INFINITY] = laterBlocks;
  const isFirstSession = before.sessions === 0;
  const isFirst = isFirstSession && state.blocks.length === 0;
  const isOver = isFirstSession && touchTime(state, now) + minutes * minute > firstSession * minute;
  return [
    ...(isFirst && minutes > firstBlock ? [about('first-block-minutes', 'first-block-minutes')] : []),
    ...(!isFirst && (minutes < shortest || minutes > longest) ? [about('later-block-minutes', 'later-block-minutes')] : []),
    ...(isOver ? [about('first-session-touch', 'first-session-touch')] : []),
  ];
};

/** Signs of D1 or more, or H2 or more, in this session. */
export const isStirred = ({ sightings, checkIns }: Pick<SessionState, 'sightings' | 'checkIns'>): boolean =>
  sightings.some(({ dissociation, arousal }) => (dissociation ?? 'D0') > 'D0' || (arousal ?? 'H0') > 'H1') ||
  checkIns.some(({ distress }) => typeof distress === 'number' && distress >= 7);

/** Not stable, not coordinated as far as anybody can tell here, or with raised signs: a grade C is warned of. */
const isUnsettled = ({ before, clinician, plan }: BlockFacts, state: SessionState): boolean =>
  before.settled === 0 || before.stirred || clinician || plan || isStirred(state);

/** As it is planned, else as the client lies or sits now. */
const positionOf = (state: SessionState, plan: BlockPlan): string | null => plan.position ?? state.position;

/** Face down is a technique of the content, and has its grade. */
const faceDown = { position: 'prone', technique: 'prone-work' } as const;
/** Seated or side-lying, eyes open, where a plan for dissociation is agreed (domain.md 2.6). */
const ofPlan: readonly string[] = ['seated', 'side-lying'];

const gradeWarnings = (facts: BlockFacts, state: SessionState, plan: BlockPlan): readonly BlockProblem[] => {
  const grade = facts.content.techniques.find(({ id }) => id === plan.technique)?.suitability;
  const rule = 'technique-b-c';
  return [
    ...(grade === 'B' && facts.before.settled === 0 ? [about('grade-b-new', rule)] : []),
    ...(grade === 'B' && plan.chosenBy !== 'client' ? [about('grade-b-not-asked', rule)] : []),
    ...(grade === 'C' && isUnsettled(facts, state) ? [about('grade-c', rule)] : []),
    ...(positionOf(state, plan) === faceDown.position && isUnsettled(facts, state) ? [about('position-c', rule)] : []),
  ];
};

const positionWarnings = ({ avoided, plan: hasPlan }: BlockFacts, position: string | null): readonly BlockProblem[] => [
  ...(position !== null && avoided.has(position) ? [about('position-avoided', null)] : []),
  ...(hasPlan && (position === null || !ofPlan.includes(position)) ? [about('plan-position', null)] : []),
];

/** Places and manners the client had in no session before. */
const newIn = ({ before }: BlockFacts, { areas, technique }: Pick<BlockPlan, 'areas' | 'technique'>): readonly string[] => [
  ...areas.filter((code) => !before.areas.has(code)),
  ...(before.techniques.has(technique) ? [] : [technique]),
];

const newWarnings = (facts: BlockFacts, state: SessionState, plan: BlockPlan): readonly BlockProblem[] => {
  if (facts.before.sessions === 0) return [];
  const now = newIn(facts, plan);
  const all = new Set([...state.blocks.flatMap((block) => newIn(facts, block)), ...now]);
  if (now.length === 0) return [];
  return [
    ...(all.size > 1 ? [about('one-new-thing', 'one-new-thing')] : []),
    ...(state.blocks.length === 0 ? [about('new-first', 'titration')] : []),
  ];
};

const calmEnds: readonly Block['endedBy'][] = ['planned', 'client', 'practitioner', null];

/** After a stop, or a sign that was a pause: "in a new place or lighter" (redflags.json, stop-signal). */
const afterStop = (last: Block | undefined, { areas, level }: BlockPlan): readonly BlockProblem[] => {
  if (!last || calmEnds.includes(last.endedBy)) return [];
  const isLighter = level < last.level || level <= 1;
  return isLighter || !areas.some((code) => last.areas.includes(code)) ? [] : [about('after-stop', null)];
};

/** "D0 again" (redflags.json, drifting): what was seen last of it was not that. */
const notPresent = ({ sightings }: SessionState): readonly BlockProblem[] =>
  (sightings.findLast(({ dissociation }) => dissociation !== null)?.dissociation ?? 'D0') > 'D0' ? [about('not-present', null)] : [];

/** "A first block after the rule is shorter and lighter than the one before." */
const afterRule = (state: SessionState, plan: BlockPlan): readonly BlockProblem[] => {
  const [last] = state.blocks.slice(-1);
  const resumedAt = state.episodes.findLast(({ underRule }) => underRule)?.resumedAt ?? null;
  if (!last || resumedAt === null || last.startedAt > resumedAt) return afterStop(last, plan);
  return plan.minutes < last.minutes && plan.level <= last.level && (plan.level < last.level || last.level === 1)
    ? []
    : [about('after-rule', null)];
};

const warnedOf = (facts: BlockFacts, state: SessionState, plan: BlockPlan, now: number): readonly BlockProblem[] => {
  const technique = facts.content.techniques.find(({ id }) => id === plan.technique);
  return [
    ...(state.checkIns.some(({ distress }) => distress !== null) ? [] : [about('no-check-in', null)]),
    ...minuteWarnings(facts, state, plan, now),
    ...gradeWarnings(facts, state, plan),
    ...positionWarnings(facts, positionOf(state, plan)),
    ...(technique && plan.level > technique.contactMax ? [about('firmer-than-meant', null)] : []),
    ...newWarnings(facts, state, plan),
    ...afterRule(state, plan),
    ...notPresent(state),
    ...(plan.announced ? [] : [about('announce', 'announce')]),
  ];
};

/**
 * Whether a block may start at `now` (milliseconds since the session began): what refuses it, and what is warned of. Rules and severities are
 * those of techniques.json, session_rules; domain.md 2.6, 7.2, 11.2.
 */
export const blockVerdict = (facts: BlockFacts, state: SessionState, plan: BlockPlan, now: number): BlockVerdict => {
  const warned = warnedOf(facts, state, plan, now);
  const strict = new Set(facts.content.rules.flatMap(({ id, severity }) => (severity === 'refuse' ? [id] : [])));
  const isStrict = ({ rule }: BlockProblem): boolean => rule !== null && strict.has(rule);
  return {
    refused: [...refusedOf(facts, state, plan, now), ...warned.filter(isStrict)],
    warned: warned.filter((one) => !isStrict(one)),
  };
};
