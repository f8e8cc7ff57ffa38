/** What keeps a note and a letter while they are written has in common: when it sends, and who is told how it stands. */

/** So long after the last key, and at the latest so long after the first one that was not sent; in milliseconds. */
type Pace = { readonly pause: number; readonly longest: number };

/** Runs `send` a pause after it was asked for last; `clear` takes that back. */
export const afterPause = (send: () => void, { pause, longest }: Pace) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  return {
    ask: (): void => {
      const at = performance.now();
      since ??= at;
      clearTimeout(timer);
      timer = setTimeout(send, Math.max(0, Math.min(pause, since + longest - at)));
    },
    clear: (): void => {
      clearTimeout(timer);
      since = null;
    },
  };
};

/** A value that is looked at, and told on when it is another. */
export const following = <T>(first: T) => {
  const listeners = new Set<() => void>();
  let now = first;
  return {
    now: () => now,
    tell: (next: T): void => {
      now = next;
      for (const listener of listeners) listener();
    },
    follow: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
