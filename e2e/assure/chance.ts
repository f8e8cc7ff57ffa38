/** Chance that can be played again: the same run each time, another with `ASSURE_SEED=<seed>`, a new one with `ASSURE_SEED=rotate`; the seed is printed. */
export type Chance = {
  readonly seed: number;
  /** From 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
};

/** mulberry32: 32 bits of state are plenty to choose moments and bits. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { seed, below, pick: (from) => from[below(from.length)]! };
};

export const announcedChance = (harness: string): Chance => {
  const asked = process.env.ASSURE_SEED;
  const seed = asked === 'rotate' ? Math.floor(Math.random() * 2 ** 31) : Number(asked ?? 20_261_123);
  console.log(`${harness}: seed ${seed}`);
  return chanceFrom(seed);
};

/** The first and the last of `last` steps and others between them, `count` in all: each run looks at different ones. */
export const stepsUpTo = (last: number, count: number, chance: Chance): number[] => {
  const steps = new Set([1, last]);
  while (steps.size < Math.min(count, last)) steps.add(1 + chance.below(last));
  return [...steps].sort((a, b) => a - b);
};

const day = 86_400_000;

/** With fewer trials than there are kinds of them each day tries others, so that all have their turn. */
export const ofToday = <T>(all: readonly T[], trials: number): readonly T[] => {
  if (trials >= all.length) return all;
  const first = (Math.floor(Date.now() / day) * trials) % all.length;
  return [...all, ...all].slice(first, first + trials);
};
