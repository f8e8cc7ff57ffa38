import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asTheyStood, fallen, type GateNow, type GateRelease, gate, narrowerOf, releaseStateOf, type Sharing } from './release-gate.ts';
import { informationKinds, releaseForms, sharingDirections, sharingPurposes } from './releases.ts';

const now: GateNow = { day: '2026-11-24', zone: 'America/Toronto', place: 'CA-QC' };
const release: GateRelease = {
  id: 'r1',
  formId: 'release-of-information',
  standingId: 'okafor',
  direction: 'to',
  kinds: ['attendance', 'response'],
  measures: ['suds'],
  purposes: ['coordinate_care'],
  signedAt: '2026-06-01T15:00:00.000Z',
  endsOn: '2026-12-01',
  eventOn: null,
  revokedAt: null,
  replacedBy: null,
};
const letter: Sharing = {
  standingId: 'okafor',
  direction: 'to',
  kinds: ['attendance'],
  measures: [],
  purpose: 'coordinate_care',
  part2: false,
};
const why = (held: Partial<GateRelease>, asked: Partial<Sharing> = {}, at: Partial<GateNow> = {}): string => {
  const verdict = gate([{ ...release, ...held }], { ...letter, ...asked }, { ...now, ...at });
  return verdict.permitted ? 'permitted' : verdict.reason;
};

/** Monday evening in Toronto, which is Tuesday in Greenwich. */
const then = '2026-11-24T01:00:00.000Z';

test.each<[string, Partial<GateRelease>, string | null]>([
  ['as it still is', {}, null],
  ['signed later', { signedAt: '2026-11-24T01:00:00.001Z' }, 'not there'],
  ['not signed', { signedAt: null }, 'not there'],
  ['taken back later', { revokedAt: '2026-11-24T01:00:00.001Z' }, null],
  ['taken back at that moment', { revokedAt: then }, 'revoked'],
  ['its event came on a later day', { eventOn: '2026-11-24' }, null],
  ['its event came on that day', { eventOn: '2026-11-23' }, 'event-came'],
  ['replaced by one signed later', { replacedBy: 'later' }, null],
  ['replaced by one signed before', { replacedBy: 'earlier' }, 'replaced'],
  ['replaced by one nobody knows', { replacedBy: 'r9' }, 'replaced'],
])('of a moment that is over: %s', (_, held, expected) => {
  const others = [
    { ...release, id: 'later', signedAt: '2026-11-24T02:00:00.000Z' },
    { ...release, id: 'earlier', signedAt: '2026-11-23T02:00:00.000Z' },
  ];
  const one = asTheyStood([{ ...release, ...held }, ...others], then, now.zone).find(({ id }) => id === 'r1');
  expect(one ? fallen(one, now) : 'not there').toBe(expected);
});

test.each<[string, Partial<GateRelease>, Partial<Sharing>, Partial<GateNow>, string]>([
  ['all of it covered', {}, {}, {}, 'permitted'],
  ['both ways cover either', { direction: 'both' }, { direction: 'from' }, {}, 'permitted'],
  ['the other way', {}, { direction: 'from' }, {}, 'direction'],
  ['somebody else', {}, { standingId: 'lee' }, {}, 'other-recipient'],
  ['another purpose', {}, { purpose: 'safety' }, {}, 'purpose'],
  ['a kind more', {}, { kinds: ['attendance', 'medicines'] }, {}, 'kinds'],
  ['a questionnaire more', {}, { measures: ['suds', 'phq-9'] }, {}, 'measures'],
  ['not signed', { signedAt: null }, {}, {}, 'not-signed'],
  ['taken back', { revokedAt: '2026-11-24T14:59:59.999Z' }, {}, {}, 'revoked'],
  ['its event came', { endsOn: null, eventOn: '2026-11-24' }, {}, {}, 'event-came'],
  ['replaced', { replacedBy: 'r2' }, {}, {}, 'replaced'],
  ['the day before it ends', {}, {}, { day: '2026-11-30' }, 'permitted'],
  ['the day it ends', {}, {}, { day: '2026-12-01' }, 'expired'],
  ['twelve months to the day', { endsOn: null }, {}, { day: '2027-06-01' }, 'permitted'],
  ['a day more than twelve months', { endsOn: null }, {}, { day: '2027-06-02' }, 'expired'],
  ['six months to the day in Ontario', {}, {}, { day: '2026-11-30', place: 'CA-ON' }, 'permitted'],
  ['a day more than six months in Ontario', { endsOn: null }, {}, { day: '2026-12-02', place: 'CA-ON' }, 'too-old'],
  [
    'signed late on the last of August: six months are the last of February',
    { endsOn: null, signedAt: '2026-08-31T15:00:00.000Z' },
    {},
    { day: '2027-02-28', place: 'CA-ON' },
    'permitted',
  ],
  ['and not March', { endsOn: null, signedAt: '2026-08-31T15:00:00.000Z' }, {}, { day: '2027-03-01', place: 'CA-ON' }, 'too-old'],
  // 01:00 on the 2nd in Greenwich is the evening of the 1st in Toronto.
  ['counted from the practice’s day', { endsOn: null, signedAt: '2026-06-02T01:00:00.000Z' }, {}, { day: '2027-06-02' }, 'expired'],
  [
    'and not another’s',
    { endsOn: null, signedAt: '2026-06-02T01:00:00.000Z' },
    {},
    { day: '2027-06-02', zone: 'Europe/London' },
    'permitted',
  ],
  ['protected under Part 2', {}, { part2: true }, {}, 'part2'],
  ['a Part 2 permission alone', { formId: 'part2-consent' }, {}, {}, 'no-release'],
])('%s', (_, held, asked, at, expected) => {
  expect(why(held, asked, at)).toBe(expected);
});

test('a Part 2 permission without an end outlasts the year, and stands beside the other', () => {
  const part2: GateRelease = {
    ...release,
    id: 'p',
    formId: 'part2-consent',
    endsOn: null,
    signedAt: '2020-01-01T12:00:00.000Z',
    kinds: [],
    purposes: [],
  };
  const asked = { ...letter, part2: true };
  expect(gate([part2, release], asked, now)).toEqual({ permitted: true, releaseId: 'r1', part2ReleaseId: 'p' });
  for (const fell of [{ standingId: 'lee' }, { revokedAt: now.day }, { direction: 'from' as const }, { endsOn: now.day }])
    expect(gate([{ ...part2, ...fell }, release], asked, now)).toMatchObject({ permitted: false, reason: 'part2' });
});

test('what was made ready and what was chosen are the narrower of both', () => {
  const table = sharingDirections.map((one) => sharingDirections.map((other) => narrowerOf(one, other)));
  expect(table).toEqual([
    ['to', null, 'to'],
    [null, 'from', 'from'],
    ['to', 'from', 'both'],
  ]);
});

const people = ['okafor', 'lee'] as const;
const measures = ['suds', 'phq-9', 'pcl-5'] as const;
const someDay = fc.integer({ min: 0, max: 800 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const someMoment = fc.integer({ min: 0, max: 800 * 24 }).map((hours) => new Date(Date.UTC(2026, 0, 1, hours)).toISOString());
const rarely = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(one, { freq: 1 }).chain((given) => fc.constantFrom(null, null, given));
const someRelease = fc.record({
  id: fc.uuid(),
  formId: fc.constantFrom(...releaseForms),
  standingId: fc.constantFrom(...people),
  direction: fc.constantFrom(...sharingDirections),
  kinds: fc.subarray([...informationKinds], { minLength: 8 }),
  measures: fc.subarray([...measures]),
  purposes: fc.subarray([...sharingPurposes], { minLength: 4 }),
  signedAt: fc.option(someMoment, { freq: 12 }),
  endsOn: fc.option(someDay),
  eventOn: rarely(someDay),
  revokedAt: rarely(someMoment),
  replacedBy: rarely(fc.uuid()),
});
const someReleases = fc.array(someRelease, { maxLength: 5 });
const someSharing = fc.record({
  standingId: fc.constantFrom(...people),
  direction: fc.constantFrom('to' as const, 'from' as const),
  kinds: fc.subarray([...informationKinds], { maxLength: 3 }),
  measures: fc.subarray([...measures], { maxLength: 1 }),
  purpose: fc.constantFrom(...sharingPurposes),
  part2: fc.boolean(),
});
const someNow = fc.record({
  day: someDay,
  zone: fc.constantFrom('America/Toronto', 'Pacific/Auckland'),
  place: fc.constantFrom('CA-ON', 'CA-QC', 'US-MA'),
});

type Case = readonly [releases: readonly GateRelease[], asked: Sharing, at: GateNow];
const permits = (...given: Case): boolean => gate(...given).permitted;

/** Whatever this does, what was refused before stays refused. */
const neverMore = <T>(title: string, change: fc.Arbitrary<T>, apply: (by: T, ...given: Case) => Case): void => {
  test(`${title} never permits more`, () => {
    fc.assert(
      fc.property(someReleases, someSharing, someNow, change, (releases, asked, at, by) => {
        const was = permits(releases, asked, at);
        expect(was || !permits(...apply(by, releases, asked, at))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
};
const each = (releases: readonly GateRelease[], to: (one: GateRelease) => Partial<GateRelease>): GateRelease[] =>
  releases.map((one) => ({ ...one, ...to(one) }));

describe('whatever the permissions,', () => {
  neverMore('taking one back', someMoment, (revokedAt, releases, asked, at) => [each(releases, () => ({ revokedAt })), asked, at]);
  neverMore('an event that came', someDay, (eventOn, releases, asked, at) => [each(releases, () => ({ eventOn })), asked, at]);
  neverMore('a newer one in its place', fc.uuid(), (replacedBy, releases, asked, at) => [
    each(releases, () => ({ replacedBy })),
    asked,
    at,
  ]);
  neverMore('a kind fewer', fc.constantFrom(...informationKinds), (gone, releases, asked, at) => [
    each(releases, ({ kinds }) => ({ kinds: kinds.filter((kind) => kind !== gone) })),
    asked,
    at,
  ]);
  neverMore('asking for a kind more', fc.constantFrom(...informationKinds), (kind, releases, asked, at) => [
    releases,
    { ...asked, kinds: [...asked.kinds, kind] },
    at,
  ]);
  neverMore('asking for a questionnaire more', fc.constantFrom(...measures), (one, releases, asked, at) => [
    releases,
    { ...asked, measures: [...asked.measures, one] },
    at,
  ]);
  neverMore('what falls under Part 2', fc.constant(true), (part2, releases, asked, at) => [releases, { ...asked, part2 }, at]);
  neverMore('a later day', fc.integer({ min: 1, max: 400 }), (days, releases, asked, at) => [
    releases,
    asked,
    { ...at, day: new Date(Date.parse(at.day) + days * 86_400_000).toISOString().slice(0, 10) },
  ]);

  test('what is permitted stands on one of them alone, which is active and covers all of it', () => {
    let permitted = 0;
    fc.assert(
      fc.property(someReleases, someSharing, someNow, (releases, asked, at) => {
        const verdict = gate(releases, asked, at);
        if (!verdict.permitted) return;
        permitted += 1;
        const stands = releases.find(({ id }) => id === verdict.releaseId);
        expect(stands && { who: stands.standingId, state: releaseStateOf(stands, at), form: stands.formId }).toEqual({
          who: asked.standingId,
          state: 'active',
          form: 'release-of-information',
        });
        expect(asked.kinds.every((kind) => stands?.kinds.includes(kind))).toBe(true);
        expect(verdict.part2ReleaseId !== null).toBe(asked.part2);
        const alone = releases.filter(({ id }) => id === verdict.releaseId || id === verdict.part2ReleaseId);
        expect(permits(alone, asked, at)).toBe(true);
      }),
      { numRuns: 4_000 },
    );
    expect(permitted).toBeGreaterThan(50);
  });

  test('their order changes no answer but which of them it stands on', () => {
    fc.assert(
      fc.property(someReleases, someSharing, someNow, (releases, asked, at) => {
        expect(permits([...releases].reverse(), asked, at)).toBe(permits(releases, asked, at));
      }),
      { numRuns: 600 },
    );
  });

  test('one is active as long as nothing made it fall', () => {
    fc.assert(
      fc.property(someRelease, someNow, (one, at) => {
        expect(releaseStateOf(one, at) === 'active').toBe(fallen(one, at) === null);
      }),
    );
  });
});
