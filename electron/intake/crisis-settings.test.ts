import { expect, test } from 'vitest';
import { profileDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { practiceFor } from '../practice/practice.ts';
import { checkedNumbers } from './crisis-settings-service.ts';

const numbers = { emergency: '911', crisis: '9-8-8', text: '988', note: 'Day and night' };
const input = { version: 0, numbers, checkedOn: '2026-11-23', confirmed: true };
const saved = { ...numbers, place: 'CA-ON', checkedOn: '2026-11-23', checkedBy: 'Hana Lindqvist' };
const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });
const day = 24 * 60 * 60 * 1000;

const moveTo = async (world: TestWorld, place: string): Promise<void> => {
  const { version } = await world.ok('profile.get', {});
  await world.ok('profile.update', { version, details: { ...profileDetails, place } });
};

test('numbers are suggested for the place, and none is there before somebody checked them', async () => {
  const world = await testWorld();
  const { suggested, ...rest } = await world.ok('crisis.settings', {});
  expect(rest).toEqual({ place: 'CA-ON', saved: null, isDue: false, version: 0 });
  expect(suggested[0]).toEqual({
    country: 'CA',
    checked: true,
    emergency: '911',
    crisis: '9-8-8 (call or text, 24/7, English and French)',
    text: '988',
    note: 'Quebec also: 1-866-277-3553',
  });
  expect(suggested.filter(({ checked }) => checked).map(({ country }) => country)).toEqual(['CA', 'US']);
  expect(await checkedNumbers(practiceFor(world.open, null))).toBeNull();
});

test('are kept as they were checked, with who checked them and when', async () => {
  const world = await testWorld();
  expect(await world.ok('crisis.set', input)).toEqual({ version: 1, saved });
  expect(await world.ok('crisis.settings', {})).toMatchObject({ place: 'CA-ON', saved, isDue: false, version: 1 });
  expect(await checkedNumbers(practiceFor(world.open, null))).toEqual(saved);
  expect((await world.audit()).slice(1)).toEqual([
    { action: 'crisis-numbers-checked', client_id: null, record_id: null, actor: world.open.actor.id },
  ]);
  expect(world.announced).toEqual(expect.arrayContaining(['safety', 'handover']));
  const other = await world.ok('crisis.set', { ...input, version: 1, numbers: { ...numbers, text: '' }, checkedOn: '2026-11-24' });
  expect(other).toEqual({ version: 2, saved: { ...saved, text: '', checkedOn: '2026-11-24' } });
});

test('count for the place they were checked in, and are there again when it is', async () => {
  const world = await testWorld();
  await world.ok('crisis.set', input);
  await moveTo(world, 'GB');
  expect(await world.ok('crisis.settings', {})).toMatchObject({ place: 'GB', saved: null, isDue: false, version: 1 });
  expect(await checkedNumbers(practiceFor(world.open, null))).toBeNull();
  await world.ok('crisis.set', { ...input, version: 1, numbers: { ...numbers, emergency: '999' } });
  expect((await world.ok('crisis.settings', {})).saved).toMatchObject({ place: 'GB', emergency: '999' });
  await moveTo(world, 'CA-ON');
  expect((await world.ok('crisis.settings', {})).saved).toEqual(saved);
});

test('are to be checked again after a year, and are shown until then and after', async () => {
  const world = await testWorld();
  await world.ok('crisis.set', input);
  world.later(364 * day);
  expect(await world.ok('crisis.settings', {})).toMatchObject({ saved, isDue: false });
  world.later(day);
  expect(await world.ok('crisis.settings', {})).toMatchObject({ saved, isDue: true });
  expect(await checkedNumbers(practiceFor(world.open, null))).toEqual(saved);
});

test('are not kept without a word that they were checked, for a day to come, or empty', async () => {
  const world = await testWorld();
  const set = (more: object) => world.call('crisis.set', { ...input, ...more });
  expect(await set({ confirmed: false })).toEqual(refused('not-confirmed'));
  expect(await set({ checkedOn: '2026-11-25' })).toEqual(refused('day-in-future'));
  for (const field of ['emergency', 'crisis'])
    expect(await set({ numbers: { ...numbers, [field]: ' \u200b ' } })).toEqual({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['numbers', field], problem: 'required' }] },
    });
  expect(await world.as('practitioner')('crisis.set', input)).toEqual({ ok: false, error: { code: 'not-allowed' } });
  expect(await world.ok('crisis.settings', {})).toMatchObject({ saved: null, version: 0 });
  expect((await world.audit()).map(({ action }) => action)).toEqual(['practice-created', 'call-refused']);
});

test('saved meanwhile by someone else: shown as they stand, and nothing is overwritten', async () => {
  const world = await testWorld();
  await world.ok('crisis.set', input);
  expect(await world.call('crisis.set', { ...input, numbers: { ...numbers, crisis: '0' } })).toEqual({
    ok: false,
    error: { code: 'conflict', current: { version: 1, saved } },
  });
  expect(await world.ok('crisis.settings', {})).toMatchObject({ saved, version: 1 });
});
