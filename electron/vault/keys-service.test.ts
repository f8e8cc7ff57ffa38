import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../shared/app-error.ts';
import { flagsOf, type House, openHouse } from '../practice/house.ts';
import { clientDetails, profileDetails } from '../practice/practice.test-world.ts';

const passphrase = 'quiet river under stones';
const next = 'a kettle on the longest night';
let folder = '';
let houses: House[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-keys-'));
});
afterEach(async () => {
  for (const house of houses) await house.vault.close();
  houses = [];
  rmSync(folder, { recursive: true, force: true });
});

const open = (now = '2026-11-24T10:00:00Z'): House => {
  const chosen = { grant: 'chosen', path: join(folder, 'Recovery Kit.pdf') };
  const flags = flagsOf([`--data=${join(folder, 'practice')}`, `--now=${now}`]);
  const house = openHouse(flags, 'trial', { dialog: async () => chosen, announce: () => undefined, ended: () => undefined });
  houses.push(house);
  return house;
};
const call = (house: House, name: string, input: unknown = {}): Promise<Reply<never>> =>
  house.dispatch(name, input) as Promise<Reply<never>>;
const ok = async <T>(house: House, name: string, input: unknown = {}): Promise<T> => {
  const reply = (await call(house, name, input)) as Reply<T>;
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.value;
};
const made = async (): Promise<House> => {
  const house = open();
  await ok(house, 'vault.create', { passphrase, profile: profileDetails });
  await ok(house, 'clients.create', clientDetails);
  return house;
};
const reopened = async (house: House, now?: string): Promise<House> => {
  await house.vault.close();
  return open(now);
};
const unlocks = async (house: House, words: string): Promise<boolean> => (await call(house, 'vault.unlock', { passphrase: words })).ok;

describe('a new passphrase', () => {
  test('opens from then on, the old one no more, and the records are untouched', async () => {
    const house = await made();
    const before = readFileSync(join(folder, 'practice', 'practice.header.json'), 'utf8');
    await ok(house, 'vault.changePassphrase', { passphrase, next });
    expect(readFileSync(join(folder, 'practice', 'practice.header.json'), 'utf8')).not.toBe(before);
    const again = await reopened(house);
    expect(await unlocks(again, passphrase)).toBe(false);
    expect(await unlocks(again, next)).toBe(true);
    expect(await ok(again, 'clients.search', { query: 'maya' })).toMatchObject({ total: 1 });
  });

  test('is refused when it is weak or the present one is wrong, and nothing changes', async () => {
    const house = await made();
    expect(await call(house, 'vault.changePassphrase', { passphrase, next: 'short' })).toEqual({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['next'], problem: 'too-short' }] },
    });
    expect(await call(house, 'vault.changePassphrase', { passphrase: next, next })).toMatchObject({
      error: { reason: 'wrong-passphrase' },
    });
    expect(await unlocks(await reopened(house), passphrase)).toBe(true);
  });
});

describe('the Recovery Kit', () => {
  test('opens the practice with a new passphrase, the old one no more, and stays valid', async () => {
    const house = await made();
    const { groups } = await ok<{ groups: string[] }>(house, 'vault.makeRecoveryKit', { passphrase });
    const locked = await reopened(house);
    expect(await ok(locked, 'vault.status')).toMatchObject({ state: 'locked', hasRecoveryKit: true });
    const code = groups.join(' ').toLowerCase();
    expect(await ok(locked, 'vault.recover', { code, passphrase: next })).toMatchObject({ practiceName: 'Alder Room', role: 'owner' });
    expect(await ok(locked, 'clients.search', { query: '' })).toMatchObject({ total: 1 });
    const again = await reopened(locked);
    expect(await unlocks(again, passphrase)).toBe(false);
    expect(await unlocks(again, next)).toBe(true);
    expect(await ok(await reopened(again), 'vault.recover', { code, passphrase })).toMatchObject({ role: 'owner' });
  });

  test('made anew makes the older one open nothing', async () => {
    const house = await made();
    const first = await ok<{ groups: string[] }>(house, 'vault.makeRecoveryKit', { passphrase });
    const second = await ok<{ groups: string[] }>(house, 'vault.makeRecoveryKit', { passphrase });
    const locked = await reopened(house);
    expect(await call(locked, 'vault.recover', { code: first.groups.join(''), passphrase: next })).toMatchObject({
      ok: false,
      error: { code: 'refused', reason: 'wrong-recovery-code' },
    });
    expect(await call(locked, 'vault.recover', { code: second.groups.join(''), passphrase: next })).toMatchObject({ ok: true });
  });

  test('names the group with a slip and what is too short, before any try is counted', async () => {
    const house = await made();
    const { groups } = await ok<{ groups: string[] }>(house, 'vault.makeRecoveryKit', { passphrase });
    const locked = await reopened(house);
    const slip = groups.with(2, `${groups[2]?.startsWith('Z') ? 'Y' : 'Z'}${groups[2]?.slice(1)}`);
    expect(await call(locked, 'vault.recover', { code: slip.join(' '), passphrase: next })).toEqual({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['code', 3], problem: 'mistyped' }] },
    });
    expect(await call(locked, 'vault.recover', { code: 'K7QM2', passphrase: next })).toEqual({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['code'], problem: 'too-short', limit: 40, length: 5 }] },
    });
    expect(await call(locked, 'vault.recover', { code: groups.join(''), passphrase: 'short' })).toMatchObject({
      error: { code: 'invalid' },
    });
    expect(await ok(locked, 'vault.status')).toMatchObject({ waitSeconds: 0 });
  });

  test('is guessed no faster than a passphrase', async () => {
    const house = await made();
    await ok(house, 'vault.makeRecoveryKit', { passphrase });
    const locked = await reopened(house);
    const { recoveryCodeOf } = await import('../../shared/recovery-code.ts');
    const guess = recoveryCodeOf(new Uint8Array(20)).join('');
    for (let tries = 0; tries < 3; tries += 1) await call(locked, 'vault.recover', { code: guess, passphrase: next });
    expect(await call(locked, 'vault.recover', { code: guess, passphrase: next })).toMatchObject({
      error: { reason: 'wait-before-next-try' },
    });
    expect(await call(locked, 'vault.unlock', { passphrase })).toMatchObject({ error: { reason: 'wait-before-next-try' } });
  });

  test('is saved as one PDF where the person chose, and is not kept in the practice', async () => {
    const house = await made();
    expect(await call(house, 'vault.chooseRecoveryKitFile')).toMatchObject({ error: { reason: 'no-recovery-kit' } });
    const { groups } = await ok<{ groups: string[] }>(house, 'vault.makeRecoveryKit', { passphrase });
    const { fileGrant } = await ok<{ fileGrant: string }>(house, 'vault.chooseRecoveryKitFile');
    expect(await ok(house, 'vault.saveRecoveryKit', { fileGrant })).toEqual({ fileName: 'Recovery Kit.pdf' });
    expect(readFileSync(join(folder, 'Recovery Kit.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const again = await reopened(house);
    await ok(again, 'vault.unlock', { passphrase });
    expect(await call(again, 'vault.chooseRecoveryKitFile')).toMatchObject({ error: { reason: 'no-recovery-kit' } });
    expect(groups).toHaveLength(8);
  });

  test('is not made with a wrong passphrase', async () => {
    const house = await made();
    expect(await call(house, 'vault.makeRecoveryKit', { passphrase: next })).toMatchObject({ error: { reason: 'wrong-passphrase' } });
    expect(await ok(await reopened(house), 'vault.status')).toMatchObject({ hasRecoveryKit: false });
  });
});
