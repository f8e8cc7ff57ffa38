import { useLayoutEffect } from 'react';

const typed =
  'textarea, [contenteditable="true"], input:not([type="button"], [type="checkbox"], [type="radio"], [type="range"], [type="submit"])';

/** Where a space is a letter. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches(typed) && !target.matches('[readonly], :disabled');

const isSpace = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => key === ' ' && !ctrlKey && !altKey && !metaKey;

/**
 * Escape everywhere, also while typing, and Space wherever it is no letter: both are STOP, and never anything else. They are caught before
 * any part of the page sees them, so that Space neither scrolls nor presses. A key that is held down is one signal.
 */
export const useStopKeys = (onStop: () => void): void => {
  // Before it is seen: a STOP that shows is one that answers.
  useLayoutEffect(() => {
    const isStop = (event: KeyboardEvent): boolean => event.key === 'Escape' || (isSpace(event) && !isTyping(event.target));
    const down = (event: KeyboardEvent): void => {
      if (!isStop(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.repeat) onStop();
    };
    const up = (event: KeyboardEvent): void => {
      if (!isStop(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', down, true);
    window.addEventListener('keyup', up, true);
    return () => {
      window.removeEventListener('keydown', down, true);
      window.removeEventListener('keyup', up, true);
    };
  }, [onStop]);
};
