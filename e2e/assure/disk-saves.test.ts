import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { ofToday } from './chance.ts';
import { type Fault, faults, faultsIn, fullDisk, misnamed, shortWrites } from './faults.ts';
import { type Headless, okOf } from './headless-process.ts';
import { keptIn, keysOf } from './kept-records.ts';
import { openNewPractice, trialFolder } from './trial.ts';
import { details, passphrase, readySigning } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const perTest = { timeout: 60_000 };

type Shim = ReturnType<typeof faultsIn>;

/** The first steps, then some up to the last: the writes of one save are alike, its ends are not. */
const stepsOf = (seen: number): number[] =>
  [1, 2, 3, 4, 5, 6, 8, 12, 20, Math.floor(seen / 2), seen - 2, seen - 1, seen].filter(
    (step, index, list) => step > 0 && step <= seen && list.indexOf(step) === index,
  );

/**
 * The anchor's slot is the last thing written and synced, after the commit: where only that failed the record is there, and was not told. Up to
 * two more are kept than were told, never one less.
 */
const keptAsTold = (kept: number, saved: number): boolean => kept >= saved && kept <= saved + 2;

/** Makes each step fail for good, looks at the answer, mends the disk and asks the same again. */
const saveAtEachStep = async (vault: Headless, shim: Shim, fault: Fault, save: (vault: Headless) => ReturnType<Headless['anyCall']>) => {
  shim.count(fault);
  await okOf(save(vault));
  const steps = stepsOf(shim.seen());
  const wrong: unknown[] = [];
  let saved = 1;
  for (const step of steps) {
    shim.arm(fault, step);
    const reply = await save(vault);
    const struck = shim.struck();
    shim.clear();
    const problem = struck > 0 ? misnamed(fault, reply) : null;
    if (problem !== null) wrong.push({ step, problem });
    const again = await save(vault);
    if (again.ok) saved += 1;
    else wrong.push({ step, again: again.error });
    // A call that did not fail was saved, and so counts.
    if (reply.ok && struck === 0) saved += 1;
  }
  return { steps: steps.length, wrong, saved };
};

/** As many forms as are ever signed at the steps of one fault, each of a client of its own, filled in and read through. */
const formsToSign = async (vault: Headless): Promise<InputOf<'consent.sign'>[]> => {
  const forms: InputOf<'consent.sign'>[] = [];
  for (let each = 0; each < 28; each += 1) {
    const client = await okOf(vault.call('clients.create', details));
    forms.push(await readySigning(vault, client.id));
  }
  return forms;
};

/** A form that could not be signed is still there, and is signed at the next try; one that was kept without being told is gone from the forms that wait. */
const signNext = async (vault: Headless, waiting: InputOf<'consent.sign'>[]): ReturnType<Headless['anyCall']> => {
  const next = waiting[0];
  if (!next) throw new Error('more was signed than was made ready');
  const reply = await vault.call('consent.sign', next);
  const isGone = !reply.ok && reply.error.code === 'not-found';
  if (reply.ok || isGone) waiting.shift();
  return isGone ? signNext(vault, waiting) : reply;
};

// Each day other kinds of failing disks; goal I/O faults has all of them.
describe.each(ofToday(faults, 1))('on $name', (fault) => {
  it('a client is saved or named as not saved, at every step', perTest, async () => {
    const folder = trialFolder();
    const shim = faultsIn(folder);
    const vault = await openNewPractice({ data: folder, now, env: shim.env });
    const { wrong, saved } = await saveAtEachStep(vault, shim, fault, (to) => to.call('clients.create', details));
    const { total } = await okOf(vault.call('clients.search', { query: '' }));
    await vault.end();
    const kept = await keptIn(folder, await keysOf(folder, passphrase));
    const asTold = keptAsTold(total, saved) && kept.clients.size === total;
    expect({ wrong, broken: kept.broken, total, saved, asTold }).toEqual({ wrong: [], broken: [], total, saved, asTold: true });
  });

  it('consent, document and entry are kept together or not at all', perTest, async () => {
    const folder = trialFolder();
    const shim = faultsIn(folder);
    const vault = await openNewPractice({ data: folder, now, env: shim.env });
    const waiting = await formsToSign(vault);
    const { wrong, saved } = await saveAtEachStep(vault, shim, fault, (to) => signNext(to, waiting));
    await vault.end();
    const kept = await keptIn(folder, await keysOf(folder, passphrase));
    const signed = kept.consentIds.size;
    expect({ wrong, broken: kept.broken, signed, saved, asTold: keptAsTold(signed, saved) }).toEqual({
      wrong: [],
      broken: [],
      signed,
      saved,
      asTold: true,
    });
  });
});

it('writes that come out short are finished', perTest, async () => {
  const folder = trialFolder();
  const shim = faultsIn(folder);
  const vault = await openNewPractice({ data: folder, now, env: shim.env });
  shim.arm(shortWrites);
  for (let save = 0; save < 10; save += 1) await okOf(vault.call('clients.create', details));
  expect(shim.struck()).toBeGreaterThan(10);
  await vault.end();
  const kept = await keptIn(folder, await keysOf(folder, passphrase));
  expect({ broken: kept.broken, clients: kept.clients.size }).toEqual({ broken: [], clients: 10 });
});

it('a swallowed error would be caught: a save that fails is seen by this harness', perTest, async () => {
  const folder = trialFolder();
  const shim = faultsIn(folder);
  const vault = await openNewPractice({ data: folder, now, env: shim.env });
  const swallowing: Pick<Headless, 'anyCall'> = {
    anyCall: async (name, input) => {
      const reply = await vault.anyCall(name, input);
      return reply.ok ? reply : { ok: true, value: {} };
    },
  };
  const { wrong } = await saveAtEachStep(vault, shim, fullDisk, () => swallowing.anyCall('clients.create', details));
  expect(wrong).not.toEqual([]);
});
