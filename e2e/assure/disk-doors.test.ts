import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { announcedChance, ofToday, stepsUpTo } from './chance.ts';
import { faults, faultsIn, foreignFolder, fullDisk, misnamed, readOnlyFolder } from './faults.ts';
import { openFiles } from './found-text.ts';
import { type Headless, okOf } from './headless-process.ts';
import { alarms } from './io-fault-look.ts';
import { runFolder, trialEnv } from './io-fault-place.ts';
import { keptIn, keysOf } from './kept-records.ts';
import { copyOf, openNewPractice, startTrial, trialFolder } from './trial.ts';
import { passphrase, profile } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const perTest = { timeout: 120_000 };
/** All of it with every kind of fault is the goal `I/O faults`; here are some of each, others each day. */
let closed = '';
beforeAll(async () => {
  closed = runFolder();
  await (await openNewPractice({ data: closed, now })).end();
}, 60_000);

/** The same practice for each, so that its passphrase is derived once. */
const withPractice = () => {
  const folder = copyOf(closed);
  const shim = faultsIn(folder);
  return { folder, shim, vault: startTrial({ data: folder, now, env: trialEnv(shim) }) };
};

const stateOf = async (vault: Headless) => (await okOf(vault.call('vault.status', {}))).state;

describe.each(ofToday(faults, 1))('on $name', (fault) => {
  it('making a practice fails by name, and the same person gets in once the disk works', perTest, async () => {
    const making = async (arm: (shim: ReturnType<typeof faultsIn>) => void) => {
      const folder = trialFolder();
      const shim = faultsIn(folder);
      const vault = startTrial({ data: folder, now, env: shim.env });
      await okOf(vault.call('vault.status', {}));
      arm(shim);
      const reply = await vault.call('vault.create', { passphrase, profile });
      return { folder, shim, vault, reply };
    };
    const counted = await making((shim) => shim.count(fault));
    const chance = announcedChance(`making a practice on ${fault.name}`);
    const steps = stepsUpTo(counted.shim.seen(), 2, chance);

    const wrong: unknown[] = [];
    for (const step of steps) {
      const { folder, shim, vault, reply } = await making((one) => one.arm(fault, step));
      const struck = shim.struck();
      shim.clear();
      const problem = struck > 0 && !reply.ok ? misnamed(fault, reply) : null;
      if (problem !== null) wrong.push({ step, problem });
      const state = await stateOf(vault);
      const entered = reply.ok
        ? reply
        : state === 'no-practice'
          ? await vault.call('vault.create', { passphrase, profile })
          : await vault.call('vault.unlock', { passphrase });
      if (!entered.ok) wrong.push({ step, state, entering: entered.error });
      await vault.end();
      const left = readdirSync(folder).filter((name) => name.endsWith('.new') || name.includes('making'));
      if (left.length > 0) wrong.push({ step, left });
      if (!entered.ok) continue;
      const { broken } = await keptIn(folder, await keysOf(folder, passphrase));
      if (broken.length > 0) wrong.push({ step, broken });
    }
    expect({ seed: chance.seed, wrong }).toEqual({ seed: chance.seed, wrong: [] });
  });
});

describe.each(ofToday(faults, 2))('on $name', (fault) => {
  it('unlocking fails by name and works afterwards', perTest, async () => {
    const { folder, shim, vault } = withPractice();
    await okOf(vault.call('vault.status', {}));
    const keys = await keysOf(folder, passphrase);
    const wrong: unknown[] = [];
    for (const step of stepsUpTo(34, 6, announcedChance(`unlocking on ${fault.name}`))) {
      shim.arm(fault, step);
      const reply = await vault.call('vault.unlock', { passphrase });
      const struck = shim.struck();
      shim.clear();
      const problem = struck > 0 && !reply.ok ? misnamed(fault, reply) : null;
      if (problem !== null) wrong.push({ step, problem });
      if (!reply.ok && (await stateOf(vault)) !== 'locked') wrong.push({ step, state: await stateOf(vault) });
      wrong.push(...alarms(copyOf(folder), keys).map((alarm) => ({ step, alarm })));
      if (reply.ok) await okOf(vault.call('vault.lock', {}));
    }
    await okOf(vault.call('vault.unlock', { passphrase }));
    await vault.end();
    expect({ wrong, broken: (await keptIn(folder, await keysOf(folder, passphrase))).broken }).toEqual({ wrong: [], broken: [] });
  });

  it('locking always locks, and lets the database go', perTest, async () => {
    const { folder, shim, vault } = withPractice();
    await okOf(vault.call('vault.unlock', { passphrase }));
    const wrong: unknown[] = [];
    for (const step of stepsUpTo(12, 4, announcedChance(`locking on ${fault.name}`))) {
      shim.arm(fault, step);
      const reply = await vault.call('vault.lock', {});
      const held = openFiles(vault.pid).filter((path) => path.startsWith(join(folder, 'practice.db'))).length;
      shim.clear();
      if (!reply.ok && reply.error.code === 'unexpected') wrong.push({ step, error: reply.error });
      const state = await stateOf(vault);
      if (state !== 'locked' || held > 0) wrong.push({ step, state, held });
      const again = await vault.call('vault.unlock', { passphrase });
      if (!again.ok) wrong.push({ step, again: again.error });
    }
    await vault.end();
    expect({ wrong, broken: (await keptIn(folder, await keysOf(folder, passphrase))).broken }).toEqual({ wrong: [], broken: [] });
  });
});

describe.each(ofToday([fullDisk, readOnlyFolder, foreignFolder], 2))('starting on $name', (fault) => {
  it('says so, and goes on when it is mended', perTest, async () => {
    const folder = join(trialFolder(), 'practice');
    const shim = faultsIn(folder);
    shim.arm(fault);
    const vault = startTrial({ data: folder, now, env: shim.env });
    const { problem } = await okOf(vault.call('vault.status', {}));
    const misnaming = misnamed(fault, await vault.call('vault.create', { passphrase, profile }));
    shim.clear();
    const later = await stateOf(vault);
    expect({ problem, misnaming, later, there: existsSync(folder) }).toEqual({
      problem: fault.reason,
      misnaming: null,
      later: 'no-practice',
      there: true,
    });
  });

  it('also where the folder is there already', perTest, async () => {
    const folder = trialFolder();
    const shim = faultsIn(folder);
    shim.arm(fault);
    const vault = startTrial({ data: folder, now, env: shim.env });
    const { problem } = await okOf(vault.call('vault.status', {}));
    shim.clear();
    expect({ problem, later: await stateOf(vault) }).toEqual({ problem: fault.reason, later: 'no-practice' });
  });
});
