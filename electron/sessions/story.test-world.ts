import { type Gate, gateAt } from '../../shared/resume-rule.ts';
import type { BlockPlan, KeptEvent, SessionBody, SessionEventKind } from '../../shared/session-events.ts';
import { after, refusedEvent } from '../../shared/session-machine.ts';
import { newSession, type SessionState } from '../../shared/session-state.ts';
import { clinicalContent } from '../practice/practice.test-world.ts';
import { minute, plan, second } from './session.test-world.ts';

/** Of no rule at all: what is seen without a grade, an item or words. */
export const nothingSeen: SessionBody<'seen'> = { dissociation: null, arousal: null, item: null, signs: [], words: '' };
const asked = { distress: null, pain: null, words: '', sensations: [] } as const;

/** A session told by the rules alone, with the time in the test's hand; nothing is kept. */
export const story = () => {
  const content = clinicalContent().session;
  let state: SessionState = newSession;
  let at = 0;
  const gate = (): Gate => gateAt(content.resumeRule, state, at);
  /** `taken`, or why not. A block is started without asking whether it may: that is another rule. */
  const tell = <K extends SessionEventKind>(kind: K, body: SessionBody<K>): string => {
    const event = { kind, body, seq: state.seq + 1, offset: at } as unknown as KeptEvent;
    const refusal = refusedEvent(content, state, event);
    if (refusal !== null) return refusal;
    state = after(content, state, event);
    return 'taken';
  };
  const later = (milliseconds: number): void => {
    at += milliseconds;
  };
  const seen = (more: Partial<SessionBody<'seen'>>): string => tell('seen', { ...nothingSeen, ...more });
  const present = (): string => seen({ dissociation: 'D0', arousal: 'H0' });
  const checked = (distress: number | 'declined' | null, words = '', sensations: readonly string[] = []): string =>
    tell('checked-in', { ...asked, distress, words, sensations: [...sensations] });
  const ask = (): string => tell('asked-on', { words: 'Please go on' });
  const arrived = (): void => {
    tell('card-read', { sha256: '0'.repeat(64) });
    tell('health-asked', { changed: false, words: '' });
    tell('signal-rehearsed', { word: 'amber', gesture: 'a lifted hand' });
    checked(3);
    tell('yes-heard', { answer: 'yes', areas: {}, ceiling: null, words: '' });
    later(minute);
  };
  const touch = (more: Partial<BlockPlan> = {}): string => {
    const began = tell('block-started', { ...plan, ...more, despite: [] });
    later(30 * second);
    return began;
  };
  /** D2 in a block, and hands off two seconds later: the clock of the resume rule begins now. */
  const drifted = (): void => {
    arrived();
    touch();
    seen({ dissociation: 'D2' });
    later(2 * second);
    tell('hands-off', {});
  };
  return {
    content,
    state: () => state,
    now: () => at,
    gate,
    /** `rule`, `closed never`. */
    standing: (): string => [gate().touch, gate().because].filter((one) => one !== null).join(' '),
    tell,
    later,
    seen,
    present,
    checked,
    ask,
    arrived,
    touch,
    drifted,
  };
};
export type Story = ReturnType<typeof story>;

/** The yes of today. */
export const said = (answer: 'yes' | 'partly' | 'no', areas: Readonly<Record<string, 'yes' | 'no'>> = {}, ceiling: 2 | null = null) =>
  ({ answer, areas, ceiling, words: '' }) as const;
export const inTouch = (): Story => {
  const one = story();
  one.arrived();
  one.touch();
  return one;
};
export const inPause = (): Story => {
  const one = inTouch();
  one.tell('hands-lifted', { reason: 'planned' });
  return one;
};
