import { describe, expect, test } from 'vitest';
import { ceilingSet, type MapAnswer, stateSet } from './map-answer.ts';

const map = (areas: MapAnswer['areas'], ceilings?: MapAnswer['ceilings']): MapAnswer => ({
  kind: 'map',
  areas,
  ...(ceilings ? { ceilings } : {}),
});

describe('marking a place', () => {
  test('changes that place alone', () => {
    expect(stateSet(null, 'A', 'ask')).toEqual(map({ A: 'ask' }));
    expect(stateSet(map({ A: 'ask', B: 'yes' }, { B: 2 }), 'A', 'yes')).toEqual(map({ A: 'yes', B: 'yes' }, { B: 2 }));
  });
  test('out takes its contact with it', () => {
    expect(stateSet(map({ A: 'yes' }, { A: 2 }), 'A', 'no')).toEqual(map({ A: 'no' }));
  });
  test('how firm goes with a place that is not out, and comes off again', () => {
    const firm = ceilingSet(map({ A: 'yes', B: 'no' }), 'A', 1);
    expect(firm).toEqual(map({ A: 'yes', B: 'no' }, { A: 1 }));
    expect(ceilingSet(firm, 'B', 3)).toEqual(firm);
    expect(ceilingSet(firm, 'A', null)).toEqual(map({ A: 'yes', B: 'no' }));
  });
});
