import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What comes in its place is read from its beginning: the part that scrolls, `main`, goes back to its top. */
export const useFromTop = <E extends HTMLElement>(what: string): RefObject<E | null> => {
  const part = useRef<E>(null);
  const before = useRef<string>(null);
  useLayoutEffect(() => {
    if (before.current === what) return;
    before.current = what;
    part.current?.closest('main')?.scrollTo(0, 0);
  }, [what]);
  return part;
};
