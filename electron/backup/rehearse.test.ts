import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clientDetails } from '../practice/practice.test-world.ts';
import { passphrase } from '../vault/vault.test-world.ts';
import { backupWorld, refused } from './backup.test-world.ts';

const world = backupWorld('rehearse');
const { ok, call, away, awayFile, withFolder, folder } = world;

/** Every file below, with its length and its bytes. */
const filesIn = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(place, name)).isFile() && !/practice[.](door|backup)[.]json|stillpoint[.]log|-shm/.test(name))
    .map((name) => `${name} ${readFileSync(join(place, name)).toString('base64')}`)
    .sort();

const inIt = {
  clients: 1,
  appointments: 0,
  sessions: 0,
  notes: 0,
  documents: 0,
  letters: 0,
  lastEntryAt: expect.any(String),
  agreed: true,
};

test('at the door with the passphrase or the Kit of that day: counted, and neither the practice nor the backup is changed', async () => {
  const first = await withFolder();
  await ok(first, 'clients.create', clientDetails);
  const { groups } = await ok(first, 'vault.makeRecoveryKit', { passphrase });
  const id = (await ok(first, 'backup.run', {})).last?.id ?? '';
  await ok(first, 'clients.create', { ...clientDetails, chosenName: 'Ana Ruiz' });
  await first.vault.close();
  const house = world.open('2026-11-24T12:00:00Z');
  const before = [filesIn(folder()), filesIn(away())];
  for (const secret of [
    { kind: 'passphrase', text: passphrase },
    { kind: 'recovery', text: groups.join('-').toLowerCase() },
  ] as const) {
    expect(await ok(house, 'backup.rehearse', { id, secret })).toEqual(inIt);
  }
  expect([filesIn(folder()), filesIn(away())]).toEqual(before);
  expect((await ok(house, 'vault.status', {})).state).toBe('locked');
  const wrong = { id, secret: { kind: 'passphrase', text: 'not these four words' } } as const;
  expect(await call(house, 'backup.rehearse', wrong)).toEqual(refused('backup-not-opened', { seconds: 0 }));
  expect(await call(house, 'backup.rehearse', { id })).toEqual(refused('backup-other-key'));
  await world.unlock(house);
  expect(await world.clients(house)).toEqual(['Ana Ruiz', 'Maya Rosario']);
  expect(await world.actions(house)).toContain('failed-unlock');
});

test('while it is open with the key in use; an older key asks for its passphrase, and a damaged one is told', async () => {
  const house = await withFolder();
  await ok(house, 'clients.create', clientDetails);
  const id = (await ok(house, 'backup.run', {})).last?.id ?? '';
  expect(await ok(house, 'backup.rehearse', { id })).toEqual(inIt);
  await ok(house, 'vault.newKey', { passphrase, next: 'a kettle on the longest night' });
  expect(await call(house, 'backup.rehearse', { id })).toEqual(refused('backup-other-key'));
  expect(await ok(house, 'backup.rehearse', { id, secret: { kind: 'passphrase', text: passphrase } })).toEqual(inIt);
  const bytes = readFileSync(awayFile(id, 'practice.db'));
  writeFileSync(awayFile(id, 'practice.db'), bytes.subarray(0, 8_192));
  expect(await call(house, 'backup.rehearse', { id })).toEqual(refused('backup-damaged'));
});

test('on a new computer, where no practice is', async () => {
  const first = await withFolder();
  await ok(first, 'clients.create', clientDetails);
  const id = (await ok(first, 'backup.run', {})).last?.id ?? '';
  await first.vault.close();
  for (const name of readdirSync(folder())) if (name !== 'practice.lock') rmSync(join(folder(), name), { recursive: true });
  const house = world.open('2026-11-24T12:00:00Z');
  expect((await world.listed(house, away())).backups.map(({ ours, state }) => [ours, state])).toEqual([[false, 'copied']]);
  expect(await ok(house, 'backup.rehearse', { id, secret: { kind: 'passphrase', text: passphrase } })).toEqual(inIt);
  expect((await ok(house, 'vault.status', {})).state).toBe('no-practice');
});
