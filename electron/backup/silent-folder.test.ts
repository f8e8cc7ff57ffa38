import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { clientDetails } from '../practice/practice.test-world.ts';
import { passphrase } from '../vault/vault.test-world.ts';
import { backupWorld, refused } from './backup.test-world.ts';
import { patienceMs } from './folder-patience.ts';

const world = backupWorld('silent');
const { away, names, ok, call, withFolder, oneAndTwo, unlock } = world;

const asked = ['access', 'lstat', 'mkdir', 'open', 'readdir', 'realpath', 'rename', 'rm', 'stat', 'statfs', 'writeFile'] as const;
const real = { ...promises };

/** The folder as on a network that is gone: the system takes each question about it and never answers. Gives how often it was asked, and its waking. */
const hang = () => {
  const waiting: (() => void)[] = [];
  for (const name of asked) {
    const answer = real[name] as (...given: unknown[]) => Promise<unknown>;
    const hanging = (...given: unknown[]): Promise<unknown> => {
      if (!String(given[0]).startsWith(away())) return answer(...given);
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      return promise.then(() => answer(...given));
    };
    Object.assign(promises, { [name]: hanging });
  }
  syncBuiltinESMExports();
  return { times: () => waiting.length, wake: () => awaken(waiting) };
};
const awaken = (waiting: readonly (() => void)[] = []): void => {
  Object.assign(promises, real);
  syncBuiltinESMExports();
  for (const go of waiting) go();
};
afterEach(() => {
  awaken();
  vi.useRealTimers();
});

/** What comes of a question once the patience with the folder is over. */
const afterPatience = async <T>(folder: { readonly times: () => number }, question: () => Promise<T>): Promise<T> => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const before = folder.times();
  const answer = question();
  await vi.waitUntil(() => folder.times() > before);
  await vi.advanceTimersByTimeAsync(patienceMs);
  vi.useRealTimers();
  return answer;
};

test('a copy asked for holds no save up when its folder hangs: it is refused in time, and told', async () => {
  const house = await withFolder();
  const folder = hang();
  const saved = () => ok(house, 'clients.create', clientDetails);
  const [copied, saving] = await afterPatience(folder, () => {
    const copying = call(house, 'backup.run', {});
    return Promise.all([copying, turn().then(saved)]);
  });
  expect(copied).toEqual(refused('backup-not-written', { problem: 'disk-failing' }));
  expect(saving).toMatchObject({ chosenName: clientDetails.chosenName });
  // While that first question is not answered no other is asked.
  const before = folder.times();
  expect(await call(house, 'backup.run', {})).toEqual(refused('backup-not-written', { problem: 'disk-failing' }));
  expect(await ok(house, 'backup.settings', {})).toMatchObject({ problem: 'disk-failing', problemAt: expect.any(String), last: null });
  expect(folder.times()).toBe(before);

  folder.wake();
  await vi.waitUntil(async () => (await call(house, 'backup.run', {})).ok, { timeout: 10_000 });
  expect(await ok(house, 'backup.settings', {})).toMatchObject({ problem: null, last: { state: 'verified' } });
  expect(names().filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('a lock while its folder hangs is over at once', async () => {
  const house = await withFolder();
  const folder = hang();
  const copying = call(house, 'backup.run', {});
  await vi.waitUntil(() => folder.times() > 0);
  const started = performance.now();
  await house.vault.close();
  expect([await copying, performance.now() - started < 1_000]).toEqual([{ ok: false, error: { code: 'locked' } }, true]);
});

test('settings, the list, a new key and the choice of such a folder answer', async () => {
  const house = await withFolder();
  const folder = hang();
  expect(await afterPatience(folder, () => ok(house, 'backup.settings', {}))).toMatchObject({ folder: away(), problem: 'disk-failing' });
  expect(await call(house, 'backup.list', {})).toEqual(refused('backup-folder-silent'));
  expect(await call(house, 'vault.newKey', { passphrase, next: 'a kettle on the longest night' })).toEqual(refused('backup-folder-silent'));
  const change = { fileGrant: world.grant(house, 'backup.changeSettings', away()) };
  expect(await call(house, 'backup.changeSettings', change)).toEqual(refused('backup-folder-unfit', { cause: 'not-writable' }));
  expect(await ok(house, 'backup.changeSettings', { fileGrant: null })).toMatchObject({ folder: null, problem: null });
});

test('a restore from such a folder is refused, and the practice opens', async () => {
  const { id, house } = await oneAndTwo();
  const folder = hang();
  expect(await afterPatience(folder, () => world.restore(house, id))).toEqual(refused('backup-folder-silent'));
  await unlock(house);
  expect(await world.clients(house)).toEqual(['Ana Ruiz', 'Maya Rosario']);
});
