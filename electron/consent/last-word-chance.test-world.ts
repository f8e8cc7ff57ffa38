import fc from 'fast-check';
import type { Act, FormName } from './last-word-forms.test-world.ts';
import { type Level, places } from './last-word-oracle.test-world.ts';
import type { Step } from './last-word-steps.test-world.ts';
import type { Mark, Touch } from './last-word-walk.test-world.ts';

/** By chance: what may happen to a client, with what happens often more often. */

const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>): { weight: number; arbitrary: fc.Arbitrary<T> } => ({ weight, arbitrary });

const level = fc.constantFrom<Level[]>(0, 1, 2, 3, 3, 4, 4, 4);
const kept: Mark = { state: 'keep', limit: null };
const mark: fc.Arbitrary<Mark> = fc.oneof(
  often(3, fc.constant(kept)),
  often(
    5,
    fc.record({
      state: fc.constantFrom<Mark['state'][]>('unmark', 'no', 'ask', 'yes', 'yes', 'yes', 'yes'),
      limit: fc.oneof(often(4, fc.constant(null)), often(1, level)),
    }),
  ),
);
const someTouch: fc.Arbitrary<Touch> = fc.record({
  marks: fc.tuple(mark, mark, mark),
  level: fc.oneof(often(4, fc.constant('keep' as const)), often(3, level), often(1, fc.constant('clear' as const))),
  talk: fc.oneof(often(9, fc.constant(false)), often(1, fc.constant(true))),
});
const untouched: Touch = { marks: [kept, kept, kept], level: 'keep', talk: false };
const touch = fc.oneof(often(1, fc.constant(untouched)), often(3, someTouch));

const form = fc.constantFrom<FormName[]>('intake', 'intake', 'consent', 'consent', 'guardian', 'stop', 'seat');
const finished = fc.constantFrom<FormName[]>('consent', 'consent', 'guardian', 'stop', 'seat');
const act: fc.Arbitrary<Act> = fc.record({
  form,
  touch,
  again: fc.oneof(often(5, fc.constant(null)), often(1, someTouch)),
  sign: fc.boolean(),
  seen: fc.boolean(),
  stops: fc.constantFrom('keep', 'all_contact', 'area', 'letter'),
});

const hour = 3_600_000;
const day = 24 * hour;

const step: fc.Arbitrary<Step> = fc.oneof(
  often(3, fc.record({ do: fc.constant('together'), touch: someTouch })),
  often(2, fc.record({ do: fc.constant('out'), codes: fc.subarray([...places], { minLength: 1 }) })),
  often(7, fc.record({ do: fc.constant('hand-over'), acts: fc.array(act, { minLength: 1, maxLength: 3 }) })),
  often(4, fc.record({ do: fc.constant('complete'), form: finished })),
  often(1, fc.record({ do: fc.constant('set-aside'), form: finished })),
  often(3, fc.record({ do: fc.constant('sign'), form: finished, act })),
  often(
    3,
    fc.record({ do: fc.constant('write'), touch: someTouch, clear: fc.oneof(often(7, fc.constant(false)), often(1, fc.constant(true))) }),
  ),
  often(2, fc.record({ do: fc.constant('review') })),
  often(3, fc.record({ do: fc.constant('start') })),
  often(
    2,
    fc.record({
      do: fc.constant('take-back'),
      form: fc.constantFrom<('consent' | 'guardian' | 'seat')[]>('consent', 'consent', 'guardian', 'seat'),
      part: fc.constantFrom('whole', 'areas', 'contact-level'),
      older: fc.boolean(),
    }),
  ),
  often(1, fc.record({ do: fc.constant('clock'), by: fc.constantFrom(hour, -hour, -hour, day, 30 * day, 400 * day) })),
  often(1, fc.record({ do: fc.constant('seat'), on: fc.boolean() })),
  often(1, fc.record({ do: fc.constant('archive'), on: fc.boolean() })),
);

const allIn: Mark = { state: 'yes', limit: null };
const signed = (name: FormName): Step => {
  const touchAll: Touch = { marks: [allIn, allIn, allIn], level: 4, talk: false };
  return { do: 'sign', form: name, act: { form: name, touch: touchAll, again: null, sign: true, seen: true, stops: 'keep' } };
};

/** Where a walk begins: with nothing, with every form signed, or in an open round with the place on offer that needs its own form. */
const beginnings: readonly (readonly Step[])[] = [
  [],
  [signed('consent'), signed('guardian')],
  [{ do: 'start' }, signed('consent'), signed('guardian')],
  [{ do: 'seat', on: true }, { do: 'start' }, signed('consent'), signed('seat')],
];

export type Chances = { readonly underAge: boolean; readonly steps: readonly Step[] };

export const walks = (most: number): fc.Arbitrary<Chances> =>
  fc
    .record({
      underAge: fc.oneof(often(2, fc.constant(false)), often(1, fc.constant(true))),
      before: fc.constantFrom(...beginnings),
      after: fc.array(step, { minLength: 1, maxLength: most, size: 'max' }),
    })
    .map(({ underAge, before, after }) => ({ underAge, steps: [...before, ...after] }));
