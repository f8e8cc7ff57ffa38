import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

it('each planted defect changes a place that is still in the code', () => {
  const root = join(import.meta.dirname, '..', '..');
  const edits = goals.flatMap(({ name, defects }) =>
    defects.flatMap((defect) => (defect.edits ?? []).map((edit) => ({ ...edit, of: `${name}: ${defect.name}` }))),
  );
  expect(edits.length).toBeGreaterThan(100);
  // What is built is looked at when it was built.
  const own = edits.filter(({ file }) => !file.startsWith('out/'));
  expect(own.filter(({ file, find }) => !readFileSync(join(root, file), 'utf8').includes(find)).map(({ of }) => of)).toEqual([]);
});
