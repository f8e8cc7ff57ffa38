import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Goal } from './goal.ts';
import { type Line, tableOfGoals } from './goal-table.ts';
import { goals } from './goals.ts';
import { type Outcome, runGoal } from './run-goal.ts';

/**
 * `node e2e/assure/assure.ts [--quick] [--only=NAME] [--seed=N]`: every goal with all its trials and every planted defect; docs/security.md has
 * the figures. `--quick` takes other trials each day. Ends with 1 when anything escaped or a defect was not caught.
 */

const flag = (name: string): string | undefined =>
  process.argv.find((word) => word === `--${name}` || word.startsWith(`--${name}=`))?.slice(name.length + 3);
const isQuick = flag('quick') !== undefined;
const only = flag('only');
const today = Math.floor(Date.now() / 86_400_000);
const seed = Number(flag('seed') ?? (isQuick ? today : 20_261_123));

const caughtIn = async (goal: Goal): Promise<Line['defects']> => {
  const lines = [];
  for (const defect of goal.defects) {
    const outcome = await runGoal(goal, defect.trials, seed, defect).catch((failure: Error) => failure.message);
    const found = typeof outcome === 'string' ? 0 : outcome.escapes;
    lines.push({ name: defect.name, caught: found > 0, found, note: typeof outcome === 'string' ? outcome : '' });
    console.log(`  ${found > 0 ? 'caught' : 'NOT CAUGHT'}: ${defect.name}${typeof outcome === 'string' ? `\n${outcome}` : ''}`);
  }
  return lines;
};

/** A run that came to no result is an escape: it says nothing about the trials it did not make. */
const outcomeOf = (goal: Goal): Promise<Outcome> =>
  runGoal(goal, isQuick ? goal.trials.quick : goal.trials.full, seed).catch((failure: Error) => ({
    trials: 0,
    escapes: 1,
    first: [failure.message],
  }));

const lineOf = async (goal: Goal): Promise<Line> => {
  console.log(`${goal.name}: seed ${seed}`);
  const started = performance.now();
  const { trials, escapes, first } = await outcomeOf(goal);
  console.log(`  ${trials} trials, ${escapes} escapes`);
  for (const escaped of first) console.log(`  ${JSON.stringify(escaped).slice(0, 1_000)}`);
  const defects = await caughtIn(goal);
  return { goal: goal.name, seed, trials, escapes, first, defects, seconds: Math.round((performance.now() - started) / 1000) };
};

const chosen = goals.filter(({ name }) => only === undefined || name === only);
if (chosen.length === 0) throw new Error(`--only is one of: ${goals.map(({ name }) => name).join(', ')}`);
const lines: Line[] = [];
for (const goal of chosen) lines.push(await lineOf(goal));

const reports = join(import.meta.dirname, '..', '..', 'out', 'reports');
mkdirSync(reports, { recursive: true });
writeFileSync(join(reports, 'assure.json'), `${JSON.stringify({ quick: isQuick, goals: lines }, null, 2)}\n`);
console.log(`\n${tableOfGoals(lines)}`);
process.exitCode = lines.every(({ escapes, defects }) => escapes === 0 && defects.every(({ caught }) => caught)) ? 0 : 1;
