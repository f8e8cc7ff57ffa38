import { expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { profileDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { minute } from './map.test-world.ts';

const inForce = async (world: TestWorld) => {
  const { areas, version } = await world.ok('consentMap.sensitiveAreas', {});
  return { version, on: areas.flatMap(({ area, turnedOnAt }) => (turnedOnAt ? [`${area.code} ${turnedOnAt} ${area.turnedOn}`] : [])) };
};
const turn = (world: TestWorld, input: Partial<InputOf<'consentMap.setSensitiveAreas'>>) =>
  world.call('consentMap.setSensitiveAreas', { version: 0, turnedOn: [], confirmed: true, ...input });

test('the places that need their own form here are those of the content and those the law of the place raises; none is on by itself', async () => {
  const world = await testWorld();
  const codes = async () => (await world.ok('consentMap.sensitiveAreas', {})).areas.map(({ area }) => area.code);
  const ontario = await codes();
  const { version } = await world.ok('profile.get', {});
  await world.ok('profile.update', { version, details: { ...profileDetails, place: 'US-NY' } });
  const newYork = await codes();
  expect(newYork).toEqual(
    world.open.content.bodyAreas.items.filter((area) => area.consent_tier === 'written_specific').map(({ code }) => code),
  );
  expect(ontario.filter((code) => !newYork.includes(code))).toEqual(['F-COLLAR-L', 'F-COLLAR-R', 'B-OUTERHIP-L', 'B-OUTERHIP-R']);
  expect(await inForce(world)).toEqual({ version: 0, on: [] });
});

test('turned on they say since when, each its own day, with the entry and to everyone who shows them', async () => {
  const world = await testWorld();
  expect(await turn(world, { turnedOn: ['B-GLUTE-L', 'B-GLUTE-L'] })).toEqual({ ok: true, value: { version: 1 } });
  world.later(minute);
  await turn(world, { version: 1, turnedOn: ['F-STERNUM', 'B-GLUTE-L'] });
  const [first, second] = ['2026-11-24T15:58:00.000Z', '2026-11-24T15:59:00.000Z'];
  expect(await inForce(world)).toEqual({ version: 2, on: [`F-STERNUM ${second} true`, `B-GLUTE-L ${first} true`] });
  expect((await world.audit()).filter(({ action }) => action === 'sensitive-areas-changed')).toHaveLength(2);
  expect(world.announced).toEqual(expect.arrayContaining(['maps', 'forms', 'consents']));
  // One that goes off and comes back is on since then.
  await turn(world, { version: 2, turnedOn: [], confirmed: false });
  expect(await inForce(world)).toEqual({ version: 3, on: [] });
  world.later(minute);
  await turn(world, { version: 3, turnedOn: ['B-GLUTE-L'] });
  expect((await inForce(world)).on).toEqual(['B-GLUTE-L 2026-11-24T16:00:00.000Z true']);
});

test.each([
  ['a place that is not in the content', ['B-NOWHERE', 'B-GLUTE-L'], ['B-NOWHERE']],
  ['a place that is out of bounds for everyone', ['F-THROAT'], ['F-THROAT']],
  ['a place that needs no form of its own', ['B-NECK', 'B-TRAP-L'], ['B-NECK', 'B-TRAP-L']],
])('%s is not turned on', async (_, turnedOn, areas) => {
  const world = await testWorld();
  expect(await turn(world, { turnedOn })).toEqual({
    ok: false,
    error: { code: 'refused', reason: 'areas-not-offered', details: { areas } },
  });
  expect(await inForce(world)).toEqual({ version: 0, on: [] });
});

test('training and law are confirmed for each place that is new, and for none that stays or goes', async () => {
  const world = await testWorld();
  const unconfirmed = { ok: false, error: { code: 'refused', reason: 'not-confirmed' } };
  expect(await turn(world, { turnedOn: ['B-GLUTE-L'], confirmed: false })).toEqual(unconfirmed);
  await turn(world, { turnedOn: ['B-GLUTE-L', 'B-GLUTE-R'] });
  expect(await turn(world, { version: 1, turnedOn: ['B-GLUTE-L', 'F-STERNUM'], confirmed: false })).toEqual(unconfirmed);
  expect(await turn(world, { version: 1, turnedOn: ['B-GLUTE-L'], confirmed: false })).toEqual({ ok: true, value: { version: 2 } });
});

test('saved by someone else meanwhile nothing is overwritten; and it is the owner’s to decide', async () => {
  const world = await testWorld();
  await turn(world, { turnedOn: ['B-GLUTE-L'] });
  expect(await turn(world, { turnedOn: [] })).toEqual({ ok: false, error: { code: 'conflict', current: null } });
  for (const role of ['practitioner', 'front-desk', 'bookkeeper'] as const)
    expect(await world.as(role)('consentMap.setSensitiveAreas', { version: 1, turnedOn: [], confirmed: true })).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    });
  expect((await inForce(world)).on).toHaveLength(1);
});
