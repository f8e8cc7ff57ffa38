import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenPractice } from '../practice/practice.ts';
import { queryLayer } from '../store/dialect.ts';
import { migrate } from '../store/migrate.ts';
import { openInMemory } from '../store/open.ts';
import { createLocking, type Locking } from './locking-service.ts';

const minute = 60_000;
let locks = 0;
let locking: Locking;

/** Time passes only when told; the practice itself says five minutes. */
beforeEach(async () => {
  const database = queryLayer(openInMemory());
  await migrate(database);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // The process has run for a while.
  vi.advanceTimersByTime(90 * minute);
  locks = 0;
  locking = createLocking({
    practice: () => {
      throw new Error('not asked here');
    },
    idleSeconds: null,
    announce: () => undefined,
    onIdle: () => {
      locks += 1;
    },
  });
  await locking.begin({ database } as OpenPractice);
});
afterEach(() => {
  locking.end();
  vi.useRealTimers();
});

const pass = (minutes: number): number => {
  vi.advanceTimersByTime(minutes * minute);
  return locks;
};

test('without a session five minutes lock it; with one, 30 minutes after the last touch or 15 after the planned end, the later of the two', () => {
  locking.sit(60 * minute);
  expect([pass(74.9), pass(0.1)]).toEqual([0, 1]);
});

test('a touch late in the session gives the 30 minutes of the quiet screen', () => {
  locking.sit(60 * minute);
  pass(50);
  locking.touch();
  expect([pass(29.9), pass(0.1)]).toEqual([0, 1]);
});

test('one that came back long after its planned end is not locked at once', () => {
  locking.sit(-200 * minute);
  expect([pass(29.9), pass(0.1)]).toEqual([0, 1]);
});

test('when it is over the ordinary minutes count, from then', () => {
  locking.sit(60 * minute);
  pass(20);
  locking.sit(null);
  expect([pass(4.9), pass(0.1)]).toEqual([0, 1]);
});

test('somebody else’s hand-over in mid-session has its own minutes, and the session goes on after it', () => {
  locking.sit(60 * minute);
  locking.stay('hand-over');
  pass(14.9);
  locking.stay('ordinary');
  expect([pass(60), pass(0.1)]).toEqual([0, 1]);
});

test('a hand-over locks after 15 minutes though a session is open, also when that begins or ends meanwhile', () => {
  locking.stay('hand-over');
  locking.sit(60 * minute);
  expect([pass(14.9), pass(0.1)]).toEqual([0, 1]);
});

test('nothing of a session is left for who opens the practice next', async () => {
  locking.sit(60 * minute);
  locking.end();
  const database = queryLayer(openInMemory());
  await migrate(database);
  await locking.begin({ database } as OpenPractice);
  expect([locking.idleSeconds(), pass(4.9), pass(0.1)]).toEqual([300, 0, 1]);
});
