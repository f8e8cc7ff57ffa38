import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backupWorld } from '../backup/backup.test-world.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { pageBytes } from '../store/page-tags.ts';
import { firstPageOf } from '../store/tampering.test-world.ts';
import { passphrase } from './vault.test-world.ts';

/** Each opening derives a key, which is slow on purpose. */
const perTest = { timeout: 60_000 };

const world = backupWorld('salvage');
const { made, open, ok, call, file, practiceOf } = world;
const database = (): string => file('practice.db');
const secret = { kind: 'passphrase', text: passphrase } as const;

/** A practice of some clients, closed, with those pages of it overwritten. */
const damaged = async (pages: (count: number) => readonly number[]): Promise<readonly string[]> => {
  const house = await made();
  const names = Array.from({ length: 12 }, (_, index) => `Client ${String(index).padStart(2, '0')}`);
  for (const chosenName of names) await ok(house, 'clients.create', { ...clientDetails, chosenName });
  await ok(house, 'drafts.save', { key: 'new-client', title: 'New client', place: '/clients/new', text: '{}' });
  await house.vault.close();
  const bytes = readFileSync(database());
  for (const page of pages(bytes.length / pageBytes)) bytes.fill(0x5a, (page - 1) * pageBytes, page * pageBytes);
  writeFileSync(database(), bytes);
  return names;
};

const namesIn = async (house: ReturnType<typeof open>): Promise<readonly string[]> =>
  (await ok(house, 'clients.search', { query: '' })).clients.map(({ chosenName }) => chosenName).sort();

describe('a damaged practice', () => {
  test('gives what can be read to a new one beside it, is left as it is, and the new one takes its place when asked', perTest, async () => {
    const names = await damaged(() => [1]);
    const before = readFileSync(database());
    expect(await call(open('2026-11-24T12:00:00Z'), 'vault.unlock', { passphrase })).toMatchObject({
      error: { reason: 'database-damaged' },
    });
    const said: unknown[] = [];
    const house = open('2026-11-24T13:00:00Z', { ended: ({ word }) => said.push(word) });
    const report = await ok(house, 'vault.salvage', { secret });
    expect(report.pages).toMatchObject({ damaged: 1 });
    expect(report.kinds.find(({ kind }) => kind === 'clients')).toEqual({ kind: 'clients', read: 12, lost: 0 });
    expect(said).toEqual([{ kind: 'salvaged', report }]);
    expect(readFileSync(database()).equals(before)).toBe(true);

    const next = open('2026-11-24T14:00:00Z');
    expect((await world.listed(next)).kept).toMatchObject([{ id: report.id, reason: 'salvaged' }]);
    await ok(next, 'backup.restore', { id: report.id, secret });
    const whole = open('2026-11-24T15:00:00Z');
    await ok(whole, 'vault.unlock', { passphrase });
    expect(await namesIn(whole)).toEqual(names);
    expect(await world.actions(whole)).toContain('practice-salvaged');
    expect(await ok(whole, 'vault.evidence', {})).toMatchObject({ verdict: 'whole', findings: [] });
    expect(await ok(whole, 'audit.verify', {})).toMatchObject({ verdict: 'whole' });
  });

  test('says how many rows are lost, and opens although who holds its key is lost too', perTest, async () => {
    const house = await made();
    await ok(house, 'clients.create', clientDetails);
    const { database: db } = practiceOf(house);
    const lost = [await firstPageOf(db, 'keyholders'), await firstPageOf(db, 'profile')];
    await house.vault.close();
    const bytes = readFileSync(database());
    for (const page of lost) bytes.fill(0, (page - 1) * pageBytes, page * pageBytes);
    writeFileSync(database(), bytes);
    const report = await ok(open('2026-11-24T13:00:00Z'), 'vault.salvage', { secret });
    expect(report.kinds.find(({ kind }) => kind === 'settings')?.lost).toBeGreaterThan(0);
    const next = open('2026-11-24T14:00:00Z');
    await ok(next, 'vault.unlock', { passphrase, readOnly: true });
    expect(await ok(next, 'profile.get', {})).toMatchObject({ role: 'owner', practiceName: 'Alder Room' });
    expect(await namesIn(next)).toEqual([clientDetails.chosenName]);
  });

  test('cut to half gives what is left', perTest, async () => {
    const names = await damaged(() => []);
    truncateSync(database(), Math.floor(readFileSync(database()).length / pageBytes / 2) * pageBytes);
    const report = await ok(open('2026-11-24T13:00:00Z'), 'vault.salvage', { secret });
    expect(report.pages.damaged).toBe(0);
    expect(report.kinds.find(({ kind }) => kind === 'clients')?.read ?? 0).toBeLessThanOrEqual(names.length);
  });

  test('with a wrong passphrase gives nothing', async () => {
    await damaged(() => [1]);
    expect(await call(open('2026-11-24T13:00:00Z'), 'vault.salvage', { secret: { ...secret, text: 'some other river' } })).toMatchObject({
      error: { reason: 'wrong-passphrase' },
    });
  });
});

describe('opened to read only', () => {
  test('shows what can be read, refuses every change, writes nothing, and is told of in the trail afterwards', perTest, async () => {
    const names = await damaged(() => [1]);
    const before = readFileSync(database());
    const house = open('2026-11-24T13:00:00Z');
    await ok(house, 'vault.unlock', { passphrase, readOnly: true });
    expect(await ok(house, 'vault.status', {})).toMatchObject({ state: 'open', readOnly: true });
    expect(await namesIn(house)).toEqual(names);
    expect(await call(house, 'clients.create', clientDetails)).toEqual({ ok: false, error: { code: 'refused', reason: 'read-only' } });
    expect(await call(house, 'backup.run', {})).toMatchObject({ error: { reason: 'read-only' } });
    expect(await ok(house, 'crisis.open', {})).toEqual({ crises: [] });
    await ok(house, 'vault.lock', {});
    expect(await ok(open('2026-11-24T13:30:00Z'), 'vault.status', {})).toMatchObject({ state: 'locked', draftsKept: false });
    expect(readFileSync(database()).equals(before)).toBe(true);
    expect(readFileSync(file('practice.locked'), 'utf8')).toContain('"read-only"');
  });
});
