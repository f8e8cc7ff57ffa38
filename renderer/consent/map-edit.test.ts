import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactLevels } from '../../shared/body-areas.ts';
import { areaStates } from '../../shared/consent-form.ts';
import type { ConsentMap, MapAreas } from '../../shared/consent-map.ts';
import { changesBetween } from '../../shared/map-changes.ts';
import {
  areasOf,
  decided,
  draftFrom,
  isChanged,
  joined,
  type MapDraft,
  type Marks,
  marksFrom,
  withFirmest,
  withoutPreset,
  withPreset,
  withState,
} from './map-edit.ts';

/** Changing a map with the client beside, and joining it with what was changed elsewhere meanwhile. */

const made = (id: string, ceiling: ConsentMap['ceiling'], areas: MapAreas, source: ConsentMap['source'] = 'together'): ConsentMap => ({
  id,
  clientId: '01a217aa-ccfc-7b54-908b-619c585a3121',
  madeAt: '2026-11-24T15:58:00.000Z',
  madeBy: '01a217aa-ccd1-7832-a08f-26d3794ee8f9',
  source,
  sourceId: null,
  ceiling,
  areas,
  words: '',
  contentVersion: '1.1.0',
});

const first = '01a217aa-ddfe-724a-a34c-27fe72b3f90e';
const second = '01a217aa-f060-7d7b-b24a-eaca60b98a22';
const yes = { state: 'yes', ceiling: 2 } as const;
const ask = { state: 'ask', ceiling: 2 } as const;
const no = { state: 'no', ceiling: 0 } as const;

const changed = (draft: MapDraft, change: (marks: Marks) => Marks): MapDraft => ({ ...draft, now: change(draft.now) });

describe('marks of a map being changed', () => {
  test('follow the firmest contact anywhere unless the place has a lighter one of its own', () => {
    const marks = marksFrom(made(first, 2, { 'B-NECK': { state: 'ask', ceiling: 1 }, 'F-PALM-L': yes, 'F-FACE': no }));
    expect(marks.places).toEqual({
      'B-NECK': { state: 'ask', firmest: 1 },
      'F-PALM-L': { state: 'yes', firmest: null },
      'F-FACE': { state: 'no', firmest: null },
    });
    expect(areasOf({ ...marks, ceiling: 3 })).toEqual({
      'B-NECK': { state: 'ask', ceiling: 1 },
      'F-PALM-L': { state: 'yes', ceiling: 3 },
      'F-FACE': no,
    });
  });

  test('never keep a place firmer than anywhere', () => {
    const marks = withFirmest(marksFrom(made(first, 4, { 'F-PALM-L': { state: 'yes', ceiling: 4 } })), 'F-PALM-L', 3);
    expect(areasOf({ ...marks, ceiling: 1 })).toEqual({ 'F-PALM-L': { state: 'yes', ceiling: 1 } });
  });

  test('of no map allow nothing', () => {
    expect(draftFrom(null)).toEqual({ basedOn: null, base: { ceiling: 0, places: {} }, now: { ceiling: 0, places: {} }, words: '' });
  });

  test('forget how firm a place was once it is out', () => {
    const marks = withFirmest(withState(marksFrom(made(first, 3, {})), 'B-NECK', 'ask'), 'B-NECK', 1);
    expect(withState(withState(marks, 'B-NECK', 'no'), 'B-NECK', 'yes').places['B-NECK']).toEqual({ state: 'yes', firmest: null });
  });

  test('are no change while a place that was not marked is marked out', () => {
    const draft = draftFrom(made(first, 2, { 'F-PALM-L': yes }));
    expect(isChanged(changed(draft, (marks) => withState(marks, 'F-FACE', 'no')))).toBe(false);
    expect(isChanged(changed(draft, (marks) => withState(marks, 'F-PALM-L', 'no')))).toBe(true);
    expect(isChanged(changed(draft, (marks) => ({ ...marks, ceiling: 1 })))).toBe(true);
  });

  test('come back from what a map keeps as they were', () => {
    const level = fc.constantFrom(...contactLevels);
    const areas = fc.dictionary(fc.constantFrom('A', 'B', 'C'), fc.record({ state: fc.constantFrom(...areaStates), ceiling: level }));
    fc.assert(
      fc.property(level, areas, (ceiling, all) => {
        const map = { ceiling, areas: all };
        const kept = { ceiling, areas: areasOf(marksFrom(map)) };
        expect(changesBetween(map, kept)).toEqual({ places: [], ceiling: null });
      }),
    );
  });
});

describe('a preset', () => {
  const before = marksFrom(made(first, 2, { 'F-PALM-L': yes, 'F-FACE': no }));

  test('puts places that are out on asking, and leaves what is open', () => {
    expect(withPreset(before, ['F-PALM-L', 'F-PALM-R', 'F-FACE']).places).toEqual({
      'F-PALM-L': { state: 'yes', firmest: null },
      'F-PALM-R': { state: 'ask', firmest: null },
      'F-FACE': { state: 'ask', firmest: null },
    });
  });

  test('is taken away without what was marked since', () => {
    const since = withState(withPreset(before, ['F-PALM-R', 'F-FACE']), 'F-PALM-R', 'yes');
    expect(withoutPreset(since, ['F-PALM-R', 'F-FACE'], before).places).toEqual({
      'F-PALM-L': { state: 'yes', firmest: null },
      'F-PALM-R': { state: 'yes', firmest: null },
      'F-FACE': { state: 'no', firmest: null },
    });
  });
});

describe('two people change the same map', () => {
  const base = made(first, 2, { 'F-PALM-L': yes, 'B-NECK': ask });
  const draft = draftFrom(base);

  test('each place that only one of them changed is taken as it was changed', () => {
    const mine = changed(draft, (marks) => withState(marks, 'F-FACE', 'ask'));
    const newer = made(second, 2, { 'F-PALM-L': yes, 'B-NECK': no }, 'withdrawal');
    const both = joined(mine, newer);
    expect({ ...both, draft: { ...both.draft, now: areasOf(both.draft.now) } }).toEqual({
      draft: {
        basedOn: second,
        base: marksFrom(newer),
        now: { 'F-PALM-L': yes, 'B-NECK': no, 'F-FACE': ask },
        words: '',
      },
      disputed: [],
      ceilingDisputed: false,
    });
  });

  test('a place taken back meanwhile that was opened further here is asked about', () => {
    const mine = changed(draft, (marks) => withState(marks, 'B-NECK', 'yes'));
    const both = joined(mine, made(second, 2, { 'F-PALM-L': yes, 'B-NECK': no }, 'withdrawal'));
    expect(both.disputed).toEqual(['B-NECK']);
    expect(decided(both.draft, { places: ['B-NECK'], ceiling: false }).now.places['B-NECK']).toEqual({ state: 'no', firmest: null });
    expect(decided(both.draft, { places: [], ceiling: false }).now.places['B-NECK']).toEqual({ state: 'yes', firmest: null });
  });

  test('the same change on both sides is no question', () => {
    const mine = changed(draft, (marks) => ({ ...withState(marks, 'B-NECK', 'no'), ceiling: 1 }));
    const both = joined(mine, made(second, 1, { 'F-PALM-L': { state: 'yes', ceiling: 1 }, 'B-NECK': no }));
    expect([both.disputed, both.ceilingDisputed, isChanged(both.draft)]).toEqual([[], false, false]);
  });

  test('the firmest contact anywhere is asked about when both changed it', () => {
    const mine = changed(draft, (marks) => ({ ...marks, ceiling: 3 }));
    const both = joined(mine, made(second, 1, { 'F-PALM-L': { state: 'yes', ceiling: 1 }, 'B-NECK': { state: 'ask', ceiling: 1 } }));
    expect([both.disputed, both.ceilingDisputed]).toEqual([[], true]);
    expect(decided(both.draft, { places: [], ceiling: true }).now.ceiling).toBe(1);
    expect(decided(both.draft, { places: [], ceiling: false }).now.ceiling).toBe(3);
  });

  test('nothing changed elsewhere is ever opened again without being asked', () => {
    const state = fc.constantFrom(...areaStates);
    const states = fc.record({ A: state, B: state, C: state });
    const areas = (all: Readonly<Record<string, (typeof areaStates)[number]>>): MapAreas =>
      Object.fromEntries(Object.entries(all).map(([code, one]) => [code, { state: one, ceiling: one === 'no' ? 0 : 2 }]));
    fc.assert(
      fc.property(states, states, states, (was, is, wanted) => {
        const from = draftFrom(made(first, 2, areas(was)));
        const mine = { ...from, now: marksFrom({ ceiling: 2, areas: areas(wanted) }) };
        const both = joined(mine, made(second, 2, areas(is), 'withdrawal'));
        for (const code of ['A', 'B', 'C'] as const) {
          const closedElsewhere = is[code] === 'no' && was[code] !== 'no';
          const openHere = both.draft.now.places[code]?.state !== 'no';
          if (closedElsewhere && openHere) expect(both.disputed).toContain(code);
        }
      }),
    );
  });
});
