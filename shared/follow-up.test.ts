import { describe, expect, test } from 'vitest';
import { aftercareFor, followUpFor, isDrivingAdvisedAgainst } from './follow-up.ts';
import { newSession, type SessionState, type Weight } from './session-state.ts';

const rule = { text: '', note: '', distressAtLeast: 7, withinMinutes: 5, distressAtMost: 4, settledWord: 'settled' };
const item = (id: string, showWhen: string, defaultOn = true) => ({ id, category: 'body', title: id, text: id, showWhen, defaultOn });
const content = {
  resumeRule: rule,
  aftercare: [
    item('water', 'always'),
    item('journal', 'always', false),
    item('no-driving', 'any D1+ or H1+ in session'),
    item('bruise', 'anticoagulant or fragile skin'),
  ],
};

const at = { seq: 1, at: 0 };
const seen = (dissociation: 'D0' | 'D1' | 'D2' | 'D3' | 'D4' | null, arousal: 'H0' | 'H1' | 'H2' | 'H3' | null): SessionState => ({
  ...newSession,
  sightings: [{ ...at, dissociation, arousal, item: null, signs: [], words: '' }],
});
const said = (distress: number | 'declined'): SessionState => ({
  ...newSession,
  checkIns: [{ ...at, distress, pain: null, words: '', sensations: [] }],
});
const risen: SessionState = { ...newSession, pauses: [{ ...at, reason: 'check-in', choice: null, words: '' }] };
const flaggedAs = (state: SessionState, weight: Weight = 'ask'): SessionState => ({
  ...state,
  episodes: [
    {
      n: 1,
      cause: 'flag',
      seq: 1,
      openedAt: 0,
      stop: 1,
      seen: [],
      distress: null,
      weight,
      action: null,
      incident: false,
      raisedSeq: null,
      underRule: false,
      resumedAt: null,
      disposition: null,
    },
  ],
});

const today = '2026-11-24';
const tasks = (state: SessionState, hasTherapist: boolean): readonly string[] =>
  followUpFor(content, state, { today, hasTherapist }).map(
    ({ what, dueOn, isTicked }) => `${isTicked ? 'x' : '-'} ${what} ${dueOn.slice(5)}`,
  );

describe('what is done afterwards', () => {
  test.each([
    ['nothing happened', newSession, false, ['- message 11-26', '- review 12-08']],
    ['nothing happened, with a therapist', newSession, true, ['- message 11-26', '- therapist 12-01', '- review 12-08']],
    ['mild signs', seen('D1', 'H1'), true, ['- message 11-26', '- therapist 12-01', '- review 12-08']],
    ['D2', seen('D2', null), false, ['x home-safe 11-24', '- message 11-26', '- review 12-08']],
    ['H2', seen('D0', 'H2'), false, ['x home-safe 11-24', '- message 11-26', '- review 12-08']],
    ['a distress number of 7', said(7), false, ['x home-safe 11-24', '- message 11-26', '- review 12-08']],
    ['a distress number of 6', said(6), false, ['- message 11-26', '- review 12-08']],
    ['a flag with D3', flaggedAs(seen('D3', 'H0')), true, ['x home-safe 11-24', '- message 11-26', 'x therapist 12-01', 'x review 12-08']],
    ['a flag that was nothing', flaggedAs(seen('D0', 'H0')), true, ['- message 11-26', 'x therapist 12-01', 'x review 12-08']],
    ['a wish to be dead', flaggedAs(newSession, 'never'), false, ['x home-safe 11-24', '- message 11-26', 'x review 12-08']],
    ['intoxicated', flaggedAs(newSession, 'not-today'), false, ['x home-safe 11-24', '- message 11-26', 'x review 12-08']],
    ['a flag, nobody to tell', flaggedAs(newSession), false, ['- message 11-26', 'x review 12-08']],
  ] as const)('%s', (_, state, hasTherapist, expected) => {
    expect(tasks(state, hasTherapist)).toEqual(expected);
  });
});

describe('what is given along', () => {
  const ticks = (state: SessionState) =>
    aftercareFor(content, state).map(({ item: { id }, isTicked, when }) => `${isTicked ? 'x' : '-'} ${id}${when ? `: ${when}` : ''}`);
  const calm = ['x water', '- journal', '- bruise: anticoagulant or fragile skin'];
  const stirred = ['x water', '- journal', 'x no-driving', '- bruise: anticoagulant or fragile skin'];
  test.each([
    ['nothing', newSession, calm],
    ['D0 and H0', seen('D0', 'H0'), calm],
    ['D1', seen('D1', null), stirred],
    ['H1', seen(null, 'H1'), stirred],
    ['distress up by two', risen, stirred],
    ['distress 7', said(7), stirred],
    ['distress not told', said('declined'), calm],
  ] as const)('after %s', (_, state, expected) => {
    expect(ticks(state)).toEqual(expected);
  });
});

test.each([
  [seen('D2', 'H2'), false],
  [seen('D3', null), true],
  [seen('D0', 'H3'), true],
  [seen('D4', null), true],
  [said(10), false],
] as const)('driving is advised against from D3 or H3 on (%#)', (state, expected) => {
  expect(isDrivingAdvisedAgainst(content, state)).toBe(expected);
});
