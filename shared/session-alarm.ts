import type { KeptEvent } from './session-events.ts';
import { type Block, runningBlock, type SessionState, type StopEvent } from './session-state.ts';

/** Hands come off: the block is over. A spoken yes is one just before a block (body-areas.json, states): it does not outlast the next. */
export const blockEnded = (state: SessionState, at: number, endedBy: NonNullable<Block['endedBy']>): SessionState => {
  const running = runningBlock(state);
  if (!running) return state;
  return {
    ...state,
    mode: 'pause',
    phase: 'pause',
    blocks: [...state.blocks.slice(0, -1), { ...running, endedAt: at, endedBy }],
    asked: [],
    pauses: [...state.pauses, { seq: state.seq, at, reason: endedBy, choice: null, words: '' }],
  };
};

/** The places a stop is about: those of the block under way, or of the one the client is just asked about. */
const placesNow = (state: SessionState): readonly string[] => {
  if (state.mode !== 'touch' && state.mode !== 'pause') return [];
  return state.blocks.at(-1)?.areas ?? [];
};

const endedByStop = (state: SessionState, at: number): SessionState => {
  const running = runningBlock(state);
  if (!running) return state;
  return { ...state, blocks: [...state.blocks.slice(0, -1), { ...running, endedAt: at, endedBy: 'stop' }] };
};

/**
 * A signal is honoured at once: the block is over, its places are "ask me each time" for today, and nothing goes on until the client asks.
 * A second one before hands are off is the same stop.
 */
export const stopped = (
  state: SessionState,
  { seq, offset: at }: Pick<KeptEvent, 'seq' | 'offset'>,
  cause: StopEvent['cause'],
): SessionState => {
  const areas = [...placesNow(state)];
  const halted: SessionState = {
    ...endedByStop(state, at),
    mode: 'stopping',
    mustAsk: true,
    stopped: [...new Set([...state.stopped, ...areas])],
    asked: [],
  };
  if (state.mode === 'stopping') return halted;
  const stop: StopEvent = {
    n: state.stops.length + 1,
    cause,
    seq,
    at,
    handsOffAt: null,
    handsOffSeq: null,
    areas,
    signal: '',
    words: '',
    resumedAt: null,
  };
  return { ...halted, stops: [...state.stops, stop] };
};

/** Hands are off: the seconds stand, and the silent clock of the resume rule begins. */
export const handsOff = (state: SessionState, { seq, offset }: Pick<KeptEvent, 'seq' | 'offset'>): SessionState => ({
  ...state,
  mode: 'halted',
  stops: state.stops.map((stop, index) => (index === state.stops.length - 1 ? { ...stop, handsOffAt: offset, handsOffSeq: seq } : stop)),
});
