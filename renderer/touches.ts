import { call } from './call.ts';

/** The vault is told of a hand at the computer at most this often. Far shorter than any idle time, trials' included. */
const often = 1_000;
const hands = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** What a hand leaves behind that presses no key and moves no pointer here: dictation, an input method, a switch, a screen reader. */
const traces = ['click', 'beforeinput', 'input', 'compositionupdate'] as const;

/** Tells the vault of real input anywhere in the page. What the program does by itself is no hand, nor is a pointer that lies still while the page moves under it. */
export const watchTouches = (): (() => void) => {
  const ends = new AbortController();
  let last = Number.NEGATIVE_INFINITY;
  let pointer = '';
  const touched = (event: Event): void => {
    if (!event.isTrusted) return;
    if (event.type === 'pointermove' && event instanceof PointerEvent) {
      const at = `${event.screenX} ${event.screenY}`;
      if (at === pointer) return;
      pointer = at;
    }
    const now = performance.now();
    if (now - last < often) return;
    last = now;
    void call('vault.touch', {});
  };
  for (const kind of [...hands, ...traces]) window.addEventListener(kind, touched, { capture: true, passive: true, signal: ends.signal });
  return () => ends.abort();
};
