import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { House } from '../practice/house.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { pageBytes } from '../store/page-tags.ts';
import { passphrase } from '../vault/vault.test-world.ts';
import { backupWorld, refused } from './backup.test-world.ts';
import { forkedSecond } from './forked-second.ts';

const world = backupWorld('verify');
const { awayFile, ok, call, withFolder, lockAndCopy, listed, newest, unlock, names, folder } = world;

const flip = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
};

const olderPages = (now: Buffer, then: Buffer): readonly number[] =>
  Array.from({ length: Math.min(now.length, then.length) / pageBytes }, (_, index) => index * pageBytes).filter(
    (at) => !now.subarray(at, at + pageBytes).equals(then.subarray(at, at + pageBytes)),
  );

/** Puts a file of an older backup, or some of it, into a newer one, whose list says so: what anyone can do without a key. */
const putFitting = (id: string, older: string, name: string, mixed = (_: Buffer, then: Buffer): Buffer => then): void => {
  const list = JSON.parse(readFileSync(awayFile(id, 'backup.json'), 'utf8')) as { files: { name: string }[] };
  const bytes = mixed(readFileSync(awayFile(id, name)), readFileSync(awayFile(older, name)));
  writeFileSync(awayFile(id, name), bytes);
  const said = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  Object.assign(list.files.find((file) => file.name === name) ?? {}, said);
  writeFileSync(awayFile(id, 'backup.json'), JSON.stringify(list));
};

/** Copied at a lock, and unlocked again. */
const copied = async () => {
  const house = await lockAndCopy(await withFolder());
  await unlock(house);
  return house;
};

const probed = async (house: House) => (await ok(house, 'security.probes', {})).probes.find(({ id }) => id === 'backup-copied');

test('what was copied without a key is verified once it is unlocked, and nothing of that is left', async () => {
  const house = await copied();
  expect(await newest(house)).toMatchObject({ reason: 'lock', state: 'copied', verifiedAt: null });
  await house.vault.tend();
  expect(await newest(house)).toMatchObject({ reason: 'lock', state: 'verified', verifiedAt: expect.stringMatching(/^2026-11-24T11:0/) });
  expect(await probed(house)).toMatchObject({ holds: true, facts: { state: 'verified' } });
  expect(names()).toHaveLength(1);
  expect(readdirSync(folder()).filter((name) => /looking|copying/.test(name))).toEqual([]);
  const locked = await lockAndCopy(house, '2026-11-24T12:00:00Z');
  expect((await listed(locked)).backups.map(({ state }) => state)).toEqual(['copied', 'verified']);
});

test('a flipped bit is found, and the copy is damaged from then on; what is pulled out meanwhile is not', async () => {
  const house = await copied();
  const { id } = await newest(house);
  renameSync(awayFile(id, 'practice.db'), awayFile('taken'));
  expect(await call(house, 'backup.verify', { id })).toEqual(refused('backup-damaged'));
  renameSync(awayFile('taken'), awayFile(id, 'practice.db'));
  expect(await ok(house, 'backup.verify', { id })).toMatchObject({ id, state: 'verified' });
  flip(awayFile(id, 'practice.db'));
  expect(await call(house, 'backup.verify', { id })).toEqual(refused('backup-damaged'));
  expect((await newest(house)).state).toBe('damaged');
  expect(await call(house, 'backup.verify', { id: 'nothing' })).toEqual(refused('backup-not-found'));
});

test('one whose trail does not end where its anchor says is not vouched for', async () => {
  const first = await withFolder();
  const older = (await ok(first, 'backup.run', {})).last?.id ?? '';
  await ok(first, 'clients.create', clientDetails);
  const house = await lockAndCopy(first);
  await unlock(house);
  const { id } = await newest(house);
  expect(await ok(house, 'backup.rehearse', { id })).toMatchObject({ clients: 1, agreed: true });
  putFitting(id, older, 'practice.db');
  expect(await ok(house, 'backup.verify', { id })).toMatchObject({ state: 'copied', verifiedAt: null });
  // A look inside says so too.
  expect(await ok(house, 'backup.rehearse', { id })).toMatchObject({ clients: 0, agreed: false });
});

test('one that was verified is vouched for no more with an older page or anchor in it, though its list was made to fit', {
  timeout: 60_000,
}, async () => {
  const first = await withFolder();
  const older = (await ok(first, 'backup.run', {})).last?.id ?? '';
  await ok(first, 'clients.create', clientDetails);
  const newer = (await ok(first, 'backup.run', {})).last?.id ?? '';
  const house = await lockAndCopy(first);
  await unlock(house);
  const found: unknown[] = [];
  for (const id of [newer, (await newest(house)).id]) {
    expect(await ok(house, 'backup.verify', { id })).toMatchObject({ state: 'verified' });
    const whole = ['practice.anchor', 'practice.db', 'backup.json'].map((name) => [name, readFileSync(awayFile(id, name))] as const);
    const back = (): void => {
      for (const [name, bytes] of whole) writeFileSync(awayFile(id, name), bytes);
    };
    putFitting(id, older, 'practice.anchor');
    expect(await ok(house, 'backup.verify', { id })).toMatchObject({ state: 'copied', verifiedAt: null });
    back();
    expect(await ok(house, 'backup.verify', { id })).toMatchObject({ state: 'verified' });
    for (const at of olderPages(readFileSync(awayFile(id, 'practice.db')), readFileSync(awayFile(older, 'practice.db'))).slice(-5)) {
      putFitting(id, older, 'practice.db', (now, then) =>
        Buffer.concat([now.subarray(0, at), then.subarray(at, at + pageBytes), now.subarray(at + pageBytes)]),
      );
      await call(house, 'backup.verify', { id });
      found.push((await listed(house)).backups.find((backup) => backup.id === id)?.state);
      back();
    }
  }
  // Where the pages do not fit each other SQLite finds out; where they do, only the anchor says that one is older.
  expect(new Set(found)).toEqual(new Set(['copied', 'damaged']));
});

test('under another key it is told, and not called damaged', async () => {
  const house = await withFolder();
  const id = (await ok(house, 'backup.run', {})).last?.id ?? '';
  await ok(house, 'vault.newKey', { passphrase, next: 'a kettle on the longest night' });
  expect(await call(house, 'backup.verify', { id })).toEqual(refused('backup-other-key'));
  expect((await listed(house)).backups).toEqual([expect.objectContaining({ id, otherKey: true, state: 'verified' })]);
});

test('each day has one copy that was verified, and a day that has one gets no second', async () => {
  const house = await lockAndCopy(await withFolder());
  await unlock(house);
  await house.vault.tend();
  expect(names()).toHaveLength(1);
  await (await lockAndCopy(house, '2026-11-24T12:00:00Z')).vault.close();
  const later = world.open('2026-11-26T09:00:00Z');
  await unlock(later);
  await later.vault.tend();
  await later.vault.tend();
  const made = (await listed(later)).backups.map(({ reason, state, madeAt }) => [reason, state, madeAt.slice(0, 10)]);
  expect(made).toEqual([
    ['daily', 'verified', '2026-11-26'],
    ['lock', 'verified', '2026-11-24'],
    ['lock', 'verified', '2026-11-24'],
  ]);
  expect((await world.actions(later)).filter((action) => action === 'backup-made')).toHaveLength(1);
});

test('by a real process: a copy of the open practice while it is saved to, and one that is verified', { timeout: 60_000 }, async () => {
  const house = await withFolder({ second: forkedSecond });
  const copying = ok(house, 'backup.run', {});
  let saves = 0;
  let copyingStill = true;
  void copying.finally(() => {
    copyingStill = false;
  });
  const saving = (async () => {
    for (; copyingStill; saves += 1) {
      await ok(house, 'clients.create', clientDetails);
      await pause(5);
    }
  })();
  const { last, problem } = await copying;
  await saving;
  expect([last?.state, problem]).toEqual(['verified', null]);
  expect(saves).toBeGreaterThan(2);
  expect(
    readFileSync(join(world.away(), last?.id ?? '', 'practice.db'))
      .subarray(0, 15)
      .toString('latin1'),
  ).not.toBe('SQLite format 3');
  expect(await ok(house, 'backup.verify', { id: last?.id ?? '' })).toMatchObject({ state: 'verified' });
  const { clients } = await ok(house, 'backup.rehearse', { id: last?.id ?? '' });
  expect(clients).toBeLessThanOrEqual(saves);
});

test('two computers with one practice and one folder: each leaves alone what the other made, and both are told', async () => {
  const house = await withFolder();
  const id = (await ok(house, 'backup.run', {})).last?.id ?? '';
  const theirs = awayFile('Stillpoint of the other');
  cpSync(awayFile(id), theirs, { recursive: true });
  const path = join(theirs, 'backup.json');
  const list = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...list, computer: '0123456789abcdef', number: 2, madeAt: '2026-11-24T10:30:00.000Z' }));
  const half = awayFile(`${id} 2 0123456789abcdef.partial`);
  cpSync(theirs, half, { recursive: true });
  expect(await ok(house, 'backup.settings', {})).toMatchObject({ otherComputer: '2026-11-24T10:30:00.000Z', last: { id } });
  for (let number = 0; number < 11; number += 1) await ok(house, 'backup.run', {});
  const { backups } = await listed(house);
  expect(backups.filter(({ elsewhere }) => elsewhere)).toHaveLength(1);
  expect(backups).toHaveLength(11);
  expect(names()).toContain(`${id} 2 0123456789abcdef.partial`);
  rmSync(half, { recursive: true });
});
