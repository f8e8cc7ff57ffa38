import { expect, test } from 'vitest';
import { newSession, type SessionState } from '../../shared/session-state.ts';
import { inManner, isIn, type Saying, said, sayingFrom, turned, yesFrom } from './arrive-saying.ts';

const all: Saying = { only: false, places: {}, ceiling: null, words: '' };
const some: Saying = { ...all, only: true };

test.each([
  ['to all that is open', all, 'yes', { answer: 'yes', areas: {}, ceiling: null, words: '' }],
  ['to a place by name', said(all, 'neck', 'yes'), 'yes', { answer: 'yes', areas: { neck: 'yes' }, ceiling: null, words: '' }],
  ['but to one place', turned(all, 'back'), 'yes', { answer: 'yes', areas: { back: 'no' }, ceiling: null, words: '' }],
  ['to one place only', turned(some, 'back'), 'yes', { answer: 'partly', areas: { back: 'yes' }, ceiling: null, words: '' }],
  ['lighter than the map', { ...all, ceiling: 1, words: ' soft ' }, 'yes', { answer: 'yes', areas: {}, ceiling: 1, words: 'soft' }],
  [
    'a no, whatever was touched before',
    { ...turned(some, 'back'), ceiling: 1 },
    'no',
    { answer: 'no', areas: {}, ceiling: null, words: '' },
  ],
] as const)('a yes %s', (_, saying, answer, expected) => {
  expect(yesFrom(saying, answer, newSession)).toEqual(expected);
});

test('a place goes in and out by the same touch, in either manner', () => {
  const states = (saying: Saying) => {
    const once = turned(saying, 'back');
    return [saying, once, turned(once, 'back')].map((one) => isIn(one, 'back'));
  };
  expect([states(all), states(some)]).toEqual([
    [true, false, true],
    [false, true, false],
  ]);
});

test('only some begins with none, all with all, and what is asked by name stays said', () => {
  const before = turned(said(all, 'neck', 'yes'), 'back');
  const standing = { asked: [], leftOut: ['back'] };
  const only = inManner(before, true, ['back', 'hand'], standing);
  expect(only).toEqual({ ...some, places: { neck: 'yes' } });
  expect(inManner(only, false, ['back', 'hand'], standing)).toEqual({ ...all, places: { neck: 'yes', back: 'yes' } });
});

test('a place that was named before and is not named now is out', () => {
  const { areas } = yesFrom(turned(some, 'hand'), 'yes', { asked: ['neck', 'hand'], leftOut: [] });
  expect(areas).toEqual({ hand: 'yes', neck: 'no' });
});

test('the same answer once more is unsaid, the other one takes its place', () => {
  const yes = said(all, 'neck', 'yes');
  expect([yes.places, said(yes, 'neck', 'no').places, said(yes, 'neck', 'yes').places]).toEqual([{ neck: 'yes' }, { neck: 'no' }, {}]);
});

test('said anew it begins with what was said, and a place that was taken back is never offered', () => {
  const state: SessionState = {
    ...newSession,
    asked: ['neck'],
    leftOut: ['back', 'foot'],
    takenBack: ['foot'],
    yes: { answer: 'partly', places: ['hand', 'neck'], ceiling: 2, words: 'both', at: 0 },
  };
  expect(sayingFrom(state)).toEqual({ only: true, places: { neck: 'yes', hand: 'yes', back: 'no' }, ceiling: 2, words: 'both' });
});
