import { describe, expect, test } from 'vitest';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { foundAbout, saidAbout, screened } from './health.test-world.ts';

const withClient = async (): Promise<{ world: TestWorld; clientId: string }> => {
  const world = await testWorld();
  return { world, clientId: (await world.ok('clients.create', clientDetails)).id };
};

describe('a review', () => {
  test('begins with the answers of the newest round, and says nothing of them until their section was gone through', async () => {
    const { world, clientId } = await withClient();
    const first = await screened(world, clientId, { fever: 'yes', rash: 'yes', diabetes: 'declined' });
    for (const itemId of ['fever', 'rash']) {
      const found = await foundAbout(world, clientId, itemId);
      const decision = { what: 'resolve', reason: 'Over' } as const;
      await world.ok('health.resolve', { findingId: found?.id ?? '', version: found?.version ?? 0, decision });
    }
    world.later(86_400_000);
    const review = await world.ok('health.start', { clientId });
    expect(review).toMatchObject({ number: 2, answers: first.answers, seen: [], doneAt: null });
    expect((await foundAbout(world, clientId, 'fever'))?.cause).toBeNull();
    const saved = await world.ok('health.save', {
      screenId: review.id,
      revision: 0,
      answers: {},
      seen: ['infection'],
      from: 'practitioner',
    });
    // Left as it stood, it is still the client's of the year before.
    expect(saved.screen.answers).toEqual(first.answers);
    expect((await foundAbout(world, clientId, 'fever'))?.cause).toBe('yes');
    expect((await foundAbout(world, clientId, 'rash'))?.cause).toBeNull();
    expect(await saidAbout(world, clientId, 'fever')).toEqual(['yes', 'resolved', 'yes']);
    await world.ok('health.save', { screenId: review.id, revision: 1, answers: {}, from: 'practitioner', done: true });
    expect((await foundAbout(world, clientId, 'rash'))?.cause).toBe('yes');
    expect(await saidAbout(world, clientId, 'diabetes')).toEqual(['not-answered']);
    const { screens, open, newest } = await world.ok('health.findings', { clientId });
    expect({ numbers: screens.map(({ number }) => number), open, newest: newest?.number }).toEqual({
      numbers: [2, 1],
      open: null,
      newest: 2,
    });
  });

  test('left as it stood changes nothing of a finding that holds it, but is said anew of what allows no touch at all', async () => {
    const { world, clientId } = await withClient();
    await screened(world, clientId, { fever: 'yes', pacemaker: 'yes', epilepsy: 'not_sure', migraine: 'yes' });
    for (const itemId of ['fever', 'pacemaker', 'migraine']) {
      const found = await foundAbout(world, clientId, itemId);
      const decision = itemId === 'fever' ? ({ what: 'lower', kind: 'modify', reason: 'Gone' } as const) : null;
      const given = decision ?? ({ what: 'raise', kind: 'clearance', reason: '' } as const);
      await world.ok('health.resolve', { findingId: found?.id ?? '', version: found?.version ?? 0, decision: given });
    }
    await screened(world, clientId, { fever: 'yes', pacemaker: 'yes', epilepsy: 'yes', migraine: 'no' });
    expect(await saidAbout(world, clientId, 'fever')).toEqual(['yes', 'lowered', 'yes']);
    expect(await saidAbout(world, clientId, 'pacemaker')).toEqual(['yes', 'raised']);
    expect(await saidAbout(world, clientId, 'epilepsy')).toEqual(['not-sure', 'yes']);
    expect(await saidAbout(world, clientId, 'migraine')).toEqual(['yes', 'raised', 'no']);
    await screened(world, clientId, { fever: 'yes', pacemaker: 'yes', epilepsy: 'yes', migraine: 'no' });
    expect(await saidAbout(world, clientId, 'migraine')).toEqual(['yes', 'raised', 'no']);
    expect((await foundAbout(world, clientId, 'fever'))?.weight).toBe('absolute');
  });
});
