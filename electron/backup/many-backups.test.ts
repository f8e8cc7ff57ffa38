import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { passphrase } from '../vault/vault.test-world.ts';
import { backupWorld } from './backup.test-world.ts';

const world = backupWorld('many');
const { awayFile, names, ok, withFolder, listed, unlock } = world;

describe('of many backups', () => {
  test('the last ten stay, and nothing else in the folder is touched', async () => {
    const house = await withFolder();
    const { id: first = '', madeAt } = (await ok(house, 'backup.run', {})).last ?? {};
    const mixed = (await ok(house, 'backup.run', {})).last?.id ?? '';
    writeFileSync(awayFile(mixed, 'my notes.txt'), 'mine');
    mkdirSync(awayFile('Photographs'));
    mkdirSync(awayFile(`${first.slice(0, 19)} foreign.partial`));
    writeFileSync(awayFile(`${first.slice(0, 19)} foreign.partial`, 'thesis.odt'), 'mine');
    mkdirSync(awayFile('Stillpoint 00000000 2020-01-01T00-00-00Z'));
    writeFileSync(awayFile('Stillpoint 00000000 2020-01-01T00-00-00Z', 'backup.json'), '{}');
    mkdirSync(awayFile(`${first}.partial`));
    writeFileSync(awayFile(`${first}.partial`, 'practice.db'), 'half');
    for (let number = 0; number < 11; number += 1) await ok(house, 'backup.run', {});
    const { backups } = await listed(house);
    expect(backups).toHaveLength(11);
    expect(backups.map((backup) => backup.madeAt)).not.toContain(madeAt);
    const kept = names();
    expect(kept).not.toContain(`${first}.partial`);
    expect(kept).toEqual(expect.arrayContaining([mixed, 'Photographs', 'Stillpoint 00000000 2020-01-01T00-00-00Z']));
    expect(readFileSync(awayFile(mixed, 'my notes.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(awayFile(`${first.slice(0, 19)} foreign.partial`, 'thesis.odt'), 'utf8')).toBe('mine');
  });

  test('a day of many locks takes nothing of the days before', async () => {
    let house = await withFolder();
    const days: string[] = [];
    for (const day of [21, 22, 23]) {
      house = await world.lockAndCopy(house, `2026-11-${day}T09:00:00Z`);
      await unlock(house);
      days.unshift((await ok(house, 'backup.run', {})).last?.id ?? '');
    }
    house = await world.lockAndCopy(house);
    await unlock(house);
    for (let number = 0; number < 12; number += 1) await ok(house, 'backup.run', {});
    const { backups } = await listed(house);
    expect([backups.length, backups.slice(10).map(({ id }) => id)]).toEqual([13, days]);
  });

  test('a clock that was set back makes no new copy an old one', async () => {
    const house = await withFolder();
    for (let number = 0; number < 10; number += 1) await ok(house, 'backup.run', {});
    await house.vault.close();
    const setBack = world.open('2020-01-01T00:00:00Z');
    await unlock(setBack);
    for (let number = 0; number < 2; number += 1) {
      const { last } = await ok(setBack, 'backup.run', {});
      expect(last).toMatchObject({ reason: 'asked', madeAt: expect.stringMatching(/^2020-01-01/) });
    }
    const years = (await listed(setBack)).backups.map(({ madeAt }) => madeAt.slice(0, 4));
    expect(years).toEqual(['2020', '2020', '2020', ...Array.from({ length: 7 }, () => '2026')]);
  });

  test('damaged ones do not count among the ten', async () => {
    const house = await withFolder();
    const first = (await ok(house, 'backup.run', {})).last?.madeAt;
    const isThere = async (): Promise<boolean> => (await listed(house)).backups.some((backup) => backup.madeAt === first);
    for (let number = 0; number < 4; number += 1) {
      const { last } = await ok(house, 'backup.run', {});
      rmSync(awayFile(last?.id ?? '', 'practice.db'));
    }
    for (let number = 0; number < 9; number += 1) await ok(house, 'backup.run', {});
    expect(await isThere()).toBe(true);
    await ok(house, 'backup.run', {});
    expect(await isThere()).toBe(false);
  });

  test('the list is newest first, tells what is damaged, foreign or under an older key, and passes over the rest', async () => {
    const house = await withFolder();
    const first = (await ok(house, 'backup.run', {})).last?.id ?? '';
    await ok(house, 'vault.newKey', { passphrase, next: 'a kettle on the longest night' });
    const second = (await ok(house, 'backup.run', {})).last?.id ?? '';
    for (let number = 0; number < 2_000; number += 1) writeFileSync(awayFile(`photograph ${number}.jpg`), '');
    for (const [name, text] of [
      ['A', 'no json'],
      ['B', '{"format":"stillpoint-backup","version":1}'],
      ['C', '['.repeat(70_000)],
    ] as const) {
      mkdirSync(awayFile(name));
      writeFileSync(awayFile(name, 'backup.json'), text);
    }
    const foreign = JSON.parse(readFileSync(awayFile(second, 'backup.json'), 'utf8')) as object;
    mkdirSync(awayFile('Of Ana'));
    writeFileSync(
      awayFile('Of Ana', 'backup.json'),
      JSON.stringify({ ...foreign, practiceId: 'another', keyNumber: 1, madeAt: '2020-01-01T00:00:00.000Z' }),
    );
    const seen = (await listed(house)).backups.map(({ id, state, otherKey, ours }) => ({ id, state, otherKey, ours }));
    expect(seen).toEqual([
      { id: second, state: 'verified', otherKey: false, ours: true },
      { id: first, state: 'verified', otherKey: true, ours: true },
      { id: 'Of Ana', state: 'damaged', otherKey: false, ours: false },
    ]);
  });

  test('a data key made after a restore is told apart from the one that had its number before', async () => {
    const first = await withFolder();
    const one = (await ok(first, 'backup.run', {})).last?.id ?? '';
    await ok(first, 'vault.newKey', { passphrase, next: 'a kettle on the longest night' });
    const two = (await ok(first, 'backup.run', {})).last?.id ?? '';
    await first.vault.close();
    const house = world.open('2026-11-24T12:00:00Z');
    expect(await world.restore(house, one)).toEqual({ ok: true, value: {} });
    const under = async (at: typeof house) =>
      (await listed(at)).backups.filter(({ id }) => id === one || id === two).map(({ id, otherKey }) => [id === one ? 1 : 2, otherKey]);
    const restored = world.open('2026-11-24T13:00:00Z');
    await unlock(restored);
    expect(await under(restored)).toEqual([
      [2, true],
      [1, false],
    ]);
    await ok(restored, 'vault.newKey', { passphrase, next: 'a lantern in the longest night' });
    expect(await under(restored)).toEqual([
      [2, true],
      [1, true],
    ]);
  });

  test('a new data key names those that the older passphrase still opens', async () => {
    const house = await withFolder();
    const { last } = await ok(house, 'backup.run', {});
    const renewed = await ok(house, 'vault.newKey', { passphrase, next: 'a kettle on the longest night' });
    expect(renewed.backups).toEqual([{ ...last, otherKey: true }]);
  });
});
