import { expect, test } from 'vitest';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { onChart } from '../ui/areas.ts';
import { words } from '../words.ts';
import { changeWords } from './map-changes-list.tsx';
import { allowedStates, countsIn, filtered, markedStates, openOn, placeName } from './map-view.ts';

/** What the map says in words and figures. */

const t = words.getFixedT('en', 'maps');
const ui = words.getFixedT('en', 'ui');

const area = (code: string, change: Partial<BodyArea> = {}): BodyArea => ({
  code,
  label: code.toLowerCase(),
  view: 'front',
  region: 'hand',
  offered: true,
  side: 'left',
  tier: 'general',
  turnedOn: true,
  caution: '',
  gentler: '',
  ...change,
});

const map: ConsentMap = {
  id: '01a217aa-ddfe-724a-a34c-27fe72b3f90e',
  clientId: '01a217aa-ccfc-7b54-908b-619c585a3121',
  madeAt: '2026-11-24T15:58:00.000Z',
  madeBy: '01a217aa-ccd1-7832-a08f-26d3794ee8f9',
  source: 'together',
  sourceId: null,
  ceiling: 2,
  areas: {
    A: { state: 'yes', ceiling: 2 },
    B: { state: 'ask', ceiling: 1 },
    C: { state: 'no', ceiling: 0 },
    OLD: { state: 'yes', ceiling: 2 },
  },
  words: '',
  contentVersion: '1.1.0',
};

test('places are counted by what holds, and one without a mark is out', () => {
  expect(countsIn(['A', 'B', 'C', 'D'], markedStates(map))).toEqual({ no: 2, ask: 1, yes: 1 });
  const today = { today: '2026-11-26', general: [], areas: [{ code: 'A', holds: 'ask' as const, ceiling: 2 as const, reasons: [] }] };
  expect(countsIn(['A', 'B'], allowedStates(today))).toEqual({ no: 1, ask: 1, yes: 0 });
});

test('what can be taken back is all that is open, also what the chart does not know any more', () => {
  expect(openOn(map)).toEqual(['A', 'B', 'OLD']);
  expect(openOn(null)).toEqual([]);
});

test('the chart leaves out what needs its own form and is not turned on', () => {
  const off = area('B-GLUTE-L', { tier: 'written_specific', turnedOn: false });
  const never = area('F-THROAT', { tier: 'not_offered', offered: false, turnedOn: true });
  expect(onChart([area('A'), off, never, { ...off, code: 'ON', turnedOn: true }]).map(({ code }) => code)).toEqual(['A', 'F-THROAT', 'ON']);
});

test('the filter shows the places that are in, asked for, or out', () => {
  const areas = ['A', 'B', 'C', 'D'].map((code) => area(code));
  const shown = (filter: Parameters<typeof filtered>[2]): readonly string[] =>
    filtered(areas, markedStates(map), filter).map(({ code }) => code);
  expect([shown('all'), shown('yes'), shown('ask'), shown('no')]).toEqual([['A', 'B', 'C', 'D'], ['A'], ['B'], ['C', 'D']]);
});

test('a place the content does not know any more is named as such', () => {
  expect(placeName(t, [area('A')], 'A')).toBe('a');
  expect(placeName(t, [area('A')], 'OLD')).toBe('OLD, not on the chart any more');
});

test.each([
  ['opened', { state: 'no', ceiling: 0 }, { state: 'ask', ceiling: 1 }, 'Ask each time, A resting hand'],
  ['closed', { state: 'yes', ceiling: 2 }, { state: 'no', ceiling: 0 }, 'In, Light'],
  ['narrower', { state: 'yes', ceiling: 3 }, { state: 'ask', ceiling: 2 }, 'In, Medium, now Ask each time, Light'],
  ['wider', { state: 'yes', ceiling: 2 }, { state: 'yes', ceiling: 3 }, 'Light, now Medium'],
] as const)('a place that is %s is told in words', (kind, from, to, said) => {
  expect(changeWords({ maps: t, ui }, { code: 'A', kind, from, to })).toBe(said);
});
