import { expect, test } from 'vitest';
import { agreed } from './carded.test-world.ts';

test('a card that says again what it said once is not read: what was read since said something else', async () => {
  const { world, clientId, told, add } = await agreed();
  const first = await told();
  await world.ok('safety.acknowledge', { clientId, sha256: first.sha256 });
  const finding = await add('diabetes');
  const between = await told();
  world.later(1_000);
  await world.ok('safety.acknowledge', { clientId, sha256: between.sha256 });
  const { version } = (await world.ok('health.findings', { clientId })).findings.find(({ id }) => id === finding.id) ?? { version: 0 };
  await world.ok('health.resolve', { findingId: finding.id, version, decision: { what: 'resolve', reason: 'Typed by mistake' } });
  expect(await told()).toMatchObject({ sha256: first.sha256, acknowledged: null });
  world.later(1_000);
  const { at } = await world.ok('safety.acknowledge', { clientId, sha256: first.sha256 });
  expect((await told()).acknowledged).toEqual({ at, by: 'Hana Lindqvist' });
});
