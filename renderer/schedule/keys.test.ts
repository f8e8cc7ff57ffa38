import { describe, expect, test } from 'vitest';
import { actionOf, type KeyAction, type Step, stopAfter } from './keys.ts';

const press = (keys: string) => {
  const parts = keys.split(' ');
  return {
    key: parts.at(-1) ?? '',
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
  };
};

describe('a key', () => {
  test.each<[string, boolean, KeyAction | null]>([
    ['Alt ArrowDown', true, { kind: 'move', minutes: 15 }],
    ['Alt ArrowUp', true, { kind: 'move', minutes: -15 }],
    ['Alt ArrowLeft', true, { kind: 'move-days', days: -1 }],
    ['Alt ArrowRight', true, { kind: 'move-days', days: 1 }],
    ['Alt Shift ArrowDown', true, { kind: 'resize', minutes: 15 }],
    ['Alt Shift ArrowUp', true, { kind: 'resize', minutes: -15 }],
    ['Alt Shift ArrowLeft', true, null],
    ['Alt ArrowLeft', false, null],
    ['ArrowDown', true, { kind: 'go', to: 'next' }],
    ['ArrowDown', false, null],
    ['Home', true, { kind: 'go', to: 'first' }],
    ['m', true, { kind: 'dialog' }],
    ['m', false, null],
    ['p', true, { kind: 'places' }],
    ['p', false, null],
    ['n', false, { kind: 'new' }],
    ['N', true, { kind: 'new' }],
    ['t', false, { kind: 'today' }],
    ['PageUp', false, { kind: 'turn', by: -1 }],
    ['PageDown', true, { kind: 'turn', by: 1 }],
    ['d', false, { kind: 'view', view: 'day' }],
    ['w', true, { kind: 'view', view: 'week' }],
    ['o', false, { kind: 'view', view: 'month' }],
    ['a', false, { kind: 'view', view: 'agenda' }],
    ['Shift ?', false, { kind: 'keys' }],
    ['Ctrl n', false, null],
    ['Meta a', true, null],
    ['Enter', true, null],
    ['Tab', true, null],
  ])('%s, on an appointment: %s', (keys, onEvent, action) => expect(actionOf(press(keys), onEvent)).toEqual(action));

  const stops = [
    { key: 'a', day: '2026-11-23' },
    { key: 'b', day: '2026-11-23' },
    { key: 'c', day: '2026-11-25' },
    { key: 'd', day: '2026-11-25' },
    { key: 'e', day: '2026-11-26' },
  ];
  test.each<[string, Step, string]>([
    ['b', 'next', 'c'],
    ['c', 'previous', 'b'],
    ['e', 'next', 'e'],
    ['a', 'previous', 'a'],
    ['d', 'first', 'a'],
    ['a', 'last', 'e'],
    ['b', 'day-after', 'c'],
    ['e', 'day-before', 'c'],
    ['c', 'day-before', 'a'],
    ['gone', 'next', 'a'],
  ])('from %s to the %s is %s', (from, to, key) => expect(stopAfter(stops, from, to)).toBe(key));
});
