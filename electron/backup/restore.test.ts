import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientDetails } from '../practice/practice.test-world.ts';
import { passphrase } from '../vault/vault.test-world.ts';
import { backupWorld } from './backup.test-world.ts';

const world = backupWorld('restore');
const { away, awayFile, ok, call, made, withFolder, listed, newest, unlock, restore, clients, folder, file } = world;
const refused = (reason: string, details?: object) => ({ ok: false, error: { code: 'refused', reason, ...(details && { details }) } });
const done = { ok: true, value: {} };
const inFolder = (): readonly string[] => readdirSync(folder()).sort();

/** A backup with one client in it, and the practice, locked, with a second one that came after. */
const oneAndTwo = async () => {
  const house = await withFolder();
  await ok(house, 'clients.create', clientDetails);
  const id = (await ok(house, 'backup.run', {})).last?.id ?? '';
  await ok(house, 'clients.create', { ...clientDetails, chosenName: 'Ana Ruiz' });
  await house.vault.close();
  return { id, house: world.open('2026-11-24T12:00:00Z') };
};

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
    expect(await listed(house)).toEqual({ folder: null, backups: [] });
    expect(await restore(house, id)).toEqual(refused('no-backup-folder'));
    expect(await listed(house, awayFile(id))).toMatchObject({ folder: away(), backups: [{ id, ours: false, olderKey: false }] });
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

describe('refused, and the practice stays as it is:', () => {
  const untouched = async (house: Awaited<ReturnType<typeof oneAndTwo>>['house']) => {
    expect(inFolder().filter((name) => name.startsWith('practice.restor') || name === 'kept')).toEqual([]);
    await unlock(house);
    expect(await clients(house)).toEqual(['Ana Ruiz', 'Maya Rosario']);
  };

  test('a wrong passphrase, which is counted and written down', async () => {
    const { id, house } = await oneAndTwo();
    for (let number = 0; number < 2; number += 1) {
      expect(await restore(house, id, 'not this one')).toEqual(refused('backup-not-opened', { seconds: 0 }));
    }
    expect(await restore(house, id, 'not this one')).toEqual(refused('backup-not-opened', { seconds: 2 }));
    expect(await restore(house, id)).toMatchObject({ error: { reason: 'wait-before-next-try' } });
    await house.vault.close();
    const later = world.open('2026-11-24T13:00:00Z');
    await untouched(later);
    expect((await world.actions(later)).filter((action) => action === 'failed-unlock')).toHaveLength(3);
  });

  test('while it is open', async () => {
    const { id, house } = await oneAndTwo();
    await unlock(house);
    expect(await restore(house, id)).toEqual(refused('already-open'));
  });

  test('one that is not in the folder, whatever the name leads to', async () => {
    const { id, house } = await oneAndTwo();
    for (const name of ['nothing', `../${id}`, `./${id}`, '..', '.', `${id}/`]) {
      expect(await restore(house, name)).toEqual(refused('backup-not-found'));
    }
    renameSync(away(), `${away()}-elsewhere`);
    expect(await restore(house, id)).toEqual(refused('backup-not-found'));
    renameSync(`${away()}-elsewhere`, away());
    await untouched(house);
  });

  test.each(['practice.db', 'practice.anchor', 'practice.header.json'])('one with a flipped bit in its %s', async (name) => {
    const { id, house } = await oneAndTwo();
    const bytes = readFileSync(awayFile(id, name));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(awayFile(id, name), bytes);
    expect((await newest(house)).state).toBe('copied');
    expect(await restore(house, id)).toEqual(refused('backup-damaged'));
    await untouched(house);
  });

  test('one that is cut short, has lost a file, or has no readable list of them', async () => {
    const { id, house } = await oneAndTwo();
    const db = readFileSync(awayFile(id, 'practice.db'));
    writeFileSync(awayFile(id, 'practice.db'), db.subarray(0, 8_192));
    expect([(await newest(house)).state, await restore(house, id)]).toEqual(['damaged', refused('backup-damaged')]);
    rmSync(awayFile(id, 'practice.db'));
    expect([(await newest(house)).state, await restore(house, id)]).toEqual(['damaged', refused('backup-damaged')]);
    mkdirSync(awayFile(id, 'practice.db'));
    expect([(await newest(house)).state, await restore(house, id)]).toEqual(['damaged', refused('backup-damaged')]);
    writeFileSync(awayFile(id, 'backup.json'), 'x');
    expect(await restore(house, id)).toEqual(refused('backup-damaged'));
    await untouched(house);
  });

  test('one whose file was put together with a list that fits it, but not the key', async () => {
    const { id, house } = await oneAndTwo();
    const manifest = JSON.parse(readFileSync(awayFile(id, 'backup.json'), 'utf8')) as { files: { name: string; sha256: string }[] };
    const bytes = readFileSync(awayFile(id, 'practice.db'));
    bytes.fill(7, bytes.length - 4_096);
    writeFileSync(awayFile(id, 'practice.db'), bytes);
    for (const one of manifest.files) {
      if (one.name === 'practice.db') one.sha256 = createHash('sha256').update(bytes).digest('hex');
    }
    writeFileSync(awayFile(id, 'backup.json'), JSON.stringify(manifest));
    expect(await restore(house, id)).toEqual(refused('backup-damaged'));
    await untouched(house);
  });

  test('one of another practice, and one made by a newer version', async () => {
    const { id, house } = await oneAndTwo();
    const text = readFileSync(awayFile(id, 'backup.json'), 'utf8');
    const manifest = JSON.parse(text) as object;
    writeFileSync(awayFile(id, 'backup.json'), JSON.stringify({ ...manifest, practiceId: 'another' }));
    expect(await restore(house, id)).toEqual(refused('backup-of-another-practice'));
    writeFileSync(awayFile(id, 'backup.json'), JSON.stringify({ ...manifest, version: 2, more: true }));
    expect(await restore(house, id)).toEqual(refused('backup-made-by-newer-version'));
    writeFileSync(awayFile(id, 'backup.json'), text);
    await untouched(house);
  });

  test('one that a newer version brought further than this one knows', async () => {
    const first = await withFolder();
    await world
      .practiceOf(first)
      .database.insertInto('kysely_migration' as never)
      .values({ name: '9999-later', timestamp: '2030' } as never)
      .execute();
    const id = (await ok(first, 'backup.run', {})).last?.id ?? '';
    await world
      .practiceOf(first)
      .database.deleteFrom('kysely_migration' as never)
      .where('name' as never, '=', '9999-later' as never)
      .execute();
    for (const name of ['Maya Rosario', 'Ana Ruiz']) await ok(first, 'clients.create', { ...clientDetails, chosenName: name });
    await first.vault.close();
    const house = world.open('2026-11-24T12:00:00Z');
    expect(await restore(house, id)).toEqual(refused('backup-made-by-newer-version'));
    await untouched(house);
  });

  test('where another process has the practice open', async () => {
    const { id, house } = await oneAndTwo();
    await unlock(house);
    const second = world.open('2026-11-24T12:00:00Z');
    expect(await ok(second, 'vault.status', {})).toMatchObject({ state: 'unavailable', problem: 'open-elsewhere' });
    await listed(second, away());
    expect(await restore(second, id)).toEqual({ ok: false, error: { code: 'unavailable', reason: 'open-elsewhere' } });
    expect(await clients(house)).toEqual(['Ana Ruiz', 'Maya Rosario']);
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

test('nobody restores into a practice that was made meanwhile by someone else', async () => {
  const { id, house: first } = await oneAndTwo();
  await first.vault.close();
  rmSync(folder(), { recursive: true });
  const house = await made();
  await house.vault.close();
  const next = world.open('2026-11-24T14:00:00Z');
  await listed(next, away());
  expect(await restore(next, id)).toEqual(refused('backup-of-another-practice'));
});
