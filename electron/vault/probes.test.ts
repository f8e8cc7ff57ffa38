import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { probeIds } from '../../shared/security.ts';
import type { House } from '../practice/house.ts';
import { breakSetting, dropTrigger } from '../store/tampering.test-world.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';

const { file, folder, made, ok, again, practiceOf } = vaultWorld('probes');

const quiet = { shellFacts: async () => ({ refusedRequests: 0, lastLock: null }) };
const notHeld = async (house: House): Promise<readonly string[]> =>
  (await ok(house, 'security.probes', {})).probes.filter((probe) => !probe.holds).map((probe) => probe.id);
const factsOf = async (house: House, id: string) => (await ok(house, 'security.probes', {})).probes.find((probe) => probe.id === id)?.facts;

/** A new practice has chosen no folder for backups and made no Kit: the page says so. */
const atFirst = ['recovery-kit', 'backup-copied'];

test('each protection is looked at, and a new practice lacks only what its person has not done yet', async () => {
  const house = await made(quiet);
  const { probes } = await ok(house, 'security.probes', {});
  expect(probes.map((probe) => probe.id)).toEqual(probeIds);
  expect(await notHeld(house)).toEqual(atFirst);
  await ok(house, 'vault.makeRecoveryKit', { passphrase });
  expect(await notHeld(house)).toEqual(['backup-copied']);
  expect(await factsOf(house, 'encrypted')).toEqual({ cipher: 'sqlcipher', opensWithoutKey: false });
  expect(await factsOf(house, 'guessing-slow')).toEqual({ memoryMiB: 128, passes: 3, lanes: 4 });
  expect(await factsOf(house, 'ways-in')).toEqual({ people: 1, unknown: 0, recovery: 1 });
});

test('looking is one entry in the trail', async () => {
  const house = await made(quiet);
  await ok(house, 'security.probes', {});
  const rows = await practiceOf(house).database.selectFrom('audit').select('action').orderBy('seq').execute();
  expect(rows.map((row) => row.action)).toEqual(['practice-created', 'unlocked', 'security-probed']);
});

test.each([
  ['synchronous = NORMAL', 'saved-on-disk'],
  ['fullfsync = OFF', 'saved-on-disk'],
  ['foreign_keys = OFF', 'saved-on-disk'],
  ['temp_store = FILE', 'no-leftovers'],
  ['secure_delete = OFF', 'no-leftovers'],
] as const)('a connection set to %s is shown as not holding', async (setting, id) => {
  const house = await made(quiet);
  await breakSetting(practiceOf(house).database, setting);
  expect(await notHeld(house)).toEqual([id, ...atFirst]);
});

test.each([
  ['a copy of the key file that is gone', () => rmSync(file('practice.header.copy.json')), 'key-file-twice'],
  ['a damaged key file', () => writeFileSync(file('practice.header.json'), '{}', { mode: 0o600 }), 'key-file-twice'],
  ['a file others can read', () => chmodSync(file('practice.db'), 0o644), 'own-files'],
  ['a file that is not ours', () => writeFileSync(file('notes.txt'), 'x', { mode: 0o600 }), 'no-leftovers'],
] as const)('%s is shown as not holding', async (_, breakIt, id) => {
  const house = await made(quiet);
  breakIt();
  expect(await notHeld(house)).toEqual([id, ...atFirst]);
});

test.each([
  ['an anchor that is gone', async () => rmSync(file('practice.anchor'))],
  ['a log that is gone', async () => rmSync(file('practice.db-wal'))],
  ['a connection that keeps no log', async (house: House) => breakSetting(practiceOf(house).database, 'journal_mode = DELETE')],
] as const)('%s is put right before it is looked at, and named', async (_, breakIt) => {
  const house = await made(quiet);
  await breakIt(house);
  expect(await notHeld(house)).toEqual(atFirst);
  expect((await ok(house, 'vault.evidence', {})).findings).toMatchObject([{ kind: 'files-replaced', count: 1 }]);
});

test('an entry changed under the trigger is shown as not holding', async () => {
  const house = await made(quiet);
  const { database } = practiceOf(house);
  await dropTrigger(database, 'audit_is_not_changed');
  await database.updateTable('audit').set({ actor: 'other' }).where('seq', '=', 1).execute();
  expect(await notHeld(house)).toEqual(['nothing-altered', ...atFirst]);
  expect(await factsOf(house, 'nothing-altered')).toMatchObject({ verdict: 'altered', firstBad: 1 });
});

test('a way in that belongs to nobody, a request that was refused and a slow lock are shown', async () => {
  const lastLock = { at: '2026-11-24T09:00:00.000Z', trigger: 'menu', milliseconds: 2_400 } as const;
  const house = await made({ shellFacts: async () => ({ refusedRequests: 2, lastLock }) });
  await practiceOf(house).database.updateTable('keyholders').set({ wrap_id: 'other' }).execute();
  expect(await notHeld(house)).toEqual(['ways-in', 'recovery-kit', 'idle-lock', 'no-network', 'backup-copied']);
  expect(await factsOf(house, 'idle-lock')).toEqual({ minutes: 5, lastLock: lastLock.at, milliseconds: 2_400 });
});

test('after a lock and an unlock all of it holds again', async () => {
  const house = await again(await made(quiet), undefined, quiet);
  expect(await notHeld(house)).toEqual(atFirst);
  expect(folder()).not.toBe('');
});
