import { Refused } from '../../shared/app-error.ts';
import type { LastWord, Said } from '../../shared/last-word.ts';
import type { Instant } from '../../shared/time.ts';
import type { Log } from '../practice/log.ts';
import { storeProblem } from '../store/store-problem.ts';

/** What a failure is called, as `dispatch` would call it; null for what is no trouble of the practice, such as a lock that came in between. */
const saidOf = (failure: unknown, log: Log): Said | null => {
  if (failure instanceof Refused) {
    const { error } = failure;
    if (error.code === 'refused') return { code: 'refused', reason: error.reason };
    return error.code === 'unavailable' || error.code === 'unexpected' ? error : null;
  }
  const known = storeProblem(failure);
  const incident = log.incident(failure);
  return known ? { code: 'unavailable', reason: known } : { code: 'unexpected', incident };
};

/**
 * The end of a try that had a key in its hands and has opened nothing: this process is not kept, since closing leaves copies of the key in
 * its memory. What is thrown goes to the page that asked, and the word to the one that takes its place.
 */
export const endsBehindKey = (
  log: Log,
  kind: Extract<LastWord, { error: unknown }>['kind'],
  end: (word: LastWord | null) => void,
  failure: unknown,
): unknown => {
  const error = saidOf(failure, log);
  end(error && { kind, error });
  return error ? new Refused(error) : failure;
};

/** Restoring opens nothing, but has had a key in its hands unless it was refused before: then this process ends, whatever came of it. */
export const watchRestoring = (log: Log, end: (word: LastWord | null) => void) => {
  let opened: Instant | null = null;
  return {
    hasKey: (madeAt: Instant): void => {
      opened = madeAt;
    },
    whole: async <T>(restore: () => Promise<T>): Promise<T> => {
      try {
        const restored = await restore();
        if (opened) end({ kind: 'restored', madeAt: opened });
        return restored;
      } catch (failure) {
        throw opened ? endsBehindKey(log, 'not-restored', end, failure) : failure;
      } finally {
        opened = null;
      }
    },
  };
};
