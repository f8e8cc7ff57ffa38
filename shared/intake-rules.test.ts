import { describe, expect, test } from 'vitest';
import { options } from './form.test-world.ts';
import type { Answer } from './form-answers.ts';
import { answered, choice, entry, item } from './intake.test-world.ts';
import { changesSince, isAnswered, openItems, partOf, partProgress } from './intake-rules.ts';

const at = '2026-11-24T10:00:00.000Z';

describe('what keeps a round from being finished', () => {
  const items = [item('must', 'text'), item('may', 'text', { maySkip: true })];
  const cases: readonly (readonly [string, Parameters<typeof openItems>[1], readonly string[]])[] = [
    ['nothing done', {}, ['must', 'may']],
    ['answered alone is not gone through', { must: answered({ kind: 'text', text: 'x' }) }, ['must', 'may']],
    ['said aloud, with no answer at all', { must: entry({ discussedAt: at }), may: entry({ discussedAt: at }) }, []],
    ['left out where it may be', { must: entry({ discussedAt: at }), may: entry({ leftAt: at }) }, []],
    ['left out where it may not be', { must: entry({ leftAt: at }), may: entry({ leftAt: at }) }, ['must']],
    ['an item of an older edition asks for nothing', { gone: entry(), must: entry({ discussedAt: at }), may: entry({ leftAt: at }) }, []],
  ];
  test.each(cases)('%s', (_, entries, open) => {
    expect(openItems(items, entries)).toEqual(open);
  });
});

describe('an answer', () => {
  const multi = item('m', 'multi', { options: options('a', 'b', 'none', 'other'), exclusive: ['none'], otherText: true });
  const cases: readonly (readonly [string, Answer | null, boolean])[] = [
    ['none', null, false],
    ['options there are', { kind: 'multi', values: ['a', 'b'], other: '' }, true],
    ['an option that is gone', { kind: 'multi', values: ['a', 'gone'], other: '' }, false],
    ['one that stands alone beside another', { kind: 'multi', values: ['none', 'a'], other: '' }, false],
    ['something else without words', { kind: 'multi', values: ['other'], other: ' ' }, false],
    ['something else in words', { kind: 'multi', values: ['other'], other: 'My dog' }, true],
    ['another kind', { kind: 'text', text: 'a' }, false],
    ['rather not said where that is no answer', { kind: 'declined' }, false],
  ];
  test.each(cases)('%s', (_, answer, is) => {
    expect(isAnswered(multi, entry({ answer }))).toBe(is);
  });
  test('of places counts whatever became of them', () => {
    expect(isAnswered(item('a-areas', 'map'), answered({ kind: 'map', areas: { GONE: 'no' } }))).toBe(true);
  });
  test('rather not said counts where it is one', () => {
    expect(isAnswered(item('t', 'text', { allowDeclined: true }), answered({ kind: 'declined' }))).toBe(true);
  });
  test('is never given to what is said, tried or signed elsewhere', () => {
    for (const capture of ['form', 'rehearsal', 'tick'] as const) {
      expect(partOf(item('x', capture))).toBeNull();
      expect(isAnswered(item('x', capture), answered({ kind: 'agreed' }))).toBe(false);
    }
  });
});

test('how far the four parts are', () => {
  const items = [
    item('s', 'text'),
    item('t', 'text', { maySkip: true }),
    item('a', 'text', { letter: 'A' }),
    item('f', 'tick', { letter: 'F' }),
  ];
  const entries = { s: answered({ kind: 'text', text: 'x' }), t: entry({ leftAt: at }), f: entry({ discussedAt: at }) };
  expect(partProgress(items, entries)).toEqual([
    { letter: 'S', items: 2, goneThrough: 1, answered: 1 },
    { letter: 'A', items: 1, goneThrough: 0, answered: 0 },
    { letter: 'F', items: 1, goneThrough: 1, answered: 0 },
    { letter: 'E', items: 0, goneThrough: 0, answered: 0 },
  ]);
});

test('what is another answer than in the round before, in the order of the content, and what it does not know last', () => {
  const items = [item('new', 'text'), item('same', 'map'), item('gone', 'choice'), item('other', 'choice')];
  const before = {
    old: choice('x'),
    gone: choice('yes'),
    other: choice('yes'),
    same: answered({ kind: 'map', areas: { A: 'yes', B: 'no' } }),
  };
  const now = {
    other: { ...choice('no'), note: 'said so' },
    same: answered({ kind: 'map', areas: { B: 'no', A: 'yes' } }),
    new: answered({ kind: 'text', text: 'x' }),
  };
  expect(changesSince(items, before, now)).toEqual([
    { itemId: 'new', before: null, now: { kind: 'text', text: 'x' } },
    { itemId: 'gone', before: { kind: 'choice', value: 'yes', other: '' }, now: null },
    { itemId: 'other', before: { kind: 'choice', value: 'yes', other: '' }, now: { kind: 'choice', value: 'no', other: '' } },
    { itemId: 'old', before: { kind: 'choice', value: 'x', other: '' }, now: null },
  ]);
});
