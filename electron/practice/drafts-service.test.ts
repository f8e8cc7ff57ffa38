import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../../shared/call.ts';
import type { Draft } from '../../shared/drafts.ts';
import { limits } from '../../shared/limits.ts';
import type { Dispatch } from './dispatch.ts';
import { type TestWorld, testWorld } from './practice.test-world.ts';

const draft = {
  key: 'new-client',
  title: 'New client',
  place: '/clients/new',
  text: '{"chosenName":"Ma"}',
} as const;

/** Somebody else with a passphrase of their own. */
const anotherKeyholder = async (world: TestWorld, role: Role): Promise<Dispatch> => {
  const actor = { id: world.open.newId(), name: 'Tom Berg', role };
  await world.open.database
    .insertInto('keyholders')
    .values({ id: actor.id, wrap_id: actor.id, name: actor.name, role, created_at: '2026-11-24T15:58:00.000Z' })
    .execute();
  return world.standing({ state: 'open', practice: { ...world.open, actor } });
};

const kept = (drafts: readonly Draft[]) => ({ ok: true, value: { drafts } });
const first: Draft = { ...draft, savedAt: '2026-11-24T15:58:00.000Z' };

describe('a draft', () => {
  test('takes the place of the one under its key, and comes back newest first or by its key', async () => {
    const world = await testWorld();
    expect(await world.ok('drafts.save', draft)).toEqual({ savedAt: first.savedAt });
    world.later(1_000);
    await world.ok('drafts.save', { ...draft, key: 'profile', title: 'Changes', place: '/settings/practice', text: '{}' });
    world.later(1_000);
    await world.ok('drafts.save', { ...draft, title: 'New client, again', text: '{"chosenName":"Maya"}' });
    const client: Draft = { ...draft, title: 'New client, again', text: '{"chosenName":"Maya"}', savedAt: '2026-11-24T15:58:02.000Z' };
    const profile: Draft = {
      key: 'profile',
      title: 'Changes',
      place: '/settings/practice',
      text: '{}',
      savedAt: '2026-11-24T15:58:01.000Z',
    };
    expect(await world.raw('drafts.get', {})).toEqual(kept([client, profile]));
    expect(await world.raw('drafts.get', { key: 'profile' })).toEqual(kept([profile]));
    expect(await world.raw('drafts.get', { key: 'client-1' })).toEqual(kept([]));
  });

  test('is discarded alone, and discarding what is not there is no failure', async () => {
    const world = await testWorld();
    await world.ok('drafts.save', draft);
    await world.ok('drafts.save', { ...draft, key: 'profile' });
    expect(await world.ok('drafts.discard', { key: 'profile' })).toEqual({});
    expect(await world.ok('drafts.discard', { key: 'profile' })).toEqual({});
    expect(await world.raw('drafts.get', {})).toEqual(kept([first]));
  });

  test('comes back as it was typed, whatever was typed', async () => {
    const world = await testWorld();
    const text = JSON.stringify({ typed: ' \u202e"quoted"\n🌿 e\u0301 \\ </script> ' });
    await world.ok('drafts.save', { ...draft, text });
    expect((await world.ok('drafts.get', { key: draft.key })).drafts[0]?.text).toBe(text);
  });

  test('leaves no trace in the trail', async () => {
    const world = await testWorld();
    const before = await world.audit();
    await world.ok('drafts.save', draft);
    await world.ok('drafts.get', {});
    await world.ok('drafts.discard', { key: draft.key });
    expect(await world.audit()).toEqual(before);
  });
});

describe('drafts of one person', () => {
  test.each(roles)('are theirs alone, also as %s beside the owner', async (role) => {
    const world = await testWorld();
    const other = await anotherKeyholder(world, role);
    await world.ok('drafts.save', draft);
    expect(await other('drafts.get', {})).toEqual(kept([]));
    expect(await other('drafts.get', { key: draft.key })).toEqual(kept([]));
    expect(await other('drafts.discard', { key: draft.key })).toEqual({ ok: true, value: {} });

    const own = { ...draft, text: '{"chosenName":"Noor"}' };
    expect(await other('drafts.save', own)).toEqual({ ok: true, value: { savedAt: first.savedAt } });
    expect(await other('drafts.get', {})).toEqual(kept([{ ...own, savedAt: first.savedAt }]));
    expect(await world.raw('drafts.get', {})).toEqual(kept([first]));
  });

  test('are as many as the limit says; the oldest goes when a further one comes, and nobody else loses one', async () => {
    const world = await testWorld();
    const other = await anotherKeyholder(world, 'practitioner');
    await other('drafts.save', draft);
    for (let number = 0; number <= limits.drafts; number += 1) {
      world.later(1_000);
      await world.ok('drafts.save', { ...draft, key: `client-${number}` });
    }
    const { drafts } = await world.ok('drafts.get', {});
    expect(drafts.map(({ key }) => key)).toEqual(Array.from({ length: limits.drafts }, (_, number) => `client-${limits.drafts - number}`));
    expect(await other('drafts.get', {})).toEqual(kept([first]));
  });
});

describe('is refused', () => {
  const tooLong = (field: string, limit: number) => ({
    ok: false,
    error: { code: 'invalid', issues: [{ path: [field], problem: 'too-long', limit, length: limit + 1 }] },
  });

  test.each([
    ['text', limits.draft],
    ['title', limits.line],
    ['place', limits.line],
    ['key', limits.namePart],
  ] as const)('a draft whose %s is over its limit, and the one before stays', async (field, limit) => {
    const world = await testWorld();
    await world.ok('drafts.save', draft);
    expect(await world.raw('drafts.save', { ...draft, [field]: 'x'.repeat(limit + 1) })).toEqual(tooLong(field, limit));
    expect(await world.raw('drafts.get', {})).toEqual(kept([first]));
  });

  test('one as long as the limit is kept whole', async () => {
    const world = await testWorld();
    const text = 'x'.repeat(limits.draft);
    await world.ok('drafts.save', { ...draft, text });
    expect((await world.ok('drafts.get', {})).drafts).toEqual([{ ...first, text }]);
  });

  test('each call while locked and without a practice', async () => {
    const world = await testWorld();
    await world.ok('drafts.save', draft);
    for (const [name, input] of [
      ['drafts.save', { ...draft, text: '{}' }],
      ['drafts.get', {}],
      ['drafts.discard', { key: draft.key }],
    ] as const) {
      expect(await world.standing({ state: 'locked' })(name, input)).toEqual({ ok: false, error: { code: 'locked' } });
      expect(await world.standing({ state: 'no-practice' })(name, input)).toEqual({
        ok: false,
        error: { code: 'refused', reason: 'no-practice' },
      });
    }
    expect(await world.raw('drafts.get', {})).toEqual(kept([first]));
  });
});
