import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BackupState } from '../../shared/backup.ts';
import { type BackupBase, backupBase, brokenBackups, copyOfPlaces, first, second, wholeBackups } from './backup-places.ts';
import { announcedChance, ofToday, stepsUpTo } from './chance.ts';
import { whenRunEnds } from './clearing.ts';
import {
  badDisk,
  type Fault,
  faults,
  faultsIn,
  foreignFolder,
  fullDisk,
  lateDisk,
  misnamed,
  readOnlyFolder,
  shortWrites,
} from './faults.ts';
import { type Headless, okOf } from './headless-process.ts';
import { startTrial, unlocked } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const perTest = { timeout: 180_000 };

const told = new Map<Fault, BackupState['problem']>([
  [fullDisk, 'disk-full'],
  [lateDisk, 'disk-full'],
  [badDisk, 'disk-failing'],
  [readOnlyFolder, 'folder-read-only'],
  [foreignFolder, 'folder-read-only'],
]);
let base: BackupBase;
beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'stillpoint-assure-'));
  whenRunEnds(() => rmSync(root, { recursive: true, force: true }));
  base = await backupBase(now, { root });
}, 60_000);

const unfinished = (away: string): readonly string[] => readdirSync(away).filter((name) => name.endsWith('.partial'));
const restoreOf = ({ earlier }: BackupBase) =>
  ({ id: earlier, secret: { kind: 'passphrase', text: passphrase } }) satisfies {
    id: string;
    secret: { kind: 'passphrase'; text: string };
  };

/** A whole one is verified a moment after it is made. */
const whole: readonly unknown[] = ['copied', 'verified'];

/** What is too many goes once a newer one was opened and read. */
const runVerified = async (vault: Headless): Promise<void> => {
  const { last } = await okOf(vault.call('backup.run', {}));
  await okOf(vault.call('backup.verify', { id: last!.id }));
  await okOf(vault.call('backup.run', {}));
};

// Each day other kinds of failing disks; goal I/O faults has all of them.
describe.each(ofToday(faults, 1))('on $name', (fault) => {
  it('where backups go: the copy fails by name, half of one is never taken for a backup, and saving goes on', perTest, async () => {
    const chance = announcedChance(`backups on ${fault.name}`);
    const places = copyOfPlaces(base);
    const shim = faultsIn(places.away);
    const vault = await unlocked({ data: places.practice, now, env: shim.env });
    shim.count(fault);
    await okOf(vault.call('backup.run', {}));
    const wrong: unknown[] = [];
    for (const step of stepsUpTo(shim.seen(), 2, chance)) {
      shim.arm(fault, step);
      const reply = await vault.call('backup.run', {});
      const saved = await vault.call('clients.create', details);
      const { problem, problemAt, last } = await okOf(vault.call('backup.settings', {}));
      shim.clear();
      const answer = reply.ok ? null : reply.error;
      const named = answer?.code === 'refused' && answer.reason === 'backup-not-written' && answer.details?.problem === problem;
      // Whatever fails once the copy stands under its name leaves a whole copy, and an old one too many.
      const isRight = reply.ok ? problem === null : named && problem === told.get(fault) && problemAt !== null;
      if (!isRight || !saved.ok || !whole.includes(last?.state)) wrong.push({ step, answer, problem, saved: saved.ok, last });
      const half = brokenBackups(places.away);
      if (half.length > 0) wrong.push({ step, half });
    }
    await runVerified(vault);
    expect({ wrong, unfinished: unfinished(places.away), whole: wholeBackups(places.away) }).toEqual({
      wrong: [],
      unfinished: [],
      whole: 10,
    });
  });

  it(
    'where the practice lies: restoring fails by name, and leaves the old practice or, finished later, the restored one',
    perTest,
    async () => {
      const chance = announcedChance(`restoring on ${fault.name}`);
      const restoring = async (arm: (shim: ReturnType<typeof faultsIn>) => void) => {
        const places = copyOfPlaces(base);
        const shim = faultsIn(places.practice);
        const vault = startTrial({ data: places.practice, now, env: shim.env });
        await okOf(vault.call('vault.status', {}));
        arm(shim);
        const reply = await vault.call('backup.restore', restoreOf(places));
        return { places, shim, vault, reply };
      };
      const counted = await restoring((shim) => shim.count(fault));
      expect(counted.reply).toEqual({ ok: true, value: {} });
      const wrong: unknown[] = [];
      for (const step of stepsUpTo(counted.shim.seen(), 2, chance)) {
        const { places, shim, vault, reply } = await restoring((one) => one.arm(fault, step));
        shim.clear();
        const problem = reply.ok ? null : misnamed(fault, reply);
        if (problem !== null) wrong.push({ step, problem });
        await okOf(vault.call('vault.status', {}));
        const opened = await vault.call('vault.unlock', { passphrase });
        if (!opened.ok) wrong.push({ step, opened: opened.error });
        else {
          const { clients } = await okOf(vault.call('clients.search', { query: '' }));
          const there = clients
            .map((client) => client.chosenName)
            .sort()
            .join();
          if (there !== String(first) && (reply.ok || there !== [first, second].join())) wrong.push({ step, there });
          const kept = existsSync(join(places.practice, 'kept'));
          if (there === String(first) && !kept) wrong.push({ step, kept });
        }
        const left = readdirSync(places.practice).filter((name) => name.startsWith('practice.restor'));
        if (left.length > 0) wrong.push({ step, left });
        await vault.end();
      }
      expect({ seed: chance.seed, wrong }).toEqual({ seed: chance.seed, wrong: [] });
    },
  );
});

it('a disk that writes half of what it is given at a time gets whole copies all the same', perTest, async () => {
  const places = copyOfPlaces(base);
  const shim = faultsIn(places.root);
  const vault = await unlocked({ data: places.practice, now, env: shim.env });
  shim.arm(shortWrites);
  await okOf(vault.call('backup.run', {}));
  const struck = shim.struck();
  shim.clear();
  await runVerified(vault);
  expect([struck > 10, brokenBackups(places.away), wholeBackups(places.away)]).toEqual([true, [], 10]);
});

it('what has no room is not begun', perTest, async () => {
  const places = copyOfPlaces(base);
  const shim = faultsIn(places.away);
  const vault = await unlocked({ data: places.practice, now, env: shim.env });
  await okOf(vault.call('vault.lock', {}));
  // A file of four terabytes with nothing in it.
  truncateSync(join(places.practice, 'practice.anchor'), 2 ** 42);
  shim.count();
  await okOf(vault.call('vault.status', {}));
  const state = async () => {
    const settings = await vault.call('vault.unlock', { passphrase }).then(() => vault.call('backup.settings', {}));
    return settings.ok ? settings.value.problem : settings.error;
  };
  expect([await state(), shim.seen(), unfinished(places.away)]).toEqual(['disk-full', 0, []]);
});
