import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testWorld } from '../practice/practice.test-world.ts';
import { practiceFor } from '../practice/practice.ts';
import { dropTrigger } from '../store/tampering.test-world.ts';
import { auditHead, firstBrokenEntry, keepChainKey, recordAudit, walkChain } from './audit-repository.ts';

const trail = async (length: number) => {
  const world = await testWorld();
  const practice = practiceFor(world.open, 'client-opened');
  for (let entry = 2; entry <= length; entry += 1) await practice.write((tx) => recordAudit(tx, practice, { clientId: `c${entry}` }));
  return world.open;
};

/** What someone with the file but not the key could do, with the triggers taken away. */
const tamper = async (
  open: Awaited<ReturnType<typeof trail>>,
  seq: number,
  column: 'actor' | 'action' | 'client_id' | 'record_id' | 'digest' | 'at',
): Promise<void> => {
  await dropTrigger(open.database, 'audit_is_not_changed');
  await open.database
    .updateTable('audit')
    .set({ [column]: 'other' })
    .where('seq', '=', seq)
    .execute();
};

test('an untouched trail holds, and each entry moves its head', async () => {
  const open = await trail(5);
  expect(await firstBrokenEntry(open.database, open.auditKey)).toBeNull();
  const before = await auditHead(open.database);
  const practice = practiceFor(open, 'client-opened');
  await practice.write((tx) => recordAudit(tx, practice, {}));
  expect(await auditHead(open.database)).not.toBe(before);
  expect(await auditHead(open.database)).toMatch(/^[0-9a-f]{64}$/);
});

test('a changed entry is named, whichever column it was, and so is another key', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('actor' as const, 'action' as const, 'client_id' as const, 'record_id' as const, 'digest' as const, 'at' as const),
      async (seq, column) => {
        const open = await trail(6);
        await tamper(open, seq, column);
        expect(await firstBrokenEntry(open.database, open.auditKey)).toBe(seq);
      },
    ),
    { numRuns: 20 },
  );
  const open = await trail(2);
  expect(await firstBrokenEntry(open.database, Buffer.alloc(32, 8))).toBe(1);
});

test('an entry put in from another trail of the same key is named by the one after it', async () => {
  const ours = await trail(5);
  const other = await testWorld();
  const instead = practiceFor({ ...other.open, actor: { ...other.open.actor, id: 'somebody-else' } }, 'client-opened');
  await instead.write((tx) => recordAudit(tx, instead, { clientId: 'c2' }));
  const second = await other.open.database.selectFrom('audit').selectAll().where('seq', '=', 2).executeTakeFirstOrThrow();
  await dropTrigger(ours.database, 'audit_is_not_changed');
  await ours.database.updateTable('audit').set(second).where('seq', '=', 2).execute();
  // Whole in itself and well keyed: only the chain tells.
  expect(await firstBrokenEntry(ours.database, ours.auditKey)).toBe(3);
});

/** A row as if it had been recorded, at a number of one's choice. */
const putAt = async (open: Awaited<ReturnType<typeof trail>>, seq: number): Promise<void> => {
  const entry = await open.database.selectFrom('audit').selectAll().where('seq', '=', 2).executeTakeFirstOrThrow();
  await open.database
    .insertInto('audit')
    .values({ ...entry, seq })
    .execute();
};

test.each([-9_007_199_254_740_991, -1, 0, 7, 9])('an entry put in at %i, before the first or after the last, is named', async (seq) => {
  const open = await trail(6);
  await putAt(open, seq);
  expect(await firstBrokenEntry(open.database, open.auditKey)).toBe(seq);
});

test('an entry taken out is named by the one after it, the first one too', async () => {
  for (const seq of [1, 3]) {
    const open = await trail(5);
    await dropTrigger(open.database, 'audit_is_not_deleted');
    await open.database.deleteFrom('audit').where('seq', '=', seq).execute();
    expect(await walkChain(open.database, open.auditKey)).toEqual({ entries: seq - 1, firstBad: seq + 1 });
  }
});

/** Goes on under another key, as after "someone may know my passphrase". */
const renewed = async (open: Awaited<ReturnType<typeof trail>>, key: Buffer): Promise<typeof open> => {
  const next = { ...open, auditKey: key };
  const practice = practiceFor(next, 'data-key-renewed');
  await practice.write(async (tx) => {
    await keepChainKey(tx, open.auditKey, key);
    await recordAudit(tx, practice, {});
  });
  return next;
};

describe('a trail over several keys', () => {
  test('holds under the newest one, which vouches for the older ones', async () => {
    const third = await renewed(await renewed(await trail(4), Buffer.alloc(32, 8)), Buffer.alloc(32, 9));
    expect(await walkChain(third.database, third.auditKey)).toEqual({ entries: 6, firstBad: null });
    expect(await firstBrokenEntry(third.database, Buffer.alloc(32, 8))).toBe(1);
    await tamper(third, 2, 'digest');
    expect(await firstBrokenEntry(third.database, third.auditKey)).toBe(2);
  });

  test('does not hold without an older one, nor with one that somebody put in its place', async () => {
    const open = await renewed(await trail(4), Buffer.alloc(32, 8));
    await open.database
      .updateTable('chain_keys')
      .set({ key: Buffer.alloc(32, 1) })
      .execute();
    expect(await firstBrokenEntry(open.database, open.auditKey)).toBe(1);
    await open.database.deleteFrom('chain_keys').execute();
    expect(await firstBrokenEntry(open.database, open.auditKey)).toBe(1);
  });

  test('believes no key that somebody put in to write the trail anew with', async () => {
    const [ours, forged] = [await trail(4), await trail(4)];
    const own = Buffer.alloc(32, 1);
    const forger = practiceFor({ ...forged, auditKey: own }, 'client-opened');
    for (const { database } of [ours, forged]) {
      await dropTrigger(database, 'audit_is_not_deleted');
      await database.deleteFrom('audit').execute();
    }
    for (let entry = 1; entry <= 4; entry += 1) await forger.write((tx) => recordAudit(tx, forger, {}));
    await ours.database
      .insertInto('audit')
      .values(await forged.database.selectFrom('audit').selectAll().execute())
      .execute();
    await forger.write((tx) => keepChainKey(tx, own, own));
    await ours.database
      .insertInto('chain_keys')
      .values(await forged.database.selectFrom('chain_keys').selectAll().execute())
      .execute();
    expect(await firstBrokenEntry(ours.database, own)).toBeNull();
    expect(await firstBrokenEntry(ours.database, ours.auditKey)).toBe(1);
  });
});
