/** As long as what was typed on the page itself stands there. */
const soonMs = 120_000;

/**
 * What was typed at the door to look into a backup stays in the memory of this process, where nothing can be overwritten. So the process ends
 * soon after the last look, unless the practice was opened meanwhile: then it ends with the lock.
 */
export const createForgetting = (end: () => void) => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const not = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  return {
    /** No look goes on, and nothing was typed that this process need be ended for any more. */
    not,
    /** While `look` runs it is not ended. */
    looking: async <T>(isTyped: boolean, look: () => Promise<T>): Promise<T> => {
      if (!isTyped) return look();
      not();
      try {
        return await look();
      } finally {
        not();
        timer = setTimeout(end, soonMs);
        timer.unref();
      }
    },
  };
};
