import { expect, test } from 'vitest';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { markedBefore } from './marked-before.ts';

const map = (areas: ConsentMap['areas']) => ({ madeAt: '2026-11-24T15:58:00.000Z', ceiling: 3 as const, areas });

test('a map is offered as it was marked, how firm only where it is less than everywhere', () => {
  expect(
    markedBefore(
      map({
        A: { state: 'yes', ceiling: 3 },
        B: { state: 'ask', ceiling: 1 },
        C: { state: 'no', ceiling: 0 },
        D: { state: 'yes', ceiling: 4 },
      }),
    ),
  ).toEqual({ at: '2026-11-24T15:58:00.000Z', areas: { A: 'yes', B: 'ask', C: 'no', D: 'yes' }, ceilings: { B: 1 } });
});

test('there is nothing to begin with before there is a map, and where everything is out', () => {
  expect([markedBefore(null), markedBefore(map({})), markedBefore(map({ A: { state: 'no', ceiling: 0 } }))]).toEqual([null, null, null]);
});
