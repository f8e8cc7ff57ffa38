import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testWorld } from '../practice/practice.test-world.ts';
import { practiceFor } from '../practice/practice.ts';
import { dropTrigger } from '../store/tampering.test-world.ts';
import { auditHead, firstBrokenEntry, recordAudit } from './audit-repository.ts';

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
