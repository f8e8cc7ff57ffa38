import { expect, test } from 'vitest';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { colleague } from '../sessions/note-world.test-world.ts';

const evenings = { query: 'may', tags: ['evening'], archived: false };

test('a filter is one’s own, kept over the one of the same name, and taken away', async () => {
  const world = await testWorld();
  const tom = await colleague(world);
  const [made] = (await world.ok('clientFilters.save', { name: 'Evenings', filter: evenings })).filters;
  expect(made).toEqual({ id: expect.any(String), name: 'Evenings', filter: evenings });
  const later = { ...evenings, archived: true };
  await world.ok('clientFilters.save', { name: 'All', filter: evenings });
  expect((await world.ok('clientFilters.save', { name: 'evenings', filter: later })).filters).toEqual([
    { id: expect.any(String), name: 'All', filter: evenings },
    { id: made?.id, name: 'evenings', filter: later },
  ]);
  expect(await tom.ok('clientFilters.list', {})).toEqual({ filters: [] });
  await tom.ok('clientFilters.remove', { id: made?.id ?? '' });
  expect((await world.ok('clientFilters.list', {})).filters).toHaveLength(2);
  await world.ok('clientFilters.remove', { id: made?.id ?? '' });
  expect((await world.ok('clientFilters.remove', { id: made?.id ?? '' })).filters.map(({ name }) => name)).toEqual(['All']);
});

test('of one person there are at most fifty, and one of them may still be changed', async () => {
  const world = await testWorld();
  for (let number = 0; number < 50; number += 1) await world.ok('clientFilters.save', { name: `Filter ${number}`, filter: evenings });
  expect(await world.call('clientFilters.save', { name: 'Further', filter: evenings })).toEqual({
    ok: false,
    error: { code: 'refused', reason: 'client-filters-full', details: { most: 50 } },
  });
  expect((await world.ok('clientFilters.save', { name: 'FILTER 7', filter: evenings })).filters).toHaveLength(50);
});

test('everyone’s filters follow a tag to its other name, and ask once for two that were joined', async () => {
  const world = await testWorld();
  const tom = await colleague(world);
  await world.ok('clients.create', { ...clientDetails, tags: ['Evening', 'Late', 'VIP'] });
  await world.ok('clientFilters.save', { name: 'Both', filter: { ...evenings, tags: ['evening', 'Late'] } });
  await tom.ok('clientFilters.save', { name: 'Late', filter: { ...evenings, tags: ['late'] } });
  await tom.ok('clientFilters.save', { name: 'VIP', filter: { ...evenings, tags: ['VIP'] } });
  await world.ok('tags.rename', { tag: 'Late', to: 'Evening' });
  const tagsOf = async (of: Pick<typeof world, 'ok'>) => (await of.ok('clientFilters.list', {})).filters.map(({ filter }) => filter.tags);
  expect(await tagsOf(world)).toEqual([['Evening']]);
  expect(await tagsOf(tom)).toEqual([['Evening'], ['VIP']]);
  expect(world.announced).toContain('client-filters');
  expect(await world.call('tags.rename', { tag: 'Nobody has it', to: 'VIP' })).toMatchObject({ ok: false });
  expect(await tagsOf(tom)).toEqual([['Evening'], ['VIP']]);
});
