import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Canaries, canariesFrom, canaryProfile, keepCanaries, sendEverywhere } from './canary-places.ts';
import type { Chance } from './chance.ts';
import { asTrial } from './clearing.ts';
import { badDisk, type Faults, faultsIn, pause } from './faults.ts';
import { type Found, findTexts } from './found-text.ts';
import type { Goal, Result } from './goal.ts';
import { type Headless, okOf } from './headless-process.ts';
import type { Ids } from './hostile-health.ts';
import { startTrial, trialFolder } from './trial.ts';
import { passphrase } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';

type Round = {
  readonly vault: Headless;
  readonly shim: Faults;
  readonly canaries: Canaries;
  /** Everything we make files in: the practice, the backups, and where temporary files go. */
  readonly root: string;
  readonly secrets: string[];
};

const found = ({ root, canaries, secrets }: Round, when: string, pid: number | null): object[] =>
  findTexts([canaries.stem, canaries.stem.toUpperCase(), ...secrets], [root], pid).map((one: Found) => ({
    when,
    ...one,
    where: one.where.replace(root, ''),
  }));

/** More unsaved text than SQLite sorts without a file (16 MB), should it be allowed one. */
const manyDrafts = async (vault: Headless, next: () => string): Promise<void> => {
  const long = 'and so it went on. '.repeat(14_000);
  for (let draft = 0; draft < 70; draft += 1)
    await okOf(
      vault.call('drafts.save', { key: `long-${draft}`, title: next(), place: '/', text: JSON.stringify({ text: `${next()}${long}` }) }),
    );
};

const stopped = async (shim: Faults, whileAsking: Promise<unknown>): Promise<boolean> => {
  let isAnswered = false;
  void whileAsking.finally(() => {
    isAnswered = true;
  });
  while (!isAnswered && shim.struck() === 0) await new Promise(setImmediate);
  return shim.struck() > 0;
};

/** Reading writes no file: if it does, it is stopped there, and looked into. */
const readWatched = async (round: Round): Promise<object[]> => {
  const { vault, shim } = round;
  shim.arm(pause, 6, 1);
  const asking = vault.call('drafts.get', {});
  const left = (await stopped(shim, asking)) ? found(round, 'while reading', vault.pid) : [];
  process.kill(vault.pid, 'SIGCONT');
  await okOf(asking);
  shim.clear();
  return left;
};

/** A save that fails for a reason nobody thought of, so that there is something to write into the log. */
const causeIncidents = async ({ vault, shim, canaries }: Round, ids: Ids): Promise<void> => {
  const { next } = canaries;
  // The log is on the same disk: it writes again once the disk does.
  for (let save = 0; save < 3; save += 1) {
    shim.arm(badDisk, 1, 1);
    await vault.anyCall('drafts.save', { key: next(), title: next(), place: next(), text: next() });
    shim.arm(badDisk, 1, 1);
    await vault.anyCall('clients.update', { id: ids.clientId, version: 2, details: canaryProfile(next) });
  }
  shim.clear();
};

const begin = (chance: Chance): Round => {
  const root = trialFolder();
  for (const name of ['practice', 'backups', 'temporary']) mkdirSync(join(root, name));
  const temporary = join(root, 'temporary');
  const shim = faultsIn(root);
  const env = { ...shim.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, SQLITE_TMPDIR: temporary };
  return { vault: startTrial({ data: join(root, 'practice'), now, env }), shim, canaries: canariesFrom(chance), root, secrets: [] };
};

/** One practice from making to kill -9, looked through while it is open, locked, open again and killed. */
const oneLife = async (round: Round): Promise<object[]> => {
  const { vault, canaries, secrets, root } = round;
  const { next } = canaries;
  const first = `${passphrase} ${next()}`;
  const second = `${passphrase} ${next()}`;
  const left: object[] = [];
  const look = (when: string): void => void left.push(...found(round, when, vault.isAlive() ? vault.pid : null));

  await okOf(vault.call('vault.create', { passphrase: first, profile: canaryProfile(next) }));
  const { groups } = await okOf(vault.call('vault.makeRecoveryKit', { passphrase: first }));
  secrets.push(groups.join(''), groups.join('-'), groups.join(' '), groups.join('","'));
  await vault.anyCall('backup.changeSettings', { fileGrant: { path: join(root, 'backups') } });
  const ids = await keepCanaries(vault, next, first);
  await okOf(vault.call('vault.changePassphrase', { passphrase: first, next: second }));
  await sendEverywhere(vault, ids, next);
  await causeIncidents(round, ids);
  look('open');
  await manyDrafts(vault, next);
  left.push(...(await readWatched(round)));
  await vault.anyCall('backup.run', {});
  await okOf(vault.call('vault.lock', {}));
  look('locked');
  await sendEverywhere(vault, ids, next);
  look('locked, and asked everything');
  await vault.kill();
  look('killed while locked');
  return left;
};

const run: Goal['run'] = async ({ chance, trials }): Promise<Result> => {
  const escapes: unknown[] = [];
  let placed = 0;
  while (placed < trials) {
    const left = await asTrial(async () => {
      const round = begin(chance);
      const texts = await oneLife(round);
      placed += round.canaries.placed();
      return texts;
    });
    escapes.push(...left.map((one) => ({ seed: chance.seed, ...one })));
  }
  return { trials: placed, escapes };
};

/** What was typed, into whatever place of whatever call, is in no file we make: not in another alphabet, not in one that is deleted but still open. */
export const canaries: Goal = {
  name: 'canaries',
  trials: { full: 5_000, quick: 1_000, test: 1 },
  run,
  defects: [
    {
      name: 'temp_store default',
      trials: 1,
      edits: [
        {
          file: 'electron/store/open.ts',
          find: "['temp_store = MEMORY', 'temp_store', 2]",
          put: "['temp_store = DEFAULT', 'temp_store', 0]",
        },
      ],
    },
    {
      name: 'a body in the log',
      trials: 1,
      edits: [
        {
          file: 'electron/practice/dispatch.ts',
          find: 'const incident = house.log.incident(failure);',
          put: 'house.log.event(JSON.stringify(input)); const incident = house.log.incident(failure);',
        },
      ],
    },
  ],
};
