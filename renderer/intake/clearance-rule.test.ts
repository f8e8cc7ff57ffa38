import { describe, expect, test } from 'vitest';
import type { Clearance } from '../../shared/clearance.ts';
import type { Finding } from '../../shared/finding.ts';
import {
  endsOnFrom,
  inOrder,
  mayBeNamed,
  minutesFrom,
  scopeFrom,
  stateOf,
  type TypedReply,
  usuallyAsked,
  wouldCount,
} from './clearance-rule.ts';

const item = {
  id: 'major-surgery',
  condition: 'Major surgery, recent',
  kind: 'clearance',
  alsoKinds: [],
  action: 'P3',
  do: '',
  adaptation: '',
  revisit: '',
  referTo: 'treating specialist',
  suggestedAreas: [],
  ceiling: null,
  private: false,
} satisfies Finding['item'];
const finding: Finding = {
  id: 'f',
  clientId: 'c',
  item,
  known: true,
  cause: 'yes',
  source: 'health-screen',
  words: '',
  since: '2026-11-26T10:00:00.000Z',
  weight: 'clearance',
  action: 'P3',
  areas: null,
  saysNo: null,
  clearance: null,
  cleared: false,
  clearanceAsked: null,
  events: [],
  version: 1,
};
const section = (sensitive: boolean, ...ids: string[]) => ({ sensitive, questions: ids.map((id) => ({ id, question: '' })) });

describe('a suggested question', () => {
  test.each([
    ['of a plain part', finding, [section(false, 'major-surgery')], true],
    ['of a part asked about with care', finding, [section(true, 'major-surgery')], false],
    ['of both', finding, [section(true, 'x'), section(false, 'major-surgery')], true],
    ['that is asked nowhere', finding, [section(false, 'x')], false],
    ['that is private', { item: { ...item, private: true } }, [section(false, 'major-surgery')], false],
  ])('names a finding %s: %#', (_name, one, sections, named) => expect(mayBeNamed(one, sections)).toBe(named));

  test('says whom the content names, each once', () => {
    const of = (referTo: string) => ({ item: { ...item, referTo } });
    expect(usuallyAsked([of('a'), of(''), of('b'), of('a')])).toEqual(['a', 'b']);
  });
});

const typed: TypedReply = {
  outcome: 'cleared',
  from: 'Dr. Okafor',
  way: 'letter',
  day: '30 11 2026',
  where: 'all',
  areas: ['B-NECK-L'],
  ceiling: '',
  minutes: '',
  limits: '',
  until: '3',
  lastDay: '14 1 2027',
  words: '',
  documentId: '',
};

describe('until when', () => {
  test.each([
    ['3', '2027-02-28'],
    ['6', '2027-05-30'],
    ['12', '2027-11-30'],
    ['day', '2027-01-15'],
    ['', null],
  ] as const)('%s', (until, endsOn) => expect(endsOnFrom({ ...typed, until })).toBe(endsOn));
  test('nothing without a day', () =>
    expect([endsOnFrom({ ...typed, day: 'soon' }), endsOnFrom({ ...typed, until: 'day', lastDay: '' })]).toEqual([null, null]));
});

test('minutes are whole and of a visit', () => {
  expect(['30', ' 1 ', '240', '0', '241', '1.5', '', 'ten'].map(minutesFrom)).toEqual([30, 1, 240, null, null, null, null, null]);
});

test('limits are kept as they were named, and no others', () => {
  expect(scopeFrom(typed)).toEqual({ areas: null, ceiling: null, minutes: null, words: '' });
  expect(scopeFrom({ ...typed, where: 'places', ceiling: '2', minutes: '30', limits: ' seated ' })).toEqual({
    areas: ['B-NECK-L'],
    ceiling: 2,
    minutes: 30,
    words: 'seated',
  });
});

test('what is typed would allow touch, or not', () => {
  const on = (more: Partial<TypedReply>, today = '2026-12-01') => wouldCount({ ...typed, ...more }, today);
  expect([on({}), on({ outcome: 'not-cleared' }), on({ until: '' }), on({}, '2027-02-27'), on({}, '2027-02-28')]).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
});

const reply: NonNullable<Clearance['reply']> = {
  receivedOn: '2026-11-26',
  from: 'Dr. Okafor',
  way: 'letter',
  outcome: 'cleared',
  scope: null,
  endsOn: '2027-02-26',
  words: '',
  documentId: null,
  recordedAt: '2026-11-26T10:00:00.000Z',
  recordedBy: 'Hana',
};
const rests: Finding = {
  ...finding,
  cleared: true,
  clearance: { clearanceId: 'one', outcome: 'cleared', from: '', recordedAt: '', endsOn: '2027-02-26', scope: null },
};

describe('where a request stands', () => {
  test.each<[string, Clearance['reply'], readonly Finding[], string]>([
    ['open', null, [rests], '2026-11-26'],
    ['not-cleared', { ...reply, outcome: 'not-cleared', endsOn: null }, [rests], '2026-11-26'],
    ['cleared', reply, [rests], '2026-11-26'],
    ['cleared', reply, [rests], '2027-01-26'],
    ['ends-soon', reply, [rests], '2027-01-27'],
    ['ends-soon', reply, [rests], '2027-02-25'],
    ['ended', reply, [rests], '2027-02-26'],
    ['overtaken', reply, [{ ...rests, cleared: false }], '2026-11-26'],
    ['overtaken', reply, [finding], '2026-11-26'],
  ])('%s', (state, given, findings, today) => expect(stateOf({ id: 'one', reply: given }, findings, today)).toBe(state));
});

test('what waits for an answer comes first', () => {
  const of = (id: string, given: Clearance['reply']) => ({ id, reply: given }) as Clearance;
  expect(inOrder([of('c', reply), of('b', null), of('a', reply)]).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});
