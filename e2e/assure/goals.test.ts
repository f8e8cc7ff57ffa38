import { expect, it } from 'vitest';
import { announcedChance } from './chance.ts';
import { goals } from './goals.ts';

/** The goals of `npm run assure`, each with a few of its trials; all of them and the planted defects are its own to run, and so is what needs the built application. */
it.each(goals.filter(({ trials }) => trials.test > 0))('$name: nothing escapes', { timeout: 600_000 }, async ({ name, trials, run }) => {
  const chance = announcedChance(name);
  const { escapes, trials: made } = await run({ chance, trials: trials.test });
  console.log(`${name}: ${made} trials, ${escapes.length} escapes`);
  expect({ seed: chance.seed, escapes: escapes.slice(0, 5) }).toEqual({ seed: chance.seed, escapes: [] });
});
