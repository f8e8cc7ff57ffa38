import { copyFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { House } from '../practice/house.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { vaultWorld } from './vault.test-world.ts';

const { file, made, open, ok, again, practiceOf } = vaultWorld('opening');

const verdictOf = async (house: House) => (await ok(house, 'vault.status', {})).evidence?.verdict;
const found = async (house: House) => {
  const rows = await practiceOf(house).database.selectFrom('audit').select('action').where('action', 'like', 'found-%').execute();
  return rows.map((row) => row.action);
};
const keep = (name: string): void => copyFileSync(file(name), file(`${name}.kept`));
const putBack = (name: string): void => copyFileSync(file(`${name}.kept`), file(name));
const save = (house: House) => ok(house, 'clients.create', clientDetails);
const withoutWal = (): void => {
  for (const end of ['-wal', '-shm']) rmSync(file('practice.db') + end, { force: true });
};

describe('what opening finds of the trail and its anchor', () => {
  test('nothing amiss, time and again, and each commit moves both', async () => {
    let house = await made();
    for (let round = 0; round < 3; round += 1) {
      const before = practiceOf(house).anchor.read();
      await save(house);
      expect(practiceOf(house).anchor.read()?.commits).toBe((before?.commits ?? 0) + 1);
      house = await again(house);
      expect([await verdictOf(house), await found(house)]).toEqual(['whole', []]);
    }
  });

  test('a database of an older day: what it lost is named, and stands in the trail', async () => {
    const house = await made();
    await house.vault.close();
    keep('practice.db');
    const later = open();
    await ok(later, 'vault.unlock', { passphrase: 'quiet river under stones' });
    await save(later);
    await later.vault.close();
    putBack('practice.db');
    withoutWal();
    const older = await again(house);
    expect(await ok(older, 'vault.status', {})).toMatchObject({ evidence: { verdict: 'missing-tail', anchorAt: expect.any(String) } });
    expect(await found(older)).toEqual(['found-missing-tail']);
    // It is said again by looking, and the next opening starts from what is there now.
    const next = await again(older);
    expect([await verdictOf(next), await found(next)]).toEqual(['whole', ['found-missing-tail']]);
  });

  test('an anchor of an older day, and one that is gone', async () => {
    const house = await made();
    keep('practice.anchor');
    await save(house);
    await save(house);
    await house.vault.close();
    putBack('practice.anchor');
    const older = await again(house);
    expect([await verdictOf(older), await found(older)]).toEqual(['anchor-mismatch', ['found-anchor-mismatch']]);
    await older.vault.close();
    rmSync(file('practice.anchor'));
    const gone = await again(older);
    expect([await verdictOf(gone), await found(gone)]).toEqual(['anchor-mismatch', ['found-anchor-mismatch', 'found-anchor-mismatch']]);
  });

  test('one commit ahead, as a crash between the two leaves it, is accepted', async () => {
    const house = await made();
    await house.vault.close();
    const last = open();
    await ok(last, 'vault.unlock', { passphrase: 'quiet river under stones' });
    keep('practice.anchor');
    await save(last);
    keep('practice.db');
    copyFileSync(file('practice.db-wal'), file('practice.db-wal.kept'));
    await last.vault.close();
    for (const name of ['practice.db', 'practice.db-wal', 'practice.anchor']) putBack(name);
    const crashed = await again(house);
    expect([await verdictOf(crashed), await found(crashed)]).toEqual(['one-ahead', []]);
    expect((await ok(crashed, 'clients.search', { query: '' })).total).toBe(1);
  });
});
