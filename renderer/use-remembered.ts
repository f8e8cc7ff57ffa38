import { useCallback, useState } from 'react';

const remembered = new Map<string, unknown>();

export const forgetAll = (): void => remembered.clear();

/** State of a screen that is still there when the person comes back to it. In memory only: a lock takes it with the page. */
export const useRemembered = <T>(key: string, initial: () => T): readonly [T, (next: T) => void, () => void] => {
  const [value, setValue] = useState<T>(() => (remembered.get(key) as T | undefined) ?? initial());
  const set = useCallback(
    (next: T) => {
      remembered.set(key, next);
      setValue(next);
    },
    [key],
  );
  const forget = useCallback(() => void remembered.delete(key), [key]);
  return [value, set, forget];
};
