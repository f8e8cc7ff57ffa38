import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Chances, walks } from './last-word-chance.test-world.ts';
import type { Act } from './last-word-forms.test-world.ts';
import type { Level } from './last-word-oracle.test-world.ts';
import { type Step, stepOf } from './last-word-steps.test-world.ts';
import { begunWalk, practiceToWalk, type Touch } from './last-word-walk.test-world.ts';

/**
 * Whatever happens to a client, in whatever order: a place whose last word was out is closed, what only waits opens nothing, and what was
 * opened last, and read through, is allowed. Told by a judge that counts words and knows nothing of how maps are kept.
 */

const found = async (walkIn: Parameters<typeof begunWalk>[0], { underAge, steps }: Chances): Promise<readonly string[]> => {
  const walk = await begunWalk(walkIn, underAge);
  for (const [index, step] of steps.entries()) {
    await stepOf(walk, step);
    if (walk.found.length > 0) return walk.found.map((what) => `after step ${index + 1}, ${step.do}: ${what}`);
  }
  return [];
};

test('the last word of a client holds, whatever happens in between', { timeout: 120_000 }, async () => {
  const world = await practiceToWalk();
  await fc.assert(
    fc.asyncProperty(walks(18), async (chances) => {
      expect(await found(world, chances)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

const marks = (one: Touch['marks'][0]['state'], level: Level | 'keep' = 'keep', limit: Level | null = null): Touch => ({
  marks: [one, one, one].map((state) => ({ state, limit })) as unknown as Touch['marks'],
  level,
  talk: false,
});
const all = marks('yes', 4);
const nothing = marks('keep');
const act = (form: Act['form'], touch: Touch, rest: Partial<Act> = {}): Act => ({
  form,
  touch,
  again: null,
  sign: true,
  seen: true,
  stops: 'keep',
  ...rest,
});
const handOver = (...acts: Act[]): Step => ({ do: 'hand-over', acts });
const sign = (form: Act['form'], touch: Touch = all): Step => ({ do: 'sign', form, act: act(form, touch) });
const takenBack = (part: 'whole' | 'areas' | 'contact-level'): Step => ({ do: 'take-back', form: 'consent', part, older: false });
const start: Step = { do: 'start' };
const review: Step = { do: 'review' };

/** Walks that once ended where they must not, as short as they could be made, and those that each rule rests on. */
const known: Readonly<Record<string, readonly Step[]>> = {
  'a place closed on the screen, in a form that nobody read': [sign('consent'), handOver(act('consent', marks('no')))],
  'a place that lost its mark on the screen': [
    sign('consent'),
    start,
    handOver(act('intake', all)),
    handOver(act('intake', marks('unmark'))),
  ],
  'a form that waited, finished after the places were closed together': [
    handOver(act('consent', all)),
    { do: 'together', touch: marks('no', 3) },
    { do: 'complete', form: 'consent' },
  ],
  'the same with the clock set back between': [
    handOver(act('consent', all)),
    { do: 'clock', by: -3_600_000 },
    { do: 'together', touch: marks('no', 3) },
    { do: 'complete', form: 'consent' },
  ],
  'a consent signed before the one in force was taken back': [
    sign('consent'),
    handOver(act('consent', all)),
    takenBack('whole'),
    { do: 'complete', form: 'consent' },
    { do: 'together', touch: all },
  ],
  'a consent signed before all contact was stopped, with none in force': [
    handOver(act('consent', all)),
    handOver(act('stop', nothing, { stops: 'all_contact' })),
    { do: 'complete', form: 'stop' },
    { do: 'complete', form: 'consent' },
    { do: 'together', touch: all },
  ],
  'a consent signed anew with the clock set back': [sign('consent'), takenBack('whole'), { do: 'clock', by: -3_600_000 }, sign('consent')],
  'no contact, written into the intake': [sign('consent'), start, { do: 'write', touch: marks('keep', 0), clear: false }],
  'a place written into the intake as out': [sign('consent'), start, { do: 'write', touch: marks('no'), clear: false }, review],
  'all contact stopped while only a level waits': [
    handOver(act('consent', marks('keep', 3), { sign: false })),
    handOver(act('stop', nothing, { stops: 'all_contact' })),
    handOver(act('consent', nothing, { sign: false })),
  ],
  'a form that stops, handed over again as it was': [
    handOver(act('stop', nothing, { stops: 'area', sign: false })),
    sign('consent'),
    handOver(act('stop', nothing, { sign: false })),
  ],
  'a place taken back while it was off the chart': [
    { do: 'seat', on: true },
    start,
    handOver(act('intake', all)),
    { do: 'seat', on: false },
    { do: 'out', codes: ['B-GLUTE-L'] },
    handOver(act('intake', marks('ask'))),
    review,
  ],
  'a limit of its own, and no contact anywhere since': [
    sign('consent'),
    start,
    handOver(act('intake', marks('yes', 2, 1))),
    review,
    takenBack('contact-level'),
    start,
    { do: 'write', touch: marks('keep', 0), clear: false },
    handOver(act('intake', nothing)),
  ],
};

test.each(Object.entries(known))('%s', async (_, steps) => {
  expect(await found(await practiceToWalk(), { underAge: false, steps })).toEqual([]);
});

test('a place the form of the guardian leaves out, though the young person opens it afterwards', async () => {
  const steps: Step[] = [sign('consent'), sign('guardian', marks('no')), { do: 'together', touch: all }];
  expect(await found(await practiceToWalk(), { underAge: true, steps })).toEqual([]);
});
