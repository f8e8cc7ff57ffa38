import { describe, expect, test } from 'vitest';
import type { Allowed } from '../../shared/allowed.ts';
import type { ContactLevel } from '../../shared/body-areas.ts';
import type { SessionContent, Technique } from '../../shared/session-content.ts';
import { type Block, newSession, type SessionState } from '../../shared/session-state.ts';
import {
  alternativeTo,
  asPlan,
  ceilingOf,
  type Draft,
  draftAfter,
  likeLast,
  noDraft,
  type PlanFacts,
  plannedFrom,
  techniquesFor,
} from './touch-plan.ts';

/** What the stage proposes for the next block, and never proposes. */

const technique = (id: string, more: Partial<Technique> = {}): Technique => ({
  ...{ id, family: '', name: id, description: '', suitability: 'A', contactMin: 1, contactMax: 2, seconds: 20 },
  ...{ areas: [], usesTouch: true, why: '', watchFor: '', alternative: '' },
  ...more,
});

const techniques = [
  technique('glide', { suitability: 'B', contactMin: 2, areas: ['SHOULDER'] }),
  technique('hold', { areas: ['SHOULDER'], name: 'Shoulder hold' }),
  technique('palm', { areas: ['HAND'], name: 'Hand hold (palm to palm)' }),
  technique('deep', { suitability: 'D' }),
  technique('look', { usesTouch: false }),
  technique('press', { suitability: 'C', contactMin: 3, contactMax: 4, areas: ['SHOULDER'] }),
];

const content = {
  techniques,
  plannedMinutes: { firstBlock: 2, laterBlocks: [3, 5], firstSession: 15 },
} as unknown as SessionContent;

const held = (code: string, holds: 'yes' | 'ask' | 'no', ceiling: ContactLevel) => ({ code, holds, ceiling, reasons: [] });
const allowed: Allowed = {
  today: '2026-11-26',
  general: [],
  areas: [held('SHOULDER', 'yes', 3), held('HAND', 'ask', 1), held('BELLY', 'no', 0)],
};

const block = (more: Partial<Block> = {}): Block => ({
  ...{ n: 1, areas: ['SHOULDER'], technique: 'hold', level: 2, minutes: 3, position: 'seated', cover: 'draped', chosenBy: 'practitioner' },
  ...{ announced: true, startedAt: 0, endedAt: 100, endedBy: 'planned', halfway: null },
  ...more,
});
const facts = (state: Partial<SessionState> = {}, isFirst = true): PlanFacts => ({
  content,
  allowed,
  isFirst,
  state: { ...newSession, ...state },
});
const draft = (more: Partial<Draft>): Draft => ({ ...noDraft, ...more });
const pause = (choice: string | null, at = 100) => ({ seq: 9, at, reason: 'planned', choice, words: '' });

describe('a manner', () => {
  test('is offered by grade, with touch, as firm as the place takes at most, and never one that is not used here', () => {
    const offered = (ceiling: ContactLevel) => techniquesFor(content, ceiling).map(({ id }) => id);
    expect([offered(0), offered(1), offered(2), offered(3)]).toEqual([
      [],
      ['hold', 'palm'],
      ['hold', 'palm', 'glide'],
      ['hold', 'palm', 'glide', 'press'],
    ]);
  });

  test.each([
    ['Hand hold', 'palm'],
    ['hold', 'palm'],
    ['Own hands', null],
    ['', null],
  ])('"%s" as the gentler one is %s', (alternative, id) => {
    expect(alternativeTo(technique('hold', { alternative }), techniques)?.id ?? null).toBe(id);
  });
});

describe('the firmest contact', () => {
  test('is the lightest of all places, and none where one is closed', () => {
    expect([[], ['SHOULDER'], ['SHOULDER', 'HAND'], ['SHOULDER', 'BELLY'], ['UNKNOWN']].map((areas) => ceilingOf(allowed, areas))).toEqual([
      4, 3, 1, 0, 0,
    ]);
  });

  test('holds whatever was chosen before a lighter place came', () => {
    expect(plannedFrom(draft({ areas: ['SHOULDER', 'HAND'], level: 3 }), facts()).level).toBe(1);
  });
});

describe('a plan', () => {
  test('begins with a first choice for the place, its lightest contact, two minutes, and nobody who chose', () => {
    const planned = plannedFrom(draft({ areas: ['SHOULDER', 'BELLY'] }), facts());
    expect([planned.technique?.id, planned]).toMatchObject([
      'hold',
      { areas: ['SHOULDER'], level: 1, minutes: 2, cover: 'clothed', chosenBy: null, position: null },
    ]);
  });

  test.each([
    ['the first block of a client', {}, true, 2],
    ['the first block of a later session', {}, false, 3],
    ['a later block', { blocks: [block()] }, true, 3],
  ])('of %s: %s', (_, state, isFirst, minutes) => {
    expect(plannedFrom(draft({ areas: ['SHOULDER'] }), facts(state, isFirst)).minutes).toBe(minutes);
  });

  test('is none without a place or a manner', () => {
    const planOf = (more: Partial<Draft>) => asPlan(plannedFrom(draft(more), facts()));
    expect([planOf({}), planOf({ technique: 'hold' }), planOf({ areas: ['BELLY'], technique: 'hold' })]).toEqual([null, null, null]);
    expect(planOf({ areas: ['SHOULDER'] })).toEqual({
      ...{ areas: ['SHOULDER'], technique: 'hold', level: 1, minutes: 2, position: null, cover: 'clothed' },
      ...{ chosenBy: 'practitioner', announced: true },
    });
  });
});

describe('after a pause', () => {
  const again = { areas: ['SHOULDER'], technique: 'hold', level: 2, minutes: 3, position: 'seated', cover: 'draped', chosenBy: null };
  const stopAt = (at: number) => ({
    ...{ n: 1, cause: 'signal' as const, seq: 3, at, handsOffAt: at, handsOffSeq: 4, areas: [], signal: '', words: '', resumedAt: at },
  });

  test('the last block may be had again, where it is still open', () => {
    expect(likeLast(facts({ blocks: [block()] }))).toEqual(again);
    expect(likeLast(facts({ blocks: [block({ areas: ['BELLY'] })] }))).toBeNull();
    expect(likeLast(facts())).toBeNull();
  });

  test.each([
    ['continue', block(), { ...again, chosenBy: 'client' }],
    ['less', block(), { ...again, level: 1, chosenBy: 'client' }],
    ['less', block({ level: 1 }), { ...again, level: 1, minutes: 2, chosenBy: 'client' }],
    ['less', block({ level: 1, minutes: 1 }), { ...again, level: 1, minutes: 1, chosenBy: 'client' }],
    ['elsewhere', block(), noDraft],
    [null, block(), noDraft],
  ])('%s begins the next block as the client said', (choice, last, expected) => {
    expect(draftAfter(facts({ blocks: [last], pauses: [pause(choice)] }))).toEqual(expected);
  });

  test('a stop that came later takes nothing for granted', () => {
    const state = { blocks: [block()], pauses: [pause('continue')] };
    expect(draftAfter(facts({ ...state, stops: [stopAt(200)] }))).toEqual(noDraft);
    expect(draftAfter(facts({ ...state, stops: [stopAt(50)] }))).toEqual({ ...again, chosenBy: 'client' });
  });
});
