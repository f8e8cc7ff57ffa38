import { describe, expect, test } from 'vitest';
import { inForce, place, today } from './allowed.test-world.ts';
import { allowed, noVisit } from './allowed.ts';
import type { FindingItem, FindingKind } from './finding.ts';
import {
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
import { dissociationQuestion, type ReadinessFacts, readiness } from './readiness-rule.ts';
import { touchLimits } from './touch-limits.ts';

/** Table 2.6 of domain.md: what is found, how ready it leaves the client, and what becomes of the places A and B. */

const map = { ceiling: 4, areas: { A: { state: 'yes', ceiling: 4 }, B: { state: 'yes', ceiling: 3 } } } as const;
const areas = [place('A', 'general'), place('B', 'general')];

type Events = Parameters<typeof findingFrom>[1];
/** Each place with its firmest contact and why; `open`, or `closed` by what, where that holds of both. */
const placesOf = (facts: ReadinessFacts): string => {
  const limits = touchLimits({ ...facts, readiness: readiness(facts) });
  const [lineA, lineB] = allowed({ ...facts, areas, map, areaForms: {}, limits, visit: noVisit }).areas.map(
    ({ holds, ceiling, reasons }) => {
      const codes = reasons.map(({ code }) => code).filter((code) => code !== 'area-ceiling');
      return [holds === 'no' ? 'closed' : ceiling, ...codes].join(' ');
    },
  );
  if (lineA === '4' && lineB === '3') return 'open';
  return lineA === lineB ? `${lineA}` : `A ${lineA}, B ${lineB}`;
};
const told = (change: Partial<ReadinessFacts>): readonly string[] => {
  const facts = { ...ready, ...change };
  const { state, reasons } = readiness(facts);
  return [[state, ...reasons.map(({ code }) => code)].join(' '), placesOf(facts)];
};

const found = (of: FindingItem | FindingKind, ...events: Events): Partial<ReadinessFacts> => ({
  findings: [findingFrom(typeof of === 'string' ? item(of) : of, events.length > 0 ? events : [said('yes')])],
});
const later = '2026-12-24';
const yes = said('yes');
const blank = said('not-answered');
const p4 = item('absolute', { action: 'P4' });
const takes = (...medicines: ReadinessFacts['medicines']): Partial<ReadinessFacts> => ({ medicines });
const lost = taken(null, { match: 'class', classId: 'gone' });
const tells = (...unlisted: string[]): Partial<ReadinessFacts> => ({ told: { unlisted, declined: false } });
const onSite = medicineClass(1, { scope: 'site' });
const plan = item('modify', { action: 'P2', condition: dissociationQuestion });
const ended = { state: 'ended', endsOn: '2026-11-01' } as const;

describe('readiness and places', () => {
  test.each<[string, Partial<ReadinessFacts>, string, string]>([
    ['nothing at all', {}, 'ready', 'open'],
    // not now
    ['an emergency', found('emergency'), 'not-now emergency', 'closed not-now'],
    ['an emergency they are not sure about', found('emergency', said('not-sure')), 'not-now emergency', 'closed not-now'],
    ['an emergency seen by the practitioner', found('emergency', said('found')), 'not-now emergency', 'closed not-now'],
    ['an emergency not answered', found('emergency', blank), 'not-now not-answered', 'closed not-now'],
    ['any P4', found(p4), 'not-now refer-now', 'closed not-now'],
    ['a P4 of a clearance kind', found(item('clearance', { action: 'P4' })), 'not-now refer-now', 'closed not-now'],
    ['a P4 not answered', found(p4, blank), 'not-now not-answered', 'closed not-now'],
    ['a P5 of any kind', found(item('modify', { action: 'P5' })), 'not-now emergency', 'closed not-now'],
    ['an absolute finding', found('absolute'), 'not-now absolute', 'closed not-now'],
    ['an absolute finding not answered', found('absolute', blank), 'not-now not-answered', 'closed not-now'],
    ['a hold', { holds: [{ since: '2026-11-20', words: '' }] }, 'not-now hold', 'closed not-now'],
    ['a minor without a guardian', { underAge: true }, 'not-now guardian-missing', 'closed guardian-missing'],
    ['a guardian whose form ended', { underAge: true, guardian: ended }, 'not-now guardian-missing', 'closed guardian-missing'],
    ['a minor with a guardian', { underAge: true, guardian: inForce() }, 'ready', 'open'],
    // needs clearance
    ['a clearance finding', found('clearance'), 'needs-clearance clearance', 'closed needs-clearance'],
    ['a P3 of any kind', found(item('modify', { action: 'P3' })), 'needs-clearance clearance', 'closed needs-clearance'],
    ['a clearance finding not answered', found('clearance', blank), 'needs-clearance not-answered', 'closed needs-clearance'],
    ['a P3 not answered', found(item('modify', { action: 'P3' }), blank), 'needs-clearance not-answered', 'closed needs-clearance'],
    ['what a clinician does not clear', found('modify', yes, notCleared), 'needs-clearance clearance', 'closed needs-clearance'],
    ['a blank a clinician does not clear', found('local', blank, notCleared), 'needs-clearance clearance', 'closed needs-clearance'],
    ['a raised blank after a no', found('local', blank, raised('absolute'), said('no')), 'not-now absolute', 'closed not-now'],
    ['a local finding, places not marked', found('local'), 'needs-clearance places-to-mark', 'closed needs-clearance'],
    ['a medicine of one site, not marked', takes(taken(onSite)), 'needs-clearance places-to-mark', 'closed needs-clearance'],
    // waiting
    ['no reviewed intake', { intakeReviewed: false }, 'waiting no-intake', 'closed no-intake'],
    ['no health screen', { screen: 'none' }, 'waiting no-health-screen', 'closed no-health-screen'],
    ['a health screen half way', { screen: 'open' }, 'waiting health-screen-open', 'closed no-health-screen'],
    ['a change not gone through', { change: { changed: true, settledAt: null } }, 'waiting change-open', 'closed change-open'],
    ['a change gone through', { change: { changed: true, settledAt: '2026-11-24T09:00:00.000Z' } }, 'ready', 'open'],
    ['nothing has changed', { change: { changed: false, settledAt: null } }, 'ready', 'open'],
    ['no consent', { consent: null }, 'waiting no-consent', 'closed no-consent'],
    ['a consent that waits', { consent: { state: 'to-review', endsOn: null } }, 'waiting no-consent', 'closed no-consent'],
    ['a consent that ended', { consent: ended }, 'waiting consent-ended', 'closed consent-ended'],
    ['a consent that ends today', { consent: inForce(today) }, 'waiting consent-ended', 'closed consent-ended'],
    ['a consent that ends tomorrow', { consent: { state: 'ends-soon', endsOn: '2026-11-25' } }, 'ready', 'open'],
    ['a consent taken back', { consent: { state: 'withdrawn', endsOn: null } }, 'waiting consent-withdrawn', 'closed consent-withdrawn'],
    [
      'a consent to sign again',
      { consent: { state: 'sign-again', endsOn: null } },
      'waiting consent-sign-again',
      'closed consent-sign-again',
    ],
    [
      'a decision maker without a form',
      { decisionMaker: { needed: true, standing: null } },
      'waiting decision-maker-missing',
      'closed decision-maker-missing',
    ],
    // ready with limits
    ['a local finding, places marked', found('local', yes, marked('A')), 'ready-with-limits local', 'A closed finding, B 3'],
    ['a local finding lowered', found('local', yes, marked('A'), lowered('modify')), 'ready-with-limits modify', 'open'],
    ['a place asked for today', found('local', blank), 'ready-with-limits ask-today', 'open'],
    ['a modify finding', found('modify'), 'ready-with-limits modify', 'open'],
    ['a modify finding not answered', found('modify', blank), 'ready-with-limits ask-today', 'open'],
    ['a modify finding, a place marked', found('modify', yes, marked('B')), 'ready-with-limits local', 'A 4, B closed finding'],
    ['a P2', found(item('modify', { action: 'P2' })), 'ready-with-limits talk-first', 'open'],
    [
      'a P2 at a place',
      found(item('modify', { action: 'P2' }), yes, marked('A')),
      'ready-with-limits talk-first local',
      'A closed finding, B 3',
    ],
    ['a dissociation plan', found(plan), 'ready-with-limits dissociation-plan', 'open'],
    ['a dissociation plan they are not sure about', found(plan, said('not-sure')), 'ready-with-limits dissociation-plan', 'open'],
    ['a dissociation plan, cleared', found(plan, yes, cleared()), 'ready-with-limits cleared dissociation-plan', 'open'],
    ['an emergency set aside with a reason', found('emergency', yes, lowered('modify')), 'ready-with-limits modify', 'open'],
    ['a firmest contact of the content', found(item('modify', { ceiling: 2 })), 'ready-with-limits modify', '2 finding-cap'],
    ['a firmest contact, not answered', found(item('modify', { ceiling: 2 }), blank), 'ready-with-limits ask-today', '2 finding-cap'],
    ['no contact at all', found(item('modify', { ceiling: 0 })), 'ready-with-limits modify', 'closed finding'],
    ['what is over', found(item('emergency', { ceiling: 1 }), yes, marked('A'), resolved), 'ready', 'open'],
    // medicines
    ['a medicine cap', takes(taken(medicineClass(2))), 'ready-with-limits medicine-cap', '2 medicine-cap'],
    ['a cap no lower than the place', takes(taken(medicineClass(3))), 'ready-with-limits medicine-cap', '3 medicine-cap'],
    [
      'the lowest cap of two',
      takes(taken(medicineClass(3)), taken(medicineClass(1))),
      'ready-with-limits medicine-cap medicine-cap',
      '1 medicine-cap medicine-cap',
    ],
    ['a cap at one site', takes(taken(onSite, { areas: ['B'] })), 'ready-with-limits medicine-cap', 'A 4, B 1 medicine-cap'],
    [
      'no contact at one site',
      takes(taken(medicineClass(0, { scope: 'site' }), { areas: ['B'] })),
      'ready-with-limits medicine-cap',
      'A 4, B closed medicine-none',
    ],
    ['no contact anywhere', takes(taken(medicineClass(0))), 'not-now medicine-none', 'closed medicine-none'],
    ['a class without a cap', takes(taken(medicineClass(4))), 'ready', 'open'],
    ['a medicine of no class', takes(taken(null)), 'ready', 'open'],
    ['a medicine not looked at', takes(taken(null, { match: 'not-yet' })), 'ready-with-limits medicine-to-match', '2 medicine-cap'],
    ['a medicine named, not listed', tells('Apixaban'), 'ready-with-limits medicine-to-list', '2 medicine-cap'],
    ['two of them', tells('Apixaban', 'Lithium'), 'ready-with-limits medicine-to-list medicine-to-list', '2 medicine-cap'],
    ['medicines not told', { told: { unlisted: [], declined: true } }, 'ready-with-limits medicines-not-told', '2 medicine-cap'],
    [
      'one not looked at beside a lower cap',
      takes(taken(null, { match: 'not-yet' }), taken(medicineClass(1))),
      'ready-with-limits medicine-cap medicine-to-match',
      '1 medicine-cap medicine-cap',
    ],
    ['a class the content lost', takes(lost), 'needs-clearance medicine-to-match', 'closed needs-clearance medicine-cap'],
    ['that, looked at again', takes(taken(null, { match: 'none' })), 'ready', 'open'],
    // clearances
    ['a clearance', found('emergency', yes, cleared()), 'ready-with-limits cleared', 'open'],
    [
      'a clearance for one place',
      found('clearance', yes, cleared(later, scope(['A']))),
      'ready-with-limits cleared',
      'A 4, B closed outside-clearance',
    ],
    [
      'a clearance for light contact',
      found('clearance', yes, cleared(later, scope(null, 2))),
      'ready-with-limits cleared',
      '2 clearance-cap',
    ],
    [
      'a clearance for firmer contact than the content',
      found(item('clearance', { ceiling: 2 }), yes, cleared(later, scope(null, 3))),
      'ready-with-limits cleared',
      '2 finding-cap clearance-cap',
    ],
    ['a clearance for the firmest contact', found('clearance', yes, cleared(later, scope(null, 4))), 'ready-with-limits cleared', 'open'],
    ['a clearance on its last day', found('clearance', yes, cleared(today)), 'needs-clearance clearance', 'closed needs-clearance'],
    ['a clearance on the day before', found('clearance', yes, cleared('2026-11-25')), 'ready-with-limits cleared', 'open'],
    ['a clearance over what was marked', found('local', yes, marked('A'), cleared()), 'ready-with-limits cleared', 'A closed finding, B 3'],
    [
      'a clearance that names what was marked',
      found('local', yes, marked('A'), cleared(later, scope(['A']))),
      'ready-with-limits cleared',
      'A 4, B closed outside-clearance',
    ],
    [
      'one that ended, of what is adapted: its limits stay',
      found('modify', yes, cleared(today, scope(['A'], 1))),
      'ready-with-limits modify',
      'A 1 clearance-cap, B closed outside-clearance clearance-cap',
    ],
  ])('%s', (_, facts, state, places) => {
    expect(told(facts)).toEqual([state, places]);
  });
});

test('a reason names the finding, who has to answer, and the day', () => {
  const about = (of: FindingItem | FindingKind, ...events: Events) =>
    readiness({ ...ready, ...found(of, ...events) }).reasons.map(({ about: condition, findingId, from, day }) => [
      condition,
      findingId,
      from,
      day,
    ]);
  expect(about('clearance')).toEqual([['clearance', 'clearance', 'somebody', null]]);
  expect(about('modify')).toEqual([['modify', 'modify', '', null]]);
  expect(about('clearance', said('yes'), cleared('2026-12-24'))).toEqual([['clearance', 'clearance', '', '2026-12-24']]);
  expect(readiness({ ...ready, underAge: true, guardian: ended }).reasons[0]?.day).toBe('2026-11-01');
  expect(readiness({ ...ready, consent: inForce(today) }).reasons[0]?.day).toBe(today);
});
