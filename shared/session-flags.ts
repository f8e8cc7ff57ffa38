import { blockEnded, stopped } from './session-alarm.ts';
import {
  arousalGrades,
  type Decision,
  decisions,
  dissociationGrades,
  type Resume,
  resumes,
  type SeenItem,
  type SessionContent,
} from './session-content.ts';
import type { KeptEvent, Scale } from './session-events.ts';
import { type Episode, isUngraded, openEpisode, type SessionState, saysGrade, type Weight, weights } from './session-state.ts';

/** What was seen comes to, in the words of the content: the highest of it wins. */
type Judged = {
  readonly decision: Decision;
  readonly resume: Resume;
  readonly action: string | null;
  readonly incident: boolean;
  /** Some part of it calls for the resume rule, whatever else weighs more: closed without touch again, it holds the next session. */
  readonly underRule: boolean;
};

const heavier = (one: Judged, other: Judged): Judged => ({
  decision: decisions.indexOf(other.decision) > decisions.indexOf(one.decision) ? other.decision : one.decision,
  resume: resumes.indexOf(other.resume) > resumes.indexOf(one.resume) ? other.resume : one.resume,
  action: (other.action ?? '') > (one.action ?? '') ? other.action : one.action,
  incident: one.incident || other.incident,
  underRule: one.underRule || other.underRule,
});

const nothing: Judged = { decision: 'continue', resume: 'carry_on', action: null, incident: false, underRule: false };

type Seen = Extract<KeptEvent, { kind: 'seen' }>['body'];

export const itemOf = (content: SessionContent, id: string | null): SeenItem | null => content.seen.find((one) => one.id === id) ?? null;

/** The grades and the item, judged by the decision table. */
export const judged = (content: SessionContent, { dissociation, arousal, item }: Pick<Seen, 'dissociation' | 'arousal' | 'item'>): Judged =>
  [
    content.dissociation.find(({ grade }) => grade === dissociation),
    content.arousal.find(({ grade }) => grade === arousal),
    itemOf(content, item),
  ].reduce<Judged>((worst, one) => (one ? heavier(worst, { ...one, underRule: one.resume === 'resume_rule' }) : worst), nothing);

const weightOf: Readonly<Record<Resume, Weight | null>> = {
  carry_on: null,
  client_asks: 'ask',
  resume_rule: 'rule',
  not_today: 'not-today',
  never_today: 'never',
};

const heaviest = (one: Weight | null, other: Weight | null): Weight | null =>
  weights.find((weight) => weights.indexOf(weight) === Math.max(one ? weights.indexOf(one) : -1, other ? weights.indexOf(other) : -1)) ??
  null;

const last = (state: SessionState, change: (episode: Episode) => Episode): SessionState => ({
  ...state,
  episodes: state.episodes.map((one, index) => (index === state.episodes.length - 1 ? change(one) : one)),
});

/** An episode hangs on the stop that lifts hands: the one that is still being answered, or a new one. */
const opened = (state: SessionState, event: KeptEvent, cause: Episode['cause']): SessionState => {
  if (openEpisode(state) && (state.mode === 'stopping' || state.mode === 'halted')) return state;
  const halted = state.mode === 'stopping' || state.mode === 'halted' ? state : stopped(state, event, cause);
  const episode: Episode = {
    n: halted.episodes.length + 1,
    cause,
    seq: event.seq,
    openedAt: event.offset,
    stop: halted.stops.length,
    seen: [],
    distress: null,
    weight: null,
    action: null,
    incident: false,
    raisedSeq: null,
    underRule: false,
    resumedAt: null,
    disposition: null,
  };
  return { ...halted, episodes: [...halted.episodes, episode] };
};

/** Raised once more while one is open it asks for a grade once more. */
export const flagged = (state: SessionState, event: KeptEvent): SessionState =>
  last(opened(state, event, 'flag'), (one) => ({ ...one, raisedSeq: event.seq }));

const weighed = (episode: Episode, { resume, action, incident, underRule }: Judged): Episode => ({
  ...episode,
  // A raised flag is a stop: what turns out to be nothing still waits for the client to ask.
  weight: heaviest(episode.weight, weightOf[resume] ?? 'ask'),
  action: (action ?? '') > (episode.action ?? '') ? action : episode.action,
  incident: episode.incident || incident,
  underRule: episode.underRule || underRule,
});

const paused = (state: SessionState, at: number, endedBy: 'grade' | 'check-in' | 'watch-word'): SessionState => ({
  ...blockEnded(state, at, endedBy),
  mustAsk: true,
});

/** The higher of what was said and what the item stands for: an item that meets a grade is handled by the grade. */
const higher = <G extends string>(grades: readonly G[], said: G | null, ofItem: string | null): G | null =>
  grades.findLast((grade) => grade === said || grade === ofItem) ?? null;

const withGrades = (content: SessionContent, body: Seen): Seen => {
  const ofItem = itemOf(content, body.item)?.grade ?? null;
  return {
    ...body,
    dissociation: higher(dissociationGrades, body.dissociation, ofItem),
    arousal: higher(arousalGrades, body.arousal, ofItem),
  };
};

const isAtLeast = (decision: Decision, least: Decision): boolean => decisions.indexOf(decision) >= decisions.indexOf(least);

/** Hands come off: what opens the resume rule or closes the day is an episode; a stop without a P-code is a plain stop (redflags.json, notes). */
const handsOffFor = (state: SessionState, event: KeptEvent, now: Judged): SessionState => {
  if (resumes.indexOf(now.resume) >= resumes.indexOf('resume_rule')) return opened(state, event, 'grade');
  if (!isAtLeast(now.decision, 'stop') || state.mode === 'stopping' || state.mode === 'halted') return state;
  return stopped(state, event, 'signal');
};

/**
 * A look is of the newest that is open. One that grades answers older flags too, which waited for it: were they left, nobody could answer
 * them any more. What it calls for is the newest's to ask, from its own "Hands are off".
 */
const lookedAt = (state: SessionState, look: Episode['seen'][number], now: Judged): SessionState => {
  const newest = openEpisode(state);
  const grades = saysGrade(look);
  const after = (one: Episode): Episode => {
    const more = { ...one, seen: [...one.seen, look] };
    if (one === newest) return grades ? weighed(more, now) : more;
    return grades && one.resumedAt === null && isUngraded(one) ? weighed(more, nothing) : one;
  };
  return { ...state, episodes: state.episodes.map(after) };
};

/** What is seen now. From P3 on, and at every sign that counts as stop, hands come off; a mild sign is a pause. */
export const seen = (content: SessionContent, state: SessionState, event: Extract<KeptEvent, { kind: 'seen' }>): SessionState => {
  const { seq, offset: at } = event;
  const body = withGrades(content, event.body);
  const now = judged(content, body);
  const looked = { ...state, sightings: [...state.sightings, { seq, at, ...body }] };
  const there = handsOffFor(looked, event, now);
  const noted = lookedAt(there, { seq, at, ...body }, now);
  return now.resume === 'carry_on' || noted.mode === 'stopping' ? noted : paused(noted, at, 'grade');
};

const isNumber = (scale: Scale | null): scale is number => typeof scale === 'number';

/** Two or more words that may go with dissociation, together, are a pause (domain.md 7.8); alone they mean nothing. */
const watched = ({ sensations }: SessionContent, said: readonly string[]): boolean =>
  sensations.filter(({ id, watch }) => watch && said.includes(id)).length > 1;

/** Two more than at any check-in before: what creeps up by one each time is seen as well (redflags.json, pause_rules). */
const isUp = ({ checkIns }: SessionState, distress: number): boolean =>
  checkIns.some((one) => isNumber(one.distress) && distress - one.distress >= 2);

/** A number of 7 or more opens the resume rule; one that is up, or words to watch, are a pause. */
export const checkedIn = (
  content: SessionContent,
  state: SessionState,
  event: Extract<KeptEvent, { kind: 'checked-in' }>,
): SessionState => {
  const { seq, offset: at, body } = event;
  const { distress } = body;
  const noted = { ...state, checkIns: [...state.checkIns, { seq, at, ...body }] };
  if (isNumber(distress) && distress >= content.resumeRule.distressAtLeast) {
    const strongly: Judged = { decision: 'stop', resume: 'resume_rule', action: 'P3', incident: true, underRule: true };
    return last(opened(noted, event, 'distress'), (one) => weighed({ ...one, distress: one.distress ?? distress }, strongly));
  }
  if (state.mode === 'stopping') return noted;
  if (watched(content, body.sensations)) return paused(noted, at, 'watch-word');
  return isNumber(distress) && isUp(state, distress) ? paused(noted, at, 'check-in') : noted;
};
