import { expect, test } from 'vitest';
import { currencyOf } from './currency.ts';

test.each([
  ['US', 'USD'],
  ['US-NY', 'USD'],
  ['CA-ON', 'CAD'],
  ['GB', 'GBP'],
  ['GB-SCT', 'GBP'],
  ['IE', 'EUR'],
  ['EU', 'EUR'],
  ['AU', 'AUD'],
  ['NZ', 'NZD'],
  ['JP', 'USD'],
])('a practice in %s takes %s', (place, currency) => expect(currencyOf(place)).toBe(currency));
