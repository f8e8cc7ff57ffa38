import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FindingEvent, findingCauses, findingKinds } from '../../shared/finding.ts';
import { findingOn } from '../../shared/finding-rules.ts';
import { readiness } from '../../shared/readiness-rule.ts';
import { loadClinicalContent } from '../consent/form-content.ts';
import { installation } from '../practice/installation.ts';
import { standingOfFinding } from './health-attention-rule.ts';
import { findingItems } from './health-content.ts';

const ofContent = findingItems(loadClinicalContent(installation().clinical, () => undefined));
/** The action may ask for more than the kind does. */
const items = [
  ...ofContent,
  ...ofContent.slice(0, 1).flatMap((item) => [
    { ...item, kind: 'modify' as const, action: 'P3' as const },
    { ...item, kind: 'local' as const, action: 'P4' as const },
  ]),
];
const id = '01890000-0000-7000-8000-000000000001';
const common = { at: '2026-11-24T15:58:00.000Z', by: id };
const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-12-01', '2027-06-01'] as const;

const event: fc.Arbitrary<FindingEvent> = fc.oneof(
  fc.record({
    what: fc.constant('said' as const),
    answer: fc.constantFrom('no' as const, ...findingCauses),
    source: fc.constantFrom('health-screen' as const, 'practitioner' as const),
    sourceId: fc.constant(null),
    words: fc.constant(''),
    at: fc.constant(common.at),
    by: fc.constant(id),
  }),
  fc.constantFrom(...findingKinds).map((kind) => ({ what: 'raised' as const, ...common, kind, reason: '' })),
  fc.constantFrom(...findingKinds).map((kind) => ({ what: 'lowered' as const, ...common, kind, reason: 'seen' })),
  fc.constantFrom<FindingEvent>(
    { what: 'marked', ...common, areas: ['B-CALF-L'], reason: '' },
    { what: 'resolved', ...common, reason: 'over' },
    { what: 'asked', ...common, clearanceId: id, of: 'Dr. Okafor' },
  ),
  fc.tuple(fc.constantFrom('cleared' as const, 'not-cleared' as const), fc.constantFrom(...days)).map(([outcome, endsOn]) => ({
    what: 'answered' as const,
    ...common,
    clearanceId: id,
    outcome,
    from: 'Dr. Okafor',
    endsOn,
    scope: null,
  })),
);

/** What readiness says of a finding alone, in everything else ready. */
const saysReadiness = (finding: ReturnType<typeof findingOn>, today: string): string | null => {
  const consent = { state: 'in-force', endsOn: null } as const;
  const { reasons } = readiness({
    today,
    findings: [finding],
    medicines: [],
    holds: [],
    merged: [],
    underAge: false,
    guardian: null,
    decisionMaker: { needed: false, standing: null },
    consent,
    told: { unlisted: [], declined: false },
    intakeReviewed: true,
    screen: 'done',
    change: null,
  });
  const [stops] = reasons.filter(({ state }) => state === 'not-now' || state === 'needs-clearance');
  if (!stops) return null;
  if (stops.code === 'places-to-mark') return 'places-to-mark';
  return stops.code === 'not-answered' ? 'not-answered' : 'to-clear';
};

test('a finding waits on Today on exactly those days on which it keeps hands off', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...items),
      fc.array(event, { minLength: 1, maxLength: 7 }),
      fc.constantFrom(...days),
      (item, events, today) => {
        const kept = { id, clientId: id, item, known: true, events, madeAt: common.at };
        const standing = standingOfFinding(kept);
        const isCleared = standing?.clearedUntil != null && standing.clearedUntil > today;
        expect(standing && !isCleared ? standing.attention : null).toBe(saysReadiness(findingOn(kept, today), today));
        expect(standing === null).toBe(findingOn(kept, today).cause === null);
      },
    ),
    { numRuns: 5000 },
  );
});

test('what calls for help comes before what asks for no touch, and that before the rest', () => {
  const care = (itemId: string): number | undefined => {
    const item = items.find((one) => one.id === itemId);
    const said: FindingEvent = { what: 'said', ...common, answer: 'yes', source: 'health-screen', sourceId: null, words: '' };
    return item && standingOfFinding({ id, clientId: id, item, known: true, events: [said], madeAt: common.at })?.care;
  };
  expect(['chest-pain', 'suicidal-ideation', 'fever', 'varicose'].map((itemId) => [itemId, care(itemId)])).toEqual([
    ['chest-pain', 0],
    ['suicidal-ideation', 1],
    ['fever', 2],
    ['varicose', 3],
  ]);
});
