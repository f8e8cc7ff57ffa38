import { lockAt, type Stay } from '../../shared/idle.ts';

export type IdleWatch = {
  /** A hand at the computer. */
  readonly touch: () => void;
  /** What the practice is open for from now on; counts as a touch. */
  readonly stay: (stay: Stay) => void;
  readonly stop: () => void;
};

type Clock = { readonly monotonic: () => number; readonly after: (milliseconds: number, then: () => void) => () => void };

/** `setTimeout` on the machine's monotonic clock, which a clock set back does not move. */
export const machineClock: Clock = {
  monotonic: () => performance.now(),
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Locks once nobody has touched anything for as long as the stay allows. A timer that rings early only looks and is set again. */
export const watchIdle = (first: Stay, onIdle: () => void, clock: Clock = machineClock): IdleWatch => {
  let stay = first;
  let lastTouch = clock.monotonic();
  let cancel: () => void = () => undefined;

  const look = (): void => {
    const left = lockAt(stay, lastTouch) - clock.monotonic();
    if (left <= 0) onIdle();
    else cancel = clock.after(Math.min(left, 60_000), look);
  };
  look();
  return {
    touch: () => {
      lastTouch = clock.monotonic();
    },
    stay: (next) => {
      cancel();
      stay = next;
      lastTouch = clock.monotonic();
      look();
    },
    stop: () => cancel(),
  };
};
