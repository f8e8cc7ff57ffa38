import { expect, test } from 'vitest';
import type { Ended } from '../practice/shell-messages.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';

const { made, again, call, ok, practiceOf } = vaultWorld('hanging');

/** Work that holds the one connection and never ends, as a copy into a folder that hangs does. */
const holdForEver = (house: Awaited<ReturnType<typeof made>>): void => {
  void practiceOf(house)
    .database.connection()
    .execute(() => new Promise<never>(() => undefined));
};

test('a lock is over in time whatever holds the database, and nothing that was saved is missing', async () => {
  const ended: Ended[] = [];
  const house = await made({ ended: (end) => ended.push(end) });
  holdForEver(house);
  const started = performance.now();
  expect(await call(house, 'vault.lock', {})).toEqual({ ok: true, value: {} });
  expect([ended.length, performance.now() - started < 2_000]).toEqual([1, true]);
  expect(ended[0]?.milliseconds, 'with the closing in it').toBeGreaterThanOrEqual(1_000);
  const next = await again(house);
  expect((await ok(next, 'vault.status', {})).evidence?.verdict).toBe('whole');
});

test('looking at the protections holds up neither the status nor a change of passphrase', async () => {
  const house = await made({ shellFacts: () => new Promise(() => undefined) });
  void call(house, 'security.probes', {});
  expect((await ok(house, 'vault.status', {})).state).toBe('open');
  expect(await call(house, 'vault.changePassphrase', { passphrase, next: 'a kettle on the longest night' })).toMatchObject({ ok: true });
});
