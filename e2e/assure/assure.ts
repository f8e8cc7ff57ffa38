import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Defect, Goal } from './goal.ts';
import { type Line, tableOfGoals } from './goal-table.ts';
import { goals } from './goals.ts';
import { type Outcome, runGoal } from './run-goal.ts';

/**
 * `node e2e/assure/assure.ts [--quick] [--only=NAME] [--seed=N]`: every goal with all its trials and every planted defect; docs/security.md has
 * the figures. `--quick` takes fewer and others each day, and of the defects of each goal one. Ends with 1 when anything escaped or a defect was not caught.
 */

const flag = (name: string): string | undefined =>
  process.argv.find((word) => word === `--${name}` || word.startsWith(`--${name}=`))?.slice(name.length + 3);
const isQuick = flag('quick') !== undefined;
const only = flag('only');
const today = Math.floor(Date.now() / 86_400_000);
const seed = Number(flag('seed') ?? (isQuick ? today : 20_261_123));

/** What is tried here survives a killed process, not a power cut: where there is a file system in memory, the disk need not be waited for. */
if (!process.env.TMPDIR && existsSync('/dev/shm')) process.env.TMPDIR = '/dev/shm';

const caughtIn = async (goal: Goal): Promise<Line['defects']> => {
  const asked = isQuick ? goal.defects.slice(seed % goal.defects.length).slice(0, 1) : goal.defects;
  const lines = [];
  for (const defect of asked) lines.push(await caught(goal, defect));
  return lines;
};

const caught = async (goal: Goal, defect: Defect): Promise<Line['defects'][number]> => {
  const outcome = await runGoal(goal, defect.trials, seed, defect).catch((failure: Error) => failure.message);
  const found = typeof outcome === 'string' ? 0 : outcome.escapes;
  return { name: defect.name, caught: found > 0, found, note: typeof outcome === 'string' ? outcome : '' };
};

/** A run that came to no result is an escape: it says nothing about the trials it did not make. */
const outcomeOf = (goal: Goal): Promise<Outcome> =>
  runGoal(goal, isQuick ? goal.trials.quick : goal.trials.full, seed).catch((failure: Error) => ({
    trials: 0,
    escapes: 1,
    first: [failure.message],
  }));

const lineOf = async (goal: Goal): Promise<Line> => {
  const started = performance.now();
  const { trials, escapes, first } = await outcomeOf(goal);
  const defects = await caughtIn(goal);
  return { goal: goal.name, seed, trials, escapes, first, defects, seconds: Math.round((performance.now() - started) / 1000) };
};

const say = ({ goal, trials, escapes, first, defects, seconds }: Line): void => {
  console.log(`${goal}: seed ${seed}, ${trials} trials, ${escapes} escapes, ${seconds} s`);
  for (const escaped of first) console.log(`  ${JSON.stringify(escaped).slice(0, 1_000)}`);
  for (const defect of defects) console.log(`  ${defect.caught ? 'caught' : 'NOT CAUGHT'}: ${defect.name} ${defect.note}`.trimEnd());
};

const chosen = goals.filter(({ name }) => only === undefined || name === only);
if (chosen.length === 0) throw new Error(`--only is one of: ${goals.map(({ name }) => name).join(', ')}`);

const reports = join(import.meta.dirname, '..', '..', 'out', 'reports');
mkdirSync(reports, { recursive: true });
const lines: Line[] = [];
const waiting = [...chosen];

/** Takes the next goal as long as there is one. */
const work = async (): Promise<void> => {
  for (let goal = waiting.shift(); goal; goal = waiting.shift()) {
    lines.push(await lineOf(goal));
    say(lines.at(-1)!);
    writeFileSync(join(reports, 'assure.json'), `${JSON.stringify({ quick: isQuick, seed, goals: lines }, null, 2)}\n`);
  }
};
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
console.log(`\n${tableOfGoals(lines)}`);
process.exitCode = lines.every(({ escapes, defects }) => escapes === 0 && defects.every((one) => one.caught)) ? 0 : 1;
