import { describe, expect, test } from 'vitest';
import { roles } from './roles.ts';

type Role = keyof typeof roles.light extends `--sp-${infer R}` ? R : never;

const channel = (value: number): number => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
/** WCAG 2.2 contrast ratio. */
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** Words on grounds: 4.5. */
const texts: Readonly<Record<string, readonly Role[]>> = {
  ink: ['paper', 'surface', 'sunk', 'hover', 'sage-soft', 'wait-soft', 'stop-soft', 'allowed', 'ask', 'body', 'raised'],
  'ink-2': ['paper', 'surface', 'sunk', 'sage-soft', 'wait-soft', 'stop-soft', 'raised'],
  'ink-3': ['paper', 'surface', 'sunk', 'hover', 'sage-soft', 'raised'],
  'sage-ink': ['paper', 'surface', 'sage-soft', 'sunk', 'raised'],
  'on-sage': ['sage'],
  'wait-ink': ['paper', 'surface', 'wait-soft', 'sunk', 'raised'],
  surface: ['wait-ink', 'ink'],
  'stop-ink': ['paper', 'surface', 'stop-soft'],
  'on-stop': ['stop', 'stop-hover'],
};
/** Edges of controls, icons with a meaning: 3. */
const edges: Readonly<Record<string, readonly Role[]>> = {
  'line-strong': ['paper', 'surface', 'sunk', 'raised'],
  sage: ['paper', 'surface', 'sage-soft', 'allowed', 'sunk'],
  'sage-line': ['paper', 'surface', 'sage-soft'],
  wait: ['paper', 'surface', 'wait-soft', 'raised'],
  'wait-line': ['paper', 'surface', 'wait-soft'],
  stop: ['paper', 'surface', 'stop-soft'],
  focus: ['paper', 'surface', 'sunk'],
  'body-line': ['surface', 'body'],
  'stop-mark': ['paper', 'surface', 'sunk', 'stop-soft'],
};

const pairs = (table: Readonly<Record<string, readonly Role[]>>) =>
  Object.entries(table).flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));

describe.each(Object.entries(roles))('%s', (_scheme, colours) => {
  const of = (role: string): string => colours[`--sp-${role}` as keyof typeof colours];
  const below = (table: Readonly<Record<string, readonly Role[]>>, least: number): readonly string[] =>
    pairs(table)
      .filter(([front, ground]) => contrast(of(front), of(ground)) < least)
      .map(([front, ground]) => `${front} on ${ground}: ${contrast(of(front), of(ground)).toFixed(2)}`);

  test('words can be read', () => expect(below(texts, 4.5)).toEqual([]));
  test('edges and icons can be seen', () => expect(below(edges, 3)).toEqual([]));
});
