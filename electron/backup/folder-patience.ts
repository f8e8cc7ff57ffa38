import { inTime } from '../practice/in-time.ts';

/** A stick or a folder on a network that took no step for this long takes none. */
export const patienceMs = 15_000;
/** Work that is given up ends at its next step and leaves nothing behind; so long it may take for that. */
const endingMs = 300;

const noAnswer = 'FOLDER_SILENT';
const silence = (): Error => Object.assign(new Error('the folder does not answer'), { code: noAnswer });
export const isSilent = (failure: unknown): boolean => (failure as { code?: unknown } | null)?.code === noAnswer;

/** Said at each step by work that may take long without hanging. */
export type Alive = () => void;

type Asking<T> = { readonly folder: string; readonly work: (alive: Alive) => Promise<T>; readonly signal?: AbortSignal };

/**
 * Asks something of a folder that may hang for ever, and waits only while it takes steps. One that was silent is not asked again before that
 * answer has come: each question would hold one of the few threads that everything else needs too, keys included.
 * @throws one that `isSilent`; the signal's reason
 */
export const createPatience = (milliseconds = patienceMs) => {
  const silent = new Set<string>();

  return async <T>({ folder, work, signal }: Asking<T>): Promise<T> => {
    if (silent.has(folder)) throw silence();
    signal?.throwIfAborted();
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(silence()), milliseconds);
    const stop = (): void => late.reject(signal?.reason);
    signal?.addEventListener('abort', stop);
    let waiting = true;
    const doing = work(() => {
      if (waiting) timer.refresh();
    });
    const ended = doing.then(
      () => silent.delete(folder),
      () => silent.delete(folder),
    );
    try {
      return await Promise.race([doing, late.promise]);
    } catch (failure) {
      if (isSilent(failure)) silent.add(folder);
      else if (signal?.aborted) await inTime(ended, endingMs);
      throw failure;
    } finally {
      waiting = false;
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  };
};

export type Patience = ReturnType<typeof createPatience>;
