import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inForce, place, today } from './allowed.test-world.ts';
import { type AllowedArea, type AllowedFacts, allowed, allowedReasons, noVisit, type Standing } from './allowed.ts';
import { contactLevels, tiers } from './body-areas.ts';
import { areaStates } from './consent-form.ts';
import { formStates } from './consent-state.ts';
import { noLimits } from './touch-limits.ts';

const days = ['2026-11-01', '2026-11-23', today, '2026-11-25', '2027-11-24'];
const standings = fc.option(
  fc.record({ state: fc.constantFrom(...formStates), endsOn: fc.option(fc.constantFrom(...days), { nil: null }) }),
  { nil: null },
);
const codes = ['A', 'B', 'C', 'D', 'E'];
const someAreas = fc.tuple(
  ...codes.map((code) =>
    fc.tuple(fc.constantFrom(...tiers), fc.boolean()).map(([tier, on]) => place(code, tier, tier !== 'written_specific' || on)),
  ),
);
const marks = fc.dictionary(
  fc.constantFrom(...codes, 'GONE'),
  fc.record({ state: fc.constantFrom(...areaStates), ceiling: fc.constantFrom(...contactLevels) }),
);
const someFacts: fc.Arbitrary<AllowedFacts> = fc.record({
  areas: someAreas,
  map: fc.option(fc.record({ ceiling: fc.constantFrom(...contactLevels), areas: marks }), { nil: null, freq: 9 }),
  consent: fc.oneof({ weight: 3, arbitrary: fc.constant(inForce()) }, standings),
  guardian: fc.oneof({ weight: 2, arbitrary: fc.constant(inForce()) }, standings),
  underAge: fc.boolean(),
  decisionMaker: fc.record({ needed: fc.boolean(), standing: fc.oneof({ weight: 2, arbitrary: fc.constant(inForce()) }, standings) }),
  limits: fc.constant(noLimits),
  visit: fc.constant(noVisit),
  areaForms: fc.dictionary(fc.constantFrom(...codes), fc.oneof({ weight: 2, arbitrary: fc.constant(inForce()) }, standings)),
  today: fc.constant(today),
});

const byCode = (facts: AllowedFacts): ReadonlyMap<string, AllowedArea> => new Map(allowed(facts).areas.map((area) => [area.code, area]));
/** No place holds more, or takes firmer contact, than before. */
const expectNoMore = (before: AllowedFacts, after: AllowedFacts): void => {
  const was = byCode(before);
  for (const [code, { holds, ceiling }] of byCode(after)) {
    expect(areaStates.indexOf(holds)).toBeLessThanOrEqual(areaStates.indexOf(was.get(code)?.holds ?? 'no'));
    expect(ceiling).toBeLessThanOrEqual(was.get(code)?.ceiling ?? 0);
  }
};
const never = <T>(title: string, change: fc.Arbitrary<T>, apply: (facts: AllowedFacts, by: T) => AllowedFacts): void => {
  test(`${title} never allows more`, () => {
    fc.assert(
      fc.property(someFacts, change, (facts, by) => expectNoMore(facts, apply(facts, by))),
      { numRuns: 500 },
    );
  });
};

const oneCode = fc.constantFrom(...codes);
const withMark = (
  facts: AllowedFacts,
  code: string,
  change: (mark: { state: 'no' | 'ask' | 'yes'; ceiling: 0 | 1 | 2 | 3 | 4 }) => object,
) => {
  const mark = facts.map?.areas[code];
  return facts.map && mark
    ? { ...facts, map: { ...facts.map, areas: { ...facts.map.areas, [code]: { ...mark, ...change(mark) } } } }
    : facts;
};
const worse: fc.Arbitrary<Standing> = fc.constantFrom<Standing>(
  null,
  { state: 'not-signed', endsOn: null },
  { state: 'to-review', endsOn: null },
  { state: 'ended', endsOn: '2026-11-01' },
  { state: 'sign-again', endsOn: null },
  { state: 'withdrawn', endsOn: null },
  inForce(today),
);

never('taking a place back', oneCode, (facts, code) => withMark(facts, code, () => ({ state: 'no', ceiling: 0 })));
never('asking each time', oneCode, (facts, code) => withMark(facts, code, ({ state }) => ({ state: state === 'yes' ? 'ask' : state })));
never('a lower ceiling of one place', oneCode, (facts, code) =>
  withMark(facts, code, ({ ceiling }) => ({ ceiling: contactLevels[ceiling - 1] ?? 0 })),
);
never('a lower ceiling everywhere', fc.constant(null), (facts) =>
  facts.map ? { ...facts, map: { ...facts.map, ceiling: contactLevels[facts.map.ceiling - 1] ?? 0 } } : facts,
);
never('a mark that is gone', oneCode, (facts, code) =>
  facts.map
    ? { ...facts, map: { ...facts.map, areas: Object.fromEntries(Object.entries(facts.map.areas).filter(([one]) => one !== code)) } }
    : facts,
);
never('a map that is gone', fc.constant(null), (facts) => ({ ...facts, map: null }));
never('a tighter tier', fc.tuple(oneCode, fc.constantFrom(...tiers)), (facts, [code, tier]) => ({
  ...facts,
  areas: facts.areas.map((area) =>
    area.code === code && tiers.indexOf(tier) > tiers.indexOf(area.tier)
      ? { ...area, tier, offered: tier !== 'not_offered', turnedOn: tier !== 'written_specific' || area.turnedOn }
      : area,
  ),
}));
never('a sensitive place turned off', oneCode, (facts, code) => ({
  ...facts,
  areas: facts.areas.map((area) => (area.code === code && area.tier === 'written_specific' ? { ...area, turnedOn: false } : area)),
}));
never('a consent that does not count', worse, (facts, consent) => ({ ...facts, consent }));
never("a guardian's form that does not count", worse, (facts, guardian) => ({ ...facts, guardian }));
never("a decision maker's form that does not count, or is needed", worse, (facts, standing) => ({
  ...facts,
  decisionMaker: { needed: true, standing },
}));
never('the form of a place that does not count', fc.tuple(oneCode, worse), (facts, [code, standing]) => ({
  ...facts,
  areaForms: { ...facts.areaForms, [code]: standing },
}));
never('being under age', fc.constant(null), (facts) => ({ ...facts, underAge: true }));
never('a later day', fc.constantFrom('2026-11-25', '2027-11-24', '2030-01-01'), (facts, later) => ({ ...facts, today: later }));
never('a place the content does not know any more', oneCode, (facts, code) => ({
  ...facts,
  areas: facts.areas.filter((area) => area.code !== code),
}));

test('nothing holds more than was marked, and nothing that was not marked holds at all', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const { code, holds, ceiling } of allowed(facts).areas) {
        const mark = facts.map?.areas[code] ?? { state: 'no', ceiling: 0 };
        expect(areaStates.indexOf(holds)).toBeLessThanOrEqual(areaStates.indexOf(mark.state));
        expect(ceiling).toBeLessThanOrEqual(Math.min(mark.ceiling, facts.map?.ceiling ?? 0));
      }
    }),
    { numRuns: 1_000 },
  );
});

test('what is out of bounds, off, or of someone under age is never open, nor a place with its own form ever more than asked', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const tierOf = new Map(facts.areas.map((area) => [area.code, area]));
      for (const { code, holds } of allowed(facts).areas) {
        const area = tierOf.get(code);
        if (!area || area.tier === 'not_offered') expect(holds).toBe('no');
        if (area?.tier === 'written_specific') expect(['no', ...(area.turnedOn && !facts.underAge ? ['ask'] : [])]).toContain(holds);
        if (area?.tier === 'ask_each') expect(holds).not.toBe('yes');
      }
    }),
    { numRuns: 1_000 },
  );
});

test('a place is closed exactly where something closes it, and every closed one says why', () => {
  const opens = allowedReasons.slice(allowedReasons.indexOf('marked-ask'));
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const { holds, ceiling, reasons } of allowed(facts).areas) {
        expect(holds === 'no').toBe(reasons.some(({ code }) => !opens.includes(code)));
        expect(holds === 'no').toBe(ceiling === 0);
        const placed = reasons.map(({ code }) => allowedReasons.indexOf(code));
        expect(placed).toEqual([...new Set(placed)].sort((one, other) => one - other));
      }
    }),
    { numRuns: 1_000 },
  );
});
