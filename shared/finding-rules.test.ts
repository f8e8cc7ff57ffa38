import { describe, expect, test } from 'vitest';
import { today } from './allowed.test-world.ts';
import type { FindingEvent, FindingItem } from './finding.ts';
import { FindingEvent as EventSchema } from './finding.ts';
import {
  byCare,
  callsForHelp,
  clearedScope,
  closedPlaces,
  higherAction,
  isMoreCareful,
  moreCareful,
  needsPlaces,
} from './finding-rules.ts';
import {
  asked,
  cleared,
  findingFrom,
  item,
  lowered,
  marked,
  notCleared,
  raised,
  resolved,
  said,
  scope,
  told,
} from './findings.test-world.ts';

const later = '2026-12-24';

const emergency = item('emergency');
const help = item('absolute', { action: 'P4' });
const clearance = item('clearance');
const local = item('local');
const modify = item('modify');
const talk = item('modify', { action: 'P2' });

describe('a clearance', () => {
  const events = [said('yes'), cleared('2026-11-25')];

  test('counts until the day before its last day, and then what was before counts again', () => {
    expect(told(clearance, events, '2026-11-24')).toBe('yes modify P1 cleared');
    expect(told(clearance, events, '2026-11-25')).toBe('yes clearance P3 not cleared any more');
    expect(told(clearance, events, '2027-11-24')).toBe('yes clearance P3 not cleared any more');
  });

  test('takes the place of a reason given before it: when it ends, that does not come back', () => {
    expect(told(clearance, [said('yes'), lowered('modify'), cleared('2026-11-25')], '2026-11-25')).toBe(
      'yes clearance P3 not cleared any more',
    );
  });

  test('keeps its limits once it ended or was overtaken, and has none left once it was resolved or refused', () => {
    const limits = scope(['A'], 1);
    const left = (...more: FindingEvent[]) => clearedScope(findingFrom(help, [said('yes'), cleared('2026-11-24', limits), ...more]));
    expect(left()).toEqual(limits);
    expect(left(said('yes', 'second'))).toEqual(limits);
    expect(left(lowered('modify'))).toEqual(limits);
    expect([left(notCleared), left(resolved)]).toEqual([null, null]);
  });

  test('that was asked for waits until that very one is answered, the newest told', () => {
    const waiting = (...more: FindingEvent[]) => findingFrom(clearance, [said('yes'), ...more]).clearanceAsked?.of ?? null;
    expect(waiting(asked('one'))).toBe('one');
    expect(waiting(asked('one'), asked('two'))).toBe('two');
    expect(waiting(asked('one'), asked('two'), cleared(null, null, 'two'))).toBe('one');
    expect(waiting(asked('one'), cleared(null, null, 'one'))).toBeNull();
    expect(waiting(asked('one'), resolved)).toBeNull();
    expect(waiting(asked('one'), resolved, said('yes', 'b'))).toBeNull();
    const ofHelp = findingFrom(help, [said('yes'), asked('one'), said('yes', 'b')]);
    expect(ofHelp.clearanceAsked).toBeNull();
  });
});

describe('places', () => {
  test('of a local finding are asked for until they are marked, of no other', () => {
    const needs = (of: FindingItem, ...events: FindingEvent[]) => needsPlaces(findingFrom(of, events));
    expect(needs(local, said('yes'))).toBe(true);
    expect(needs(local, said('not-sure'))).toBe(true);
    expect(needs(clearance, said('yes'), lowered('local'))).toBe(true);
    expect(needs(modify, said('yes'), raised('local'))).toBe(true);
    expect(needs(local, said('yes'), marked('A'))).toBe(false);
    expect(needs(local, said('not-answered'))).toBe(false);
    expect(needs(local, said('yes'), resolved)).toBe(false);
    expect([clearance, modify, emergency].map((of) => needs(of, said('yes')))).toEqual([false, false, false]);
  });

  test('that are marked stay closed, save where a clearance that counts names them', () => {
    const closed = (events: FindingEvent[], on = today) => closedPlaces(findingFrom(local, [said('yes'), ...events], on));
    expect(closed([])).toEqual([]);
    expect(closed([marked('A', 'B')])).toEqual(['A', 'B']);
    expect(closed([marked('A', 'B'), cleared()])).toEqual(['A', 'B']);
    expect(closed([marked('A', 'B'), cleared(later, scope(['B', 'C']))])).toEqual(['A']);
    expect(closed([marked('A', 'B'), cleared(later, scope(['B', 'C']))], later)).toEqual(['A', 'B']);
    expect(closed([marked('A'), lowered('modify')])).toEqual([]);
    expect(closed([marked('A'), resolved])).toEqual([]);
  });
});

test('lists the open ones first, the most careful before the rest', () => {
  const named = (condition: string, of: FindingItem, ...events: FindingEvent[]) => findingFrom({ ...of, id: condition, condition }, events);
  const findings = [
    named('over', emergency, said('yes'), resolved),
    named('b adapt', modify, said('yes')),
    named('ask today', modify, said('not-answered')),
    named('refer', help, said('yes')),
    named('local', local, said('yes')),
    named('not today', item('absolute'), said('yes')),
    named('a adapt', modify, said('yes')),
    named('talk', talk, said('yes')),
    named('emergency', emergency, said('not-answered')),
    named('clearance', clearance, said('yes')),
  ];
  const inOrder = ['emergency', 'refer', 'not today', 'clearance', 'local', 'talk', 'a adapt', 'b adapt', 'ask today', 'over'];
  expect([...findings].sort(byCare).map((one) => one.item.condition)).toEqual(inOrder);
  expect(
    [...findings]
      .reverse()
      .sort(byCare)
      .map((one) => one.item.condition),
  ).toEqual(inOrder);
});

test('tells since when it is open, and the newest words of a careful answer', () => {
  const one = (day: string, answer: 'yes' | 'no' | 'not-answered', words = ''): FindingEvent =>
    said(answer, day, { at: `${day}T09:00:00.000Z`, words, source: answer === 'yes' ? 'intake' : 'suitability' });
  const of = (...events: FindingEvent[]) => {
    const { since, words, source, saysNo, version } = findingFrom(local, events);
    return [since.slice(0, 10), words, source, saysNo?.slice(0, 10), version];
  };
  expect(of(one('2026-11-01', 'yes', 'a knee'))).toEqual(['2026-11-01', 'a knee', 'intake', undefined, 1]);
  expect(of(one('2026-11-01', 'yes', 'a knee'), one('2026-11-02', 'no', 'none'))).toEqual([
    '2026-11-01',
    'a knee',
    'intake',
    '2026-11-02',
    2,
  ]);
  expect(of(one('2026-11-01', 'not-answered'), one('2026-11-02', 'yes', 'a hip'))).toEqual(['2026-11-01', 'a hip', 'intake', undefined, 2]);
  expect(of(one('2026-11-01', 'yes'), resolved, one('2026-11-03', 'yes'))).toEqual(['2026-11-03', '', 'intake', undefined, 3]);
});

test('compares kinds and actions', () => {
  expect([moreCareful('local', 'absolute'), moreCareful('emergency', 'absolute')]).toEqual(['absolute', 'emergency']);
  expect([isMoreCareful('local', 'modify'), isMoreCareful('local', 'local'), isMoreCareful('modify', 'local')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([higherAction('P4', 'P1'), higherAction('P2', 'P3')]).toEqual(['P4', 'P3']);
  expect((['P0', 'P1', 'P2', 'P3', 'P4', 'P5'] as const).filter(callsForHelp)).toEqual(['P4', 'P5']);
});

test.each([['lowered'], ['resolved']])('a finding is not %s without a reason', (what) => {
  const event = {
    what,
    at: '2026-11-24T09:00:00.000Z',
    by: 'somebody',
    reason: 'healed',
    ...(what === 'lowered' ? { kind: 'modify' } : {}),
  };
  expect(EventSchema.safeParse(event).success).toBe(true);
  for (const reason of ['', '   ', '\u200b', undefined]) expect(EventSchema.safeParse({ ...event, reason }).success).toBe(false);
});
