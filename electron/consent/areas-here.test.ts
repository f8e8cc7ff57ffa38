import { expect, test } from 'vitest';
import type { Tier } from '../../shared/body-areas.ts';
import { installation } from '../practice/installation.ts';
import { areasHere } from './areas-here.ts';
import { type ClinicalContent, loadClinicalContent } from './form-content.ts';

const content = loadClinicalContent(installation().clinical, () => undefined);

type Overrides = Record<string, Exclude<Tier, 'general'>>;

const withOverrides = (own: Tier, overrides: Overrides): ClinicalContent => ({
  ...content,
  bodyAreas: {
    ...content.bodyAreas,
    items: content.bodyAreas.items.map((area) =>
      area.code === 'B-NECK' ? { ...area, consent_tier: own, jurisdiction_overrides: overrides } : area,
    ),
  },
});

const cases: readonly (readonly [string, Tier, Overrides, Tier])[] = [
  ['nothing is said of here', 'ask_each', { 'CA-BC': 'not_offered', US: 'written_specific' }, 'ask_each'],
  ['the country raises it', 'general', { CA: 'ask_each' }, 'ask_each'],
  [
    'the country says less than the region, and comes first',
    'general',
    { CA: 'ask_each', 'CA-ON': 'written_specific' },
    'written_specific',
  ],
  ['the region says less than the country', 'general', { 'CA-ON': 'ask_each', CA: 'not_offered' }, 'not_offered'],
  ['it would be loosened', 'written_specific', { 'CA-ON': 'ask_each' }, 'written_specific'],
  ['it is out of bounds for everyone', 'not_offered', { 'CA-ON': 'ask_each' }, 'not_offered'],
];

test.each(cases)('the strictest that holds here counts: %s', (_, own, overrides, tier) => {
  const area = areasHere(withOverrides(own, overrides), 'CA-ON', new Set()).find(({ code }) => code === 'B-NECK');
  expect(area?.tier).toBe(tier);
});
