import { useCallback, useRef, useState } from 'react';

/**
 * What was typed and not saved yet, by screen, while the practice is open. In memory only: a lock takes it with the page.
 * Kept outside React so that leaving a screen loses nothing.
 */
const drafts = new Map<string, unknown>();

export const clearDrafts = (): void => drafts.clear();
export const dropDraft = (key: string): void => void drafts.delete(key);
export const draftOf = <T>(key: string): T | undefined => drafts.get(key) as T | undefined;
export const keepDraft = <T>(key: string, value: T): void => void drafts.set(key, value);

/** State of a screen that is still there when the person comes back to it. */
export const useDraft = <T>(key: string, initial: () => T): readonly [T, (next: T | ((now: T) => T)) => void, () => void] => {
  const [value, setValue] = useState<T>(() => draftOf<T>(key) ?? initial());
  const latest = useRef(value);
  const set = useCallback(
    (next: T | ((now: T) => T)) => {
      latest.current = typeof next === 'function' ? (next as (now: T) => T)(latest.current) : next;
      keepDraft(key, latest.current);
      setValue(latest.current);
    },
    [key],
  );
  const drop = useCallback(() => dropDraft(key), [key]);
  return [value, set, drop];
};
