import fc from 'fast-check';
import { inForce, place, today } from './allowed.test-world.ts';
import { type Allowed, type AllowedFacts, allowed, noVisit, type Standing } from './allowed.ts';
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
import type { Readiness } from './readiness.ts';
import { type ReadinessFacts, readiness, type TakenMedicine } from './readiness-rule.ts';
import { touchLimits } from './touch-limits.ts';

/** A client of whom anything may be known, and what comes of it. */

const codes = ['A', 'B', 'C'];
export const days = [today, '2026-11-25', '2026-11-26', '2027-11-24'];
const level = fc.constantFrom(...contactLevels);
const ceilings = fc.option(level, { nil: null });
const someCodes = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1 });

/** What only ever tightens. */
export const careful: fc.Arbitrary<FindingEvent> = fc.oneof(
  fc
    .tuple(fc.constantFrom('yes', 'not-sure', 'found', 'not-answered'), fc.constantFrom('one', 'two'))
    .map(([answer, at]) => said(answer, at)),
  fc.constantFrom(...findingKinds).map(raised),
  fc.constant(notCleared),
  fc.constant(asked('letter')),
);
const someClearance: fc.Arbitrary<FindingEvent> = fc
  .tuple(fc.constantFrom(...days), fc.option(fc.tuple(fc.option(someCodes, { nil: null }), ceilings), { nil: null }))
  .map(([endsOn, of]) => cleared(endsOn, of && scope(...of)));
const anything: fc.Arbitrary<FindingEvent> = fc.oneof(
  { weight: 4, arbitrary: careful },
  fc.constantFrom('one', 'two', 'three').map((at) => said('no', at)),
  fc.constantFrom(...findingKinds).map(lowered),
  someCodes.map((areas) => marked(...areas)),
  someClearance,
  { weight: 1, arbitrary: fc.constant(resolved) },
);
export const someItem: fc.Arbitrary<FindingItem> = fc
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
export const someHistory = fc
  .record({
    of: someItem,
    events: fc.oneof(
      fc.array(anything, { minLength: 1, maxLength: 8 }),
      // Places that stay open within what a clinician named: where most could be lost.
      fc.tuple(fc.constant(said('yes')), someClearance, fc.constant(marked('A'))).map((events) => [...events]),
    ),
  })
  .map(possible);
export const someMedicine: fc.Arbitrary<TakenMedicine> = fc
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

export type World = {
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
export const someWorld: fc.Arbitrary<World> = fc.record({
  facts: fc
    .record({
      medicines: fc.array(someMedicine, { maxLength: 2 }),
      holds: mostly<ReadinessFacts['holds']>([], [{ since: today, words: 'a hold' }]),
      underAge: mostly(false, true),
      guardian: standings,
      decisionMaker: fc.record({ needed: mostly(false, true), standing: standings }),
      consent: standings,
      told: fc.record({ unlisted: fc.subarray(['Warfarin', 'Eliquis']), declined: mostly(false, true) }),
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
export const outcomeOf = ({ facts, histories, map }: World): Outcome => {
  const findings = histories.map(({ of, events }) => findingFrom(of, events, facts.today));
  const found = readiness({ ...facts, findings });
  const limits = touchLimits({ findings, medicines: facts.medicines, readiness: found });
  const areas = [place('A', 'general'), place('B', 'ask_each'), place('C', 'general')];
  return { readiness: found, places: allowed({ ...facts, areas, map, visit: noVisit, areaForms: {}, limits }) };
};
