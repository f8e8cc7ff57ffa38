import { expect, test } from 'vitest';
import { type ReadinessCode, type ReadinessState, readinessCodes, readinessStates } from '../../shared/readiness.ts';
import { words } from '../words.ts';
import { standingKind, standingReason, standingWords } from './standing-words.ts';
import type { Standing } from './use-standings.ts';

const t = words.getFixedT('en', 'readiness');
const standing = (state: ReadinessState, code: ReadinessCode | null = null, more = 0): Standing => ({
  clientId: 'c',
  state,
  first: code === null ? null : { state, code, about: 'Varicose veins', findingId: null, from: '', day: null },
  more,
});

test.each([
  [standing('ready'), 'Ready', 'Ready', ''],
  [standing('ready-with-limits', 'local'), 'Ready with limits', 'Limits', 'Leave a place out: Varicose veins'],
  [standing('waiting', 'no-health-screen', 2), 'Intake waiting', 'Intake', 'The health questions were not asked yet, and 2 more reasons'],
  [standing('waiting', 'no-intake'), 'Intake waiting', 'Intake', 'No intake was gone through yet'],
  [standing('waiting', 'consent-withdrawn'), 'Consent waiting', 'Consent', 'The consent to bodywork was taken back'],
  [
    standing('waiting', 'change-open', 1),
    'Change waiting',
    'Change',
    'Something has changed and was not gone through yet, and one more reason',
  ],
  [standing('needs-clearance', 'clearance'), 'Needs clearance', 'Clearance', 'Clearance needed: Varicose veins'],
  [standing('not-now', 'absolute'), 'Not now', 'Not now', 'Not today, anywhere: Varicose veins'],
] as const)('a standing in words, long, brief and why: %#', (one, long, brief, why) => {
  expect([standingWords(t, one), standingWords(t, one, true), standingReason(t, one)]).toEqual([long, brief, why]);
});

test('every state and every reason has a word', () => {
  for (const state of readinessStates)
    for (const code of [null, ...readinessCodes]) {
      const one = standing(state, code);
      expect([standingKind(one), standingWords(t, one), standingWords(t, one, true)].join(' ')).not.toMatch(
        /waiting\.|mark\.|short\.|state\./,
      );
    }
});
