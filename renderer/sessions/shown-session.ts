import { gateAt } from '../../shared/resume-rule.ts';
import type { SessionContent } from '../../shared/session-content.ts';
import { after, refusedEvent } from '../../shared/session-machine.ts';
import type { Session } from '../../shared/sessions.ts';

/** What was touched and not yet kept; `at`: milliseconds since the session began. */
export type Touched = { readonly id: string; readonly kind: 'stop' | 'hands-off' | 'flagged'; readonly at: number };

/** The session as the screen shows it at once: what was touched counts before the vault says so, by the same rules. */
export const shownSession = (content: SessionContent, kept: Session, touched: readonly Touched[], now: number): Session => {
  const state = touched.reduce((told, { kind, at }) => {
    const event = { kind, body: {}, seq: told.seq + 1, offset: Math.max(told.offset, at) } as const;
    return refusedEvent(content, told, event) === null ? after(content, told, event) : told;
  }, kept.state);
  return {
    ...kept,
    state,
    gate: gateAt(content.resumeRule, state, Math.max(kept.now, now)),
    mustLift: state.mode === 'touch' ? kept.mustLift : [],
  };
};
