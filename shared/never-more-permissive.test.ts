import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inForce, place, today } from './allowed.test-world.ts';
import { type Allowed, type AllowedFacts, allowed, type Standing } from './allowed.ts';
import { contactLevels } from './body-areas.ts';
import { areaStates } from './consent-form.ts';
import { actionCodes, type FindingEvent, type FindingItem, findingKinds } from './finding.ts';
import { isMoreCareful } from './finding-rules.ts';
import {
  asked,
  cleared,
  findingFrom,
  item,
  lowered,
  marked,
  medicineClass,
  notCleared,
  raised,
  ready,
  resolved,
  said,
  scope,
  taken,
} from './findings.test-world.ts';
import { type Readiness, readinessStates } from './readiness.ts';
import { type ReadinessFacts, readiness, type TakenMedicine } from './readiness-rule.ts';
import { touchLimits } from './touch-limits.ts';

/** Nothing that is found, taken, missing or over ever opens anything (domain.md 0.2, 6). */

const codes = ['A', 'B', 'C'];
const days = [today, '2026-11-25', '2026-11-26', '2027-11-24'];
const level = fc.constantFrom(...contactLevels);
const ceilings = fc.option(level, { nil: null });
const someCodes = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1 });

/** What only ever tightens. */
const careful: fc.Arbitrary<FindingEvent> = fc.oneof(
  fc
    .tuple(fc.constantFrom('yes', 'not-sure', 'found', 'not-answered'), fc.constantFrom('one', 'two'))
    .map(([answer, at]) => said(answer, at)),
  fc.constantFrom(...findingKinds).map(raised),
  fc.constant(notCleared),
  fc.constant(asked('letter')),
);
const anything: fc.Arbitrary<FindingEvent> = fc.oneof(
  { weight: 4, arbitrary: careful },
  fc.constantFrom('one', 'two', 'three').map((at) => said('no', at)),
  fc.constantFrom(...findingKinds).map(lowered),
  someCodes.map((areas) => marked(...areas)),
  fc
    .tuple(fc.constantFrom(...days), fc.option(fc.tuple(fc.option(someCodes, { nil: null }), ceilings), { nil: null }))
    .map(([endsOn, of]) => cleared(endsOn, of && scope(...of))),
  { weight: 1, arbitrary: fc.constant(resolved) },
);
const someItem: fc.Arbitrary<FindingItem> = fc
  .tuple(fc.constantFrom(...findingKinds), fc.option(fc.constantFrom(...actionCodes), { nil: undefined, freq: 3 }), ceilings, fc.nat(20))
  .map(([kind, action, ceiling, id]) => item(kind, { condition: `${kind} ${id}`, ceiling, ...(action ? { action } : {}) }));

type Happened = { readonly of: FindingItem; readonly events: readonly FindingEvent[] };
/** Lowering is down from where it stands: what is not so is refused before it is kept. */
const possible = ({ of, events }: Happened): Happened => {
  const kept: FindingEvent[] = [];
  for (const event of events) {
    const { weight } = findingFrom(of, kept);
    if (event.what !== 'lowered' || (weight !== 'ask-today' && isMoreCareful(weight, event.kind))) kept.push(event);
  }
  return { of, events: kept };
};
const someHistory = fc.record({ of: someItem, events: fc.array(anything, { minLength: 1, maxLength: 8 }) }).map(possible);
const someMedicine: fc.Arbitrary<TakenMedicine> = fc
  .record({
    ceiling: level,
    scope: fc.constantFrom('whole_body', 'site'),
    areas: fc.option(someCodes, { nil: null }),
    isMatched: fc.boolean(),
    name: fc.constantFrom('one', 'two', 'three'),
  })
  .map(({ isMatched, name, areas, ...of }) =>
    taken(isMatched ? medicineClass(of.ceiling, of) : null, { name, areas, match: isMatched ? 'class' : 'not-yet' }),
  );

type World = {
  readonly facts: Omit<ReadinessFacts, 'findings'>;
  readonly histories: readonly Happened[];
  readonly map: AllowedFacts['map'];
};
const standings: fc.Arbitrary<Standing> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(inForce()) },
  fc.constantFrom<Standing>(null, inForce('2026-11-25'), { state: 'ended', endsOn: '2026-11-01' }, { state: 'withdrawn', endsOn: null }),
);
/** Most of it in order, so that there is something to close. */
const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, fc.constantFrom(usual, ...others));
const someWorld: fc.Arbitrary<World> = fc.record({
  facts: fc
    .record({
      medicines: fc.array(someMedicine, { maxLength: 2 }),
      holds: mostly<ReadinessFacts['holds']>([], [{ since: today, words: 'a hold' }]),
      underAge: mostly(false, true),
      guardian: standings,
      decisionMaker: fc.record({ needed: mostly(false, true), standing: standings }),
      consent: standings,
      intakeReviewed: mostly(true, false),
      screen: mostly<ReadinessFacts['screen']>('done', 'open', 'none'),
      change: mostly<ReadinessFacts['change']>(null, { changed: true, settledAt: null }),
    })
    .map((facts) => ({ ...ready, ...facts })),
  histories: fc.array(someHistory, { maxLength: 3 }),
  map: fc
    .dictionary(
      fc.constantFrom(...codes),
      fc.record({ state: mostly('yes' as const, ...areaStates), ceiling: mostly(4 as const, ...contactLevels) }),
      {
        minKeys: 2,
      },
    )
    .map((areas) => ({ ceiling: 4 as const, areas })),
});

type Outcome = { readonly readiness: Readiness; readonly places: Allowed };
const outcomeOf = ({ facts, histories, map }: World): Outcome => {
  const findings = histories.map(({ of, events }) => findingFrom(of, events, facts.today));
  const found = readiness({ ...facts, findings });
  const limits = touchLimits({ findings, medicines: facts.medicines, readiness: found });
  const areas = [place('A', 'general'), place('B', 'ask_each'), place('C', 'general')];
  return { readiness: found, places: allowed({ ...facts, areas, map, areaForms: {}, limits }) };
};
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
