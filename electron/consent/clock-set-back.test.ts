import { expect, test } from 'vitest';
import { consented, withClient } from './map.test-world.ts';

const hour = 3_600_000;

test('a consent signed again counts, though the clock was set back since the one that was taken back', async () => {
  const { world, clientId, allowedAt } = await withClient();
  const first = await consented(world, clientId);
  await world.ok('consent.withdraw', { consentId: first.id, by: 'client', parts: [], words: 'Not any more' });
  world.later(-hour);
  const second = await consented(world, clientId);
  expect(second.signedAt < first.signedAt).toBe(true);
  expect(await allowedAt('B-TRAP-L')).toBe('yes 3 ceiling');
  const { consents, forms } = await world.ok('consent.ofClient', { clientId });
  expect(consents.map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(forms.find(({ formId }) => formId === 'informed-consent')).toMatchObject({ state: 'in-force', consentId: second.id });
});
