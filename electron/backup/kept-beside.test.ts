import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asOlderVersion } from '../vault/older-version.test-world.ts';
import { passphrase } from '../vault/vault.test-world.ts';
import { backupWorld, refused } from './backup.test-world.ts';

const world = backupWorld('kept');
const { ok, made, oneAndTwo, unlock, restore, clients, folder, file } = world;
const done = { ok: true, value: {} };
const next = 'a kettle on the longest night';

/** A practice in which a restore has just replaced the one with two clients, locked. */
const restored = async () => {
  const { id, house } = await oneAndTwo();
  expect(await restore(house, id)).toEqual(done);
  await house.vault.close();
  return world.open('2026-11-24T13:00:00Z');
};
const keptOf = async (house: Awaited<ReturnType<typeof made>>) => (await ok(house, 'backup.list', {})).kept;

test('what a restore replaced is listed at the door, and takes its place again', async () => {
  const house = await restored();
  const [replaced, ...others] = await keptOf(house);
  expect([replaced, others]).toEqual([
    {
      id: expect.stringMatching(/^kept\/2026-11-24T12-00-\d\dZ$/),
      madeAt: expect.stringMatching(/^2026-11-24T12:00:\d\d.000Z$/),
      reason: 'replaced',
      bytes: expect.any(Number),
      appVersion: '',
      state: 'copied',
      verifiedAt: null,
      elsewhere: false,
      otherKey: false,
      ours: true,
    },
    [],
  ]);
  const id = replaced?.id ?? '';
  expect(await restore(house, id, 'not this one')).toEqual(refused('backup-not-opened', { seconds: 0 }));
  expect(await restore(house, id)).toEqual(done);
  await house.vault.close();

  const back = world.open('2026-11-24T14:00:00Z');
  expect((await keptOf(back)).map(({ reason }) => reason)).toEqual(['replaced', 'replaced']);
  await unlock(back);
  expect(await clients(back)).toEqual(['Ana Ruiz', 'Maya Rosario']);
  expect(await ok(back, 'audit.verify', {})).toMatchObject({ verdict: 'whole', firstBad: null });
  // Whoever is in looks at the backups; what lies here is for the door.
  expect(await keptOf(back)).toEqual([]);
});

test('what was replaced under another key says so, and opens with the passphrase it had', async () => {
  const { id, house: first } = await oneAndTwo();
  await unlock(first);
  await ok(first, 'vault.newKey', { passphrase, next });
  await first.vault.close();
  const house = world.open('2026-11-24T13:00:00Z');
  expect(await restore(house, id)).toEqual(done);
  await house.vault.close();
  const later = world.open('2026-11-24T14:00:00Z');
  const [replaced] = await keptOf(later);
  expect(replaced).toMatchObject({ otherKey: true, ours: true });
  expect(await restore(later, replaced?.id ?? '')).toEqual(refused('backup-not-opened', { seconds: 0 }));
  expect(await restore(later, replaced?.id ?? '', next)).toEqual(done);
  await later.vault.close();
  const back = world.open('2026-11-24T15:00:00Z');
  await unlock(back, next);
  expect(await clients(back)).toEqual(['Ana Ruiz', 'Maya Rosario']);
});

test('what was damaged by then changes nothing, and what nothing opens is not listed', async () => {
  const house = await restored();
  const id = (await keptOf(house))[0]?.id ?? '';
  const database = join(folder(), id, 'practice.db');
  const bytes = readFileSync(database);
  bytes.fill(7, bytes.length - 4_096);
  writeFileSync(database, bytes);
  expect(await restore(house, id)).toEqual(refused('backup-damaged'));
  for (const name of readdirSync(join(folder(), id)).filter((one) => one.includes('header'))) rmSync(join(folder(), id, name));
  mkdirSync(file('kept/mine'));
  expect(await keptOf(house)).toEqual([]);
  for (const name of ['kept/nothing', 'kept/..', 'kept/.', 'kept/mine/..', 'kept/']) {
    expect(await restore(house, name)).toMatchObject({ ok: false, error: { code: 'refused' } });
  }
  await unlock(house);
  expect(await clients(house)).toEqual(['Maya Rosario']);
});

/** As if it had come to this copy ten times more. */
const tenMore = (copy: string): void => {
  const from = join(file('kept'), copy);
  const manifest = JSON.parse(readFileSync(join(from, 'backup.json'), 'utf8')) as object;
  for (let number = 2; number <= 11; number += 1) {
    const to = `${from} ${number}`;
    mkdirSync(to);
    for (const name of readdirSync(from)) copyFileSync(join(from, name), join(to, name));
    writeFileSync(join(to, 'backup.json'), JSON.stringify({ ...manifest, number }));
  }
};

test('copies made before a migration stay, however many there are, and are listed too', async () => {
  const migrated = async (now: string): Promise<void> => {
    await asOlderVersion(folder());
    const house = world.open(now);
    await unlock(house);
    await house.vault.close();
  };
  await (await made()).vault.close();
  await migrated('2026-11-21T10:00:00Z');
  tenMore(readdirSync(file('kept'))[0] ?? '');
  await migrated('2026-11-22T10:00:00Z');
  expect(readdirSync(file('kept'))).toHaveLength(12);
  const house = world.open('2026-11-24T10:00:00Z');
  const kept = await keptOf(house);
  expect(kept.map(({ reason, state }) => [reason, state])).toEqual(Array.from({ length: 12 }, () => ['migration', 'copied']));
  expect(await restore(house, kept[0]?.id ?? '')).toEqual(done);
});

test('a folder whose marker was damaged is listed by its own time', async () => {
  const house = await restored();
  renameSync(join(folder(), (await keptOf(house))[0]?.id ?? ''), file('kept/replaced'));
  expect(await keptOf(house)).toMatchObject([{ id: 'kept/replaced', madeAt: expect.stringMatching(/^\d{4}-/) }]);
});
