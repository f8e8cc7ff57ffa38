import { chanceFrom } from './chance.ts';
import { clearRun, clearTrials } from './clearing.ts';
import { goals } from './goals.ts';

/** `node one-goal.ts NAME TRIALS SEED`: one goal in a process of its own, which a defect may break; the last line is its result as JSON. */
const [name, trials, seed] = process.argv.slice(2);
const goal = goals.find((one) => one.name === name);
if (!goal) throw new Error(`no goal is called ${name}`);

try {
  const result = await goal.run({ chance: chanceFrom(Number(seed)), trials: Number(trials) });
  const { escapes } = result;
  console.log(`\n${JSON.stringify({ trials: result.trials, escapes: escapes.length, first: escapes.slice(0, 5) })}`);
} finally {
  await clearTrials();
  await clearRun();
}
