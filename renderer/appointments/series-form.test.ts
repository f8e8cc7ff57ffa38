import { expect, test } from 'vitest';
import type { Repeat } from '../../shared/recurrence.ts';
import { repeatFrom } from './repeat-form.ts';
import { begunSeries, type Series, withRule, withScope } from './series-form.ts';

const weekly: Repeat = { every: 1, unit: 'week', weekdays: [2], monthBy: 'day', end: { kind: 'count', count: 5 } };
/** Tuesdays, of which one is past and one was cancelled, seen from the one before the last. */
const series: Series = {
  ...{ repeat: weekly, firstDay: '2026-12-01', lastDay: '2026-12-29', ahead: 3, skipped: [] },
  left: { following: 2, all: 4 },
};
const counting = (count: number): Repeat => ({ ...weekly, end: { kind: 'count', count } });

test('begins with as many times as the rule has left, and goes with the scope', () => {
  const begun = begunSeries(series);
  expect([begun.scope, repeatFrom(begun.rule, '2026-12-22')]).toEqual(['all', counting(4)]);
  const following = withScope(series, begun, 'following');
  expect([following.scope, repeatFrom(following.rule, '2026-12-22')]).toEqual(['following', counting(2)]);
  expect(withScope(series, following, 'all')).toEqual(begun);
});

test('a number somebody typed stays with every scope, even one that was there before', () => {
  const begun = begunSeries(series);
  const typed = withRule(begun, { ...begun.rule, count: '2' });
  const back = withScope(series, withScope(series, typed, 'following'), 'all');
  expect(repeatFrom(back.rule, null)).toEqual(counting(2));
});

test('another part of the rule stays, and the number of times still goes with the scope', () => {
  const begun = begunSeries(series);
  const typed = withRule(begun, { ...begun.rule, every: '2' });
  expect(repeatFrom(withScope(series, typed, 'following').rule, null)).toEqual({ ...counting(2), every: 2 });
});

test('a rule without a number of times begins as it is', () => {
  for (const end of [{ kind: 'never' }, { kind: 'on', day: '2027-01-05' }] as const) {
    const begun = begunSeries({ ...series, repeat: { ...weekly, end }, left: { following: null, all: null } });
    expect(repeatFrom(begun.rule, null)).toEqual({ ...weekly, end });
    expect(repeatFrom(withScope(series, begun, 'following').rule, null)).toEqual({ ...weekly, end });
  }
});

test('a week without a weekday stays on the one it began on, also from one that was moved to another', () => {
  const begun = begunSeries({ ...series, repeat: { ...weekly, weekdays: [] } });
  expect(repeatFrom(begun.rule, '2026-12-23')).toEqual(counting(4));
});
