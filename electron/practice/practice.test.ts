import { expect, test } from 'vitest';
import { profileDetails, testWorld } from './practice.test-world.ts';
import { practiceFor } from './practice.ts';
import { profileOf, replaceProfile } from './profile-repository.ts';

test('a query beside the transaction throws at once instead of waiting for ever', async () => {
  const practice = practiceFor((await testWorld()).open, null);
  await expect(practice.write(async () => practice.db.selectFrom('profile').selectAll().execute())).rejects.toThrow(
    /inside practice.write/,
  );
  await expect(practice.write(async () => practice.write(async () => 1))).rejects.toThrow(/inside practice.write/);
  expect(await practice.write(async (tx) => (await profileOf(tx)).practiceName)).toBe('Alder Room');
});

test('a write that fails leaves nothing, and the next one works', async () => {
  const practice = practiceFor((await testWorld()).open, null);
  const failed = practice.write(async (tx) => {
    await replaceProfile(tx, 1, { ...profileDetails, practiceName: 'Half' });
    throw new Error('in the middle');
  });
  await expect(failed).rejects.toThrow('in the middle');
  expect(await profileOf(practice.db)).toEqual({ ...profileDetails, version: 1 });
});

test('two writes at once happen one after the other', async () => {
  const practice = practiceFor((await testWorld()).open, null);
  const rename = (name: string): Promise<boolean> =>
    practice.write(async (tx) => replaceProfile(tx, (await profileOf(tx)).version, { ...profileDetails, practiceName: name }));
  expect(await Promise.all([rename('One'), rename('Two'), rename('Three')])).toEqual([true, true, true]);
  expect(await profileOf(practice.db)).toMatchObject({ version: 4, practiceName: 'Three' });
});
