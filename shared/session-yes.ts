import type { KeptEvent } from './session-events.ts';
import type { SessionState } from './session-state.ts';

/** What the client says yes and no to in a session. The last word holds; a yes never outlasts a no that came after it. */

export const without = (list: readonly string[], gone: readonly string[]): string[] => list.filter((one) => !gone.includes(one));
export const withAll = (list: readonly string[], more: readonly string[]): string[] => [...new Set([...list, ...more])];

type Yes = Extract<KeptEvent, { kind: 'yes-heard' }>;

export const yesHeard = (state: SessionState, { body: { answer, areas, ceiling, words }, offset }: Yes): SessionState => {
  const said = (what: 'yes' | 'no'): string[] => Object.keys(areas).filter((code) => areas[code] === what);
  const places = answer === 'no' ? [] : without(said('yes'), state.takenBack);
  return {
    ...state,
    yes: { answer, places, ceiling, words, at: offset },
    asked: answer === 'no' ? [] : withAll(without(state.asked, said('no')), places),
    leftOut: withAll(without(state.leftOut, places), said('no')),
  };
};

export const placeAsked = (state: SessionState, area: string, answer: 'yes' | 'no'): SessionState => {
  if (answer === 'no') return { ...state, asked: without(state.asked, [area]), leftOut: withAll(state.leftOut, [area]) };
  if (state.takenBack.includes(area)) return state;
  return { ...state, asked: withAll(state.asked, [area]), leftOut: without(state.leftOut, [area]) };
};

/** After a pause that nobody's state called for, "continue" and "less" are a yes for the same places again; after a sign they are asked for anew. */
export const sameAgain = ({ blocks, stopped, takenBack, leftOut }: SessionState): readonly string[] => {
  const [last] = blocks.slice(-1);
  const calm = last?.endedBy === 'planned' || last?.endedBy === 'client' || last?.endedBy === 'practitioner';
  return calm ? without(last.areas, [...stopped, ...takenBack, ...leftOut]) : [];
};
