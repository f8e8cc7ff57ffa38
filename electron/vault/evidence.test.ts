import { copyFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupWorld } from '../backup/backup.test-world.ts';
import type { House } from '../practice/house.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { differingPages, pageBytes, readTags } from '../store/page-tags.ts';
import { passphrase } from './vault.test-world.ts';

/** Each opening derives a key, which is slow on purpose. */
const perTest = { timeout: 60_000 };

const world = backupWorld('evidence');
const { made, open, ok, call, file, folder, again } = world;

const database = (): string => file('practice.db');
const evidence = async (house: House) => {
  await ok(house, 'vault.unlock', { passphrase });
  return ok(house, 'vault.evidence', {});
};
const kinds = (report: Awaited<ReturnType<typeof evidence>>): string[] => report.findings.map(({ kind }) => kind);

/** A practice as it was closed, and as it was closed once more with another client in it. */
const twice = async (): Promise<{ readonly before: Buffer; readonly after: Buffer }> => {
  const house = await made();
  await ok(house, 'clients.create', clientDetails);
  await house.vault.close();
  const before = readFileSync(database());
  const next = await again(house);
  await ok(next, 'clients.create', { ...clientDetails, chosenName: 'Ana Ruiz' });
  await next.vault.close();
  return { before, after: readFileSync(database()) };
};

describe('a practice that was closed', () => {
  test('and lay as it was says nothing', async () => {
    await twice();
    const report = await evidence(open('2026-11-24T12:00:00Z'));
    expect(report).toMatchObject({ verdict: 'whole', findings: [], noBackups: 'no-folder', best: null });
  });

  test('is not whole with any one older page put back, and says which records stand there and since when', perTest, async () => {
    const { before, after } = await twice();
    const older = Array.from({ length: before.length / pageBytes }, (_, index) => index).filter(
      (page) => !before.subarray(page * pageBytes, (page + 1) * pageBytes).equals(after.subarray(page * pageBytes, (page + 1) * pageBytes)),
    );
    expect(older.length).toBeGreaterThan(4);
    const whole = new Map(['practice.anchor', 'practice.pages'].map((name) => [name, readFileSync(file(name))]));
    const clients: string[] = [];
    for (const page of older.slice(0, 8)) {
      const bytes = Buffer.from(after);
      before.copy(bytes, page * pageBytes, page * pageBytes, (page + 1) * pageBytes);
      writeFileSync(database(), bytes);
      for (const [name, content] of whole) writeFileSync(file(name), content);
      const house = open('2026-11-24T12:00:00Z');
      const answer = await call(house, 'vault.unlock', { passphrase });
      if (!answer.ok) {
        expect(answer.error).toMatchObject({ code: 'unavailable', reason: 'database-damaged' });
        continue;
      }
      const report = await ok(house, 'vault.evidence', {});
      expect(report.verdict).not.toBe('whole');
      const pages = report.findings.find(({ kind }) => kind === 'pages-older');
      expect(pages).toMatchObject({ count: 1, until: expect.stringMatching(/^2026-11-24T11:00/) });
      clients.push(...(pages?.records ?? []));
      await house.vault.close();
    }
    expect(clients).toContain('clients');
  });

  test('with a shorter, older database put back says that it is older, and nothing of a failing disk', async () => {
    const house = await made();
    await house.vault.close();
    const before = readFileSync(database());
    const again = open('2026-11-24T11:00:00Z');
    await ok(again, 'vault.unlock', { passphrase });
    for (let number = 0; number < 40; number += 1) await ok(again, 'clients.create', clientDetails);
    await again.vault.close();
    expect(readFileSync(database()).length).toBeGreaterThan(before.length);
    writeFileSync(database(), before);
    expect(kinds(await evidence(open('2026-11-24T12:00:00Z')))).toEqual(['saves-missing', 'pages-older']);
  });

  test('is refused at the door with a page in use that cannot be read', async () => {
    await twice();
    const bytes = readFileSync(database());
    bytes[4 * pageBytes + 100] = (bytes[4 * pageBytes + 100] ?? 0) ^ 1;
    writeFileSync(database(), bytes);
    const answer = await call(open('2026-11-24T12:00:00Z'), 'vault.unlock', { passphrase });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable', reason: 'database-damaged' } });
  });

  test('names an older key file that was put back', async () => {
    const house = await made();
    const header = readFileSync(file('practice.header.json'));
    const next = 'another river under stones';
    await ok(house, 'vault.changePassphrase', { passphrase, next });
    await house.vault.close();
    for (const name of ['practice.header.json', 'practice.header.copy.json']) writeFileSync(file(name), header);
    const report = await evidence(open('2026-11-24T12:00:00Z'));
    expect([report.verdict, kinds(report)]).toEqual(['file-changed', ['key-file-older']]);
  });

  test('names what a program left that keeps folders in step', async () => {
    await (await made()).vault.close();
    copyFileSync(database(), file('practice (conflicted copy).db'));
    const report = await evidence(open('2026-11-24T12:00:00Z'));
    expect(report).toMatchObject({ verdict: 'whole', findings: [{ kind: 'strange-files', names: ['practice (conflicted copy).db'] }] });
  });

  test('says it once: the next opening is whole, and the trail keeps that it was not', async () => {
    const { before } = await twice();
    const after = readFileSync(database());
    const [page = 0] = differingPages(readTags(database()), readTags(database())).concat(1);
    expect(page).toBe(1);
    const last = before.length / pageBytes - 1;
    const differs = Array.from({ length: last }, (_, index) => index + 1).findLast(
      (one) => !before.subarray(one * pageBytes, (one + 1) * pageBytes).equals(after.subarray(one * pageBytes, (one + 1) * pageBytes)),
    );
    before.copy(after, (differs ?? 0) * pageBytes, (differs ?? 0) * pageBytes, ((differs ?? 0) + 1) * pageBytes);
    writeFileSync(database(), after);
    const house = open('2026-11-24T12:00:00Z');
    const report = await evidence(house);
    expect(report.verdict).not.toBe('whole');
    const next = await again(house, '2026-11-24T13:00:00Z');
    expect(await ok(next, 'vault.evidence', {})).toMatchObject({ verdict: 'whole', findings: [] });
    expect((await ok(next, 'audit.verify', {})).found).toMatchObject([{ verdict: report.verdict }]);
  });
});

describe('a practice that was cut off', () => {
  /** Its files as a crash leaves them, with one client in the log alone. */
  const cutOff = async (): Promise<void> => {
    const house = await made();
    await ok(house, 'clients.create', clientDetails);
    cpSync(folder(), `${folder()}.crash`, { recursive: true });
    await house.vault.close();
    for (const name of ['practice.db', 'practice.db-wal', 'practice.anchor']) cpSync(join(`${folder()}.crash`, name), file(name));
    rmSync(`${folder()}.crash`, { recursive: true });
  };

  test('is whole with its log', async () => {
    await cutOff();
    const house = open('2026-11-24T12:00:00Z');
    expect(await evidence(house)).toMatchObject({ verdict: 'whole', findings: [] });
    expect((await ok(house, 'clients.search', { query: '' })).clients).toHaveLength(1);
  });

  test.each([
    ['gone', () => rmSync(file('practice.db-wal')), 'log-lost'],
    ['cut short', () => truncateSync(file('practice.db-wal'), 32 + 4120), 'log-lost'],
    [
      'changed by one bit',
      () => {
        const bytes = readFileSync(file('practice.db-wal'));
        bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 4;
        writeFileSync(file('practice.db-wal'), bytes);
      },
      'log-changed',
    ],
  ] as const)('says what is missing when its log is %s', async (_, harm, kind) => {
    await cutOff();
    harm();
    const report = await evidence(open('2026-11-24T12:00:00Z'));
    expect(report).toMatchObject({ verdict: 'missing-tail' });
    expect(kinds(report)).toEqual(['saves-missing', kind]);
    expect(report.findings[0]).toMatchObject({ count: expect.any(Number), since: expect.any(String), until: expect.any(String) });
  });
});

describe('backups', () => {
  test('know that an older copy of the whole folder was put back, and the best of them is offered', async () => {
    const house = await world.withFolder();
    await house.vault.close();
    cpSync(folder(), `${folder()}.old`, { recursive: true });
    const later = await again(house);
    await ok(later, 'clients.create', clientDetails);
    await ok(later, 'backup.run', {});
    await later.vault.close();
    for (const name of ['practice.db', 'practice.anchor', 'practice.pages']) cpSync(join(`${folder()}.old`, name), file(name));
    rmSync(`${folder()}.old`, { recursive: true });
    const report = await evidence(open('2026-11-24T12:00:00Z'));
    expect(report.verdict).toBe('whole');
    expect(kinds(report)).toEqual(['backup-newer']);
    expect(report.best?.saves).toBeGreaterThan(0);
  });

  test('that are older than what is here are offered and say nothing', async () => {
    const house = await world.withFolder();
    await ok(house, 'backup.run', {});
    await ok(house, 'clients.create', clientDetails);
    await house.vault.close();
    const report = await evidence(open('2026-11-24T12:00:00Z'));
    expect(report).toMatchObject({ findings: [], best: { saves: 0 } });
  });

  test('restored on purpose are not called newer', async () => {
    const { id, house } = await world.oneAndTwo();
    await ok(house, 'backup.list', {});
    await ok(house, 'backup.restore', { id, secret: { kind: 'passphrase', text: passphrase } });
    const report = await evidence(open('2026-11-24T13:00:00Z'));
    expect(report).toMatchObject({ verdict: 'whole', findings: [] });
  });
});
