import fs, { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientDetails } from '../practice/practice.test-world.ts';
import { passphrase } from '../vault/vault.test-world.ts';
import { backupWorld, refused } from './backup.test-world.ts';

const world = backupWorld('restore');
const { away, awayFile, ok, call, withFolder, oneAndTwo, listed, newest, unlock, restore, clients, folder, file } = world;
const done = { ok: true, value: {} };
const inFolder = (): readonly string[] => readdirSync(folder()).sort();

describe('a restored backup', () => {
  test('takes the place of the practice, says who did it, and what was there is kept', async () => {
    const { id, house } = await oneAndTwo();
    await call(house, 'vault.unlock', { passphrase: 'not this one at all' });
    const before = readFileSync(file('practice.db'));
    expect(await restore(house, id)).toEqual(done);
    expect(await ok(house, 'vault.status', {})).toMatchObject({ state: 'locked', practiceName: 'Alder Room', waitSeconds: 0 });
    const kept = readdirSync(file('kept'));
    expect(kept).toEqual([expect.stringMatching(/^2026-11-24T12-00-\d\dZ$/)]);
    expect(readFileSync(join(file('kept'), kept[0] ?? '', 'practice.db')).equals(before)).toBe(true);
    expect(inFolder()).not.toContain('practice.restoring');
    expect(inFolder()).not.toContain('practice.restore.json');

    await unlock(house);
    expect((await world.actions(house)).slice(-4)).toEqual(['backup-made', 'backup-restored', 'failed-unlock', 'unlocked']);
    expect(await clients(house)).toEqual(['Maya Rosario']);
    expect(await ok(house, 'vault.status', {})).toMatchObject({ evidence: { verdict: 'whole' } });
    expect(await ok(house, 'audit.verify', {})).toMatchObject({ verdict: 'whole', firstBad: null });
  });

  test('opens with the recovery code it was sealed with', async () => {
    const first = await withFolder();
    const { groups } = await ok(first, 'vault.makeRecoveryKit', { passphrase });
    await ok(first, 'clients.create', clientDetails);
    const id = (await ok(first, 'backup.run', {})).last?.id ?? '';
    await first.vault.close();
    const house = world.open('2026-11-24T12:00:00Z');
    const mistyped = groups.with(2, groups[2] === 'AAAAA' ? 'BBBBB' : 'AAAAA').join(' ');
    expect(await restore(house, id, mistyped, 'recovery')).toMatchObject({
      error: { code: 'invalid', issues: [{ path: ['secret', 'text', 3], problem: 'mistyped' }] },
    });
    expect(await restore(house, id, passphrase, 'recovery')).toMatchObject({ error: { code: 'invalid' } });
    expect(await restore(house, id, groups.join(' '), 'recovery')).toEqual(done);
    await unlock(house);
    expect(await clients(house)).toEqual(['Maya Rosario']);
  });

  test('is opened by the passphrase it was sealed with, whatever came after: a changed one, or a new data key', async () => {
    const house = await withFolder();
    await ok(house, 'clients.create', clientDetails);
    const id = (await ok(house, 'backup.run', {})).last?.id ?? '';
    const next = 'a kettle on the longest night';
    await ok(house, 'vault.newKey', { passphrase, next });
    await house.vault.close();
    const later = world.open('2026-11-24T12:00:00Z');
    expect(await restore(later, id, next)).toEqual(refused('backup-not-opened', { seconds: 0 }));
    expect(await restore(later, id)).toEqual(done);
    expect(await call(later, 'vault.unlock', { passphrase: next })).toMatchObject(refused('wrong-passphrase'));
    await unlock(later);
    expect(await clients(later)).toEqual(['Maya Rosario']);
    // Under the older key again, and renewed from there.
    await ok(later, 'vault.newKey', { passphrase, next });
    expect(await clients(later)).toEqual(['Maya Rosario']);
  });

  test('brings a practice back where there is none, from a folder the person points at or from the backup itself', async () => {
    const { id, house: first } = await oneAndTwo();
    await first.vault.close();
    rmSync(folder(), { recursive: true });
    const house = world.open('2026-11-24T13:00:00Z');
    expect(await ok(house, 'vault.status', {})).toMatchObject({ state: 'no-practice' });
    expect(await listed(house)).toEqual({ folder: null, backups: [], newer: 0, kept: [] });
    expect(await restore(house, id)).toEqual(refused('no-backup-folder'));
    expect(await listed(house, awayFile(id))).toMatchObject({ folder: away(), backups: [{ id, ours: false, otherKey: false }] });
    expect(await listed(house)).toMatchObject({ folder: away() });
    expect(await restore(house, id)).toEqual(done);
    expect(await ok(house, 'vault.status', {})).toMatchObject({ state: 'locked', practiceName: 'Alder Room' });
    await unlock(house);
    expect(await clients(house)).toEqual(['Maya Rosario']);
  });

  test.each(['practice.db', 'practice.header.json', 'both'])('mends a practice whose %s is damaged or gone', async (what) => {
    const { id, house: first } = await oneAndTwo();
    await first.vault.close();
    if (what !== 'practice.header.json') rmSync(file('practice.db'));
    for (const name of what === 'practice.db' ? [] : ['practice.header.json', 'practice.header.copy.json']) writeFileSync(file(name), 'x');
    const house = world.open('2026-11-24T13:00:00Z');
    expect((await ok(house, 'vault.status', {})).state).toBe('unavailable');
    expect(await restore(house, id)).toEqual(done);
    await unlock(house);
    expect(await clients(house)).toEqual(['Maya Rosario']);
  });

  test('holds what a crash left in the WAL', async () => {
    const first = await withFolder();
    await first.vault.close();
    const house = await world.lockAndCopy(first);
    await unlock(house);
    await ok(house, 'clients.create', clientDetails);
    // The files of a process that was killed now, copied without their closing.
    const crashed = mkdtempSync(join(tmpdir(), 'stillpoint-crashed-'));
    for (const name of ['practice.db', 'practice.db-wal', 'practice.anchor']) copyFileSync(file(name), join(crashed, name));
    await house.vault.close();
    for (const name of ['practice.db', 'practice.db-wal', 'practice.anchor']) copyFileSync(join(crashed, name), file(name));
    rmSync(crashed, { recursive: true });
    const next = world.open('2026-11-24T13:00:00Z');
    await next.vault.copyDue();
    const { id } = await newest(next);
    expect(existsSync(awayFile(id, 'practice.db-wal'))).toBe(true);
    expect(await restore(next, id)).toEqual(done);
    await unlock(next);
    expect(await clients(next)).toEqual(['Maya Rosario']);
  });
});

test('half-made files of other work never meet a restored header', async () => {
  const { id, house: first } = await oneAndTwo();
  await first.vault.close();
  // A renewal of the key that was cut off: the old database under the name the restored header would finish.
  copyFileSync(file('practice.db'), file('practice.key1.db'));
  rmSync(file('practice.header.json'));
  rmSync(file('practice.header.copy.json'));
  const house = world.open('2026-11-24T13:00:00Z');
  expect(await restore(house, id)).toEqual(done);
  await unlock(house);
  expect(await clients(house)).toEqual(['Maya Rosario']);
  expect(existsSync(file('practice.key1.db'))).toBe(false);
});

test('a file that a scanner holds for a moment does not stop the swap', async () => {
  const { id, house } = await oneAndTwo();
  const { renameSync } = fs;
  const held = new Set<string>();
  // Windows refuses the first renaming of each file that is still being looked at.
  fs.renameSync = (from, to) => {
    if (!held.has(String(from))) throw Object.assign(new Error(`held: ${held.add(String(from)).size}`), { code: 'EACCES' });
    renameSync(from, to);
  };
  syncBuiltinESMExports();
  try {
    expect(await restore(house, id)).toEqual(done);
  } finally {
    fs.renameSync = renameSync;
    syncBuiltinESMExports();
  }
  expect(held.size).toBeGreaterThan(6);
  await house.vault.close();
  const next = world.open('2026-11-24T13:00:00Z');
  await unlock(next);
  expect(await clients(next)).toEqual(['Maya Rosario']);
});
