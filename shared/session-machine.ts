import { gateAt, mayAskOn } from './resume-rule.ts';
import { blockEnded, handsOff, stopped } from './session-alarm.ts';
import type { SessionContent } from './session-content.ts';
import type { KeptEvent, SessionEventKind } from './session-events.ts';
import { checkedIn, flagged, seen } from './session-flags.ts';
import { type Episode, runningBlock, type SessionMode, type SessionState } from './session-state.ts';
import { placeAsked, sameAgain, withAll, without, yesHeard } from './session-yes.ts';

/**
 * What is taken in which mode. STOP, a red flag, what is seen and a place taken back are taken in each; whether a block may start is decided
 * by `block-rules.ts`, whether touch may start again by `resume-rule.ts`.
 */
const calm = ['ready', 'pause', 'halted'] as const;
const open = ['ready', 'touch', 'pause', 'stopping', 'halted'] as const;
export const takenIn: Readonly<Record<SessionEventKind, readonly SessionMode[]>> = {
  'card-read': calm,
  'health-asked': calm,
  'signal-rehearsed': ['ready'],
  'yes-heard': calm,
  'place-asked': calm,
  'checked-in': open,
  settled: ['ready'],
  position: calm,
  'block-started': ['ready'],
  halfway: ['touch'],
  'hands-lifted': ['touch'],
  answered: ['pause'],
  stop: open,
  'hands-off': ['stopping'],
  'signal-named': calm,
  'asked-on': calm,
  flagged: open,
  seen: open,
  grounded: ['ready', 'pause', 'stopping', 'halted'],
  told: ['ready', 'pause', 'stopping', 'halted'],
  disposed: calm,
  phase: calm,
  aftercare: calm,
  'way-home': calm,
  remark: open,
  'places-taken-back': open,
};

/** What leads to touch, and waits for the safety card; a session that ends before it was read is closed like any other. */
const afterCard: readonly SessionEventKind[] = [
  'health-asked',
  'signal-rehearsed',
  'yes-heard',
  'place-asked',
  'settled',
  'position',
  'block-started',
  'answered',
  'asked-on',
];

export type EventRefusal = 'session-over' | 'card-first' | 'not-now' | 'touch-closed' | 'signal-none';

/** Why an event is not taken; null where it is. A block is looked at by `blockVerdict` besides. */
export const refusedEvent = (content: SessionContent, state: SessionState, event: KeptEvent): EventRefusal | null => {
  if (state.mode === 'ended') return 'session-over';
  if (!takenIn[event.kind].includes(state.mode)) return 'not-now';
  if (!state.cardRead && afterCard.includes(event.kind)) return 'card-first';
  const gate = gateAt(content.resumeRule, state, event.offset);
  switch (event.kind) {
    case 'asked-on':
      return mayAskOn(gate) ? null : 'touch-closed';
    case 'answered':
      return isAsking(event.body.choice) && !mayAskOn(gate) ? 'touch-closed' : null;
    case 'disposed':
      if (state.episodes.length === 0) return 'not-now';
      return event.body.choice === 'go-on-gently' && !mayAskOn(gate) ? 'touch-closed' : null;
    case 'phase':
      if (event.body.to === 'ground' || event.body.to === 'close') return null;
      // Out of a pause or a stop the way back is the client's word.
      if (state.mode !== 'ready') return 'not-now';
      return gate.touch === 'open' ? null : 'touch-closed';
    case 'signal-named':
      return state.stops.length === 0 ? 'signal-none' : null;
    default:
      return null;
  }
};

const isAsking = (choice: string): boolean => choice === 'continue' || choice === 'less' || choice === 'elsewhere';

const isBefore = ({ phase }: SessionState): boolean => phase === 'arrive' || phase === 'settle';

/** Touch may start again, because the client asked. */
const resumed = (state: SessionState, at: number): SessionState => ({
  ...state,
  mode: 'ready',
  phase: isBefore(state) ? state.phase : 'touch-block',
  mustAsk: false,
  enough: false,
  yes: state.yes?.answer === 'no' ? null : state.yes,
  stops: state.stops.map((stop) => (stop.resumedAt === null ? { ...stop, resumedAt: at } : stop)),
  episodes: state.episodes.map((one) => (one.resumedAt === null ? { ...one, resumedAt: at } : one)),
});

/** Once hands were on and the session moves to its end, touch is over unless the client asks: leaving a pause is no answer for them. */
const phaseAfter = (state: SessionState, to: 'settle' | 'touch-block' | 'ground' | 'close'): SessionState => {
  const isEnding = (to === 'ground' || to === 'close') && state.blocks.length > 0;
  return { ...state, phase: to, mode: 'ready', mustAsk: state.mustAsk || isEnding };
};

type Answer = Extract<KeptEvent, { kind: 'answered' }>;

const answered = (state: SessionState, { body, offset }: Answer): SessionState => {
  const last = state.pauses.at(-1);
  const pauses = last ? [...state.pauses.slice(0, -1), { ...last, choice: body.choice, words: body.words }] : state.pauses;
  const kept = { ...state, pauses };
  if (body.choice === 'rest') return kept;
  if (body.choice === 'enough') return { ...kept, mode: 'ready', phase: 'ground', enough: true };
  return { ...resumed(kept, offset), asked: body.choice === 'elsewhere' ? state.asked : withAll(state.asked, sameAgain(state)) };
};

const started = (
  state: SessionState,
  { body: { despite: _, ...plan }, offset }: Extract<KeptEvent, { kind: 'block-started' }>,
): SessionState => ({
  ...state,
  mode: 'touch',
  phase: 'touch-block',
  position: plan.position ?? state.position,
  blocks: [...state.blocks, { ...plan, n: state.blocks.length + 1, startedAt: offset, endedAt: null, endedBy: null, halfway: null }],
});

/** No answer is a stop signal (techniques.json, also_counts). */
const halfway = (state: SessionState, event: Extract<KeptEvent, { kind: 'halfway' }>): SessionState => {
  const running = runningBlock(state);
  if (!running) return state;
  const { answer } = event.body;
  const noted = { ...state, blocks: [...state.blocks.slice(0, -1), { ...running, halfway: answer }] };
  if (answer === 'none') return stopped(noted, event, 'no-answer');
  return answer === 'staying' ? noted : blockEnded(noted, event.offset, 'client');
};

type Disposition = Extract<KeptEvent, { kind: 'disposed' }>['body']['choice'];
/** A referral now is P4 and an emergency P5, whatever was graded. */
const actionOf = { 'go-on-gently': '', end: '', 'refer-now': 'P4', emergency: 'P5' } as const;

const disposed = (state: SessionState, choice: Disposition): SessionState => {
  const action = actionOf[choice];
  const episodes = state.episodes.map((one, index): Episode => {
    if (index < state.episodes.length - 1) return one;
    if (action === '') return { ...one, disposition: choice };
    const higher = action > (one.action ?? '') ? action : one.action;
    return { ...one, disposition: choice, action: higher, weight: 'never', incident: true };
  });
  // To go on is for the client to ask.
  if (choice === 'go-on-gently') return { ...state, episodes };
  return { ...state, episodes, mode: 'ready', phase: 'ground', enough: true };
};

const takenBack = (state: SessionState, areas: readonly string[], event: KeptEvent): SessionState => {
  const gone = { ...state, takenBack: withAll(state.takenBack, areas), asked: without(state.asked, areas) };
  const isOn = runningBlock(gone)?.areas.some((area) => areas.includes(area)) === true;
  return isOn ? stopped(gone, event, 'taken-back') : gone;
};

const named = (state: SessionState, signal: string, words: string): SessionState => ({
  ...state,
  stops: state.stops.map((stop, index) => (index === state.stops.length - 1 ? { ...stop, signal, words } : stop)),
});

const changed = (content: SessionContent, state: SessionState, event: KeptEvent): SessionState => {
  const { seq, offset: at } = event;
  switch (event.kind) {
    case 'card-read':
      return { ...state, cardRead: true };
    case 'health-asked':
      return { ...state, healthAsked: { changed: event.body.changed } };
    case 'signal-rehearsed':
      return { ...state, rehearsed: event.body };
    case 'yes-heard':
      return yesHeard(state, event);
    case 'place-asked':
      return placeAsked(state, event.body.area, event.body.answer);
    case 'checked-in':
      return checkedIn(content, state, event);
    case 'settled':
      return { ...state, phase: isBefore(state) ? 'touch-block' : state.phase, settling: [...state.settling, { seq, at, ...event.body }] };
    case 'position':
      return { ...state, position: event.body.position };
    case 'block-started':
      return started(state, event);
    case 'halfway':
      return halfway(state, event);
    case 'hands-lifted':
      return blockEnded(state, at, event.body.reason);
    case 'answered':
      return answered(state, event);
    case 'stop':
      return stopped(state, event, event.whileLocked ? 'locked' : 'signal');
    case 'hands-off':
      return handsOff(state, event);
    case 'signal-named':
      return named(state, event.body.signal, event.body.words);
    case 'asked-on':
      return resumed(state, at);
    case 'flagged':
      return flagged(state, event);
    case 'seen':
      return seen(content, state, event);
    case 'grounded':
      return { ...state, grounding: [...state.grounding, { seq, at, ...event.body }] };
    case 'told':
      return { ...state, told: [...state.told, { seq, at, ...event.body }] };
    case 'disposed':
      return disposed(state, event.body.choice);
    case 'phase':
      return phaseAfter(state, event.body.to);
    case 'aftercare':
      return { ...state, aftercare: event.body };
    case 'way-home':
      return { ...state, wayHome: event.body };
    case 'remark':
      return { ...state, remarks: [...state.remarks, { seq, at, ...event.body }] };
    case 'places-taken-back':
      return takenBack(state, event.body.areas, event);
  }
};

/** The session after one more event. What `refusedEvent` refuses is never given to it. */
export const after = (content: SessionContent, state: SessionState, event: KeptEvent): SessionState => ({
  ...changed(content, { ...state, seq: event.seq, offset: event.offset }, event),
});

/** Where all its events lead. */
export const sessionFrom = (content: SessionContent, events: readonly KeptEvent[], start: SessionState): SessionState =>
  events.reduce((state, event) => after(content, state, event), start);
