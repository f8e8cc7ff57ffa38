import { expect, test } from 'vitest';
import { clientDetails } from '../practice/practice.test-world.ts';
import { passphrase } from '../vault/vault.test-world.ts';
import { backupWorld, refused } from './backup.test-world.ts';

const world = backupWorld('session');
const { ok, call, names } = world;

test('while a session is open no copy and no new key is begun, a lock copies as ever, and both are there again after it', async () => {
  const house = await world.withFolder();
  const { id: clientId } = await ok(house, 'clients.create', clientDetails);
  const { id: sessionId } = await ok(house, 'sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: true });
  const next = 'a kettle on the longest night';
  expect(await call(house, 'backup.run', {})).toEqual(refused('session-open'));
  expect(await call(house, 'vault.newKey', { passphrase, next })).toEqual(refused('session-open'));
  expect([names(), (await world.actions(house)).filter((action) => action === 'backup-made' || action === 'data-key-renewed')]).toEqual([
    [],
    [],
  ]);

  const locked = await world.lockAndCopy(house);
  expect(names()).toHaveLength(1);
  await world.unlock(locked);
  expect(await call(locked, 'backup.run', {})).toEqual(refused('session-open'));
  const [{ id } = { id: '' }] = (await world.listed(locked)).backups;
  await locked.vault.tend();
  expect(await call(locked, 'backup.verify', { id })).toEqual(refused('session-open'));
  expect(await call(locked, 'backup.rehearse', { id })).toEqual(refused('session-open'));
  expect((await world.listed(locked)).backups.map(({ state }) => state)).toEqual(['copied']);
  const end = { left: 'Alone, steady', tasks: [] };
  await ok(locked, 'sessions.close', { sessionId, id: '20000000-0000-4000-8000-000000000001', end });
  await ok(locked, 'backup.run', {});
  expect(names()).toHaveLength(2);

  // What was copied in mid-session says so at the door once it is back.
  const [, copied] = (await world.listed(locked)).backups;
  await locked.vault.close();
  const before = world.open('2026-11-24T12:00:00Z');
  expect((await ok(before, 'vault.status', {})).session).toBeNull();
  expect(await world.restore(before, copied?.id ?? '')).toMatchObject({ ok: true });
  expect((await ok(world.open('2026-11-24T12:01:00Z'), 'vault.status', {})).session).toEqual({ since: expect.any(String) });
});
