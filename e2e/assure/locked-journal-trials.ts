import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLocked } from '../../electron/vault/locked-journal.ts';
import type { Chance } from './chance.ts';
import { asTrial, whenTrialEnds } from './clearing.ts';
import type { Goal, Result } from './goal.ts';
import { type Kept, keptIn, keysOf, type PracticeKeys } from './kept-records.ts';
import { type Caller, withHouse } from './own-house.ts';
import { closedPractice, copyOf } from './trial.ts';
import { passphrase } from './trial-records.ts';

const file = (folder: string): string => join(folder, 'practice.locked');

/** What was written down before the next unlock, counted as the trail must have it. */
type Expected = { failed: number; refused: number; stops: number; unreadable: number };

const garbage: readonly ((chance: Chance) => Buffer)[] = [
  (chance) => Buffer.from(Array.from({ length: 1 + chance.below(400) }, () => chance.pick([0, 34, 123, 125, 255, 97, 92]))),
  () => Buffer.from('{"kind":"failed-unlock"}'),
  () => Buffer.from('{"kind":"deleted","at":"2026-11-23T08:00:00.000Z","monotonic":1,"id":"0123456789abcdef"}'),
  () => Buffer.from('{"kind":"stop","at":"yesterday","monotonic":1,"id":"0123456789abcdef"}'),
  () => Buffer.from('{"kind":"stop","at":"2026-11-23T08:00:00.000Z","monotonic":-1,"id":"0123456789abcdef"}'),
  () => Buffer.from('{"kind":"stop","at":"2026-11-23T08:00:00.000Z","monotonic":1,"id":"\'; drop table audit; --"}'),
  (chance) => Buffer.from(`${'['.repeat(1 + chance.below(20_000))}`),
  () => Buffer.from('null'),
  (chance) => Buffer.from(`"${'x'.repeat(chance.below(100_000))}"`),
];

const append = (folder: string, bytes: Buffer): void => writeFileSync(file(folder), bytes, { flag: 'a' });

/** Tries, stops and whatever else can be in the file, in any order. */
const happen = async (folder: string, house: Caller, chance: Chance): Promise<Expected> => {
  const expected: Expected = { failed: 0, refused: 0, stops: 0, unreadable: 0 };
  for (let event = chance.below(7); event > 0; event -= 1) {
    const what = chance.below(6);
    // No try after the third: the next ones would wait, and say so without trying.
    if (what === 0 && expected.failed < 2) {
      await house.call('vault.unlock', { passphrase: 'not the one at all' });
      expected.failed += 1;
    } else if (what === 1) {
      await house.call('clients.search', { query: 'x' });
      expected.refused += 1;
    } else if (what === 2) {
      writeLocked(folder, { kind: 'stop', at: '2026-11-23T08:00:00.000Z', monotonic: event });
      expected.stops += 1;
    } else {
      const bytes = chance.pick(garbage)(chance);
      append(folder, Buffer.concat([bytes, Buffer.from('\n')]));
      expected.unreadable += bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '').length;
    }
  }
  return expected;
};

/** Cut anywhere, as a power cut leaves it, or far too long: what it held is not known then, only that it stands in nobody's way. */
const ruin = (folder: string, chance: Chance): void => {
  const bytes = readFileSync(file(folder), { flag: 'a+' });
  const how = chance.below(3);
  if (how === 0) writeFileSync(file(folder), bytes.subarray(0, chance.below(bytes.length + 1)));
  else if (how === 1) writeFileSync(file(folder), Buffer.alloc(1 + chance.below(3 * 1024 * 1024), chance.pick([0, 10, 123, 255])));
  else append(folder, Buffer.from('{"kind":"stop","at":"2026-11-23T08:00:00.000Z","mono'));
};

const countsOf = ({ trail }: Kept): Expected => {
  const count = (action: string): number => trail.filter((entry) => entry.action === action && entry.actor === 'nobody').length;
  const unreadable = trail
    .filter(({ action }) => action === 'locked-journal-unreadable')
    .reduce((sum, { recordId }) => sum + Number(recordId), 0);
  return { failed: count('failed-unlock'), refused: count('locked-call-refused'), stops: count('locked-stop'), unreadable };
};

const sameCounts = (left: Expected, right: Expected): boolean => JSON.stringify(left) === JSON.stringify(right);

const unlockIn = async ({ call }: Caller): Promise<string | null> => {
  const reply = await call('vault.unlock', { passphrase });
  return reply.ok ? null : JSON.stringify(reply.error);
};

/** The clock of each opening; the wait after wrong tries is over by the next one. */
const at = (hour: number): string => `2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`;

const wrongIn = async (folder: string, keys: PracticeKeys, chance: Chance): Promise<string | null> => {
  const isRuined = chance.below(4) === 0;
  const expected = await withHouse(folder, at(10), (house) => happen(folder, house, chance));
  const before = file(folder);
  if (isRuined) ruin(folder, chance);
  const journal = readFileSync(before, { flag: 'a+' });
  const refused = await withHouse(folder, at(11), unlockIn);
  if (refused) return `did not unlock: ${refused}`;
  if (statSync(before).size > 0) return 'the journal was not emptied';
  const first = await keptIn(folder, keys);
  if (first.broken.length > 0) return first.broken.join('; ');
  if (!isRuined && !sameCounts(countsOf(first), expected))
    return `${JSON.stringify(countsOf(first))} instead of ${JSON.stringify(expected)}`;
  if (chance.below(2) === 0) return null;

  // As a kill between the commit and the emptying leaves it.
  writeFileSync(before, journal);
  await withHouse(folder, at(12), unlockIn);
  const again = countsOf(await keptIn(folder, keys));
  const once = countsOf(first);
  return again.failed === once.failed && again.refused === once.refused && again.stops === once.stops ? null : 'taken in a second time';
};

const run: Goal['run'] = async ({ chance, trials }): Promise<Result> => {
  const made = await closedPractice(at(9));
  whenTrialEnds(made.remove);
  const keys = await keysOf(made.folder, passphrase);
  const escapes: unknown[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const problem = await asTrial(() => wrongIn(copyOf(made.folder), keys, chance));
    if (problem !== null) escapes.push({ seed: chance.seed, trial, problem });
  }
  return { trials, escapes };
};

/** What happened while locked stands in the trail once after the next unlock, as nobody's; and nothing in that file keeps anyone out. */
export const lockedJournal: Goal = {
  name: 'locked journal',
  trials: { full: 500, quick: 60, test: 4 },
  run,
  defects: [
    {
      name: 'an unreadable line is an error',
      trials: 30,
      edits: [
        {
          file: 'electron/vault/locked-journal.ts',
          find: 'return LockedRecord.safeParse(JSON.parse(line)).data ?? null;\n  } catch {\n    return null;',
          put: 'return LockedRecord.parse(JSON.parse(line));\n  } catch (failure) {\n    throw failure;',
        },
      ],
    },
    {
      name: 'the journal taken in twice',
      trials: 30,
      edits: [{ file: 'electron/audit/audit-repository.ts', find: 'if (there) continue;', put: 'void there;' }],
    },
    {
      name: 'a failed unlock not written down',
      trials: 30,
      edits: [
        {
          file: 'electron/vault/locked-notes.ts',
          find: "const knocked = (kind: 'failed-unlock' | 'refused-call' | 'read-only'): void => {",
          put: "const knocked = (kind: 'failed-unlock' | 'refused-call' | 'read-only'): void => { if (kind === 'failed-unlock') return;",
        },
      ],
    },
  ],
};
