import { type RefObject, useEffect, useRef } from 'react';

/** For a part whose content is another one now: what was pressed in it may be gone, and reading goes on where the part is. Not when the screen comes. */
export const useFocusOnChange = <E extends HTMLElement>(what: string): RefObject<E | null> => {
  const box = useRef<E>(null);
  const before = useRef(what);
  useEffect(() => {
    if (before.current === what) return;
    before.current = what;
    box.current?.focus({ preventScroll: true });
  }, [what]);
  return box;
};
