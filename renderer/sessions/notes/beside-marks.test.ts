import { expect, test } from 'vitest';
import { comparedMarks, noteMarks } from './beside-marks.ts';

test('where hands were lies over what was in and out, and stands alone where no map was kept', () => {
  const states = { 'B-TRAP-L': 'yes', 'B-NECK': 'ask' } as const;
  expect(noteMarks({ states, done: ['B-TRAP-L', 'F-PALM-L', 'B-TRAP-L'], limited: ['B-NECK'] })).toEqual({
    'B-TRAP-L': { state: 'yes', today: 'done', limited: false },
    'B-NECK': { state: 'ask', today: undefined, limited: true },
    'F-PALM-L': { state: undefined, today: 'done', limited: false },
  });
  expect(noteMarks({ states: null, done: [] })).toEqual({});
});

const changedIn = (before: Parameters<typeof noteMarks>[0], after: Parameters<typeof noteMarks>[0]): readonly string[] => {
  const both = comparedMarks(before, after);
  const named = Object.keys(both.after).filter((code) => both.after[code]?.changed);
  expect(Object.keys(both.before).filter((code) => both.before[code]?.changed)).toEqual(expect.arrayContaining(named));
  return named.toSorted();
};

test.each([
  ['nothing', { states: { A: 'yes' }, done: ['A'] }, { states: { A: 'yes' }, done: ['A'] }, []],
  ['hands on another place', { states: null, done: ['A'] }, { states: null, done: ['B'] }, ['A', 'B']],
  ['in, then ask', { states: { A: 'yes' }, done: [] }, { states: { A: 'ask' }, done: [] }, ['A']],
  ['out, then not marked, which is out', { states: { A: 'no' }, done: [] }, { states: {}, done: [] }, []],
  ['a map, then none kept', { states: { A: 'yes' }, done: [] }, { states: null, done: [] }, []],
] as const)('between two dates there differs: %s', (_, before, after, expected) => {
  expect(changedIn(before, after)).toEqual(expected);
});
