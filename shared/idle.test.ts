import { expect, test } from 'vitest';
import { idleOutcome, type Stay } from './idle.ts';

const minute = 60_000;
const outcomes = (stay: Stay, minutes: readonly number[]): readonly string[] =>
  minutes.map((after) => idleOutcome(stay, 0, after * minute));

test('an ordinary stay locks after its minutes', () => {
  expect(outcomes({ kind: 'ordinary', idleMinutes: 5 }, [0, 4.99, 5, 60])).toEqual(['awake', 'awake', 'locked', 'locked']);
});

test('a client with the screen has 15 minutes, ten more on the resting screen', () => {
  expect(outcomes({ kind: 'hand-over', resting: false }, [14.99, 15])).toEqual(['awake', 'locked']);
  expect(outcomes({ kind: 'hand-over', resting: true }, [15, 24.99, 25])).toEqual(['awake', 'awake', 'locked']);
});

test('a session goes quiet, and locks after 30 minutes without a touch or 15 after its planned end, whichever is later', () => {
  const session = (plannedEnd: number): Stay => ({ kind: 'session', idleMinutes: 5, plannedEnd: plannedEnd * minute });
  expect(outcomes(session(0), [4.99, 5, 29.99, 30])).toEqual(['awake', 'quiet', 'quiet', 'locked']);
  expect(outcomes(session(60), [5, 30, 74.99, 75])).toEqual(['quiet', 'quiet', 'quiet', 'locked']);
});
