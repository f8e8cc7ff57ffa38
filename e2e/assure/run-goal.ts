import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Defect, Goal } from './goal.ts';

const Outcome = z.strictObject({ trials: z.int(), escapes: z.int(), first: z.array(z.unknown()) });
export type Outcome = z.infer<typeof Outcome>;

const program = join(import.meta.dirname, 'one-goal.ts');
const breaking = `--import=${pathToFileURL(join(import.meta.dirname, 'broken-build.ts')).href}`;

const environment = (defect: Defect | null): NodeJS.ProcessEnv => ({
  ...process.env,
  ...defect?.env,
  ...(defect?.edits
    ? { ASSURE_EDITS: JSON.stringify(defect.edits), NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${breaking}`.trim() }
    : {}),
});

/** The goal's trials in a process of its own, as it is or with a defect. Rejects when the process itself came to no result. */
export const runGoal = (goal: Goal, trials: number, seed: number, defect: Defect | null = null): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, goal.name, String(trials), String(seed)], {
      env: environment(defect),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk) => (said.out += String(chunk)));
    child.stderr.on('data', (chunk) => (said.err += String(chunk)));
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`${goal.name} ended with ${code}\n${said.err || said.out}`));
      resolve(Outcome.parse(JSON.parse(said.out.trim().split('\n').at(-1) ?? '')));
    });
  });
