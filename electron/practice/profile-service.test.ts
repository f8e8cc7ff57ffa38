import { expect, test } from 'vitest';
import { profileDetails, testWorld } from './practice.test-world.ts';

test('the profile changes from the version it was read at, or says what it is now', async () => {
  const world = await testWorld();
  expect(await world.ok('profile.get', {})).toEqual({ ...profileDetails, version: 1, role: 'owner' });
  const changed = await world.ok('profile.update', { version: 1, details: { ...profileDetails, practiceName: 'Birch Room' } });
  expect(changed).toEqual({ ...profileDetails, practiceName: 'Birch Room', version: 2, role: 'owner' });
  expect(await world.call('profile.update', { version: 1, details: profileDetails })).toEqual({
    ok: false,
    error: { code: 'conflict', current: { ...profileDetails, practiceName: 'Birch Room', version: 2 } },
  });
});

test.each([
  ['zone', 'Mars/Olympus', 'not-a-zone'],
  ['practiceName', ' ', 'required'],
  ['paper', 'a5', 'not-an-option'],
])('a %s of "%s" is %s', async (field, value, problem) => {
  const world = await testWorld();
  expect(await world.raw('profile.update', { version: 1, details: { ...profileDetails, [field]: value } })).toEqual({
    ok: false,
    error: { code: 'invalid', issues: [{ path: ['details', field], problem }] },
  });
});
