import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ContactLevel, contactLevels, lowerLevel } from './body-areas.ts';
import { areaStates } from './consent-form.ts';
import type { MapArea } from './consent-map.ts';
import { isOpen, isOvertaken, type Marks, mapAfter, narrowedSince, noLimit, out, type Saying, unmarked } from './sayings.ts';

const codes = ['B-TRAP-L', 'B-NECK', 'F-PALM-L'] as const;
const inAt = (ceiling: ContactLevel = noLimit): MapArea => ({ state: 'yes', ceiling });
const askAt = (ceiling: ContactLevel = noLimit): MapArea => ({ state: 'ask', ceiling });
const whole = (said: number, areas: Saying['areas'], ceiling: Saying['ceiling'] = null): Saying => ({
  said,
  kind: 'whole',
  areas,
  ceiling,
});
const narrower = (said: number, areas: Saying['areas'], ceiling: Saying['ceiling'] = null): Saying => ({
  said,
  kind: 'narrower',
  areas,
  ceiling,
});

const area: fc.Arbitrary<MapArea> = fc.record({ state: fc.constantFrom(...areaStates), ceiling: fc.constantFrom(...contactLevels) });
const areas = fc.dictionary(fc.constantFrom(...codes), area, { noNullPrototype: true });
const saying: fc.Arbitrary<Saying> = fc.record({
  said: fc.integer({ min: 1, max: 12 }),
  kind: fc.constantFrom('whole', 'narrower'),
  areas: fc.option(areas, { nil: null }),
  ceiling: fc.option(fc.constantFrom(...contactLevels), { nil: null }),
});

/** How open a place is: its state, and how firm. */
const openness = (marks: Marks | null, code: string): readonly [number, number] => {
  const held = marks && Object.hasOwn(marks.areas, code) ? marks.areas[code] : undefined;
  if (!marks || !held || held.state === 'no') return [0, 0];
  return [areaStates.indexOf(held.state), lowerLevel(held.ceiling, marks.ceiling)];
};

const isNoWider = (now: Marks | null, before: Marks | null): boolean =>
  codes.every((code) => {
    const [state, level] = openness(now, code);
    const [stateBefore, levelBefore] = openness(before, code);
    return state <= stateBefore && level <= levelBefore;
  });

describe('the map after what was said', () => {
  test('nothing said is nothing allowed', () => {
    expect(mapAfter([])).toEqual({ areas: {}, ceiling: 0 });
  });

  test('the whole said last holds, in whatever order it was kept', () => {
    const [early, late] = [whole(1, { 'B-NECK': inAt() }, 4), whole(2, { 'B-TRAP-L': askAt(1) }, 2)];
    const held = { areas: { 'B-TRAP-L': askAt(1) }, ceiling: 2 };
    expect(mapAfter([early, late])).toEqual(held);
    expect(mapAfter([late, early])).toEqual(held);
  });

  test('a place closed after it was marked is closed, also where the marks are kept later', () => {
    const marks = whole(1, { 'B-NECK': inAt(), 'B-TRAP-L': inAt() }, 3);
    expect(mapAfter([narrower(2, { 'B-NECK': out }), marks])).toEqual({ areas: { 'B-NECK': out, 'B-TRAP-L': inAt(3) }, ceiling: 3 });
  });

  test('a place that was shown and not marked is closed where it was marked, and no mark where it was not', () => {
    const said = [whole(1, { 'B-NECK': inAt() }, 3), narrower(2, { 'B-NECK': unmarked, 'B-TRAP-L': unmarked, 'F-PALM-L': out })];
    expect(mapAfter(said).areas).toEqual({ 'B-NECK': out, 'F-PALM-L': out });
  });

  test('marks made after it was closed open it again', () => {
    expect(isOpen(mapAfter([narrower(1, { 'B-NECK': out }), whole(2, { 'B-NECK': inAt() }, 2)]), 'B-NECK')).toBe(true);
  });

  test('closing where nothing was said yet opens nothing, and says what is out', () => {
    expect(mapAfter([narrower(1, { 'B-NECK': askAt(), 'B-TRAP-L': out }, 3)])).toEqual({ areas: { 'B-TRAP-L': out }, ceiling: 0 });
  });

  test('places and level are said apart: the later of each holds', () => {
    expect(mapAfter([whole(1, { 'B-NECK': inAt() }, 4), whole(2, null, 1)])).toEqual({ areas: { 'B-NECK': inAt(1) }, ceiling: 1 });
    expect(mapAfter([whole(3, { 'B-NECK': inAt() }), whole(2, { 'B-TRAP-L': inAt() }, 2)])).toEqual({
      areas: { 'B-NECK': inAt(2) },
      ceiling: 2,
    });
  });

  test('a level said later is not lowered by one lowered before, and a limit of its own stays', () => {
    const said = [whole(1, { 'B-NECK': inAt(1), 'B-TRAP-L': inAt() }, 3), narrower(2, null, 1), whole(3, null, 4)];
    expect(mapAfter(said)).toEqual({ areas: { 'B-NECK': inAt(1), 'B-TRAP-L': inAt(4) }, ceiling: 4 });
  });

  test('said at once, closing wins', () => {
    expect(isOpen(mapAfter([narrower(1, { 'B-NECK': out }), whole(1, { 'B-NECK': inAt() }, 4)]), 'B-NECK')).toBe(false);
  });

  test('a code that names a part of every object is a place like any other', () => {
    expect(isOpen(mapAfter([whole(1, {}, 4)]), 'constructor')).toBe(false);
    expect(mapAfter([narrower(1, { constructor: out })]).areas).toEqual({ constructor: out });
  });
});

describe('whatever was said', () => {
  test('closing anything, at any time, never opens anything', () => {
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 8 }), saying, (before, more) =>
        isNoWider(mapAfter([...before, { ...more, kind: 'narrower' }]), mapAfter(before)),
      ),
    );
  });

  test('after the last word of a place, no place is wider than it', () => {
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 8 }), areas, fc.constantFrom(...contactLevels), (before, said, ceiling) =>
        isNoWider(mapAfter([...before, narrower(13, { ...Object.fromEntries(codes.map((code) => [code, out])), ...said }, ceiling)]), {
          areas: said,
          ceiling,
        }),
      ),
    );
  });

  test('the order in which it was kept makes no difference', () => {
    const apart = fc.uniqueArray(saying, { maxLength: 8, selector: ({ said }) => said });
    fc.assert(
      fc.property(apart, (said) => {
        expect(mapAfter([...said].reverse())).toEqual(mapAfter(said));
      }),
    );
  });

  test('what was said before, narrowed since, is no wider than the map once it is kept', () => {
    fc.assert(
      fc.property(
        fc.array(saying, { maxLength: 8 }),
        areas,
        fc.constantFrom(...contactLevels),
        fc.integer({ min: 1, max: 12 }),
        (before, said, ceiling, at) => {
          const kept = mapAfter([...before, whole(at, said, ceiling)]);
          if (isOvertaken(before, at, 'areas') || isOvertaken(before, at, 'ceiling')) return true;
          return (
            isNoWider(narrowedSince({ areas: said, ceiling }, before, at), { areas: said, ceiling }) &&
            isNoWider(kept, { areas: said, ceiling })
          );
        },
      ),
    );
  });
});

test('overtaken is told of places and level apart, and not by what only closed', () => {
  const said = [whole(5, { 'B-NECK': inAt() }), whole(7, null, 2), narrower(9, { 'B-NECK': out })];
  expect([4, 5, 7].map((at) => [isOvertaken(said, at, 'areas'), isOvertaken(said, at, 'ceiling')])).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
});
