import { describe, expect, test } from 'vitest';
import { inForce, place, today } from './allowed.test-world.ts';
import { type AllowedFacts, allowed, allowedReasons, noVisit, type Reason, type TouchLimits } from './allowed.ts';
import { noLimits } from './touch-limits.ts';

const areas = [place('BACK', 'general'), place('NECK', 'ask_each'), place('GLUTE', 'written_specific'), place('THROAT', 'not_offered')];
const marked = (state: 'no' | 'ask' | 'yes', ceiling: 0 | 1 | 2 | 3 | 4 = 4) => ({ state, ceiling });

/** Everything in order, and everything marked in. */
const open: AllowedFacts = {
  areas,
  map: { ceiling: 4, areas: { BACK: marked('yes'), NECK: marked('yes'), GLUTE: marked('yes'), THROAT: marked('yes') } },
  consent: inForce(),
  guardian: null,
  underAge: false,
  decisionMaker: { needed: false, standing: null },
  limits: noLimits,
  visit: noVisit,
  areaForms: { GLUTE: inForce('2026-11-25') },
  today,
};

/** One line a place: `BACK yes 4`, then the reasons, each with its day. */
const told = (facts: Partial<AllowedFacts>): string[] =>
  allowed({ ...open, ...facts }).areas.map(({ code, holds, ceiling, reasons }) =>
    [code, holds, ceiling, ...reasons.map((reason) => (reason.day ? `${reason.code}@${reason.day}` : reason.code))].join(' '),
  );
const toldOf = (code: string, facts: Partial<AllowedFacts>): string | undefined =>
  told(facts)
    .find((line) => line.startsWith(`${code} `))
    ?.slice(code.length + 1);
const mapWith = (areasOfMap: NonNullable<AllowedFacts['map']>['areas'], ceiling: 0 | 1 | 2 | 3 | 4 = 4) => ({ ceiling, areas: areasOfMap });

describe('with every form in order', () => {
  test('a tier tightens what was marked in, and out of bounds stays out', () => {
    expect(told({})).toEqual(['BACK yes 4', 'NECK ask 4 tier-ask', 'GLUTE ask 4 tier-written', 'THROAT no 0 not-offered']);
    expect(allowed(open).general).toEqual([]);
  });

  test.each([
    ['yes', ['BACK yes 4', 'NECK ask 4 tier-ask', 'GLUTE ask 4 tier-written', 'THROAT no 0 not-offered']],
    ['ask', ['BACK ask 4 marked-ask', 'NECK ask 4 marked-ask', 'GLUTE ask 4 marked-ask', 'THROAT no 0 not-offered']],
    ['no', ['BACK no 0 marked-out', 'NECK no 0 marked-out', 'GLUTE no 0 marked-out', 'THROAT no 0 not-offered']],
  ] as const)('body-areas.json, tier_effect: everything marked %s', (state, expected) => {
    const everywhere = Object.fromEntries(areas.map(({ code }) => [code, marked(state)]));
    expect(told({ map: mapWith(everywhere) })).toEqual(expected);
  });

  test('what was not marked is no, in every tier', () => {
    expect(told({ map: mapWith({}) })).toEqual([
      'BACK no 0 not-marked',
      'NECK no 0 not-marked',
      'GLUTE no 0 not-marked',
      'THROAT no 0 not-offered',
    ]);
  });
});

const about = (code: Reason['code']): Reason => ({ code, day: null, about: 'a condition' });
const closedAt = (...codes: string[]): TouchLimits => ({ ...noLimits, closed: [{ codes, reason: about('finding') }] });
const withinOf = (...limits: string[][]): TouchLimits => ({
  ...noLimits,
  within: limits.map((codes) => ({ codes, reason: about('outside-clearance') })),
});
const capOf = (ceiling: 0 | 1 | 2 | 3 | 4, code: Reason['code'], codes: string[] | null = null): TouchLimits => ({
  ...noLimits,
  caps: [{ codes, ceiling, reason: about(code) }],
});

describe('each reason', () => {
  const rows: [string, string, Partial<AllowedFacts>, string][] = [
    ['not-offered', 'THROAT', {}, 'no 0 not-offered'],
    ['sensitive-off', 'GLUTE', { areas: [place('GLUTE', 'written_specific', false)] }, 'no 0 sensitive-off tier-written'],
    ['under-age', 'GLUTE', { underAge: true, guardian: inForce() }, 'no 0 under-age tier-written'],
    ['no-consent, never signed', 'BACK', { consent: null }, 'no 0 no-consent'],
    ['no-consent, waits to be finished', 'BACK', { consent: { state: 'to-review', endsOn: null } }, 'no 0 no-consent'],
    ['consent-ended', 'BACK', { consent: { state: 'ended', endsOn: '2026-11-01' } }, 'no 0 consent-ended@2026-11-01'],
    ['consent-ended, this very day', 'BACK', { consent: inForce(today) }, `no 0 consent-ended@${today}`],
    ['the last day it counts', 'BACK', { consent: inForce('2026-11-25') }, 'yes 4'],
    ['ends soon still counts', 'BACK', { consent: { state: 'ends-soon', endsOn: '2026-11-25' } }, 'yes 4'],
    ['ends by no day', 'BACK', { consent: inForce(null) }, 'yes 4'],
    ['consent-withdrawn', 'BACK', { consent: { state: 'withdrawn', endsOn: '2027-11-24' } }, 'no 0 consent-withdrawn'],
    ['consent-sign-again', 'BACK', { consent: { state: 'sign-again', endsOn: '2027-11-24' } }, 'no 0 consent-sign-again'],
    ['guardian-missing, never signed', 'BACK', { underAge: true }, 'no 0 guardian-missing'],
    ['guardian-missing, ended', 'BACK', { underAge: true, guardian: inForce('2026-11-20') }, 'no 0 guardian-missing@2026-11-20'],
    ['a guardian who signed', 'BACK', { underAge: true, guardian: inForce() }, 'yes 4'],
    ['a guardian of an adult', 'BACK', { guardian: { state: 'withdrawn', endsOn: null } }, 'yes 4'],
    ['decision-maker-missing', 'BACK', { decisionMaker: { needed: true, standing: null } }, 'no 0 decision-maker-missing'],
    [
      'decision-maker-missing, ended',
      'BACK',
      { decisionMaker: { needed: true, standing: { state: 'ended', endsOn: '2026-11-24' } } },
      'no 0 decision-maker-missing@2026-11-24',
    ],
    ['a decision maker who signed', 'BACK', { decisionMaker: { needed: true, standing: inForce() } }, 'yes 4'],
    ['area-form-missing', 'GLUTE', { areaForms: {} }, 'no 0 area-form-missing tier-written'],
    ['area-form-missing, of another place', 'GLUTE', { areaForms: { BACK: inForce() } }, 'no 0 area-form-missing tier-written'],
    [
      'area-form-missing, taken back',
      'GLUTE',
      { areaForms: { GLUTE: { state: 'withdrawn', endsOn: today } } },
      'no 0 area-form-missing tier-written',
    ],
    ['area-form-ended', 'GLUTE', { areaForms: { GLUTE: inForce(today) } }, `no 0 area-form-ended@${today} tier-written`],
    ['unknown-area', 'GONE', { map: mapWith({ GONE: marked('yes') }) }, 'no 0 unknown-area'],
    ['no-map', 'BACK', { map: null }, 'no 0 no-map'],
    ['not-marked', 'BACK', { map: mapWith({ NECK: marked('yes') }) }, 'no 0 not-marked'],
    ['marked-out', 'BACK', { map: mapWith({ BACK: marked('no') }) }, 'no 0 marked-out'],
    ['marked-ask', 'BACK', { map: mapWith({ BACK: marked('ask') }) }, 'ask 4 marked-ask'],
    ['tier-ask', 'NECK', {}, 'ask 4 tier-ask'],
    ['tier-written', 'GLUTE', {}, 'ask 4 tier-written'],
    ['no-contact here', 'BACK', { map: mapWith({ BACK: marked('yes', 0) }) }, 'no 0 no-contact'],
    ['no-contact anywhere', 'BACK', { map: mapWith({ BACK: marked('ask', 4) }, 0) }, 'no 0 no-contact marked-ask'],
    ['ceiling', 'BACK', { map: mapWith({ BACK: marked('yes', 4) }, 3) }, 'yes 3 ceiling'],
    ['ceiling, the place following it', 'BACK', { map: mapWith({ BACK: marked('yes', 2) }, 2) }, 'yes 2 ceiling'],
    ['area-ceiling', 'BACK', { map: mapWith({ BACK: marked('yes', 1) }, 3) }, 'yes 1 area-ceiling'],
    // what was found, is taken, or was not asked yet
    ['not-now', 'BACK', { limits: { ...noLimits, general: [about('not-now')] } }, 'no 0 not-now'],
    ['needs-clearance', 'NECK', { limits: { ...noLimits, general: [about('needs-clearance')] } }, 'no 0 needs-clearance tier-ask'],
    ['change-open', 'BACK', { limits: { ...noLimits, general: [about('change-open')] } }, 'no 0 change-open'],
    ['no-health-screen', 'BACK', { limits: { ...noLimits, general: [about('no-health-screen')] } }, 'no 0 no-health-screen'],
    [
      'no-intake, before the forms',
      'BACK',
      { limits: { ...noLimits, general: [about('no-intake')] }, consent: null },
      'no 0 no-intake no-consent',
    ],
    [
      'any of them, of a place the content lost',
      'GONE',
      { limits: { ...noLimits, general: [about('not-now')] }, map: mapWith({ GONE: marked('yes') }) },
      'no 0 not-now unknown-area',
    ],
    ['finding', 'BACK', { limits: closedAt('BACK', 'NECK') }, 'no 0 finding'],
    ['finding, of other places', 'BACK', { limits: closedAt('NECK') }, 'yes 4'],
    ['outside-clearance', 'BACK', { limits: withinOf(['NECK']) }, 'no 0 outside-clearance'],
    ['within the clearance', 'BACK', { limits: withinOf(['NECK', 'BACK']) }, 'yes 4'],
    ['within one clearance and outside another', 'BACK', { limits: withinOf(['NECK', 'BACK'], ['NECK']) }, 'no 0 outside-clearance'],
    ['finding-cap', 'BACK', { limits: capOf(2, 'finding-cap') }, 'yes 2 finding-cap'],
    ['clearance-cap', 'BACK', { limits: capOf(1, 'clearance-cap') }, 'yes 1 clearance-cap'],
    ['medicine-cap', 'BACK', { limits: capOf(3, 'medicine-cap') }, 'yes 3 medicine-cap'],
    ['medicine-cap of this place', 'BACK', { limits: capOf(3, 'medicine-cap', ['BACK']) }, 'yes 3 medicine-cap'],
    ['medicine-cap of other places', 'BACK', { limits: capOf(3, 'medicine-cap', ['NECK']) }, 'yes 4'],
    [
      'a cap above what the client allows',
      'BACK',
      { limits: capOf(3, 'medicine-cap'), map: mapWith({ BACK: marked('yes', 1) }) },
      'yes 1 area-ceiling medicine-cap',
    ],
    ['a cap where each time is asked', 'NECK', { limits: capOf(1, 'finding-cap') }, 'ask 1 tier-ask finding-cap'],
    ['no contact by a finding', 'BACK', { limits: capOf(0, 'finding-cap') }, 'no 0 finding'],
    ['no contact by a clearance', 'BACK', { limits: capOf(0, 'clearance-cap') }, 'no 0 outside-clearance'],
    ['medicine-none', 'BACK', { limits: capOf(0, 'medicine-cap') }, 'no 0 medicine-none'],
    ['touch-over', 'BACK', { visit: { ...noVisit, over: true } }, 'no 0 touch-over'],
    ['left-out-today', 'BACK', { visit: { ...noVisit, leftOut: ['BACK'] } }, 'no 0 left-out-today'],
    ['left out today at another place', 'BACK', { visit: { ...noVisit, leftOut: ['NECK'] } }, 'yes 4'],
    ['left out today where it was out already', 'BACK', { visit: { ...noVisit, leftOut: ['BACK'] }, map: mapWith({}) }, 'no 0 not-marked'],
    ['stopped-today', 'BACK', { visit: { ...noVisit, stopped: ['BACK'] } }, 'ask 4 stopped-today'],
    ['a stop today where each time is asked', 'NECK', { visit: { ...noVisit, stopped: ['NECK'] } }, 'ask 4 stopped-today tier-ask'],
    ['a stop today at another place', 'BACK', { visit: { ...noVisit, stopped: ['NECK'] } }, 'yes 4'],
    ['today-ceiling', 'BACK', { visit: { ...noVisit, ceiling: 2 } }, 'yes 2 today-ceiling'],
    [
      'a ceiling of today above the map’s',
      'BACK',
      { visit: { ...noVisit, ceiling: 3 }, map: mapWith({ BACK: marked('yes') }, 1) },
      'yes 1 ceiling today-ceiling',
    ],
    ['a ceiling of today at the firmest', 'BACK', { visit: { ...noVisit, ceiling: 4 } }, 'yes 4'],
    ['no contact today', 'BACK', { visit: { ...noVisit, ceiling: 0 } }, 'no 0 no-contact'],
    ['medicine-none at another place', 'BACK', { limits: capOf(0, 'medicine-cap', ['NECK']) }, 'yes 4'],
  ];

  test('has a row of its own', () => {
    const inRows = new Set(rows.flatMap(([, , , expected]) => expected.split(/[ @]/)));
    expect(allowedReasons.filter((code) => !inRows.has(code))).toEqual([]);
  });

  test.each(rows)('%s', (_, code, facts, expected) => {
    expect(toldOf(code, facts)).toBe(expected);
  });

  test('all that apply are told, those that close first, and those of every place once more by themselves', () => {
    const facts = {
      consent: null,
      underAge: true,
      decisionMaker: { needed: true, standing: null },
      map: mapWith({ GLUTE: marked('ask', 1) }, 2),
    };
    expect(toldOf('GLUTE', facts)).toBe('no 0 under-age no-consent guardian-missing decision-maker-missing marked-ask area-ceiling');
    expect(allowed({ ...open, ...facts }).general).toEqual([
      { code: 'no-consent', day: null },
      { code: 'guardian-missing', day: null },
      { code: 'decision-maker-missing', day: null },
    ]);
  });

  test('every place of the content is told in its order, and those it does not know after them', () => {
    expect(told({ map: mapWith({ Z: marked('yes'), BACK: marked('yes'), A: marked('no') }) }).map((line) => line.split(' ')[0])).toEqual([
      'BACK',
      'NECK',
      'GLUTE',
      'THROAT',
      'A',
      'Z',
    ]);
  });

  test('a name that every object knows is no mark and no form', () => {
    const inherited = [place('constructor', 'general'), place('toString', 'written_specific')];
    expect(told({ areas: inherited, map: mapWith({}), areaForms: {} })).toEqual([
      'constructor no 0 not-marked',
      'toString no 0 area-form-missing not-marked',
    ]);
  });
});
