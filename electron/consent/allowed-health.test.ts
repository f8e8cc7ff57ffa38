import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { Finding } from '../../shared/finding.ts';
import { reviewed } from '../intake/gone-through.test-world.ts';
import { screened } from '../intake/health.test-world.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { consented, day, withClient } from './map.test-world.ts';

/** The shoulder in and the neck on asking, at medium contact. */
const agreed = async () => {
  const made = await withClient();
  await consented(made.world, made.clientId);
  return made;
};

describe('what is known of health', () => {
  test('closes every place until an intake was gone through and the health questions were asked', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    await consented(world, clientId);
    const told = async (): Promise<string> => {
      const { areas, general } = await world.ok('consentMap.allowed', { clientId });
      const open = areas.filter(({ holds }) => holds !== 'no').length;
      return [open, ...general.map(({ code }) => code)].join(' ');
    };
    expect(await told()).toBe('0 no-health-screen no-intake');
    await reviewed(world, clientId);
    expect(await told()).toBe('0 no-health-screen');
    await world.ok('health.start', { clientId });
    expect(await told()).toBe('0 no-health-screen');
    await screened(world, clientId);
    expect(await told()).toBe('2');
  });

  test('closes every place with what was found, at once, and opens them again once it is resolved with a reason', async () => {
    const { world, clientId, allowedAt } = await agreed();
    const add = async (itemId: string) => (await world.ok('health.add', { clientId, itemId })).finding;
    const resolve = ({ id: findingId, version }: Finding) =>
      world.ok('health.resolve', { findingId, version, decision: { what: 'resolve', reason: 'Typed by mistake' } });
    const ill = await add('contagious');
    expect(await allowedAt('B-TRAP-L')).toBe('no 0 not-now ceiling');
    const operated = await add('major-surgery');
    const { general } = await world.ok('consentMap.allowed', { clientId });
    expect(general).toEqual([
      { code: 'not-now', day: null, about: ill.item.condition },
      { code: 'needs-clearance', day: null, about: operated.item.condition },
    ]);
    await resolve(ill);
    expect(await allowedAt('B-TRAP-L')).toBe('no 0 needs-clearance ceiling');
    await resolve(operated);
    expect(await allowedAt('B-TRAP-L')).toBe('yes 3 ceiling');
  });

  test('closes everything while a place is to be marked, and that place alone from then on', async () => {
    const { world, clientId, allowedAt } = await agreed();
    const { finding } = await world.ok('health.add', { clientId, itemId: 'hernia' });
    expect(await allowedAt('B-NECK')).toBe('no 0 needs-clearance marked-ask ceiling');
    await world.ok('health.resolve', { findingId: finding.id, version: finding.version, decision: { what: 'mark', areas: ['B-TRAP-L'] } });
    expect([await allowedAt('B-TRAP-L'), await allowedAt('B-NECK')]).toEqual(['no 0 finding ceiling', 'ask 3 marked-ask ceiling']);
  });

  test('closes every place while a change waits', async () => {
    const { world, clientId, allowedAt } = await agreed();
    const { id: changeId } = await world.ok('health.changed', { clientId, changed: true, words: 'New tablets' });
    expect(await allowedAt('B-TRAP-L')).toBe('no 0 change-open ceiling');
    await world.ok('health.settle', { changeId, words: 'Written into the list' });
    expect(await allowedAt('B-TRAP-L')).toBe('yes 3 ceiling');
  });

  test('keeps contact as light as a medicine asks, everywhere or in its places, and lets it be once it is not taken any more', async () => {
    const { world, clientId, allowedAt } = await agreed();
    const takes = (name: string, classId: string, more: Partial<InputOf<'medicines.match'>> = {}) =>
      world.ok('medicines.match', { clientId, id: null, version: 0, name, match: 'class', classId, areas: null, ...more });
    const thinner = await takes('apixaban', 'anticoagulant');
    expect(await allowedAt('B-TRAP-L')).toBe('yes 2 ceiling medicine-cap');
    await takes('apixaban', 'anticoagulant', { id: thinner.id, version: thinner.version, takenUntil: '2026-11-24' });
    expect(await allowedAt('B-TRAP-L')).toBe('yes 2 ceiling medicine-cap');
    world.later(day);
    expect(await allowedAt('B-TRAP-L')).toBe('yes 3 ceiling');
    const site = (await world.ok('health.content', {})).classes.find(({ scope, ceiling }) => scope === 'site' && ceiling === 0);
    const patch = await takes('A patch', site?.id ?? '');
    expect(await allowedAt('B-TRAP-L')).toBe('no 0 needs-clearance ceiling');
    await takes('A patch', site?.id ?? '', { id: patch.id, version: patch.version, areas: ['B-TRAP-L'] });
    expect([await allowedAt('B-TRAP-L'), await allowedAt('B-NECK')]).toEqual(['no 0 medicine-none ceiling', 'ask 3 marked-ask ceiling']);
  });

  test('goes by what a clinician named: these places, no firmer, until the last day', async () => {
    const { world, clientId, allowedAt } = await agreed();
    const { finding } = await world.ok('health.add', { clientId, itemId: 'major-surgery' });
    const asked = { clientId, findingIds: [finding.id], contactId: null, of: 'Dr. Okafor', askedOn: '2026-11-24' };
    const { id: clearanceId } = await world.ok('clearance.request', { ...asked, way: 'letter' });
    await world.ok('clearance.record', {
      clearanceId,
      receivedOn: '2026-11-24',
      from: 'Dr. Okafor',
      way: 'letter',
      outcome: 'cleared',
      scope: { areas: ['B-TRAP-L'], ceiling: 1, minutes: 20, words: 'Seated' },
      endsOn: '2026-12-01',
    });
    expect([await allowedAt('B-TRAP-L'), await allowedAt('B-NECK')]).toEqual([
      'yes 1 ceiling clearance-cap',
      'no 0 outside-clearance marked-ask ceiling clearance-cap',
    ]);
    world.later(7 * day);
    expect(await allowedAt('B-TRAP-L')).toBe('no 0 needs-clearance ceiling clearance-cap');
  });
});
