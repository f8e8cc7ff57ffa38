import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FormState } from '../../shared/consent-state.ts';
import { setDatesOf } from '../dates.ts';
import { words } from '../words.ts';
import { standingOf, stateWords } from './form-standing.ts';

beforeEach(() => setDatesOf({ place: 'GB-SCT', zone: 'Europe/London' }));
afterEach(() => setDatesOf(null));

const today = '2026-11-24';
const form: FormState = {
  formId: 'informed-consent',
  area: null,
  title: 'Consent to bodywork',
  version: '1.0.0',
  state: 'not-signed',
  reason: null,
  consentId: null,
  signedVersion: null,
  endsOn: null,
  partsWithdrawn: [],
  newerText: false,
};
const said = (change: Partial<FormState>) => stateWords(words.getFixedT('en', 'consent'), { ...form, ...change }, today);

describe('where a form stands', () => {
  test.each<readonly [Partial<FormState>, string]>([
    [{}, 'Not signed yet'],
    [{ state: 'to-review' }, 'Came back, to read through'],
    [{ state: 'in-force', endsOn: '2027-11-24' }, 'Counts until 23 November 2027'],
    [{ state: 'in-force' }, 'Counts until it is taken back'],
    [{ state: 'in-force', endsOn: '2026-11-25' }, 'Counts today only'],
    [{ state: 'ends-soon', reason: 'period', endsOn: '2026-12-01' }, 'Ends in 7 days, on 1 December 2026'],
    [{ state: 'ends-soon', reason: 'period', endsOn: '2026-11-25' }, 'Ends tomorrow, 25 November 2026'],
    [{ state: 'ends-soon', reason: 'birthday', endsOn: '2026-11-26' }, 'Ends in 2 days, on the birthday'],
    [{ state: 'ended', reason: 'period', endsOn: '2026-11-24' }, 'Ended on 24 November 2026'],
    [{ state: 'ended', reason: 'birthday', endsOn: '2026-11-24' }, 'Ended on the birthday, 24 November 2026'],
    [{ state: 'ended', reason: 'date', endsOn: '2026-11-24' }, 'Ended on 24 November 2026, as it was set'],
    [{ state: 'ended', reason: 'visit', endsOn: '2026-11-24' }, 'Was for one visit'],
    [{ state: 'sign-again', reason: 'newer-version' }, 'Sign again: the text changed'],
    [{ state: 'sign-again', reason: 'came-of-age' }, 'Sign again: the client came of age'],
    [{ state: 'sign-again', reason: 'under-age' }, 'Sign again: the client is under age, and it was signed as an adult'],
    [{ state: 'sign-again', reason: 'other-place' }, 'Sign again: the practice works in another place now'],
    [{ state: 'withdrawn' }, 'Taken back'],
  ])('%o', (change, expected) => expect(said(change)).toBe(expected));

  test('puts what asks for something first', () => {
    const states = ['to-review', 'sign-again', 'ended', 'ends-soon', 'in-force', 'not-signed', 'withdrawn'] as const;
    expect(states.map((state) => standingOf({ state }))).toEqual(['waits', 'waits', 'waits', 'waits', 'counts', 'open', 'taken-back']);
  });
});
