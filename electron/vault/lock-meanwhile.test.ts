import { describe, expect, test } from 'vitest';
import type { House } from '../practice/house.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { readHeader } from './header.ts';
import { asOlderVersion } from './older-version.test-world.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';
import { wayIn } from './ways-in.ts';

const { folder, made, open, call, ok } = vaultWorld('meanwhile');
const next = 'a kettle on the longest night';

/** Which of the two passphrases opens it now; exactly one must. */
const opening = async (): Promise<{ readonly house: House; readonly by: readonly string[] }> => {
  const header = readHeader(folder());
  if (!header) throw new Error('no header');
  const ways = await Promise.all([passphrase, next].map((secret) => wayIn(header, 'passphrase', secret)));
  const by = [passphrase, next].filter((_, index) => ways[index] !== null);
  const house = open('2026-11-24T12:00:00Z');
  await ok(house, 'vault.unlock', { passphrase: by[0] ?? '' });
  return { house, by };
};

describe('a lock in the middle', () => {
  test('of saves: each that was acknowledged is there, and the trail is whole', async () => {
    const house = await made();
    const saves = Array.from({ length: 12 }, (_, number) =>
      call(house, 'clients.create', { ...clientDetails, chosenName: `Client ${number}` }),
    );
    const locked = call(house, 'vault.lock', {});
    const acknowledged = (await Promise.all(saves)).flatMap((reply) => (reply.ok ? [reply.value.chosenName] : []));
    await locked;
    const again = open();
    await ok(again, 'vault.unlock', { passphrase });
    const { clients } = await ok(again, 'clients.search', { query: '' });
    expect(clients.map((client) => client.chosenName)).toEqual(expect.arrayContaining(acknowledged));
    expect((await ok(again, 'vault.status', {})).evidence?.verdict).toBe('whole');
  });

  test.each(['vault.changePassphrase', 'vault.newKey'] as const)(
    'of %s: one passphrase opens it, and everything is there',
    async (name) => {
      const house = await made();
      const client = await ok(house, 'clients.create', clientDetails);
      const changing = call(house, name, { passphrase, next });
      const locking = call(house, 'vault.lock', {});
      const reply = await changing;
      await locking;
      const { house: again, by } = await opening();
      expect(by).toEqual([reply.ok ? next : passphrase]);
      expect(await ok(again, 'clients.get', { id: client.id })).toMatchObject(clientDetails);
    },
  );

  test('of a migration: the next opening finishes it, and everything is there', async () => {
    const house = await made();
    const client = await ok(house, 'clients.create', clientDetails);
    await house.vault.close();
    await asOlderVersion(folder());
    const migrating = open();
    const unlocking = call(migrating, 'vault.unlock', { passphrase });
    await migrating.vault.close();
    await unlocking;
    await migrating.vault.close();
    const { house: again } = await opening();
    expect(await ok(again, 'clients.get', { id: client.id })).toMatchObject(clientDetails);
    expect((await ok(again, 'vault.status', {})).idleMinutes).toBe(5);
  });
});
