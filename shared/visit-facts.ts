import type { Visit } from './allowed.ts';
import { lowerLevel } from './body-areas.ts';
import { closesUnderRule, gateAt } from './resume-rule.ts';
import type { SessionContent } from './session-content.ts';
import type { SessionState } from './session-state.ts';

/** A session of today: where it stands, `now` milliseconds after it began, and whether it is still open. */
export type OfToday = { readonly state: SessionState; readonly now: number; readonly isOpen: boolean };

/** What a client says for themselves they may say otherwise in the next session; what was seen closes the day. */
const closesDay = (content: SessionContent, { state, now, isOpen }: OfToday): boolean => {
  const { because } = gateAt(content.resumeRule, state, now);
  if (because === 'never' || because === 'not-today' || because === 'rule-over') return true;
  // Closed while the rule was waited for, or a flag for its grade: touch did not start again under it.
  return !isOpen && closesUnderRule(state);
};

/** What the sessions of today add to what is allowed. */
export const visitFrom = (content: SessionContent, sessions: readonly OfToday[]): Visit => ({
  over: sessions.some((one) => closesDay(content, one)),
  leftOut: [...new Set(sessions.flatMap(({ state, isOpen }) => (isOpen ? [...state.leftOut, ...state.takenBack] : state.takenBack)))],
  stopped: [...new Set(sessions.flatMap(({ state }) => state.stopped))],
  ceiling: sessions.reduce<Visit['ceiling']>((low, { state, isOpen }) => {
    const said = isOpen ? (state.yes?.ceiling ?? null) : null;
    return said === null ? low : low === null ? said : lowerLevel(low, said);
  }, null),
});
