import { expect, test } from 'vitest';
import { newSession, type SessionState } from '../../shared/session-state.ts';
import { type Saying, said, sayingFrom, yesFrom } from './arrive-saying.ts';

const nothing: Saying = { places: {}, ceiling: null, words: '' };

test.each([
  ['to all that is open', nothing, 'yes', { answer: 'yes', areas: {}, ceiling: null, words: '' }],
  [
    'to a place by name',
    { ...nothing, places: { neck: 'yes' } },
    'yes',
    { answer: 'yes', areas: { neck: 'yes' }, ceiling: null, words: '' },
  ],
  [
    'but to one place',
    { ...nothing, places: { back: 'no' } },
    'yes',
    { answer: 'partly', areas: { back: 'no' }, ceiling: null, words: '' },
  ],
  ['lighter than the map', { ...nothing, ceiling: 1, words: ' soft ' }, 'yes', { answer: 'partly', areas: {}, ceiling: 1, words: 'soft' }],
  [
    'a no, whatever was touched before',
    { places: { neck: 'yes' }, ceiling: 1, words: 'no' },
    'no',
    { answer: 'no', areas: {}, ceiling: null, words: 'no' },
  ],
] as const)('a yes %s', (_, saying, answer, expected) => {
  expect(yesFrom(saying, answer)).toEqual(expected);
});

test('the same answer once more is unsaid, the other one takes its place', () => {
  const yes = said(nothing, 'neck', 'yes');
  expect([yes.places, said(yes, 'neck', 'no').places, said(yes, 'neck', 'yes').places]).toEqual([{ neck: 'yes' }, { neck: 'no' }, {}]);
});

test('said anew it begins with what was said, and a place that was taken back is never offered', () => {
  const state: SessionState = {
    ...newSession,
    asked: ['neck'],
    leftOut: ['back', 'foot'],
    takenBack: ['foot'],
    yes: { answer: 'partly', ceiling: 2, words: 'both', at: 0 },
  };
  expect(sayingFrom(state)).toEqual({
    places: { neck: 'yes', back: 'no' },
    ceiling: 2,
    words: 'both',
  });
});
