import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchTouches } from './touches.ts';

/** A window that takes listeners, and gives them what a person or a program would. */
const windowWith = (call: () => Promise<unknown>) => {
  const listeners = new Map<string, (event: unknown) => void>();
  const addEventListener = (kind: string, listener: (event: unknown) => void): void => void listeners.set(kind, listener);
  return {
    stillpoint: { call },
    addEventListener,
    happens: (event: { type: string; isTrusted: boolean }) => listeners.get(event.type)?.(event),
  };
};

let told = 0;
let page: ReturnType<typeof windowWith>;

beforeEach(() => {
  told = 0;
  page = windowWith(async () => {
    told += 1;
    return { ok: true, value: {} };
  });
  vi.stubGlobal('window', page);
  vi.stubGlobal('PointerEvent', class {});
  watchTouches();
});
afterEach(() => vi.unstubAllGlobals());

const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'click', 'beforeinput', 'input', 'compositionupdate'];

test.each(kinds)('%s by a hand, by dictation or by a switch is a touch', (type) => {
  page.happens({ type, isTrusted: true });
  expect(told).toBe(1);
});

test.each(kinds)('%s that a program makes is none', (type) => {
  page.happens({ type, isTrusted: false });
  expect(told).toBe(0);
});

test('the page showing, moving or losing its focus is none either', () => {
  for (const type of ['focus', 'blur', 'scroll', 'change', 'selectionchange', 'load']) page.happens({ type, isTrusted: true });
  expect(told).toBe(0);
});
