import { type RefObject, useEffect, useRef } from 'react';
import { actionOf, type KeyAction } from './keys.ts';

/**
 * Keys of the calendar that are of no appointment, while the focus is on its page or nowhere, outside fields and dialogs. Heard at the window, after an
 * appointment with the focus had its turn.
 */
export const usePageKeys = (page: RefObject<HTMLElement | null>, onKey: (action: KeyAction) => void): void => {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const ends = new AbortController();
    const pressed = (event: KeyboardEvent): void => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || target.matches('input:not([type=radio]), textarea')) return;
      if (target !== document.body && !page.current?.contains(target)) return;
      const action = actionOf(event, false);
      if (!action) return;
      event.preventDefault();
      latest.current(action);
    };
    window.addEventListener('keydown', pressed, { signal: ends.signal });
    return () => ends.abort();
  }, [page]);
};
