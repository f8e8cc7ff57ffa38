import { blockEnded, stopped } from './session-alarm.ts';
import { type Resume, resumes, type SeenItem, type SessionContent } from './session-content.ts';
import type { KeptEvent, Scale } from './session-events.ts';
import { type Episode, openEpisode, type SessionState, type Weight, weights } from './session-state.ts';

/** What was seen comes to, in the words of the content: the highest of it wins. */
type Judged = { readonly resume: Resume; readonly action: string | null; readonly incident: boolean };

const heavier = (one: Judged, other: Judged): Judged => ({
  resume: resumes.indexOf(other.resume) > resumes.indexOf(one.resume) ? other.resume : one.resume,
  action: (other.action ?? '') > (one.action ?? '') ? other.action : one.action,
  incident: one.incident || other.incident,
});

const nothing: Judged = { resume: 'carry_on', action: null, incident: false };

type Seen = Extract<KeptEvent, { kind: 'seen' }>['body'];

export const itemOf = (content: SessionContent, id: string | null): SeenItem | null => content.seen.find((one) => one.id === id) ?? null;

/** The grades and the item, judged by the decision table. */
export const judged = (content: SessionContent, { dissociation, arousal, item }: Pick<Seen, 'dissociation' | 'arousal' | 'item'>): Judged =>
  [
    content.dissociation.find(({ grade }) => grade === dissociation),
    content.arousal.find(({ grade }) => grade === arousal),
    itemOf(content, item),
  ].reduce<Judged>((worst, one) => (one ? heavier(worst, one) : worst), nothing);

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
    resumedAt: null,
    disposition: null,
  };
  return { ...halted, episodes: [...halted.episodes, episode] };
};

export const flagged = (state: SessionState, event: KeptEvent): SessionState => opened(state, event, 'flag');

const weighed = (episode: Episode, { resume, action, incident }: Judged): Episode => ({
  ...episode,
  // A raised flag is a stop: what turns out to be nothing still waits for the client to ask.
  weight: heaviest(episode.weight, weightOf[resume] ?? 'ask'),
  action: (action ?? '') > (episode.action ?? '') ? action : episode.action,
  incident: episode.incident || incident,
});

const paused = (state: SessionState, at: number, endedBy: 'grade' | 'check-in'): SessionState => ({
  ...blockEnded(state, at, endedBy),
  mustAsk: true,
});

/** What is seen now. From P3 on hands come off; a mild sign is a pause. */
export const seen = (content: SessionContent, state: SessionState, event: Extract<KeptEvent, { kind: 'seen' }>): SessionState => {
  const { seq, offset: at, body } = event;
  const now = judged(content, body);
  const isStop = resumes.indexOf(now.resume) >= resumes.indexOf('resume_rule');
  const looked = { ...state, sightings: [...state.sightings, { seq, at, ...body }] };
  const there = isStop ? opened(looked, event, 'grade') : looked;
  const isGraded = body.dissociation !== null || body.arousal !== null || body.item !== null;
  const noted = openEpisode(there)
    ? last(there, (one) => {
        const more = { ...one, seen: [...one.seen, { seq, at, ...body }] };
        return isGraded ? weighed(more, now) : more;
      })
    : there;
  return isStop || now.resume === 'carry_on' || state.mode === 'stopping' ? noted : paused(noted, at, 'grade');
};

const isNumber = (scale: Scale | null): scale is number => typeof scale === 'number';

/** A number of 7 or more opens the resume rule; two more than the last one is a pause (redflags.json, pause_rules). */
export const checkedIn = (
  content: SessionContent,
  state: SessionState,
  event: Extract<KeptEvent, { kind: 'checked-in' }>,
): SessionState => {
  const { seq, offset: at, body } = event;
  const before = state.checkIns.map(({ distress }) => distress).findLast(isNumber);
  const noted = { ...state, checkIns: [...state.checkIns, { seq, at, ...body }] };
  if (!isNumber(body.distress)) return noted;
  if (body.distress >= content.resumeRule.distressAtLeast) {
    const strongly: Judged = { resume: 'resume_rule', action: 'P3', incident: true };
    const { distress } = body;
    return last(opened(noted, event, 'distress'), (one) => weighed({ ...one, distress: one.distress ?? distress }, strongly));
  }
  return before !== undefined && body.distress - before >= 2 && state.mode !== 'stopping' ? paused(noted, at, 'check-in') : noted;
};
