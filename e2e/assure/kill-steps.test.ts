import { describe, expect, it } from 'vitest';
import { announcedChance, stepsUpTo } from './chance.ts';
import { faultsIn, kill } from './faults.ts';
import { okOf } from './headless-process.ts';
import { keptIn, keysOf } from './kept-records.ts';
import { copyOf, openNewPractice, startTrial, trialFolder, unlocked } from './trial.ts';
import { details, passphrase, profile, readySigning } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const perTest = { timeout: 120_000 };

describe('killed at a file-changing call', () => {
  it('of signing: consent, document and entry are all there or none is', perTest, async () => {
    const chance = announcedChance('kill while signing');
    const base = trialFolder();
    const made = await openNewPractice({ data: base, now });
    const client = await okOf(made.call('clients.create', details));
    await made.end();
    const keys = await keysOf(base, passphrase);

    const signingIn = async (arm: (shim: ReturnType<typeof faultsIn>) => void) => {
      const folder = copyOf(base);
      const shim = faultsIn(folder);
      const vault = await unlocked({ data: folder, now, env: shim.env });
      const signing = await readySigning(vault, client.id);
      arm(shim);
      const reply = await vault.call('consent.sign', signing).catch(() => null);
      const seen = shim.seen();
      await vault.kill();
      const kept = await keptIn(folder, keys);
      return { seen, told: reply?.ok === true, kept: kept.consentIds.size, broken: kept.broken };
    };
    const whole = await signingIn((shim) => shim.count());
    expect(whole).toMatchObject({ told: true, kept: 1, broken: [] });
    const outcomes = [];
    for (const step of stepsUpTo(whole.seen, 9, chance)) outcomes.push({ step, ...(await signingIn((shim) => shim.arm(kill, step))) });
    const wrong = outcomes.filter(({ told, kept, broken }) => broken.length > 0 || (told && kept === 0));
    expect({ seed: chance.seed, wrong }).toEqual({ seed: chance.seed, wrong: [] });
    console.log(
      `kill while signing: ${outcomes.length} of ${whole.seen} steps, kept after ${outcomes.filter(({ kept }) => kept === 1).length}, 0 escapes`,
    );
  });

  it('of making a practice: there is none, or one that opens', perTest, async () => {
    const chance = announcedChance('kill while making a practice');
    const making = async (arm: (shim: ReturnType<typeof faultsIn>) => void) => {
      const folder = trialFolder();
      const shim = faultsIn(folder);
      const vault = startTrial({ data: folder, now, env: shim.env });
      await okOf(vault.call('vault.status', {}));
      arm(shim);
      await vault.call('vault.create', { passphrase, profile }).catch(() => null);
      const seen = shim.seen();
      await vault.kill();
      return { folder, seen };
    };
    const { seen } = await making((shim) => shim.count());
    const wrong: unknown[] = [];
    for (const step of stepsUpTo(seen, 10, chance)) {
      const { folder } = await making((shim) => shim.arm(kill, step));
      const vault = startTrial({ data: folder, now });
      const { state, problem } = await okOf(vault.call('vault.status', {}));
      const entered =
        state === 'locked' ? await vault.call('vault.unlock', { passphrase }) : await vault.call('vault.create', { passphrase, profile });
      await vault.end();
      if (!entered.ok) wrong.push({ step, state, problem, error: entered.error });
      else wrong.push(...(await keptIn(folder, await keysOf(folder, passphrase))).broken);
    }
    expect({ seed: chance.seed, wrong }).toEqual({ seed: chance.seed, wrong: [] });
  });

  it('of locking: everything acknowledged before is there and it opens again', perTest, async () => {
    const chance = announcedChance('kill while locking');
    const base = trialFolder();
    const made = await openNewPractice({ data: base, now });
    await okOf(made.call('clients.create', details));
    await made.end();
    const keys = await keysOf(base, passphrase);
    const locking = async (arm: (shim: ReturnType<typeof faultsIn>) => void) => {
      const folder = copyOf(base);
      const shim = faultsIn(folder);
      const vault = await unlocked({ data: folder, now, env: shim.env });
      await okOf(vault.call('clients.create', details));
      arm(shim);
      await vault.call('vault.lock', {}).catch(() => null);
      const seen = shim.seen();
      await vault.kill();
      const kept = await keptIn(folder, keys);
      await (await unlocked({ data: folder, now })).end();
      return { seen, clients: kept.clients.size, broken: kept.broken };
    };
    const { seen } = await locking((shim) => shim.count());
    const outcomes = [];
    for (const step of stepsUpTo(seen, 6, chance)) outcomes.push(await locking((shim) => shim.arm(kill, step)));
    const wrong = outcomes.filter(({ clients, broken }) => clients !== 2 || broken.length > 0);
    expect({ seed: chance.seed, wrong }).toEqual({ seed: chance.seed, wrong: [] });
  });
});
