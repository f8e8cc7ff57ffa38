import { describe, expect, test } from 'vitest';
import type { Gate } from '../../shared/resume-rule.ts';
import type { SessionContent } from '../../shared/session-content.ts';
import { type Episode, newSession, type SessionState } from '../../shared/session-state.ts';
import {
  distressSince,
  firstStep,
  gradeOfSigns,
  helpedSteps,
  isClosedToday,
  presenceOf,
  seenByDecision,
  stepAfter,
  stepShown,
  writtenOf,
} from './flag-facts.ts';
import { leftWords } from './flag-time.ts';

type Flags = {
  readonly dissociation_grades: readonly { grade: string; signs: string[]; client_words: string[] }[];
  readonly grounding_protocol: readonly { n: number; title: string; do: string; seconds: number; caution: string | null }[];
  readonly items: readonly { id: string; what_you_see_or_hear: string; decision: string; do_now: string }[];
};
const [flags] = Object.values(import.meta.glob<Flags>('../../resources/clinical/redflags.json', { import: 'default', eager: true }));
if (!flags) throw new Error('redflags.json is not there');

const grounding = flags.grounding_protocol.map((step) => ({ ...step, caution: step.caution ?? '' }));
const content = { grounding } as unknown as SessionContent;

const episode: Episode = {
  n: 1,
  cause: 'flag',
  seq: 10,
  openedAt: 60_000,
  stop: 1,
  seen: [],
  distress: null,
  weight: null,
  action: null,
  incident: false,
  raisedSeq: 10,
  underRule: false,
  resumedAt: null,
  disposition: null,
};

const grounded = (...steps: readonly (readonly [seq: number, step: number, what: 'shown' | 'again' | 'helped'])[]): SessionState => ({
  ...newSession,
  grounding: steps.map(([seq, step, what]) => ({ seq, at: seq * 1_000, step, what })),
});

describe('the grade follows the highest sign', () => {
  const dissociation = flags.dissociation_grades.map(({ grade, signs, client_words: clientWords }) => ({ grade, signs, clientWords }));
  test.each([
    [[], null],
    [['answers at once'], 'D0'],
    [['answers at once', 'voice flat'], 'D2'],
    [['not my arm'], 'D2'],
    [['voice flat', 'does not know where or when', 'foggy'], 'D3'],
    [['a sign of nothing'], null],
  ])('%j: %s', (signs, grade) => {
    expect(gradeOfSigns(dissociation, signs)).toBe(grade);
  });
});

describe('grounding', () => {
  test('the words to say are for these steps, in this order', () => {
    // A content that tells other steps needs other words (flags.json, say).
    expect(grounding.map(({ n, title }) => `${n} ${title}`)).toEqual([
      '1 Say it, then lift',
      '2 Name and here',
      '3 Eyes open',
      '4 Feet and hands',
      '5 Five senses',
      '6 Sit up',
      '7 Something real',
      '8 Breath, only if it helps',
      '9 Move',
      '10 Choose',
      '11 Before leaving',
      '12 Record',
    ]);
  });

  test.each([
    [null, false, 1],
    [null, true, 2],
    [1, false, 1],
    [1, true, 2],
    [5, true, 5],
  ])('after step %s with hands off %s comes step %s', (shown, areHandsOff, step) => {
    expect(firstStep(content, shown, areHandsOff)).toBe(step);
  });

  test('what was shown or marked before this episode is not of it', () => {
    const state = grounded([5, 7, 'shown'], [6, 7, 'helped'], [11, 2, 'shown'], [12, 2, 'helped'], [13, 3, 'shown'], [14, 3, 'again']);
    expect([stepShown(state, episode), [...helpedSteps(state, episode)]]).toEqual([3, [2]]);
    expect(stepShown(grounded([5, 7, 'shown']), episode)).toBe(null);
  });

  test('the last has none after it', () => {
    expect([stepAfter(content, 11), stepAfter(content, 12)]).toEqual([12, null]);
  });
});

const gate = (more: Partial<Gate> = {}): Gate => ({ touch: 'rule', because: null, rule: null, ...more });
const rule = (presentAt: number | null): Gate['rule'] => ({ handsOffAt: 0, until: 300_000, presentAt, settled: false, met: false });

describe('what the resume rule has', () => {
  test.each([
    ['neither', gate({ rule: rule(null) }), null, null, [false, false]],
    ['one of them', gate({ rule: rule(null) }), 'D0', null, [true, false]],
    ['both', gate({ rule: rule(9) }), 'D0', 'H0', [true, true]],
    ['both, and something else since', gate({ rule: rule(null) }), 'D0', 'H0', [false, false]],
    ['no rule, so what was noted', gate({ touch: 'ask' }), 'D0', 'H1', [true, false]],
  ] as const)('%s', (_name, standing, dissociation, arousal, [isPresent, isSettled]) => {
    expect(presenceOf(standing, { dissociation, arousal })).toEqual({ isPresent, isSettled });
  });

  test('a number counts from the event on, and an older one does not', () => {
    const said = (seq: number, distress: number | null) => ({ seq, at: 0, distress, pain: null, words: '', sensations: [] });
    const state = { ...newSession, checkIns: [said(3, 2), said(12, 6), said(14, null)] };
    expect([distressSince(state, 10)?.distress, distressSince(state, 12)]).toEqual([6, null]);
  });

  test.each([
    [300_000, '5:00'],
    [299_001, '5:00'],
    [299_000, '4:59'],
    [1, '0:01'],
    [0, '0:00'],
    [-1, '0:00'],
  ])('%s ms left: %s', (left, words) => expect(leftWords(left)).toBe(words));
});

test.each([
  ['never', true],
  ['not-today', true],
  ['rule-over', true],
  ['said-no', false],
  ['enough', false],
] as const)('closed because of %s: for today %s', (because, isClosed) => {
  expect(isClosedToday(gate({ touch: 'closed', because }))).toBe(isClosed);
});

test('the list is told by decision, the gravest first, and every word typed narrows it', () => {
  const seen = flags.items.map(({ id, what_you_see_or_hear: what, decision, do_now: doNow }) => ({ id, what, decision, doNow }));
  const list = (typed: string) => seenByDecision({ seen } as unknown as SessionContent, typed);
  expect(list('').map(({ decision }) => decision)).toEqual(['emergency', 'refer_now', 'stop', 'pause']);
  expect(list(' Chest  pain ').flatMap(({ items }) => items.map(({ id }) => id))).toEqual(['chest-pain', 'panic']);
  expect(list('nothing like it')).toEqual([]);
});

test('what is written and what is not yet', () => {
  const sight = { seq: 11, at: 0, dissociation: 'D2', arousal: 'H0', item: null, signs: ['voice flat'], words: '' } as const;
  const check = (seq: number) => ({ seq, at: 0, distress: 3, pain: null, words: '', sensations: [] });
  const there = (state: SessionState, one: Episode) => writtenOf(state, one).flatMap(({ what, isThere }) => (isThere ? [what] : []));
  expect(there(newSession, episode)).toEqual([]);
  expect(
    there(
      { ...grounded([12, 2, 'shown']), checkIns: [check(4), check(15)] },
      { ...episode, seen: [{ ...sight, signs: [...sight.signs] }] },
    ),
  ).toEqual(['seen', 'grounding', 'before', 'at', 'settled']);
});
