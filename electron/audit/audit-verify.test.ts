import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { OutputOf } from '../../shared/calls.ts';
import type { House } from '../practice/house.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { practiceFor } from '../practice/practice.ts';
import { dropTrigger } from '../store/tampering.test-world.ts';
import { anchorName } from '../vault/anchor.ts';
import { databaseFile } from '../vault/making.ts';
import { vaultWorld } from '../vault/vault.test-world.ts';
import { anchorBegun, evidenceIn, recordAudit } from './audit-repository.ts';

const world = vaultWorld('verify');
const verify = (house: House): Promise<OutputOf<'audit.verify'>> => world.ok(house, 'audit.verify', {});
const databaseOf = (house: House) => world.practiceOf(house).database;

/** Something happens and the practice is locked and opened again. */
const work = async (house: House): Promise<House> => {
  await world.ok(house, 'clients.create', clientDetails);
  return world.again(house);
};

const change = async (house: House, seq: number): Promise<void> => {
  await dropTrigger(databaseOf(house), 'audit_is_not_changed');
  await databaseOf(house).updateTable('audit').set({ action: 'client-opened' }).where('seq', '=', seq).execute();
};

const kept = (name: string): string => world.file(`${name}.kept`);
const keep = (name: string): void => copyFileSync(world.file(name), kept(name));
const putBack = (name: string): void => copyFileSync(kept(name), world.file(name));
const databaseName = (): string => databaseFile(world.folder()).slice(world.folder().length + 1);

/** Locked, harmed, and opened again. */
const reopened = async (house: House, harm: () => void): Promise<House> => {
  await house.vault.close();
  harm();
  return world.again(house);
};

/** As it was before some work, in a practice that has gone on. */
const withOld = async (name: string): Promise<House> => {
  const first = await world.made();
  await first.vault.close();
  keep(name);
  const second = await world.again(first);
  return reopened(await work(second), () => putBack(name));
};

describe('a trail', () => {
  test('that nobody touched is whole, over locks, and so is one that the anchor is one commit behind', async () => {
    const house = await work(await work(await world.made()));
    // Making the practice was recorded before there was a counter.
    expect(await verify(house)).toMatchObject({
      verdict: 'whole',
      entries: 8,
      firstBad: null,
      found: [],
      evidence: { verdict: 'whole', commits: 7, anchorCommits: 7 },
    });

    // As a crash leaves it between a commit and its anchor.
    keep(anchorName);
    await world.ok(house, 'clients.create', clientDetails);
    const database = [databaseName(), `${databaseName()}-wal`];
    database.forEach(keep);
    const crashed = await reopened(house, () => [anchorName, ...database].forEach(putBack));
    expect(world.practiceOf(crashed).anchor.opening.verdict).toBe('one-ahead');
    expect(await verify(crashed)).toMatchObject({ verdict: 'whole', found: [] });
  });

  test('says of itself when its anchor was begun, so that a counter set back to nothing does not do without one', async () => {
    const house = await work(await world.made());
    const openings = databaseOf(house).selectFrom('audit').select('record_id').where('action', '=', 'unlocked').orderBy('seq');
    expect(await openings.execute()).toEqual([{ record_id: anchorBegun }, { record_id: null }]);

    await databaseOf(house).updateTable('commits').set({ count: 0 }).execute();
    expect(await evidenceIn(databaseOf(house), () => null)).toMatchObject({ verdict: 'anchor-mismatch' });
    const { open } = await testWorld();
    expect(await evidenceIn(open.database, () => null)).toMatchObject({ verdict: 'whole' });
  });

  test('that was changed is altered, and the entry named', async () => {
    const house = await world.made();
    await change(house, 2);
    expect(await verify(house)).toMatchObject({ verdict: 'altered', firstBad: 2, entries: 1, evidence: { verdict: 'whole' } });
  });

  test('whose file is an older one misses its end, until it opens again; then that is told as found', async () => {
    const house = await withOld(databaseName());
    const found = await verify(house);
    expect(found).toMatchObject({ verdict: 'missing-tail', firstBad: null, found: [] });
    expect(found.evidence.anchorCommits).toBeGreaterThan(found.evidence.commits);
    expect(found.evidence.anchorAt).toMatch(/^2026-11-24T11:00/);

    const next = await world.again(house, '2026-11-24T12:00:00Z');
    const later = await verify(next);
    expect(later).toMatchObject({
      verdict: 'whole',
      evidence: { verdict: 'whole' },
      found: [{ verdict: 'missing-tail', at: expect.stringMatching(/^2026-11-24T11:00/) }],
    });
  });

  test('that was changed as well as shortened is altered first of all, and both are told', async () => {
    const house = await withOld(databaseName());
    await change(house, 1);
    expect(await verify(house)).toMatchObject({ verdict: 'altered', firstBad: 1, evidence: { verdict: 'missing-tail' } });
  });

  test('whose last entry was taken out while it is open misses its end', async () => {
    const house = await world.made();
    await dropTrigger(databaseOf(house), 'audit_is_not_deleted');
    const last = databaseOf(house)
      .selectFrom('audit')
      .select(({ fn }) => fn.max('seq').as('seq'));
    await databaseOf(house).deleteFrom('audit').where('seq', '=', last).execute();
    expect(await verify(house)).toMatchObject({ verdict: 'missing-tail', firstBad: null, evidence: { verdict: 'missing-tail' } });
  });

  test('whose anchor is gone, damaged or cut short does not match it, and each is told as found later', async () => {
    const anchor = (): string => world.file(anchorName);
    const harms = [
      () => rmSync(anchor()),
      () => writeFileSync(anchor(), readFileSync(anchor()).fill(7, 40, 1000)),
      () => writeFileSync(anchor(), readFileSync(anchor()).subarray(0, 100)),
    ];
    let house = await world.made();
    for (const [earlier, harm] of harms.entries()) {
      house = await reopened(house, harm);
      expect(await verify(house)).toMatchObject({
        verdict: 'anchor-mismatch',
        firstBad: null,
        evidence: { verdict: 'anchor-mismatch', anchorAt: null, anchorCommits: null },
        found: Array.from({ length: earlier }, () => ({ verdict: 'anchor-mismatch' })),
      });
    }
    const { verdict, found } = await verify(await world.again(house));
    expect([verdict, found.length]).toEqual(['whole', 3]);
    expect(found.map(({ seq }) => seq)).toEqual(found.map(({ seq }) => seq).sort((a, b) => b - a));
  });

  test('whose anchor is an older one does not match it', async () => {
    expect(await verify(await withOld(anchorName))).toMatchObject({ verdict: 'anchor-mismatch', evidence: { verdict: 'anchor-mismatch' } });
  });
});

test('a number far out of what the trail reaches is told as altered, not as a failure', async () => {
  const { open, ok } = await testWorld();
  const [entry] = await open.database.selectFrom('audit').selectAll().execute();
  if (!entry) throw new Error('the trail is empty');
  await open.database
    .insertInto('audit')
    .values({ ...entry, seq: 2 * Number.MIN_SAFE_INTEGER })
    .execute();
  expect(await ok('audit.verify', {})).toMatchObject({ verdict: 'altered', firstBad: Number.MIN_SAFE_INTEGER });
});

test('others are let in while it walks, and what they record is walked too', async () => {
  const { open, ok } = await testWorld();
  const practice = practiceFor(open, 'client-opened');
  await practice.write(async (tx) => {
    for (let entry = 0; entry < 3_000; entry += 1) await recordAudit(tx, practice, {});
  });
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 0);
  const walking = ok('audit.verify', {});
  await ok('clients.create', clientDetails);
  expect(await walking).toMatchObject({ verdict: 'whole', entries: 3002 });
  clearInterval(turning);
  expect(turns).toBeGreaterThan(2);
});
