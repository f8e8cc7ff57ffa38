import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inForce, today } from './allowed.test-world.ts';
import type { Standing } from './allowed.ts';
import { contactLevels } from './body-areas.ts';
import { areaStates } from './consent-form.ts';
import { findingFrom, said } from './findings.test-world.ts';
import { careful, days, outcomeOf, someHistory, someItem, someMedicine, someWorld, type World } from './health-chance.test-world.ts';
import { readinessStates } from './readiness.ts';
import type { ReadinessFacts } from './readiness-rule.ts';

/** Nothing that is found, taken, missing or over ever opens anything (domain.md 0.2, 6). */

const expectNoMore = (before: World, after: World): void => {
  const [was, is] = [outcomeOf(before), outcomeOf(after)];
  expect(readinessStates.indexOf(is.readiness.state)).toBeLessThanOrEqual(readinessStates.indexOf(was.readiness.state));
  for (const [at, { holds, ceiling }] of is.places.areas.entries()) {
    expect(areaStates.indexOf(holds)).toBeLessThanOrEqual(areaStates.indexOf(was.places.areas[at]?.holds ?? 'no'));
    expect(ceiling).toBeLessThanOrEqual(was.places.areas[at]?.ceiling ?? 0);
  }
};

const never = <T>(title: string, change: fc.Arbitrary<T>, apply: (world: World, by: T) => World): void => {
  test(`${title} never allows more`, () => {
    fc.assert(
      fc.property(someWorld, change, (world, by) => expectNoMore(world, apply(world, by))),
      { numRuns: 400 },
    );
  });
};
const withFacts = (world: World, facts: Partial<ReadinessFacts>): World => ({ ...world, facts: { ...world.facts, ...facts } });
const gone = fc.constantFrom<Standing>(
  null,
  inForce(today),
  { state: 'ended', endsOn: null },
  { state: 'sign-again', endsOn: null },
  { state: 'withdrawn', endsOn: null },
);

describe('readiness, and any place:', () => {
  never('a finding more', someHistory, (world, one) => ({ ...world, histories: [...world.histories, one] }));
  never('something careful more about one', careful, (world, event) => ({
    ...world,
    histories: world.histories.map(({ of, events }, at) => (at === 0 ? { of, events: [...events, event] } : { of, events })),
  }));
  never('a medicine more', someMedicine, (world, one) => withFacts(world, { medicines: [...world.facts.medicines, one] }));
  never('a lower cap', fc.constant(null), (world) =>
    withFacts(world, {
      medicines: world.facts.medicines.map(({ medicine, of }) => ({
        medicine,
        of: of && { ...of, ceiling: contactLevels[of.ceiling - 1] ?? 0 },
      })),
    }),
  );
  never('a hold', fc.constantFrom('', 'a word'), (world, words) =>
    withFacts(world, { holds: [...world.facts.holds, { since: today, words }] }),
  );
  never('a merge not gone through', fc.constant(today), (world, since) => withFacts(world, { merged: [...world.facts.merged, { since }] }));
  never('a change that is open', fc.constant(null), (world) => withFacts(world, { change: { changed: true, settledAt: null } }));
  never('a screen that was not gone through', fc.constantFrom('none', 'open'), (world, screen) =>
    world.facts.screen === 'none' ? world : withFacts(world, { screen }),
  );
  never('an intake that was not gone through', fc.constant(null), (world) => withFacts(world, { intakeReviewed: false }));
  never('being under age', fc.constant(null), (world) => withFacts(world, { underAge: true }));
  never('a consent that is gone', gone, (world, consent) => withFacts(world, { consent }));
  never("a guardian's form that is gone", gone, (world, guardian) => withFacts(world, { guardian }));
  never("a decision maker's form that is gone, or is needed", gone, (world, standing) =>
    withFacts(world, { decisionMaker: { needed: true, standing } }),
  );
  never("a later day, be it past a clearance's last", fc.constantFrom(...days, '2030-01-01'), (world, later) =>
    withFacts(world, { today: later }),
  );
});

test('the first reason is the state, and there is one wherever the client is not ready', () => {
  fc.assert(
    fc.property(someWorld, (world) => {
      const { state, reasons } = outcomeOf(world).readiness;
      expect(reasons[0]?.state ?? 'ready').toBe(state);
      const states = reasons.map((reason) => readinessStates.indexOf(reason.state));
      expect(states).toEqual([...states].sort((one, other) => one - other));
      expect(states).not.toContain(readinessStates.indexOf('ready'));
    }),
    { numRuns: 300 },
  );
});

test('every place is closed wherever hands-on work may not begin', () => {
  fc.assert(
    fc.property(someWorld, (world) => {
      const { readiness: found, places } = outcomeOf(world);
      if (['not-now', 'needs-clearance', 'waiting'].includes(found.state))
        expect(places.areas.map(({ holds }) => holds)).toEqual(['no', 'no', 'no']);
    }),
    { numRuns: 300 },
  );
});

test('the order of what was found and taken does not matter', () => {
  const shuffled = someWorld.chain((world) =>
    fc.record({
      world: fc.constant(world),
      histories: fc.shuffledSubarray([...world.histories], { minLength: world.histories.length }),
      medicines: fc.shuffledSubarray([...world.facts.medicines], { minLength: world.facts.medicines.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ world, histories, medicines }) => {
      expect(outcomeOf({ ...withFacts(world, { medicines }), histories })).toEqual(outcomeOf(world));
    }),
    { numRuns: 300 },
  );
});

test('answers in any order leave the most careful of them', () => {
  const answers = ['yes', 'not-sure', 'found', 'not-answered', 'no'] as const;
  const someSaid = fc.array(fc.tuple(fc.constantFrom(...answers), fc.constantFrom('one', 'two', 'three')), { minLength: 1 });
  fc.assert(
    fc.property(someItem, someSaid, (of, all) => {
      const { cause, weight } = findingFrom(
        of,
        all.map(([answer, at]) => said(answer, at)),
      );
      const surest = (['yes', 'found', 'not-sure'] as const).find((answer) => all.some(([one]) => one === answer));
      if (surest) expect([cause, weight]).toEqual([surest, of.kind]);
      else expect(cause).toBe(all.at(-1)?.[0] === 'not-answered' ? 'not-answered' : null);
    }),
    { numRuns: 500 },
  );
});
