import { expect, test } from 'vitest';
import type { SessionContent } from '../../shared/session-content.ts';
import { type Block, newSession, type SessionState } from '../../shared/session-state.ts';
import type { Session } from '../../shared/sessions.ts';
import { shownSession, type Touched } from './shown-session.ts';

const content = {
  resumeRule: { text: '', note: '', distressAtLeast: 7, withinMinutes: 5, distressAtMost: 4, settledWord: 'settled' },
} as unknown as SessionContent;

const block: Block = {
  n: 1,
  areas: ['B-TRAP-L'],
  technique: 'hold-shoulder',
  level: 2,
  minutes: 2,
  position: 'seated',
  cover: 'clothed',
  chosenBy: 'client',
  announced: true,
  startedAt: 1_000,
  endedAt: null,
  endedBy: null,
  halfway: null,
};
const state: SessionState = { ...newSession, seq: 8, offset: 1_000, phase: 'touch-block', mode: 'touch', cardRead: true, blocks: [block] };

const kept = { state, now: 2_000, gate: { touch: 'open', because: null, rule: null }, mustLift: ['B-TRAP-L'] } as unknown as Session;
const touched = (...kinds: readonly Touched['kind'][]): readonly Touched[] =>
  kinds.map((kind, index) => ({ id: String(index), kind, at: 5_000 + index * 1_000 }));
const shown = (...kinds: readonly Touched['kind'][]) => {
  const { state: after, gate, mustLift } = shownSession(content, kept, touched(...kinds), 9_000);
  const stops = after.stops.map(({ at, handsOffAt, areas }) => [at, handsOffAt, areas]);
  return { mode: after.mode, seq: after.seq, stops, gate: gate.touch, lifts: mustLift.length, episodes: after.episodes.length };
};

test.each([
  [[], { mode: 'touch', seq: 8, stops: [], gate: 'open', lifts: 1, episodes: 0 }],
  [['stop'], { mode: 'stopping', seq: 9, stops: [[5_000, null, ['B-TRAP-L']]], gate: 'ask', lifts: 0, episodes: 0 }],
  [['stop', 'hands-off'], { mode: 'halted', seq: 10, stops: [[5_000, 6_000, ['B-TRAP-L']]], gate: 'ask', lifts: 0, episodes: 0 }],
  [['flagged'], { mode: 'stopping', seq: 9, stops: [[5_000, null, ['B-TRAP-L']]], gate: 'grade', lifts: 0, episodes: 1 }],
  // What the rules would not take changes nothing on the screen either.
  [['hands-off'], { mode: 'touch', seq: 8, stops: [], gate: 'open', lifts: 1, episodes: 0 }],
] as const)('%j touched and not kept yet shows %j', (kinds, expected) => {
  expect(shown(...kinds)).toEqual(expected);
});

test('a touch is never told earlier than what was kept before it', () => {
  const early = [{ id: 'a', kind: 'stop', at: 400 }] as const;
  expect(shownSession(content, kept, early, 2_000).state.stops.map(({ at }) => at)).toEqual([1_000]);
});
