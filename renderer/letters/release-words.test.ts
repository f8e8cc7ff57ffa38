import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Release } from '../../shared/releases.ts';
import { today } from '../dates.ts';
import { words } from '../words.ts';
import { endsSoon, groupOf, purposesWords, refusedWords, releaseStateWords } from './release-words.ts';

const t = words.getFixedT('en', 'releases');
const inDays = (days: number): string => Temporal.PlainDate.from(today()).add({ days }).toString();

const release = (more: Partial<Release>): Release => ({
  id: '01890000-0000-7000-8000-000000000001',
  clientId: '01890000-0000-7000-8000-000000000002',
  formId: 'release-of-information',
  contactId: '01890000-0000-7000-8000-000000000003',
  standingId: '01890000-0000-7000-8000-000000000003',
  recipient: { name: 'Dr. Okafor', profession: '', organisation: '', address: '' },
  direction: 'to',
  state: 'active',
  kinds: ['plan'],
  measures: [],
  purposes: ['coordinate_care'],
  purposeWords: '',
  special: [],
  coversWords: '',
  consentId: null,
  documentId: null,
  signedAt: '2026-01-01T10:00:00.000Z',
  authority: '',
  place: 'CA-ON',
  endsOn: null,
  endEvent: '',
  eventOn: null,
  revokedAt: null,
  revokedWords: '',
  replacedBy: null,
  preparedAt: '2026-01-01T09:00:00.000Z',
  ...more,
});

test.each<readonly [string, Partial<Release>, RegExp]>([
  ['its last day', { endsOn: inDays(1) }, /^Today is the last day$/],
  ['the day before', { endsOn: inDays(2) }, /^Ends tomorrow, .* is the last day$/],
  ['a month ahead', { endsOn: inDays(31) }, /^Ends in 30 days, .* is the last day$/],
  ['further off', { endsOn: inDays(32) }, /^Counts until .*\d$/],
  ['an event', { endEvent: 'when we finish' }, /^Counts until: when we finish$/],
  ['nothing', { formId: 'part2-consent' }, /^Counts, with no end date$/],
  ['over', { state: 'expired', endsOn: inDays(0) }, /^Ended /],
  ['too old for the place', { state: 'expired', endsOn: inDays(90) }, /^Too old for this place/],
  ['an event that came', { state: 'expired', eventOn: inDays(0) }, /what was to end it has come$/],
  ['taken back', { state: 'revoked', revokedAt: '2026-02-01T10:00:00.000Z' }, /^Taken back .*2026/],
])('a permission with %s says so', (_, more, said) => {
  expect(releaseStateWords(t, release(more))).toMatch(said);
});

test('only what counts and ends within a month asks to be renewed', () => {
  const soon = [1, 2, 31, 32].map((days) => endsSoon(release({ endsOn: inDays(days) })));
  expect(soon).toEqual([true, true, true, false]);
  expect([endsSoon(release({ endsOn: inDays(0), state: 'expired' })), endsSoon(release({}))]).toEqual([false, false]);
});

test('what waits, what counts and what does not any more stand apart', () => {
  const states = ['draft', 'active', 'expired', 'revoked', 'replaced'] as const;
  expect(states.map((state) => groupOf({ state }))).toEqual(['waits', 'counts', 'before', 'before', 'before']);
});

test('a purpose in the client’s words, and what a refusal misses, are said', () => {
  expect(purposesWords(t, { purposes: ['referral', 'other'], purposeWords: 'my employer' })).toBe(
    'sending on to another service and something else: my employer',
  );
  const verdict = { permitted: false, releaseId: null } as const;
  expect([
    refusedWords(t, { ...verdict, reason: 'kinds', missing: ['medicines', 'goal'] }, 'Dr. Okafor'),
    refusedWords(t, { ...verdict, reason: 'measures', missing: ['phq-9'] }, 'Dr. Okafor'),
  ]).toEqual([
    'The permission for Dr. Okafor does not cover: medicines and the client’s goal in their words.',
    'The permission for Dr. Okafor does not name: PHQ-9.',
  ]);
});
