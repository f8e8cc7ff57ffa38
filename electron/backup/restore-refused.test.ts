import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { House } from '../practice/house.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { backupWorld, refused } from './backup.test-world.ts';

const world = backupWorld('refused');
const { away, awayFile, ok, made, withFolder, oneAndTwo, listed, newest, unlock, restore, clients, folder } = world;
const inFolder = (): readonly string[] => readdirSync(folder()).sort();

describe('refused, and the practice stays as it is:', () => {
  const untouched = async (house: House) => {
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
    expect((await newest(house)).state).toBe('verified');
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
    expect(await ok(house, 'backup.list', {})).toMatchObject({ backups: [], newer: 1 });
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
