import { describe, expect, test } from 'vitest';
import { cleared, findingFrom, item, lowered, marked, notCleared, raised, resolved, said } from '../../shared/findings.test-world.ts';
import type { HealthSection } from '../../shared/health.ts';
import type { Medicine } from '../../shared/medicines.ts';
import {
  blankIn,
  blocksTouch,
  decidedOf,
  eventsSince,
  kindsAbove,
  kindsBelow,
  listsOf,
  medicinesOf,
  nextSection,
  opensTouch,
  questionOf,
  sectionState,
  standsOpen,
} from './health-view.ts';
import { disputedIn } from './use-screen.ts';

const emergency = findingFrom(item('emergency'), [said('yes')]);
const clearance = findingFrom(item('clearance'), [said('not-sure')]);
const local = findingFrom(item('local'), [said('yes')]);
const placed = findingFrom(item('local', { condition: 'placed' }), [said('yes'), marked('B-CALF-L')]);
const modify = findingFrom(item('modify'), [said('yes')]);
const blank = findingFrom(item('absolute', { condition: 'blank' }), [said('not-answered')]);
const light = findingFrom(item('modify', { condition: 'light' }), [said('not-answered')]);
const over = findingFrom(item('clearance', { condition: 'over' }), [said('yes'), resolved]);

describe('findings', () => {
  test('stand in groups, the most careful first; what was not answered stands apart, as a question', () => {
    const lists = listsOf([modify, over, blank, placed, local, light, clearance, emergency]);
    expect({
      groups: lists.groups.map(({ weight, findings }) => [weight, ...findings.map(({ id }) => id)]),
      blocking: lists.blocking.map(({ id }) => id),
      toAsk: lists.toAsk.map(({ id }) => id),
      resolved: lists.resolved.map(({ id }) => id),
    }).toEqual({
      groups: [
        ['emergency', 'emergency'],
        ['clearance', 'clearance'],
        ['local', 'local', 'placed'],
        ['modify', 'modify'],
      ],
      blocking: ['blank'],
      toAsk: ['light'],
      resolved: ['over'],
    });
  });

  test('that stop touch stand open however many they are; a long list of the others is closed', () => {
    const many = Array.from({ length: 9 }, () => modify);
    expect(standsOpen({ weight: 'clearance', findings: Array.from({ length: 9 }, () => clearance) })).toBe(true);
    expect(standsOpen({ weight: 'local', findings: [...many, local] })).toBe(true);
    expect(standsOpen({ weight: 'modify', findings: many })).toBe(false);
    expect(standsOpen({ weight: 'modify', findings: many.slice(1) })).toBe(true);
  });

  test.each([
    ['an emergency', emergency, true],
    ['one that needs clearance', clearance, true],
    ['a place that is not marked', local, true],
    ['a place that is marked', placed, false],
    ['an adaptation', modify, false],
    ['an adaptation that asks for clearance by its action', findingFrom(item('modify', { action: 'P3' }), [said('yes')]), true],
    ['a blank that could block', blank, true],
    ['a blank that could not', light, false],
    ['one that is over', over, false],
    ['one that is cleared', findingFrom(item('clearance'), [said('yes'), cleared()]), false],
    ['one that a clinician did not clear', findingFrom(item('modify'), [said('yes'), notCleared]), true],
  ] as const)('%s: whether it keeps touch from beginning', (_name, finding, blocks) => {
    expect(blocksTouch(finding)).toBe(blocks);
  });
});

describe('deciding', () => {
  test.each([
    ['emergency', emergency, [], ['absolute', 'clearance', 'local', 'modify']],
    ['clearance', clearance, ['emergency', 'absolute'], ['local', 'modify']],
    ['modify', modify, ['emergency', 'absolute', 'clearance', 'local'], []],
    ['to ask today', light, ['emergency', 'absolute', 'clearance', 'local', 'modify'], []],
    [
      'lowered before',
      findingFrom(item('clearance'), [said('yes'), lowered('modify')]),
      ['emergency', 'absolute', 'clearance', 'local'],
      [],
    ],
    ['raised before', findingFrom(item('modify'), [said('yes'), raised('absolute')]), ['emergency'], ['clearance', 'local', 'modify']],
  ] as const)('%s: what it may be raised and lowered to', (_name, finding, above, below) => {
    expect({ above: kindsAbove(finding), below: kindsBelow(finding) }).toEqual({ above, below });
  });

  test.each([
    ['lowering clearance to an adaptation', clearance, 'modify', true],
    ['lowering clearance to a place nobody has marked', clearance, 'local', false],
    ['lowering an emergency to clearance', emergency, 'clearance', false],
    ['lowering an emergency to an adaptation', emergency, 'modify', true],
    ['resolving clearance', clearance, null, true],
    ['resolving an adaptation', modify, null, false],
    ['resolving a place that is marked', placed, null, false],
  ] as const)('%s: whether it opens touch', (_name, finding, to, opens) => {
    expect(opensTouch(finding, to)).toBe(opens);
  });

  test.each([
    ['as it came', clearance, null],
    ['lowered', findingFrom(item('clearance'), [said('yes'), lowered('modify')]), 'lowered'],
    ['raised', findingFrom(item('modify'), [said('yes'), raised('absolute')]), 'raised'],
    ['cleared', findingFrom(item('clearance'), [said('yes'), cleared()]), null],
    ['a blank', light, null],
    ['resolved', over, null],
  ] as const)('%s: whether somebody decided otherwise', (_name, finding, decided) => {
    expect(decidedOf(finding)).toBe(decided);
  });

  test('tells what happened since somebody looked', () => {
    const finding = findingFrom(item('clearance'), [said('yes'), raised('absolute'), lowered('modify')]);
    expect(eventsSince(finding, 1).map(({ what }) => what)).toEqual(['raised', 'lowered']);
    expect(eventsSince(finding, 3)).toEqual([]);
  });
});

const section = (id: string, ...questions: string[]): HealthSection => ({
  id,
  title: id,
  intro: '',
  sensitive: false,
  maySkip: false,
  questions: questions.map((one) => ({ id: one, question: `${one}?` })),
});
const sections = [section('heart', 'h1', 'h2'), section('skin', 's1'), section('mind', 'm1')];
const given = (answer: 'no' | 'yes') => ({ answer, at: '2026-11-20T09:00:00.000Z', from: 'practitioner' as const });

describe('the health questions', () => {
  test('of one part: kept, blank, and changed since', () => {
    const screen = { seen: ['heart'], answers: { h1: given('no') } };
    expect(sectionState(screen, sections[0]!, {})).toEqual({ isKept: true, blank: ['h2'], changed: [] });
    expect(sectionState(screen, sections[0]!, { h1: 'no', h2: 'declined' })).toEqual({ isKept: true, blank: [], changed: ['h2'] });
    expect(sectionState(screen, sections[1]!, { s1: 'yes' })).toEqual({ isKept: false, blank: [], changed: ['s1'] });
  });

  test('go on with the next part that was not gone through, and round again from the end', () => {
    expect(nextSection(sections, ['heart'], 'heart')?.id).toBe('skin');
    expect(nextSection(sections, ['skin', 'mind'], 'mind')?.id).toBe('heart');
    expect(nextSection(sections, [], '')?.id).toBe('heart');
    expect(nextSection(sections, ['heart', 'skin', 'mind'], 'heart')).toBeNull();
  });

  test('count what would stand as not answered', () => {
    const screen = { answers: { h1: given('no'), m1: given('yes') } };
    expect(blankIn(sections, screen, {})).toBe(2);
    expect(blankIn(sections, screen, { h1: 'yes', s1: 'no' })).toBe(1);
  });

  test('are asked in the words the client reads', () => {
    const suitability = [{ id: 'g3', question: 'Is it still very present?', flagIf: 'yes', do: '', action: 'P1', itemId: 'acute-trauma' }];
    const of = (id: string) => questionOf({ sections, suitability }, { item: item('modify', { id, condition: 'a condition' }) });
    expect([of('s1'), of('acute-trauma'), of('gone')]).toEqual(['s1?', 'Is it still very present?', 'a condition']);
  });

  test('ask which answer is meant only where the same question was answered otherwise meanwhile', () => {
    const before = { h1: given('no') };
    expect(disputedIn({ h1: 'yes', h2: 'no' }, before, before)).toEqual([]);
    expect(disputedIn({ h1: 'yes' }, before, { h1: given('yes') })).toEqual([]);
    expect(disputedIn({ h2: 'no' }, before, { ...before, h2: given('yes'), s1: given('yes') })).toEqual(['h2']);
  });
});

test('medicines to be looked at come first, and those not taken any more stand apart', () => {
  const medicine = (name: string, match: Medicine['match'], takenUntil: string | null = null): Medicine => ({
    id: name,
    clientId: 'a client',
    name,
    match,
    classId: match === 'class' ? 'anticoagulant' : null,
    areas: null,
    note: '',
    takenUntil,
    at: '2026-11-20T09:00:00.000Z',
    by: 'a practitioner',
    version: 1,
  });
  const { taken, past } = medicinesOf(
    [
      medicine('zinc', 'none'),
      medicine('Apixaban', 'class'),
      medicine('what was it', 'not-yet'),
      medicine('ended', 'class', '2026-11-25'),
      medicine('ends', 'class', '2026-11-26'),
    ],
    '2026-11-26',
  );
  expect(taken.map(({ name }) => name)).toEqual(['what was it', 'Apixaban', 'ends', 'zinc']);
  expect(past.map(({ name }) => name)).toEqual(['ended']);
});
