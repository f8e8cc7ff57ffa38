import type { View } from './calendar-days.ts';
import { fineGrid, grid } from './drop.ts';

export type Step = 'next' | 'previous' | 'first' | 'last' | 'day-after' | 'day-before';

/** What a key of the calendar means. */
export type KeyAction =
  | { readonly kind: 'go'; readonly to: Step }
  | { readonly kind: 'move'; readonly minutes: number }
  | { readonly kind: 'move-days'; readonly days: 1 | -1 }
  | { readonly kind: 'resize'; readonly minutes: number }
  | { readonly kind: 'dialog' }
  | { readonly kind: 'places' }
  | { readonly kind: 'new' }
  | { readonly kind: 'today' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'turn'; readonly by: 1 | -1 }
  | { readonly kind: 'view'; readonly view: View };

type Pressed = {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

const steps: Readonly<Record<string, Step>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowRight: 'day-after',
  ArrowLeft: 'day-before',
  Home: 'first',
  End: 'last',
};

const letters: Readonly<Record<string, KeyAction>> = {
  n: { kind: 'new' },
  t: { kind: 'today' },
  '?': { kind: 'keys' },
  PageUp: { kind: 'turn', by: -1 },
  PageDown: { kind: 'turn', by: 1 },
  d: { kind: 'view', view: 'day' },
  w: { kind: 'view', view: 'week' },
  o: { kind: 'view', view: 'month' },
  a: { kind: 'view', view: 'agenda' },
};

const moves = ({ key, shiftKey }: Pressed): KeyAction | null => {
  if (shiftKey) {
    if (key === 'ArrowDown') return { kind: 'resize', minutes: grid };
    return key === 'ArrowUp' ? { kind: 'resize', minutes: -grid } : null;
  }
  if (key === 'ArrowDown') return { kind: 'move', minutes: grid };
  if (key === 'ArrowUp') return { kind: 'move', minutes: -grid };
  if (key === 'ArrowRight') return { kind: 'move-days', days: 1 };
  return key === 'ArrowLeft' ? { kind: 'move-days', days: -1 } : null;
};

/** Null where the key is none of the calendar's. What is done to an appointment is so only while one has the focus. */
export const actionOf = (pressed: Pressed, onEvent: boolean): KeyAction | null => {
  if (pressed.ctrlKey || pressed.metaKey) return null;
  if (pressed.altKey) return onEvent ? moves(pressed) : null;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (onEvent && key === 'm') return { kind: 'dialog' };
  if (onEvent && key === 'p') return { kind: 'places' };
  const to = steps[key];
  if (onEvent && to && !pressed.shiftKey) return { kind: 'go', to };
  return letters[key] ?? null;
};

type Stop = { readonly key: string; readonly day: string };

/** Where the focus goes from one of those in the order of time; the same one where there is no further. */
export const stopAfter = (stops: readonly Stop[], current: string, to: Step): string => {
  const at = stops.findIndex(({ key }) => key === current);
  const here = stops[at];
  if (!here) return stops[0]?.key ?? current;
  const found = {
    next: () => stops[at + 1],
    previous: () => stops[at - 1],
    first: () => stops[0],
    last: () => stops.at(-1),
    'day-after': () => stops.find(({ day }) => day > here.day),
    'day-before': () => {
      const before = stops.findLast(({ day }) => day < here.day);
      return before && stops.find(({ day }) => day === before.day);
    },
  }[to]();
  return found?.key ?? current;
};

export const stepWith = (fine: boolean): number => (fine ? fineGrid : grid);
