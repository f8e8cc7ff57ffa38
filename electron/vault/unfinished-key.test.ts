import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clientDetails } from '../practice/practice.test-world.ts';
import type { Ended } from '../practice/shell-messages.ts';
import { nextAnchor, nextDatabase } from './new-key-files.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';

const next = 'a kettle on the longest night';
const { folder, file, open, call, ok, made, practiceOf } = vaultWorld('unfinished');
const said = { code: 'refused', reason: 'new-key-unfinished' } as const;

/** A folder under a name that is taken away while the files change places: from the header on the renewal cannot be finished. */
const obstacle = (): string => file('practice.db-journal');

describe('a new data key whose header is written and whose files cannot take their places', () => {
  test('is told as what counts from now on, also on the next page, and leaves no key behind', async () => {
    const ended: Ended[] = [];
    const house = await made({ ended: (end) => ended.push(end) });
    const client = await ok(house, 'clients.create', clientDetails);
    const { auditKey } = practiceOf(house);
    mkdirSync(obstacle());
    expect(await call(house, 'vault.newKey', { passphrase, next })).toEqual({ ok: false, error: said });
    await expect.poll(() => ended.length).toBe(1);
    expect(ended[0]?.word).toEqual({ kind: 'not-opened', error: said });
    expect(auditKey.every((byte) => byte === 0)).toBe(true);
    expect(await call(house, 'vault.saveRecoveryKit', { fileGrant: 'none' })).toEqual({ ok: false, error: { code: 'locked' } });

    rmdirSync(obstacle());
    const again = open('2026-11-24T11:00:00Z');
    expect(await call(again, 'vault.unlock', { passphrase })).toMatchObject({ error: { reason: 'wrong-passphrase' } });
    await ok(again, 'vault.unlock', { passphrase: next });
    expect(await ok(again, 'clients.get', { id: client.id })).toMatchObject(clientDetails);
    expect(await ok(again, 'audit.verify', {})).toMatchObject({ verdict: 'whole', firstBad: null });
    expect((await ok(again, 'audit.list', { actions: ['data-key-renewed'] })).lines).toHaveLength(1);
    expect(readdirSync(folder()).filter((name) => /key\d/.test(name))).toEqual([]);
  });

  test('is finished at the next start whichever of the two names a power cut kept', async () => {
    const ended: Ended[] = [];
    const house = await made({ ended: (end) => ended.push(end) });
    mkdirSync(obstacle());
    await call(house, 'vault.newKey', { passphrase, next });
    await expect.poll(() => ended.length).toBe(1);
    rmdirSync(obstacle());
    renameSync(nextDatabase(folder(), 2), file('practice.db'));
    expect(existsSync(nextAnchor(folder(), 2))).toBe(true);
    const again = open('2026-11-24T11:00:00Z');
    await ok(again, 'vault.unlock', { passphrase: next });
    expect(await ok(again, 'vault.status', {})).toMatchObject({ evidence: { verdict: 'whole' } });
    expect(existsSync(nextAnchor(folder(), 2))).toBe(false);
  });
});

describe('a new data key whose header cannot be written', () => {
  const names = ['practice.header.json', 'practice.header.copy.json'] as const;
  const aside = (name: string): void => {
    renameSync(file(name), file(`${name}.aside`));
    mkdirSync(file(name));
  };
  const back = (name: string): void => {
    rmdirSync(file(name));
    renameSync(file(`${name}.aside`), file(name));
  };
  const halfKeys = (): readonly string[] => readdirSync(folder()).filter((name) => /key\d/.test(name));

  test('leaves the practice open as it was', async () => {
    const ended: Ended[] = [];
    const house = await made({ ended: (end) => ended.push(end) });
    aside(names[1]);
    expect(await call(house, 'vault.newKey', { passphrase, next })).toMatchObject({ ok: false });
    expect((await ok(house, 'clients.create', clientDetails)).chosenName).toBe(clientDetails.chosenName);
    expect([ended, halfKeys()]).toEqual([[], []]);
    back(names[1]);
    await house.vault.close();
    const again = open('2026-11-24T11:00:00Z');
    await ok(again, 'vault.unlock', { passphrase });
    expect(await ok(again, 'audit.verify', {})).toMatchObject({ verdict: 'whole', firstBad: null });
  });

  test('goes by what is on the disk at the next start, where nobody can read now which one counts', async () => {
    const ended: Ended[] = [];
    const house = await made({ ended: (end) => ended.push(end) });
    for (const name of names) aside(name);
    const error = { code: 'unavailable', reason: 'disk-failing' } as const;
    expect(await call(house, 'vault.newKey', { passphrase, next })).toEqual({ ok: false, error });
    await expect.poll(() => ended.map(({ word }) => word)).toEqual([{ kind: 'not-opened', error }]);
    expect(halfKeys()).not.toEqual([]);
    for (const name of names) back(name);
    const again = open('2026-11-24T11:00:00Z');
    await ok(again, 'vault.unlock', { passphrase });
    expect([await ok(again, 'audit.verify', {}), halfKeys()]).toMatchObject([{ verdict: 'whole', firstBad: null }, []]);
  });
});
