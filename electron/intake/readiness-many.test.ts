import { expect, test } from 'vitest';
import { consented } from '../consent/map.test-world.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { reviewed } from './gone-through.test-world.ts';
import { screened } from './health.test-world.ts';

const dozen = async () => {
  const world = await testWorld();
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    const { id } = await world.ok('clients.create', { ...clientDetails, chosenName: `Client ${index}` });
    ids.push(id);
    if (index === 1) continue;
    await reviewed(world, id);
    await consented(world, id);
    await screened(world, id);
  }
  return { world, ids };
};

test('a dozen clients are told at once, each as for themselves', async () => {
  const { world, ids } = await dozen();
  const [ready = '', begun = '', limited = ''] = ids;
  await world.ok('health.add', { clientId: limited, itemId: 'diabetes' });
  await world.ok('health.add', { clientId: limited, itemId: 'hernia' });
  const { reasons } = await world.ok('readiness.of', { clientId: limited });
  const waiting = await world.ok('readiness.of', { clientId: begun });
  const told = await world.ok('readiness.many', { clientIds: [limited, ready, begun, ready] });
  expect(told).toEqual({
    today: '2026-11-24',
    clients: [
      { clientId: limited, state: 'needs-clearance', first: reasons[0], more: 1 },
      { clientId: ready, state: 'ready', first: null, more: 0 },
      { clientId: begun, state: 'waiting', first: waiting.reasons[0], more: 2 },
    ],
  });
  const entries = (await world.audit()).length;
  await world.ok('readiness.many', { clientIds: ids });
  await world.ok('readiness.many', { clientIds: ids });
  // Asked in one go they are one entry, of no client in particular.
  expect((await world.audit()).slice(entries - 1).map(({ action, client_id }) => [action, client_id])).toEqual([
    ['readiness-of-day-opened', null],
  ]);
});

test('nobody else is told, more than a dozen are refused, and one that is not there is not found', async () => {
  const world = await testWorld();
  const ids = Array.from({ length: 13 }, () => world.open.newId());
  const asked = { clientIds: ids.slice(0, 12) };
  for (const role of ['front-desk', 'bookkeeper'] as const)
    expect(await world.as(role)('readiness.many', asked)).toEqual({ ok: false, error: { code: 'not-allowed' } });
  expect(await world.standing({ state: 'locked' })('readiness.many', asked)).toEqual({ ok: false, error: { code: 'locked' } });
  for (const clientIds of [[], ids, ['x']])
    expect(await world.raw('readiness.many', { clientIds })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(await world.raw('readiness.many', asked)).toEqual({ ok: false, error: { code: 'not-found', what: 'client' } });
});
