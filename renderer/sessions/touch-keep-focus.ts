import { type RefObject, useEffect } from 'react';

const pressable = '[data-first], button:not(:disabled), input:not(:disabled)';

/** What was pressed may go with what it did: the reading goes on as near to it as there is something, else at the heading. */
export const useKeepFocus = (panel: RefObject<HTMLElement | null>, heading: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const box = panel.current;
    if (!box) return;
    let chain: readonly HTMLElement[] = [];
    const noted = ({ target }: FocusEvent): void => {
      const found: HTMLElement[] = [];
      for (let one = target instanceof HTMLElement ? target : null; one && one !== box; one = one.parentElement) found.push(one);
      // The last but one of them scrolls, and holds everything.
      chain = found.filter((one) => !one.matches('.touch-scroll'));
    };
    const changed = (): void => {
      const [pressed] = chain;
      if (!pressed || pressed.isConnected || document.activeElement !== document.body) return;
      const near = chain.filter((one) => one.isConnected).map((one) => one.querySelector<HTMLElement>(pressable));
      (near.find((one) => one !== null) ?? heading.current)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(changed);
    observer.observe(box, { childList: true, subtree: true });
    box.addEventListener('focusin', noted);
    return () => {
      observer.disconnect();
      box.removeEventListener('focusin', noted);
    };
  }, [panel, heading]);
};
