import type { Chance } from './chance.ts';
import type { Goal, Result } from './goal.ts';
import { tryCase } from './release-cases.ts';
import { releaseDefects } from './release-defects.ts';
import { askedNow, listedNow, type ReleasePlace, releasePlaceFrom } from './release-place.ts';
import { type Done, ends, grants, merges, timePasses } from './release-steps.ts';

const bag = [grants, grants, grants, ends, ends, merges, timePasses, timePasses, timePasses];

const turn = async (chance: Chance, place: ReleasePlace): Promise<Done> => {
  try {
    const done = await (place.kept.length < 2 ? grants : chance.pick(bag))(chance, place);
    const wrong = [...done.wrong, ...(await listedNow(place))];
    for (let times = 0; times < 8; times += 1) wrong.push(...(await askedNow(place, chance)));
    return { ...done, wrong };
  } catch (failure) {
    return { what: 'failed', wrong: [String(failure), ...place.world.incidents.map(String)] };
  }
};

const longest = 30;

/** Through the door: permissions made ready, signed, replaced and taken back, people outside merged, time; and after each turn what the gate answers. */
const walk = async (chance: Chance, turns: number, counted: Map<string, number>): Promise<unknown[]> => {
  const escapes: unknown[] = [];
  for (let made = 0; made < turns && escapes.length < 10; ) {
    const place = await releasePlaceFrom(chance);
    const way: string[] = [];
    let wrong: readonly string[] = [];
    for (let taken = 0; taken < longest && made < turns && wrong.length === 0; taken += 1) {
      made += 1;
      const done = await turn(chance, place);
      way.push(done.what);
      counted.set(done.what, (counted.get(done.what) ?? 0) + 1);
      wrong = done.wrong;
    }
    if (wrong.length > 0) escapes.push({ seed: chance.seed, made, wrong: wrong.slice(0, 3), way: way.slice(-14) });
    await place.world.open.database.destroy();
  }
  return escapes;
};

/** To so many cases of the gate alone one turn through the door, which signs papers. */
const casesToTurn = 200;

/** Each trial is one question to the gate, answered a second time from the rules: nothing goes without a valid permission, and nothing permitted is refused. */
const run = async (chance: Chance, trials: number): Promise<Result> => {
  const escapes: unknown[] = [];
  const counted = new Map<string, number>();
  for (let made = 0; made < trials && escapes.length < 20; made += 1) {
    const { permitted, wrong, seen } = tryCase(chance);
    const what = permitted ? 'cases permitted' : 'cases refused';
    counted.set(what, (counted.get(what) ?? 0) + 1);
    if (wrong.length > 0) escapes.push({ seed: chance.seed, made, wrong: wrong.slice(0, 3), seen });
  }
  if (escapes.length === 0) escapes.push(...(await walk(chance, Math.ceil(trials / casesToTurn), counted)));
  console.log(
    [...counted]
      .sort()
      .map(([what, times]) => `  ${String(times).padStart(6)} ${what}`)
      .join('\n'),
  );
  return { trials, escapes };
};

export const releases: Goal = {
  name: 'releases',
  trials: { full: 100_000, quick: 10_000, test: 800 },
  run: ({ chance, trials }) => run(chance, trials),
  defects: releaseDefects,
};
