import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { backupWorld, refused } from '../backup/backup.test-world.ts';
import type { House } from '../practice/house.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { passphrase } from './vault.test-world.ts';

/** Each opening derives a key, which is slow on purpose. */
const perTest = { timeout: 60_000 };

const world = backupWorld('mending');
const { made, open, ok, call, file, folder, again, clients, actions } = world;

const client = (house: House, chosenName: string) => call(house, 'clients.create', { ...clientDetails, chosenName });

const ofPractice = /^practice\..*(?:db|wal|shm|anchor|json|pages)$/;
const theirs = (): string[] => readdirSync(folder()).filter((name) => ofPractice.test(name));

const keepElsewhere = (): void => {
  mkdirSync(file('elsewhere'));
  for (const name of ['practice.db', 'practice.anchor', 'practice.header.json']) copyFileSync(file(name), file(join('elsewhere', name)));
};

/** The practice, open, with two clients saved since a program that keeps folders in step took what it has. */
const withOlder = async (): Promise<House> => {
  const house = await made();
  keepElsewhere();
  await client(house, 'Ana');
  await client(house, 'Bo');
  return house;
};

/** As such a program does it: written beside, then renamed. */
const swapped = (...names: readonly string[]): void => {
  for (const name of names) {
    copyFileSync(file(join('elsewhere', name)), file(`${name}.tmp`));
    renameSync(file(`${name}.tmp`), file(name));
  }
};

const kinds = async (house: House): Promise<string[]> => (await ok(house, 'vault.evidence', {})).findings.map(({ kind }) => kind);

const afterUnlock = async (): Promise<readonly (readonly string[])[]> => {
  const next = open('2026-11-24T12:00:00Z');
  await world.unlock(next);
  return [await clients(next), await kinds(next)];
};

const takenAway = (): void => {
  for (const name of theirs()) rmSync(file(name));
};

describe('while the practice is open', () => {
  test.each<readonly [what: string, swap: () => void]>([
    ['an older database was put there', () => swapped('practice.db')],
    ['an older database, anchor and key file were put there', () => swapped('practice.db', 'practice.anchor', 'practice.header.json')],
    ['the log was taken away', () => rmSync(file('practice.db-wal'))],
    ['the anchor was taken away', () => rmSync(file('practice.anchor'))],
    ['all of it was taken away', takenAway],
  ])('%s: what is saved is put back with all of the rest, before it is said to be saved', perTest, async (_, swap) => {
    const house = await withOlder();
    swap();
    expect(await client(house, 'Cleo')).toMatchObject({ ok: true });
    // As a power cut would leave it at this moment.
    mkdirSync(file('cut'));
    for (const name of theirs()) copyFileSync(file(name), file(join('cut', name)));
    expect(await client(house, 'Dara')).toMatchObject({ ok: true });
    expect(await clients(house)).toEqual(['Ana', 'Bo', 'Cleo', 'Dara']);
    const report = await ok(house, 'vault.evidence', {});
    expect(report.findings).toMatchObject([{ kind: 'files-replaced', count: 1, names: [expect.stringMatching(/^kept/)] }]);
    expect((await actions(house)).filter((action) => action === 'found-files-replaced')).toHaveLength(1);
    await house.vault.close();
    takenAway();
    for (const name of readdirSync(file('cut'))) renameSync(file(join('cut', name)), file(name));
    expect(await afterUnlock()).toEqual([['Ana', 'Bo', 'Cleo'], []]);
  });

  test(
    'an older database was put there, and nothing is saved: it is noticed and put back all the same, and the page is told',
    perTest,
    async () => {
      const told: string[] = [];
      const house = await made({ announce: (topics) => void told.push(...topics) });
      await client(house, 'Ana');
      mkdirSync(file('elsewhere'));
      writeFileSync(file(join('elsewhere', 'practice.db')), 'of another program');
      told.length = 0;
      swapped('practice.db');
      await vi.waitUntil(() => told.includes('vault'), { timeout: 10_000, interval: 50 });
      expect(await kinds(house)).toEqual(['files-replaced']);
      await house.vault.close();
      expect(await afterUnlock()).toEqual([['Ana'], []]);
      expect(readdirSync(file('kept'))).toHaveLength(1);
    },
  );

  test('it happens again and again: each time all is put back, and what was put there is kept each time', perTest, async () => {
    const house = await withOlder();
    for (const name of ['Cleo', 'Dara', 'Emil']) {
      swapped('practice.db');
      expect(await client(house, name)).toMatchObject({ ok: true });
    }
    expect((await ok(house, 'vault.evidence', {})).findings).toMatchObject([{ kind: 'files-replaced', count: 3 }]);
    await house.vault.close();
    expect(readdirSync(file('kept'))).toHaveLength(3);
    expect(await afterUnlock()).toEqual([['Ana', 'Bo', 'Cleo', 'Dara', 'Emil'], []]);
  });

  test('an older database was put there just before it is locked: it is put back', perTest, async () => {
    const house = await withOlder();
    swapped('practice.db', 'practice.anchor');
    await house.vault.close();
    expect(await afterUnlock()).toEqual([['Ana', 'Bo'], []]);
  });

  test('what was put there can be looked into and put back at the door', perTest, async () => {
    const first = await made();
    await client(first, 'Ana');
    await first.vault.close();
    keepElsewhere();
    const house = await again(first);
    swapped('practice.db', 'practice.anchor', 'practice.header.json');
    await client(house, 'Cleo');
    await house.vault.close();
    const locked = open('2026-11-24T12:00:00Z');
    const [replaced] = (await ok(locked, 'backup.list', { fileGrant: null })).kept;
    expect(replaced).toMatchObject({ reason: 'replaced', ours: true });
    expect(await world.restore(locked, replaced?.id ?? '')).toMatchObject({ ok: true });
    await locked.vault.close();
    const older = open('2026-11-24T13:00:00Z');
    await world.unlock(older);
    expect(await clients(older)).toEqual(['Ana']);
  });

  test('the database was touched, or written anew with the very same bytes: nothing is said', perTest, async () => {
    const house = await withOlder();
    utimesSync(file('practice.db'), 1, 1);
    writeFileSync(file('practice.db'), readFileSync(file('practice.db')));
    expect(await client(house, 'Cleo')).toMatchObject({ ok: true });
    expect(await kinds(house)).toEqual([]);
    expect(existsSync(file('kept'))).toBe(false);
  });

  test(
    'the database was written over: nothing more is saved, and what is not as it was is named at the next opening',
    perTest,
    async () => {
      const first = await withOlder();
      await first.vault.close();
      const house = await again(first);
      const whole = readFileSync(file('practice.db'));
      const older = readFileSync(file(join('elsewhere', 'practice.db')));
      writeFileSync(file('practice.db'), older);
      expect(await client(house, 'Cleo')).toEqual(refused('files-overwritten'));
      expect(await kinds(house)).toEqual(['files-overwritten']);
      // Were it as it was again, what is in memory may be of either: it stays shut until the lock.
      writeFileSync(file('practice.db'), whole);
      expect(await client(house, 'Cleo')).toEqual(refused('files-overwritten'));
      await expect(house.vault.close()).rejects.toThrow('files-overwritten');
      writeFileSync(file('practice.db'), older);
      const next = open('2026-11-24T12:00:00Z');
      const reply = await call(next, 'vault.unlock', { passphrase });
      if (reply.ok) expect((await ok(next, 'vault.evidence', {})).verdict).not.toBe('whole');
      else expect(reply.error).toMatchObject({ code: 'unavailable', reason: 'database-damaged' });
    },
  );

  test('the whole folder is away: nothing is said to be saved, and all of it is there once it is back', perTest, async () => {
    const house = await withOlder();
    renameSync(folder(), `${folder()}-away`);
    expect(await client(house, 'Cleo')).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    renameSync(`${folder()}-away`, folder());
    expect(await client(house, 'Dara')).toMatchObject({ ok: true });
    await house.vault.close();
    const [names, found] = await afterUnlock();
    expect([names?.filter((name) => name !== 'Cleo'), found]).toEqual([['Ana', 'Bo', 'Dara'], []]);
  });
});
