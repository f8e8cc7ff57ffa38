import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLocked } from '../../electron/vault/locked-journal.ts';
import type { Reply } from '../../shared/app-error.ts';
import type { Chance } from './chance.ts';
import { asTrial } from './clearing.ts';
import { type Fault, type Faults, faultsIn, kill } from './faults.ts';
import { type Headless, okOf } from './headless-process.ts';
import { leftBehind, untruth, wrongOnDisk } from './io-fault-look.ts';
import { copied, type FaultBase, type Life, nothingTold, now, runFolder, startLife, trialEnv } from './io-fault-place.ts';
import { keysOf } from './kept-records.ts';
import { startTrial } from './trial.ts';
import { passphrase, profile } from './trial-records.ts';

/** What a computer that was switched off finds when it starts. */
export type Start = { readonly name: string; readonly makes?: true; readonly before: (places: FaultBase) => Promise<void> };

const renamesOnly = { ...kill, kinds: 8 };
const markerIn = (folder: string): string => join(folder, 'practice.restore.json');

let cutOff: string | null = null;

/** A practice folder in which a restore was killed while files changed places; made once. */
const restoreCutOff = async (base: FaultBase, renames = 4): Promise<string> => {
  if (cutOff !== null) return cutOff;
  const place = join(runFolder(), 'cut off');
  const isIt = await asTrial(async () => {
    const { places, shim, vault } = await startLife(base, 'fresh');
    shim.arm(renamesOnly, renames);
    await vault.call('backup.restore', { id: base.earlier, secret: { kind: 'passphrase', text: passphrase } }).catch(() => null);
    await vault.kill();
    if (!existsSync(markerIn(places.practice))) return false;
    cpSync(places.practice, place, { recursive: true });
    return true;
  });
  cutOff = isIt ? place : await restoreCutOff(base, renames + 1);
  return cutOff;
};

const changeSettings = ({ practice }: FaultBase, change: object): void => {
  const path = join(practice, 'practice.backup.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
};

export const starts: readonly Start[] = [
  { name: 'unlocking', before: async () => undefined },
  {
    name: 'making a practice',
    makes: true,
    before: async ({ practice }) => {
      rmSync(practice, { recursive: true });
      mkdirSync(practice);
    },
  },
  {
    name: 'making a practice and its folder',
    makes: true,
    before: async ({ practice }) => rmSync(practice, { recursive: true }),
  },
  {
    name: 'unlocking after things were written down while locked',
    before: async ({ practice }) => {
      for (let line = 0; line < 3; line += 1)
        writeLocked(practice, { kind: 'failed-unlock', at: '2026-11-23T08:00:00.000Z', monotonic: line });
    },
  },
  { name: 'unlocking where a copy waits', before: async (places) => changeSettings(places, { due: 'close' }) },
  {
    name: 'going on with a restore that was cut off',
    before: async (places) => {
      const { practice, away } = places;
      const place = await restoreCutOff(places);
      rmSync(practice, { recursive: true });
      cpSync(place, practice, { recursive: true });
      changeSettings(places, { folder: away });
    },
  },
];

const enter = async (vault: Headless): Promise<Reply<unknown>> => {
  const { state } = await okOf(vault.call('vault.status', {}));
  return state === 'no-practice' ? vault.call('vault.create', { passphrase, profile }) : vault.call('vault.unlock', { passphrase });
};

type Started = {
  readonly places: FaultBase;
  readonly shim: Faults;
  readonly vault: Headless;
  readonly first: Reply<unknown>;
  readonly problem: string | null;
};

/** The shim is armed before the process is there; what it says at the door and to the first thing asked of it. */
const started = async (start: Start, base: FaultBase, arm: (shim: Faults) => void): Promise<Started> => {
  const places = copied(base, 'backups');
  await start.before(places);
  const shim = faultsIn(places.root);
  arm(shim);
  const vault = startTrial({ data: places.practice, now, env: trialEnv(shim) });
  const { problem } = await okOf(vault.call('vault.status', {}));
  const first = start.makes ? await vault.call('vault.create', { passphrase, profile }) : await vault.call('vault.unlock', { passphrase });
  return { places, shim, vault, first, problem };
};

const namesIn = async (vault: Headless): Promise<string> => {
  const { clients } = await okOf(vault.call('clients.search', { query: '' }));
  return clients
    .map(({ chosenName }) => chosenName)
    .sort()
    .join();
};

const expected = ({ name, makes }: Start): string => (makes ? '' : name.includes('restore') ? 'Ana' : 'Ana,Ben');

const judged = async (start: Start, fault: Fault, { places, shim, vault, first, problem }: Started): Promise<unknown[]> => {
  const struck = shim.struck() > 0;
  shim.clear();
  const wrong: unknown[] = [];
  const atDoor = problem === null ? null : untruth(fault, { ok: false, error: { code: 'unavailable', reason: problem as never } }, true);
  if (atDoor !== null) wrong.push({ atDoor: problem });
  const lie = first.ok ? null : struck ? untruth(fault, first, true) : first.error;
  if (lie !== null) wrong.push({ lie });
  const entered = first.ok ? first : await enter(vault);
  if (!entered.ok) return [...wrong, { onceItWorks: entered.error }];
  const names = await namesIn(vault);
  if (names !== expected(start)) wrong.push({ names });
  // The copy that waited may be on its way.
  await okOf(vault.call('vault.lock', {}));
  await okOf(vault.call('vault.unlock', { passphrase }));
  const { evidence } = await okOf(vault.call('vault.status', {}));
  if (evidence?.verdict !== 'whole') wrong.push({ evidence: evidence?.verdict });
  await vault.end();
  const life: Life = { places, shim, vault, told: nothingTold(), secret: passphrase, keys: await keysOf(places.practice, passphrase) };
  return [...wrong, ...leftBehind(life), ...(await wrongOnDisk(life))];
};

const counts = new Map<string, number>();

const stepsFor = async (start: Start, base: FaultBase, fault: Fault): Promise<number> => {
  const key = `${start.name} ${fault.kinds}`;
  const known = counts.get(key);
  if (known !== undefined) return known;
  const seen = await asTrial(async () => (await started(start, base, (shim) => shim.count(fault))).shim.seen());
  counts.set(key, seen);
  return seen;
};

/** One start on a disk that begins to fail somewhere in it; null where it was over before. */
export const coldStart = async (start: Start, base: FaultBase, fault: Fault, times: number, chance: Chance): Promise<unknown[] | null> => {
  const steps = await stepsFor(start, base, fault);
  if (steps === 0) return null;
  const step = 1 + chance.below(steps);
  return asTrial(async () => {
    const one = await started(start, base, (shim) => shim.arm(fault, step, times));
    if (one.shim.struck() === 0) return null;
    const problems = await judged(start, fault, one);
    return problems.map((problem) => ({ start: start.name, fault: fault.name, step, of: steps, times, problem }));
  });
};
