import { readdirSync, truncateSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backupWorld } from '../backup/backup.test-world.ts';
import type { Ended } from '../practice/shell-messages.ts';
import { passphrase } from './vault.test-world.ts';

const { awayFile, call, choose, file, listed, made, ok, open, oneAndTwo, restore, withFolder } = backupWorld('words');

const ending = () => {
  const ended: Ended[] = [];
  return { words: () => ended.map(({ word }) => word), ended: (end: Ended): void => void ended.push(end) };
};
const later = '2026-11-24T13:00:00Z';
const damaged = { code: 'unavailable', reason: 'database-damaged' } as const;

describe('a process that held a key and has opened nothing', () => {
  test('ends when unlocking failed behind the passphrase, and the next page is told why', async () => {
    await (await made()).vault.close();
    truncateSync(file('practice.db'), 5_000);
    const { ended, words } = ending();
    const house = open(later, { ended });
    expect(await call(house, 'vault.unlock', { passphrase })).toEqual({ ok: false, error: damaged });
    expect(words()).toEqual([{ kind: 'not-opened', error: damaged }]);
  });

  test('ends when recovering failed behind the code', async () => {
    const first = await made();
    const { groups } = await ok(first, 'vault.makeRecoveryKit', { passphrase });
    await first.vault.close();
    truncateSync(file('practice.db'), 5_000);
    const { ended, words } = ending();
    const house = open(later, { ended });
    expect(await call(house, 'vault.recover', { code: groups.join(''), passphrase: 'another four plain words' })).toMatchObject({
      error: damaged,
    });
    expect(words()).toEqual([{ kind: 'not-opened', error: damaged }]);
  });

  test('ends when a backup is in place', async () => {
    const { id, house: first } = await oneAndTwo();
    const { madeAt } = (await listed(first)).backups.find((backup) => backup.id === id) ?? {};
    await first.vault.close();
    const { ended, words } = ending();
    const house = open(later, { ended });
    expect(await restore(house, id)).toEqual({ ok: true, value: {} });
    expect(words()).toEqual([{ kind: 'restored', madeAt }]);
  });

  test('ends when a backup turned out to be damaged after it had been opened', async () => {
    const { id, house: first } = await oneAndTwo();
    await first.vault.close();
    truncateSync(awayFile(id, 'practice.db'), 5_000);
    const { ended, words } = ending();
    const house = open(later, { ended });
    const error = { code: 'refused', reason: 'backup-damaged' } as const;
    expect(await restore(house, id)).toEqual({ ok: false, error });
    expect(words()).toEqual([{ kind: 'not-restored', error }]);
    expect(readdirSync(file('.'))).not.toContain('kept');
  });
});

test('a wrong passphrase ends nothing: the page stays, and the folder that was looked at', async () => {
  const { id, house: first } = await oneAndTwo();
  await first.vault.close();
  const { ended, words } = ending();
  const house = open(later, { ended });
  expect(await call(house, 'vault.unlock', { passphrase: 'not this one at all' })).toMatchObject({ ok: false });
  expect(await restore(house, id, 'nor these four words')).toMatchObject({ error: { reason: 'backup-not-opened' } });
  expect(await restore(house, 'no such backup')).toMatchObject({ error: { reason: 'backup-not-found' } });
  expect(words()).toEqual([]);
});

test('an ordinary lock leaves no word', async () => {
  const { ended, words } = ending();
  const house = await withFolder({ ended });
  await choose(house);
  await ok(house, 'vault.lock', {});
  expect(words()).toEqual([null]);
});
