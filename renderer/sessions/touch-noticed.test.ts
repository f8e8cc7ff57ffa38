import { describe, expect, test } from 'vitest';
import type { Allowed, AllowedReason } from '../../shared/allowed.ts';
import type { SessionContent } from '../../shared/session-content.ts';
import { type Block, newSession } from '../../shared/session-state.ts';
import { marksNow } from './touch-marks.ts';
import { asCheckIn, nothingNoticed, risen, watchHelp, watchWords, wordsOffered } from './touch-noticed.ts';
import { blockTime, liftReason } from './touch-time.ts';

/** What is noticed, drawn and timed while hands are on. */

const word = (id: string, said: string, watch = false) => ({ id, word: said, group: '', watch });
const content = {
  sensations: [word('s001', 'warm'), word('s101', 'far away', true), word('s169', 'foggy', true), word('s002', 'cool')],
  watchHelp: 'Two of them: pause and ground (see redflags.json).',
  resumeRule: { distressAtLeast: 7 },
} as unknown as SessionContent;

describe('what is noticed', () => {
  test('is one check-in, with what was typed and not given yet; nothing is none', () => {
    expect(asCheckIn(nothingNoticed)).toBeNull();
    expect(asCheckIn({ ...nothingNoticed, typing: '  ' })).toBeNull();
    expect(asCheckIn({ distress: 'declined', pain: null, sensations: ['s001'], words: ['like water'], typing: ' and ' })).toEqual({
      ...{ distress: 'declined', pain: null, sensations: ['s001'], words: 'like water, and' },
    });
    expect(asCheckIn({ ...nothingNoticed, distress: 0 })).toEqual({ distress: 0, pain: null, sensations: [], words: '' });
  });

  test('may hold words to watch', () => {
    expect(watchWords(content, ['s001', 's101', 's169'])).toEqual(['far away', 'foggy']);
    expect(watchHelp(content)).toBe('Two of them: pause and ground.');
  });

  test('is chosen from the frequent words, those chosen before, and those that the letters find', () => {
    const offered = (chosen: readonly string[], typed: string) => wordsOffered(content, chosen, typed).map(({ word: said }) => said);
    expect([offered([], ''), offered(['s169'], ''), offered([], ' OO'), offered([], 'warm')]).toEqual([
      ['warm', 'far away'],
      ['warm', 'far away', 'foggy'],
      ['warm', 'far away', 'cool'],
      ['warm', 'far away'],
    ]);
  });
});

test.each([
  [null, null, null],
  [null, 6, null],
  [null, 7, 'much'],
  [3, 4, null],
  [3, 5, 'some'],
  [6, 7, 'much'],
  [3, 'declined', null],
] as const)('from %s to %s is %s', (before, now, expected) => {
  expect(risen(content, before, now)).toBe(expected);
});

test('a block is half, over, and goes on being counted', () => {
  const block = { startedAt: 1_000, minutes: 2 };
  const told = [500, 60_999, 61_000, 120_999, 121_000, 181_000].map((now) => blockTime(block, now));
  expect(told.map(({ elapsed, isHalf, isOver }) => [elapsed, isHalf, isOver])).toEqual([
    [0, false, false],
    [59_999, false, false],
    [60_000, true, false],
    [119_999, true, false],
    [120_000, true, true],
    [180_000, true, true],
  ]);
  expect([told[2]?.part, told[5]?.part]).toEqual([0.5, 1]);
  expect([liftReason(block, 120_999), liftReason(block, 121_000)]).toEqual(['practitioner', 'planned']);
});

test('the chart says what is allowed now, where hands are, where they were, and what is planned', () => {
  const area = (code: string, holds: 'yes' | 'ask' | 'no', ...codes: readonly AllowedReason[]) => ({
    ...{ code, holds, ceiling: 2 as const, reasons: codes.map((reason) => ({ code: reason, day: null })) },
  });
  const allowed: Allowed = {
    today: '2026-11-26',
    general: [],
    areas: [
      area('A', 'yes'),
      area('B', 'ask', 'finding-cap'),
      area('C', 'no', 'marked-out'),
      area('D', 'no', 'not-marked'),
      area('E', 'no'),
    ],
  };
  const block = {
    n: 1,
    areas: ['A'],
    technique: 'hold',
    level: 1,
    minutes: 2,
    position: null,
    cover: 'clothed',
    chosenBy: 'client',
  } as const;
  const rest = { announced: true, startedAt: 0, halfway: null } as const;
  const blocks: Block[] = [
    { ...block, ...rest, areas: ['A'], endedAt: 9, endedBy: 'planned' },
    { ...block, ...rest, areas: ['B'], endedAt: null, endedBy: null },
  ];
  expect(marksNow(allowed, { ...newSession, mode: 'touch', blocks }, ['A'])).toEqual({
    A: { state: 'yes', limited: false, today: 'done', order: 1 },
    B: { state: 'ask', limited: true, today: 'now', order: undefined },
    C: { state: 'no', limited: false, today: undefined, order: undefined },
    D: { state: undefined, limited: false, today: undefined, order: undefined },
    E: { state: 'no', limited: false, today: undefined, order: undefined },
  });
});
