import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { testWorld } from '../practice/practice.test-world.ts';
import { colleague, reason } from './note-world.test-world.ts';

type Snippet = InputOf<'snippets.save'>['snippet'];
const fresh = (trigger: string, more: Partial<Snippet> = {}): InputOf<'snippets.save'> => ({
  id: null,
  version: 0,
  snippet: { trigger, text: 'Aftercare sheet given.', shared: false, ...more },
});

describe('a snippet', () => {
  test('is kept letter for letter, changed as it was seen, and taken away', async () => {
    const world = await testWorld();
    const made = await world.ok('snippets.save', fresh('nachruhe', { text: '  Ruhe,\r\ndann Wasser. ' }));
    expect(made).toEqual({
      ...{ id: expect.any(String), version: 1, isOwn: true },
      ...{ trigger: 'nachruhe', text: '  Ruhe,\ndann Wasser. ', shared: false },
    });
    await world.ok('snippets.save', fresh('aft'));
    const changed = { ...fresh('Nachruhe', { text: 'Ruhe' }), id: made.id, version: 1 };
    expect(await world.ok('snippets.save', changed)).toMatchObject({ version: 2, trigger: 'Nachruhe', text: 'Ruhe' });
    expect(await world.call('snippets.save', changed)).toEqual({
      ok: false,
      error: { code: 'conflict', current: { id: made.id, version: 2, isOwn: true, ...changed.snippet } },
    });
    const listed = async () => (await world.ok('snippets.list', {})).snippets.map(({ trigger }) => trigger);
    expect(await listed()).toEqual(['aft', 'Nachruhe']);
    await world.ok('snippets.remove', { id: made.id });
    await world.ok('snippets.remove', { id: made.id });
    expect(await listed()).toEqual(['aft']);
    expect(await world.call('snippets.save', changed)).toMatchObject({ ok: false, error: { code: 'not-found', what: 'snippet' } });
  });

  test('is its writer’s to change, and for others only where it is for everybody', async () => {
    const world = await testWorld();
    const tom = await colleague(world);
    const own = await world.ok('snippets.save', fresh('aft'));
    const shared = await world.ok('snippets.save', fresh('all', { shared: true }));
    const listed = async () => (await tom.ok('snippets.list', {})).snippets.map(({ trigger, isOwn }) => [trigger, isOwn]);
    expect(await listed()).toEqual([['all', false]]);
    for (const { id } of [own, shared]) {
      expect(await tom.call('snippets.save', { ...fresh('mine'), id, version: 1 })).toEqual(reason('not-your-snippet'));
      expect(await tom.call('snippets.remove', { id })).toEqual(reason('not-your-snippet'));
    }
    expect((await world.ok('snippets.list', {})).snippets).toHaveLength(2);
  });

  test('of one trigger there is no second to choose from, whatever its capitals', async () => {
    const world = await testWorld();
    const tom = await colleague(world);
    const own = await world.ok('snippets.save', fresh('aft'));
    expect(await world.call('snippets.save', fresh('AFT'))).toEqual(reason('trigger-taken'));
    // Somebody else's own word is theirs alone, so the same may be another's own, but not everybody's.
    const toms = await tom.ok('snippets.save', fresh('Aft'));
    expect(await world.call('snippets.save', { ...fresh('aft', { shared: true }), id: own.id, version: 1 })).toEqual(
      reason('trigger-taken'),
    );
    await tom.ok('snippets.remove', { id: toms.id });
    await world.ok('snippets.save', { ...fresh('aft', { shared: true }), id: own.id, version: 1 });
    expect(await tom.call('snippets.save', fresh('aFt'))).toEqual(reason('trigger-taken'));
  });

  test.each(['', ' ', ';aft', 'a b', '-a', 'a'.repeat(31), 'a\n', '"'])('is refused with %j to type', async (trigger) => {
    const world = await testWorld();
    expect(await world.call('snippets.save', fresh(trigger))).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});
