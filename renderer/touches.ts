import { call } from './call.ts';

/** The vault is told of a hand at the computer at most this often. Far shorter than any idle time, trials' included. */
const often = 1_000;
const hands = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** What a hand leaves behind that presses no key and moves no pointer here: dictation, an input method, a switch, a screen reader. */
const traces = ['click', 'beforeinput', 'input', 'compositionupdate'] as const;

/** Real input anywhere in the page. What the program does by itself is no hand, nor is a pointer that lies still while the page moves under it. */
export const onTouches = (touched: () => void): (() => void) => {
  const ends = new AbortController();
  let pointer = '';
  const happened = (event: Event): void => {
    if (!event.isTrusted) return;
    if (event.type === 'pointermove' && event instanceof PointerEvent) {
      const at = `${event.screenX} ${event.screenY}`;
      if (at === pointer) return;
      pointer = at;
    }
    touched();
  };
  for (const kind of [...hands, ...traces]) window.addEventListener(kind, happened, { capture: true, passive: true, signal: ends.signal });
  return () => ends.abort();
};

/** Tells the vault of them. */
export const watchTouches = (): (() => void) => {
  let last = Number.NEGATIVE_INFINITY;
  return onTouches(() => {
    const now = performance.now();
    if (now - last < often) return;
    last = now;
    void call('vault.touch', {});
  });
};
