import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { faultsIn, foreignFolder, readOnlyFolder } from './faults.ts';
import { trialFolder } from './trial.ts';

const always = 2 ** 31 - 1;

const openings = () => {
  const folder = trialFolder();
  const shim = faultsIn(folder);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'faulty-opening.ts'), folder], {
    env: { ...process.env, ...shim.env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const ask = async (work: 'open' | 'save' | 'close'): Promise<string> => {
    child.stdin.write(`${work}\n`);
    return String((await once(lines, 'line'))[0]);
  };
  return { shim, ask };
};

it.each([readOnlyFolder, foreignFolder])('on $name what opens can be saved to, and what does not is named', async (fault) => {
  const { shim, ask } = openings();
  expect(await ask('open')).toBe('done');
  await ask('close');
  shim.count(fault);
  await ask('open');
  const steps = shim.seen();
  shim.clear();
  await ask('close');

  const wrong: unknown[] = [];
  for (let step = 1; step <= steps; step += 1) {
    for (const times of [1, 2, always]) {
      shim.arm(fault, step, times);
      const opened = await ask('open');
      const struck = shim.struckFile();
      shim.clear();
      const saved = opened === 'done' ? await ask('save') : null;
      const isNamed = ['done', 'folder-read-only', 'disk-failing'].includes(opened);
      await ask('close');
      const again = await ask('open');
      await ask('close');
      if (struck === '' || !isNamed || (saved !== null && saved !== 'done') || again !== 'done') {
        wrong.push({ step, times, struck, opened, saved, again });
      }
    }
  }
  expect(steps).toBeGreaterThanOrEqual(3);
  expect(wrong).toEqual([]);
});
