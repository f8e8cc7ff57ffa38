/** A virus scanner or an indexer holds a file for a moment that was just written: Windows then says one of these. */
const busy: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY'];
const waits: readonly number[] = [10, 20, 40, 80, 160];

const isBusy = (failure: unknown): boolean => busy.includes((failure as { code?: unknown } | null)?.code);

/** Tries again a few times while a file is held by somebody else; what is still refused after that is refused. */
export const pastBusy = <T>(work: () => T, wait: (milliseconds: number) => void): T => {
  for (const milliseconds of waits) {
    try {
      return work();
    } catch (failure) {
      if (!isBusy(failure)) throw failure;
      wait(milliseconds);
    }
  }
  return work();
};

/** The same for work that others go on beside. */
export const pastBusyBeside = async <T>(work: () => Promise<T>, wait: (milliseconds: number) => Promise<unknown>): Promise<T> => {
  for (const milliseconds of waits) {
    try {
      return await work();
    } catch (failure) {
      if (!isBusy(failure)) throw failure;
      await wait(milliseconds);
    }
  }
  return work();
};
