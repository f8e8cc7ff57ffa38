import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { agreed } from './carded.test-world.ts';
import { happens } from './kept-findings.test-world.ts';

/** Of eleven times the quickest: what else runs on the machine is not measured. */
const quickest = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < 11; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
};

test('the card and readiness of a client with thirty findings and two hundred maps come in less than 30 ms', async () => {
  const { world, clientId, add, takes, newest } = await agreed();
  const { database } = world.open;
  const items = (await world.ok('health.content', {})).items.slice(0, 30);
  for (const { id } of items) {
    const finding = await add(id);
    for (let again = 0; again < 3; again += 1)
      await happens(world, finding.id, (common) => ({ what: 'marked', ...common, areas: ['B-TRAP-L', 'B-NECK'], reason: '' }));
  }
  for (let index = 0; index < 20; index += 1) await takes(`Medicine ${index}`, 'anticoagulant');
  const map = await newest();
  const row = await database.selectFrom('consent_maps').selectAll().executeTakeFirstOrThrow();
  const rows = Array.from({ length: 200 }, (_, index) => ({ ...row, id: `m${index}`, seq: row.seq + 1_000 + index }));
  await database.insertInto('consent_maps').values(rows).execute();
  const { card } = await world.ok('safety.card', { clientId });
  expect([card.health.length, card.medicines.length, map?.clientId]).toEqual([30, 20, clientId]);
  const times = [
    await quickest(() => world.ok('safety.card', { clientId })),
    await quickest(() => world.ok('readiness.of', { clientId })),
    await quickest(() => world.ok('consentMap.allowed', { clientId })),
  ];
  expect(Math.max(...times)).toBeLessThan(30);
});
