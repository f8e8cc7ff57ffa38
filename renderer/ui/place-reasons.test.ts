import { describe, expect, test } from 'vitest';
import { allowedReasons } from '../../shared/allowed.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { words } from '../words.ts';
import { reasonsOf, reasonsOnce, reasonWords } from './place-reasons.ts';

const t = words.getFixedT('en', 'maps');

const map: ConsentMap = {
  id: '01a217aa-ddfe-724a-a34c-27fe72b3f90e',
  clientId: '01a217aa-ccfc-7b54-908b-619c585a3121',
  madeAt: '2026-11-24T15:58:00.000Z',
  madeBy: '01a217aa-ccd1-7832-a08f-26d3794ee8f9',
  source: 'together',
  sourceId: null,
  ceiling: 2,
  areas: {},
  words: '',
  contentVersion: '1.1.0',
};

describe('every reason', () => {
  test.each(allowedReasons)('%s has words of its own, with a day and without', (code) => {
    const without = reasonWords(t, { code, day: null });
    const on = reasonWords(t, { code, day: '2026-05-03' });
    expect([without, on].filter((said) => said === '' || said.includes('reason.') || said.includes('{{'))).toEqual([]);
    const others = allowedReasons.filter((one) => one !== code).map((one) => reasonWords(t, { code: one, day: null }));
    expect(others).not.toContain(without);
  });

  test('that ended says on which day', () => {
    expect(reasonWords(t, { code: 'consent-ended', day: '2026-05-03' })).toMatch(/^Closed: the consent to bodywork ended on .*3.*2026$/);
  });

  test('stands there once, with the first of what it comes from', () => {
    const closed = (...abouts: readonly string[]) => abouts.map((about) => ({ code: 'needs-clearance' as const, day: null, about }));
    const form = { code: 'no-consent' as const, day: null };
    expect([
      reasonsOnce(t, [...closed('A clot'), form]),
      reasonsOnce(t, [...closed('A clot', 'Stroke', 'A clot', 'Fever', 'Gout'), form]),
      reasonsOnce(t, closed('A clot', 'Stroke', 'Fever', 'Gout', 'Rash')),
      reasonsOnce(t, [
        { code: 'not-now', day: null },
        { code: 'not-now', day: null },
      ]),
    ]).toEqual([
      ['Closed: a clearance is needed first, A clot', 'Closed: the consent to bodywork is not signed'],
      ['Closed: a clearance is needed first, A clot; Stroke; Fever; Gout', 'Closed: the consent to bodywork is not signed'],
      ['Closed: a clearance is needed first, A clot; Stroke; Fever; and 2 more'],
      ['Closed: not now, see readiness'],
    ]);
  });

  test('of a mark names the day of the map', () => {
    const reasons = (['marked-out', 'sensitive-off'] as const).map((code) => ({ code, day: null }));
    const [said, other] = reasonsOf(t, { holds: 'no', reasons }, map);
    expect(said).toMatch(/^Out: the client marked it out on .*24.*2026$/);
    expect(other).toBe('Closed: not turned on in this practice');
  });

  test('of a closed place is one that closes it; of an open one, all', () => {
    const reasons = (['no-consent', 'tier-ask', 'ceiling'] as const).map((code) => ({ code, day: null }));
    expect(reasonsOf(t, { holds: 'no', reasons }, map)).toEqual(['Closed: the consent to bodywork is not signed']);
    expect(reasonsOf(t, { holds: 'ask', reasons: reasons.slice(1) }, map)).toHaveLength(2);
  });
});
