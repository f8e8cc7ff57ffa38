import { expect, test } from 'vitest';
import type { Finding, FindingKind } from './finding.ts';
import { findingFrom, item, medicineClass, ready, said, taken } from './findings.test-world.ts';
import { type ReadinessFacts, readiness, screenState } from './readiness-rule.ts';

const onSite = medicineClass(1, { scope: 'site' });

test('the most careful of all that hold is the state, and each one is told', () => {
  const findings = (['modify', 'local', 'clearance', 'absolute', 'emergency'] as const).map(
    (kind: FindingKind): Finding => findingFrom(item(kind), [said('yes')]),
  );
  const facts: Partial<ReadinessFacts> = {
    findings,
    medicines: [taken(medicineClass(2)), taken(onSite, { name: 'a patch' })],
    holds: [{ since: '2026-11-20', words: 'a dissociation' }],
    merged: [{ since: '2026-11-21' }],
    underAge: true,
    consent: null,
    decisionMaker: { needed: true, standing: null },
    intakeReviewed: false,
    screen: 'none',
    change: { changed: true, settledAt: null },
  };
  expect(readiness({ ...ready, ...facts }).reasons.map(({ state, code, about }) => `${state} ${code} ${about ?? ''}`.trim())).toEqual([
    'not-now emergency emergency',
    'not-now absolute absolute',
    'not-now hold a dissociation',
    'not-now records-merged',
    'not-now guardian-missing',
    'needs-clearance clearance clearance',
    'needs-clearance places-to-mark a patch',
    'needs-clearance places-to-mark local',
    'waiting change-open',
    'waiting no-health-screen',
    'waiting no-intake',
    'waiting no-consent',
    'waiting decision-maker-missing',
    'ready-with-limits modify modify',
    'ready-with-limits medicine-cap a medicine',
  ]);
});

test('a screen that was done once counts while a review is open', () => {
  const [done, begun] = [{ doneAt: '2026-11-20T09:00:00.000Z' }, { doneAt: null }];
  expect([screenState([]), screenState([begun]), screenState([begun, done]), screenState([done])]).toEqual([
    'none',
    'open',
    'done',
    'done',
  ]);
});
