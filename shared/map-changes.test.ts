import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactLevels } from './body-areas.ts';
import { areaStates } from './consent-form.ts';
import type { MapAreas } from './consent-map.ts';
import { changesBetween, mapOn } from './map-changes.ts';

type Level = (typeof contactLevels)[number];
const map = (ceiling: Level, areas: MapAreas) => ({ ceiling, areas });
const mark = (state: 'no' | 'ask' | 'yes', ceiling: Level = 4) => ({ state, ceiling });

/** `B opened no 0 > yes 3`, and the ceiling `2 > 3`. */
const told = (before: ReturnType<typeof map> | null, after: ReturnType<typeof map>): string[] => {
  const { places, ceiling } = changesBetween(before, after);
  const lines = places.map(({ code, kind, from, to }) => `${code} ${kind} ${from.state} ${from.ceiling} > ${to.state} ${to.ceiling}`);
  return ceiling ? [...lines, `${ceiling.from} > ${ceiling.to}`] : lines;
};

describe('what changed between two maps', () => {
  test.each<[string, ReturnType<typeof map> | null, ReturnType<typeof map>, string[]]>([
    [
      'the first one',
      null,
      map(2, { A: mark('yes'), B: mark('ask', 1), C: mark('no') }),
      ['A opened no 0 > yes 2', 'B opened no 0 > ask 1', 'null > 2'],
    ],
    ['a first one with nothing in', null, map(0, {}), ['null > 0']],
    ['nothing', map(2, { A: mark('yes', 2) }), map(2, { A: mark('yes', 4) }), []],
    ['opened, unmarked before', map(3, {}), map(3, { A: mark('ask', 3) }), ['A opened no 0 > ask 3']],
    ['opened, out before', map(3, { A: mark('no', 3) }), map(3, { A: mark('yes', 3) }), ['A opened no 0 > yes 3']],
    ['closed', map(3, { A: mark('yes', 3) }), map(3, { A: mark('no', 3) }), ['A closed yes 3 > no 0']],
    ['closed, not marked any more', map(3, { A: mark('ask', 3) }), map(3, {}), ['A closed ask 3 > no 0']],
    ['out and unmarked are one', map(3, { A: mark('no', 3) }), map(3, {}), []],
    ['narrower', map(3, { A: mark('yes', 3) }), map(3, { A: mark('ask', 3) }), ['A narrower yes 3 > ask 3']],
    ['wider', map(3, { A: mark('ask', 3) }), map(3, { A: mark('yes', 3) }), ['A wider ask 3 > yes 3']],
    ['gentler here', map(3, { A: mark('yes', 3) }), map(3, { A: mark('yes', 1) }), ['A narrower yes 3 > yes 1']],
    ['firmer here', map(3, { A: mark('yes', 1) }), map(3, { A: mark('yes', 2) }), ['A wider yes 1 > yes 2']],
    ['in, though gentler', map(3, { A: mark('ask', 3) }), map(3, { A: mark('yes', 1) }), ['A wider ask 3 > yes 1']],
    [
      'gentler everywhere is told once',
      map(3, { A: mark('yes', 3), B: mark('ask', 4) }),
      map(2, { A: mark('yes', 2), B: mark('ask', 4) }),
      ['3 > 2'],
    ],
    ['firmer everywhere, but not here', map(1, { A: mark('yes', 1) }), map(3, { A: mark('yes', 1) }), ['1 > 3']],
    [
      'firmer everywhere, and here as far as it may',
      map(1, { A: mark('yes', 2) }),
      map(3, { A: mark('yes', 2) }),
      ['A wider yes 1 > yes 2', '1 > 3'],
    ],
    [
      'no contact anywhere any more closes',
      map(2, { A: mark('yes', 2) }),
      map(0, { A: mark('yes', 0) }),
      ['A closed yes 2 > no 0', '2 > 0'],
    ],
    ['in, while no contact is allowed anywhere, opens nothing', map(0, {}), map(0, { A: mark('yes', 2) }), []],
    ['a place the content lost is told like any other', map(3, { GONE: mark('yes', 3) }), map(3, {}), ['GONE closed yes 3 > no 0']],
    ['a name every object knows', map(3, {}), map(3, { constructor: mark('yes', 3) } as MapAreas), ['constructor opened no 0 > yes 3']],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  test('is nothing between a map and itself, and reads the other way round backwards', () => {
    const areas = fc.dictionary(
      fc.constantFrom('A', 'B', 'C'),
      fc.record({ state: fc.constantFrom(...areaStates), ceiling: fc.constantFrom(...contactLevels) }),
    );
    const maps = fc.record({ ceiling: fc.constantFrom(...contactLevels), areas });
    const back = { opened: 'closed', closed: 'opened', wider: 'narrower', narrower: 'wider' } as const;
    fc.assert(
      fc.property(maps, maps, (one, other) => {
        expect(told(one, one)).toEqual([]);
        const turned = changesBetween(other, one).places.map(({ code, kind, from, to }) => ({
          code,
          kind: back[kind],
          from: to,
          to: from,
        }));
        expect(changesBetween(one, other).places).toEqual(turned);
      }),
    );
  });
});

test('the map of a moment is the newest made by then; of two made at once the one kept later', () => {
  const maps = [
    { id: 'b', madeAt: '2026-11-24T10:00:00.000Z' },
    { id: 'd', madeAt: '2026-11-26T10:00:00.000Z' },
    { id: 'c', madeAt: '2026-11-24T10:00:00.000Z' },
  ];
  const on = (instant: string) => mapOn(maps, instant)?.id ?? null;
  expect(on('2026-11-24T09:59:59.999Z')).toBeNull();
  expect(on('2026-11-24T10:00:00.000Z')).toBe('c');
  expect(on('2026-11-26T09:59:59.999Z')).toBe('c');
  expect(on('2026-11-26T10:00:00.000Z')).toBe('d');
  expect(mapOn([], '2026-11-26T10:00:00.000Z')).toBeNull();
});
