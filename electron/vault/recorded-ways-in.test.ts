import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../shared/app-error.ts';
import type { House } from '../practice/house.ts';
import { withoutCommits } from '../store/tampering.test-world.ts';
import { readHeader } from './header.ts';
import { createKeys } from './keys-service.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';
import { wayIn } from './ways-in.ts';

const next = 'a kettle on the longest night';
const { folder, file, open, call, ok, made, practiceOf } = vaultWorld('recorded');

const headers = ['practice.header.json', 'practice.header.copy.json'] as const;
const opensWith = async (): Promise<readonly string[]> => {
  const header = readHeader(folder());
  if (!header) throw new Error('no header');
  const ways = await Promise.all([passphrase, next].map((secret) => wayIn(header, 'passphrase', secret)));
  return [passphrase, next].filter((_, index) => ways[index] !== null);
};
/** What is asked of the vault, and what the trail says once it was done. */
type Change = (house: House) => Promise<Reply<unknown>>;
const changes: readonly (readonly [string, 'passphrase-changed' | 'recovery-kit-made', Change])[] = [
  ['a change of passphrase', 'passphrase-changed', (house) => call(house, 'vault.changePassphrase', { passphrase, next })],
  ['a Recovery Kit', 'recovery-kit-made', (house) => call(house, 'vault.makeRecoveryKit', { passphrase })],
];

describe('the header and the entry that says so', () => {
  test.each(changes)('stand together: %s that cannot be written is not in the trail', async (_, action, change) => {
    const house = await made();
    for (const name of headers) {
      renameSync(file(name), file(`${name}.kept`));
      mkdirSync(file(name));
    }
    expect(await change(house)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    for (const name of headers) {
      rmSync(file(name), { recursive: true });
      renameSync(file(`${name}.kept`), file(name));
    }
    expect((await ok(house, 'audit.list', { actions: [action] })).lines).toEqual([]);
    expect(await opensWith()).toEqual([passphrase]);
  });

  test.each(changes)('fall together: %s whose entry cannot be committed is taken back', async (_, action, change) => {
    const house = await made();
    expect(await withoutCommits(practiceOf(house).database, () => change(house))).toMatchObject({ ok: false });
    expect((await ok(house, 'audit.list', { actions: [action] })).lines).toEqual([]);
    expect([await opensWith(), readHeader(folder())?.wraps.map(({ kind }) => kind)]).toEqual([[passphrase], ['passphrase']]);
    await house.vault.close();
    const again = open('2026-11-24T11:00:00Z');
    await ok(again, 'vault.unlock', { passphrase });
    expect(await ok(again, 'audit.verify', {})).toMatchObject({ verdict: 'whole' });
  });
});

test('the data key is lent, and gone afterwards also when what it was lent for failed', async () => {
  const house = await made();
  const keys = createKeys({
    folder: folder(),
    now: () => '2026-11-24T10:00:00.000Z',
    header: () => {
      const header = readHeader(folder());
      if (!header) throw new Error('no header');
      return header;
    },
    replace: () => undefined,
    practice: () => practiceOf(house),
  });
  const lent: Buffer[] = [];
  const failing = keys.withOwnKey(passphrase, async ({ dataKey }) => {
    lent.push(dataKey);
    expect(dataKey.some((byte) => byte !== 0)).toBe(true);
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(lent.map((key) => key.every((byte) => byte === 0))).toEqual([true]);
});
