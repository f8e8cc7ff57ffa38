import { describe, expect, test } from 'vitest';
import type { IntakeEntries, IntakeItem } from '../../shared/intake.ts';
import { emptyEntry } from '../../shared/intake-rules.ts';
import { answeredOnScreen, firstToTalk, isUntouched, itemsGone, nextOpen, shownBy } from './entries.ts';

const item = (id: string, over: Partial<IntakeItem> = {}): IntakeItem => ({
  id,
  letter: 'S',
  label: id,
  question: null,
  capture: 'text',
  asks: 'person',
  answeredBy: 'client',
  options: [],
  exclusive: [],
  otherText: false,
  allowDeclined: true,
  traumaRelated: false,
  maySkip: true,
  needsDiscussed: true,
  needsWriting: false,
  clientHelp: null,
  help: '',
  linksTo: null,
  ...over,
});

const items = [item('first'), item('second'), item('third', { maySkip: false }), item('fourth')];
const noon = '2026-11-24T12:00:00.000Z';
const later = '2026-11-24T12:10:00.000Z';
const done = { ...emptyEntry, discussedAt: noon };
const left = { ...emptyEntry, leftAt: noon };
const said = (text: string) => ({ ...emptyEntry, answer: { kind: 'text', text } as const, from: 'client' as const, answeredAt: noon });

describe('the next open item', () => {
  test('is the first one after this, and goes round to the beginning', () => {
    const entries: IntakeEntries = { second: done };
    expect(nextOpen(items, entries, null)).toBe('first');
    expect(nextOpen(items, entries, 'first')).toBe('third');
    expect(nextOpen(items, entries, 'fourth')).toBe('first');
  });

  test('is never the one itself, and none when nothing else is open', () => {
    expect(nextOpen(items, { first: done, second: left, fourth: done }, 'third')).toBeNull();
    expect(nextOpen(items, { first: done, second: left, third: done, fourth: done }, 'first')).toBeNull();
  });

  test('is one that was left although it may not be', () => {
    expect(nextOpen(items, { first: done, second: left, third: left, fourth: done }, 'first')).toBe('third');
  });

  test('of what came back is the one the client would rather talk about', () => {
    expect(firstToTalk(items, { third: { ...said('yes'), talk: true } })).toBe('third');
    expect(firstToTalk(items, { first: done })).toBe('second');
  });
});

describe('a filter shows', () => {
  const before: IntakeEntries = { first: said('as before'), second: said('as before') };
  const now: IntakeEntries = { first: { ...said('as before'), discussedAt: noon }, second: said('another way'), third: done };

  test.each([
    ['all', ['first', 'second', 'third', 'fourth']],
    ['open', ['second', 'fourth']],
    ['changed', ['second']],
  ] as const)('%s', (filter, expected) => {
    expect([...shownBy(filter, items, now, before)]).toEqual(expected);
  });
});

describe('what was answered on the screen', () => {
  test('counts answers of the client in this round, with the time of the last one', () => {
    const entries: IntakeEntries = {
      first: { ...said('long ago'), answeredAt: '2025-11-24T12:00:00.000Z' },
      second: said('now'),
      third: { ...said('a little later'), answeredAt: later },
      fourth: { ...said('typed in'), from: 'paper' },
    };
    expect(answeredOnScreen({ entries, startedAt: noon })).toEqual({ count: 2, at: later });
  });

  test('is nothing where a review has only begun', () => {
    expect(answeredOnScreen({ entries: { first: said('before') }, startedAt: later })).toBeNull();
  });

  test('is begun with until somebody went through an item', () => {
    expect(isUntouched({ entries: { first: said('yes') } })).toBe(true);
    expect(isUntouched({ entries: { first: said('yes'), second: left } })).toBe(false);
  });
});

test('an item the content dropped is named where it holds something', () => {
  const entries: IntakeEntries = { first: said('yes'), 'x-old': said('once'), 'x-empty': emptyEntry };
  expect(itemsGone(items, entries)).toEqual([['x-old', said('once')]]);
});
