import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientDetails } from '../practice/practice.test-world.ts';
import { asOlderVersion } from '../vault/older-version.test-world.ts';
import { passphrase } from '../vault/vault.test-world.ts';
import { backupWorld } from './backup.test-world.ts';

const world = backupWorld('migration');
const { away, awayFile, names, ok, call, made, withFolder, unlock, clients, restore, folder, file } = world;

/** The practice as an older version left it, with its database as it then is. */
const older = async (house: Awaited<ReturnType<typeof made>>): Promise<Buffer> => {
  await ok(house, 'clients.create', clientDetails);
  await house.vault.close();
  await asOlderVersion(folder());
  return readFileSync(file('practice.db'));
};
const reasonOf = (path: string): unknown => (JSON.parse(readFileSync(join(path, 'backup.json'), 'utf8')) as { reason: unknown }).reason;

describe('before a migration', () => {
  test('a copy goes to the chosen folder, and brings back what was there, migrated in its turn', async () => {
    const before = await older(await withFolder());
    const house = world.open('2026-11-24T12:00:00Z');
    await unlock(house);
    const id = names().find((name) => reasonOf(awayFile(name)) === 'migration') ?? '';
    expect(readFileSync(awayFile(id, 'practice.db')).equals(before)).toBe(true);
    expect(existsSync(file('kept'))).toBe(false);
    await ok(house, 'clients.create', { ...clientDetails, chosenName: 'Ana Ruiz' });
    await house.vault.close();

    const again = world.open('2026-11-24T13:00:00Z');
    expect(await restore(again, id)).toEqual({ ok: true, value: {} });
    await unlock(again);
    expect(await clients(again)).toEqual(['Maya Rosario']);
    expect(await ok(again, 'audit.verify', {})).toMatchObject({ firstBad: null });
  });

  test.each(['no folder is chosen', 'the folder is gone'])('it lies beside the practice where %s', async (where) => {
    const before = await older(await (where === 'no folder is chosen' ? made() : withFolder()));
    rmSync(away(), { recursive: true });
    const house = world.open('2026-11-24T12:00:00Z');
    await unlock(house);
    const [id = '', ...others] = readdirSync(file('kept'));
    expect([others, reasonOf(join(file('kept'), id))]).toEqual([[], 'migration']);
    expect(readFileSync(join(file('kept'), id, 'practice.db')).equals(before)).toBe(true);
    const problem = where === 'no folder is chosen' ? null : 'folder-gone';
    expect(await ok(house, 'backup.settings', {})).toMatchObject({ problem });
    expect(await clients(house)).toEqual(['Maya Rosario']);
  });

  test('nothing is migrated where it can lie nowhere', async () => {
    const before = await older(await made());
    // In the place of the folder for what is kept.
    writeFileSync(file('kept'), '');
    const house = world.open('2026-11-24T12:00:00Z');
    expect(await call(house, 'vault.unlock', { passphrase })).toMatchObject({ ok: false });
    expect(readFileSync(file('practice.db')).equals(before)).toBe(true);
    rmSync(file('kept'));
    await unlock(house);
    expect(await clients(house)).toEqual(['Maya Rosario']);
  });
});
