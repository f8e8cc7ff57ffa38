import { expect, test } from 'vitest';
import { loadClinicalContent } from '../consent/form-content.ts';
import { installation } from '../practice/installation.ts';
import { nearestFirst } from './crisis-places.ts';

const { crisis_resources: resources } = loadClinicalContent(installation().clinical, () => undefined).safe;

test.each([
  ['CA-ON', ['CA', 'US', 'UK', 'IE', 'AU', 'NZ', 'EU', 'OTHER']],
  ['CA', ['CA', 'US', 'UK', 'IE', 'AU', 'NZ', 'EU', 'OTHER']],
  ['US-CA', ['US', 'CA', 'UK', 'IE', 'AU', 'NZ', 'EU', 'OTHER']],
  ['GB', ['UK', 'US', 'CA', 'IE', 'AU', 'NZ', 'EU', 'OTHER']],
  ['GB-SCT', ['UK', 'US', 'CA', 'IE', 'AU', 'NZ', 'EU', 'OTHER']],
  ['IE', ['IE', 'EU', 'US', 'CA', 'UK', 'AU', 'NZ', 'OTHER']],
  ['DE-BE', ['EU', 'US', 'CA', 'UK', 'IE', 'AU', 'NZ', 'OTHER']],
  // No numbers are known for it: what comes first names none that could be taken for theirs.
  ['BR', ['OTHER', 'US', 'CA', 'UK', 'IE', 'AU', 'NZ', 'EU']],
])('in %s the nearest numbers come first', (place, order) => {
  expect(nearestFirst(resources, place).map(({ country }) => country)).toEqual(order);
});
