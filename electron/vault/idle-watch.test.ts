import { expect, test } from 'vitest';
import type { Stay } from '../../shared/idle.ts';
import { watchIdle } from './idle-watch.ts';

const minute = 60_000;

/** A clock in the test's hand: time passes only when told, and what was due by then rings. */
const handClock = () => {
  let now = 1_000;
  let due: { readonly at: number; readonly then: () => void }[] = [];
  return {
    monotonic: () => now,
    after: (milliseconds: number, then: () => void) => {
      const one = { at: now + milliseconds, then };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    pass: (milliseconds: number) => {
      const end = now + milliseconds;
      for (;;) {
        const [next] = due.filter((one) => one.at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        due = due.filter((one) => one !== next);
        now = next.at;
        next.then();
      }
      now = end;
    },
    waiting: () => due.length,
  };
};

const watching = (stay: Stay) => {
  const clock = handClock();
  let locks = 0;
  const watch = watchIdle(
    stay,
    () => {
      locks += 1;
    },
    clock,
  );
  return { clock, watch, locks: () => locks };
};
const ordinary: Stay = { kind: 'ordinary', idleMinutes: 5 };

test('locks once after the minutes without a touch, not before, and not while there are touches', () => {
  const { clock, watch, locks } = watching(ordinary);
  for (let touch = 0; touch < 20; touch += 1) {
    clock.pass(4 * minute);
    watch.touch();
  }
  expect(locks()).toBe(0);
  clock.pass(5 * minute - 1);
  expect(locks()).toBe(0);
  clock.pass(1);
  expect(locks()).toBe(1);
  clock.pass(60 * minute);
  expect([locks(), clock.waiting()]).toEqual([1, 0]);
});

test('a stay of another kind begins anew with its own limit, and stopping ends the watch', () => {
  const { clock, watch, locks } = watching(ordinary);
  clock.pass(4 * minute);
  watch.stay({ kind: 'hand-over', resting: false });
  clock.pass(14 * minute);
  expect(locks()).toBe(0);
  watch.stay({ kind: 'ordinary', idleMinutes: 1 });
  clock.pass(minute);
  expect(locks()).toBe(1);
  watch.stay(ordinary);
  watch.stop();
  clock.pass(60 * minute);
  expect(locks()).toBe(1);
});
