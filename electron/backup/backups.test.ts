import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientDetails } from '../practice/practice.test-world.ts';
import { backupWorld, refused } from './backup.test-world.ts';
import { Manifest } from './manifest.ts';

const world = backupWorld('backup');
const { away, awayFile, names, ok, call, made, withFolder, lockAndCopy, choose, listed, newest, unlock, folder } = world;

describe('where backups go', () => {
  test('is nowhere until a folder is chosen, and is told with room and need', async () => {
    const house = await made();
    expect(await ok(house, 'backup.settings', {})).toEqual({
      folder: null,
      last: null,
      problem: null,
      problemAt: null,
      needs: expect.any(Number),
      free: null,
      due: false,
      otherComputer: null,
    });
    const state = await choose(house);
    expect(state).toMatchObject({ folder: away(), last: null, due: false, free: expect.any(Number) });
    expect(state.needs).toBeGreaterThan(100_000);
    expect(names()).toEqual([]);
    expect((await world.actions(house)).at(-1)).toBe('backup-settings-changed');
    expect(await ok(house, 'backup.changeSettings', { fileGrant: null })).toMatchObject({ folder: null });
  });

  test('is no file, no folder of the practice and none that cannot be written to; what was chosen stays', async () => {
    const house = await withFolder();
    const file = awayFile('letter.txt');
    const readOnly = awayFile('read-only');
    const inside = join(folder(), 'backups');
    writeFileSync(file, '');
    mkdirSync(readOnly, { mode: 0o500 });
    mkdirSync(inside);
    const tried = async (path: string) =>
      call(house, 'backup.changeSettings', { fileGrant: world.grant(house, 'backup.changeSettings', path) });
    expect(await tried(file)).toEqual(refused('backup-folder-unfit', { cause: 'not-a-folder' }));
    expect(await tried(awayFile('gone'))).toEqual(refused('backup-folder-unfit', { cause: 'not-a-folder' }));
    expect(await tried(inside)).toEqual(refused('backup-folder-unfit', { cause: 'inside-the-practice' }));
    expect(await tried(folder())).toEqual(refused('backup-folder-unfit', { cause: 'inside-the-practice' }));
    // Nothing is read-only to the superuser, as whom a build may run.
    if (process.getuid?.() !== 0) expect(await tried(readOnly)).toEqual(refused('backup-folder-unfit', { cause: 'not-writable' }));
    expect(await ok(house, 'backup.settings', {})).toMatchObject({ folder: away() });
    expect(await call(house, 'backup.changeSettings', { fileGrant: 'unknown' })).toEqual(refused('file-grant-unknown'));
    chmodSync(readOnly, 0o700);
  });

  test('is asked of the shell, and its answer is good for the one call', async () => {
    const house = await made({ folderDialog: async () => ({ grant: 'chosen', path: away() }) });
    const { fileGrant } = await ok(house, 'backup.chooseFolder', { for: 'settings' });
    expect(await call(house, 'backup.list', { fileGrant })).toEqual(refused('file-grant-unknown'));
    const again = await ok(house, 'backup.chooseFolder', { for: 'settings' });
    expect(await ok(house, 'backup.changeSettings', again)).toMatchObject({ folder: away() });
  });
});

describe('a backup', () => {
  test('waits from the lock on, is made by the next process without a key, and is whole', async () => {
    const house = await withFolder();
    await house.vault.close();
    expect([names(), house.vault.copyWaits()]).toEqual([[], true]);
    const next = world.open('2026-11-24T11:00:00Z');
    await next.vault.copyDue();
    const [name = ''] = names();
    const { practiceId } = JSON.parse(readFileSync(join(folder(), 'practice.header.json'), 'utf8')) as { practiceId: string };
    expect(names()).toEqual([expect.stringMatching(`^Stillpoint ${practiceId.slice(-8)} 2026-11-24T11-00-\\d\\dZ$`)]);
    const manifest = Manifest.parse(JSON.parse(readFileSync(awayFile(name, 'backup.json'), 'utf8')));
    expect(manifest).toMatchObject({ practiceId, keyNumber: 1, reason: 'lock', madeAt: expect.stringMatching(/^2026-11-24T11:00:/) });
    expect(manifest.files.map((file) => file.name)).toEqual(['practice.db', 'practice.anchor', 'practice.header.json']);
    for (const { name: file } of manifest.files) {
      expect(readFileSync(awayFile(name, file)).equals(readFileSync(join(folder(), file)))).toBe(true);
      expect(statSync(awayFile(name, file)).mode & 0o077).toBe(0);
    }
    expect(next.vault.copyWaits()).toBe(false);
    await next.vault.copyDue();
    expect(names()).toEqual([name]);
  });

  test('of a practice that was closed with the window says so', async () => {
    const house = await withFolder();
    await house.vault.close('window-closed');
    const next = world.open();
    await next.vault.copyDue();
    expect(await newest(next)).toMatchObject({ reason: 'close', state: 'copied', ours: true, otherKey: false });
  });

  test('is made at once when asked for, holds the entry that says so, and saves go on after it', async () => {
    const announced: string[] = [];
    const house = await withFolder({ announce: (topics) => announced.push(...topics) });
    await ok(house, 'clients.create', clientDetails);
    const [state] = await Promise.all([
      ok(house, 'backup.run', {}),
      ok(house, 'clients.create', { ...clientDetails, chosenName: 'Ana Ruiz' }),
    ]);
    expect(state).toMatchObject({ last: { reason: 'asked', state: 'verified' }, problem: null, due: false });
    expect(announced).toContain('backups');
    expect(await world.clients(house)).toEqual(['Ana Ruiz', 'Maya Rosario']);
    await house.vault.close();
    const next = world.open('2026-11-24T12:00:00Z');
    expect(await world.restore(next, state.last?.id ?? '')).toEqual({ ok: true, value: {} });
    await unlock(next);
    expect(await world.actions(next)).toEqual(expect.arrayContaining(['backup-made', 'backup-restored', 'unlocked']));
  });

  test('is waited for by whoever unlocks, and the one asked for before a folder is chosen is refused', async () => {
    const first = await made();
    expect(await call(first, 'backup.run', {})).toEqual(refused('no-backup-folder'));
    await choose(first);
    await first.vault.close();
    const next = world.open();
    const copying = next.vault.copyDue();
    const order: string[] = [];
    await Promise.all([copying.then(() => order.push('copied')), unlock(next).then(() => order.push('unlocked'))]);
    expect([order, names().length]).toEqual([['copied', 'unlocked'], 1]);
  });

  test('does not meet another of the same second', async () => {
    const house = await withFolder();
    const ids = [];
    for (let number = 0; number < 3; number += 1) ids.push((await ok(house, 'backup.run', {})).last?.id);
    expect(new Set(ids).size).toBe(3);
    expect((await listed(house)).backups.map((backup) => backup.state)).toEqual(['verified', 'verified', 'verified']);
  });

  test('gets its name although a scanner holds what was just written', async () => {
    const house = await withFolder();
    const { rename } = promises;
    let refusals = 2;
    promises.rename = async (from, to) => {
      refusals -= 1;
      if (refusals >= 0) throw Object.assign(new Error('held'), { code: 'EPERM' });
      await rename(from, to);
    };
    syncBuiltinESMExports();
    try {
      expect(await ok(house, 'backup.run', {})).toMatchObject({ problem: null, last: { state: 'verified' } });
    } finally {
      promises.rename = rename;
      syncBuiltinESMExports();
    }
    expect(refusals).toBe(-1);
  });

  test('waits for a folder that is gone, says so, and is made when it is there again', async () => {
    const house = await withFolder();
    await house.vault.close();
    rmSync(away(), { recursive: true });
    const next = world.open();
    await next.vault.copyDue();
    await unlock(next);
    expect(await ok(next, 'backup.settings', {})).toMatchObject({
      problem: 'folder-gone',
      problemAt: expect.any(String),
      due: true,
      last: null,
    });
    expect(await call(next, 'backup.run', {})).toEqual(refused('backup-not-written', { problem: 'folder-gone' }));
    mkdirSync(away());
    const later = await lockAndCopy(next, '2026-11-24T12:00:00Z');
    await unlock(later);
    expect(await ok(later, 'backup.settings', {})).toMatchObject({ problem: null, problemAt: null, due: false, last: { state: 'copied' } });
  });

  test('that a lock cuts off still waits, and nothing of it is left', async () => {
    const house = await withFolder();
    const asked = call(house, 'backup.run', {});
    const closed = house.vault.close();
    expect(await asked).toMatchObject({ ok: false });
    await closed;
    expect(names()).toEqual([]);
    const next = world.open();
    await next.vault.copyDue();
    expect(names()).toHaveLength(1);
  });

  test('keeps settings that cannot be read for none', async () => {
    const house = await withFolder();
    await house.vault.close();
    writeFileSync(join(folder(), 'practice.backup.json'), '{"folder":');
    const next = world.open();
    await next.vault.copyDue();
    await unlock(next);
    expect(await ok(next, 'backup.settings', {})).toMatchObject({ folder: null, due: false });
  });
});
