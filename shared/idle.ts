import { z } from 'zod';

export const IdleMinutes = z.int().min(1).max(60);

/** What the vault is open for; hand-over and session come with their parts (security.md, Locking). Times are milliseconds on the monotonic clock. */
export type Stay =
  | { readonly kind: 'ordinary'; readonly idleMinutes: number }
  /** The client has the screen; `resting` while they look at the resting screen. */
  | { readonly kind: 'hand-over'; readonly resting: boolean }
  | { readonly kind: 'session'; readonly idleMinutes: number; readonly plannedEnd: number };

export type IdleOutcome = 'awake' | 'quiet' | 'locked';

const minute = 60_000;
const handOverMinutes = 15;
const restingMinutes = 10;
const quietMinutes = 30;
const afterPlannedEndMinutes = 15;

/** When a stay without a further touch locks, on the same clock as `lastTouch`. */
export const lockAt = (stay: Stay, lastTouch: number): number => {
  switch (stay.kind) {
    case 'ordinary':
      return lastTouch + stay.idleMinutes * minute;
    case 'hand-over':
      return lastTouch + (handOverMinutes + (stay.resting ? restingMinutes : 0)) * minute;
    case 'session':
      return Math.max(lastTouch + quietMinutes * minute, stay.plannedEnd + afterPlannedEndMinutes * minute);
  }
};

/** What is shown now. Only a session has a quiet screen: nothing of the client, elapsed time, STOP, and back by one touch. */
export const idleOutcome = (stay: Stay, lastTouch: number, now: number): IdleOutcome => {
  if (now >= lockAt(stay, lastTouch)) return 'locked';
  return stay.kind === 'session' && now - lastTouch >= stay.idleMinutes * minute ? 'quiet' : 'awake';
};
