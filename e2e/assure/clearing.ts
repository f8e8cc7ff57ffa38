/** What trials leave (folders, processes) goes when they are over: after each test by the test runner, after each goal by `assure`. */
type Clear = () => unknown;

const trials: Clear[][] = [[]];
const run: Clear[] = [];

export const whenTrialEnds = (clear: Clear): void => void trials.at(-1)!.push(clear);
/** For what many trials share. */
export const whenRunEnds = (clear: Clear): void => void run.push(clear);

const clearAll = async (list: Clear[]): Promise<void> => {
  for (const clear of list.splice(0).reverse()) await clear();
};

/** What this one trial makes is gone after it, so that ten thousand of them do not fill a disk. */
export const asTrial = async <T>(trial: () => Promise<T>): Promise<T> => {
  trials.push([]);
  try {
    return await trial();
  } finally {
    await clearAll(trials.pop()!);
  }
};

export const clearTrials = (): Promise<void> => clearAll(trials[0]!);
export const clearRun = (): Promise<void> => clearAll(run);
