import { expect, test } from 'vitest';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { queryLayer } from '../store/dialect.ts';
import { migrate } from '../store/migrate.ts';
import { openInMemory } from '../store/open.ts';
import { clientsFound } from './clients-repository.ts';

const filled = async () => {
  const world = await testWorld();
  const add = (chosenName: string, ...tags: string[]) => world.ok('clients.create', { ...clientDetails, chosenName, tags });
  const [maya, noor, tom] = [await add('Maya', 'Evening', 'VIP'), await add('Noor', 'evening', 'Élan'), await add('Tom', 'vip')];
  const found = async (...tags: string[]) =>
    (await world.ok('clients.search', { query: '', tags })).clients.map(({ chosenName }) => chosenName);
  return { world, maya, noor, tom, found };
};

test('one tag has one wording, whatever its capitals and accents, and each client has it once', async () => {
  const { world, noor, tom } = await filled();
  expect([noor.tags, tom.tags]).toEqual([['Élan', 'Evening'], ['VIP']]);
  expect((await world.ok('clients.create', { ...clientDetails, tags: ['elan', 'ELAN', '🌿', '🌿'] })).tags).toEqual(['Élan', '🌿']);
  expect((await world.ok('tags.list', {})).tags).toEqual([
    { words: 'Élan', clients: 2 },
    { words: 'Evening', clients: 2 },
    { words: 'VIP', clients: 2 },
    { words: '🌿', clients: 1 },
  ]);
});

test('the list shows who has every tag asked for, with their tags, among those found', async () => {
  const { world, found, tom } = await filled();
  expect([await found('EVENING'), await found('evening', 'vip'), await found('nobody')]).toEqual([['Maya', 'Noor'], ['Maya'], []]);
  expect(await world.ok('clients.search', { query: 'noo', tags: ['evening'] })).toMatchObject({
    total: 1,
    clients: [{ tags: ['Élan', 'Evening'] }],
  });
  await world.ok('clients.archive', { id: tom.id, version: 1, archived: true });
  expect([await found('vip'), (await world.ok('clients.search', { query: '', tags: ['vip'], archived: true })).total]).toEqual([
    ['Maya'],
    1,
  ]);
});

test('a tag renamed is renamed for all; to the words of another the two are one', async () => {
  const { world, maya, found } = await filled();
  const entries = (await world.audit()).length;
  await world.ok('tags.rename', { tag: 'evening', to: 'EVENING' });
  await world.ok('tags.rename', { tag: 'evening', to: 'Late' });
  expect([await found('evening'), await found('late')]).toEqual([[], ['Maya', 'Noor']]);
  expect((await world.ok('tags.rename', { tag: 'Late', to: 'Vip' })).tags).toEqual([
    { words: 'Élan', clients: 1 },
    { words: 'Vip', clients: 3 },
  ]);
  expect((await world.ok('clients.get', { id: maya.id })).tags).toEqual(['Vip']);
  expect(await world.call('tags.rename', { tag: 'Late', to: 'x' })).toEqual({ ok: false, error: { code: 'not-found', what: 'tag' } });
  expect((await world.audit()).slice(entries).filter(({ action }) => action === 'tags-changed')).toHaveLength(3);
});

test('a tag removed is off every client, and removing it again is no error', async () => {
  const { world, found } = await filled();
  await world.ok('tags.remove', { tag: 'EVENING' });
  expect((await world.ok('tags.remove', { tag: 'evening' })).tags.map(({ words }) => words)).toEqual(['Élan', 'VIP']);
  expect(await found('evening')).toEqual([]);
  expect(world.announced).toContain('client-fields');
});

test('a tag is looked up in an index, since a practice may have 10,000 clients', async () => {
  const connection = openInMemory();
  const asked: string[] = [];
  const prepare = (source: string) => {
    asked.push(source);
    return connection.prepare(source);
  };
  const database = queryLayer({ prepare, close: () => undefined } as unknown as typeof connection);
  await migrate(database);
  asked.length = 0;
  await clientsFound(database, { parts: [], tags: ['vip'], archived: false, inError: false, limit: 50, offset: 0 });
  const plans = asked.flatMap((source) =>
    (connection.prepare(`explain query plan ${source}`).all(...[...source.matchAll(/\?/g)].map(() => null)) as { detail: string }[])
      .map(({ detail }) => detail)
      .filter((detail) => /client_tags/.test(detail)),
  );
  const lookedUp = /^SEARCH client_tags .*USING (COVERING )?INDEX/;
  expect(plans.filter((detail) => detail.includes('client_id=? AND folded=?'))).toHaveLength(2);
  expect(plans.filter((detail) => !lookedUp.test(detail))).toEqual([]);
});
