import { useEffect, useSyncExternalStore } from 'react';

/** Whether the conductor is on the screen. Nothing that stands before everything else stands before STOP. */
let shown = 0;
const listeners = new Set<() => void>();

const count = (more: number): void => {
  shown += more;
  for (const listener of listeners) listener();
};

const follow = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useConductorShown = (): boolean => useSyncExternalStore(follow, () => shown > 0);

/** For as long as the conductor stands. */
export const useShowsConductor = (): void =>
  useEffect(() => {
    count(1);
    return () => count(-1);
  }, []);
