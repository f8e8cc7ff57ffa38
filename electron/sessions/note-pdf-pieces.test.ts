import { expect, test } from 'vitest';
import { piecesOf } from './note-pdf-pieces.ts';

test.each([
  ['short', 10, ['short']],
  ['', 10, ['']],
  ['one\ntwo\nthree', 8, ['one\ntwo', 'three']],
  ['one two three', 9, ['one two', 'three']],
  ['\n\n\n\n', 2, ['\n\n', '\n']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['abc🦄🦄', 4, ['abc', '🦄🦄']],
  ['abce\u0301x', 4, ['abc', 'e\u0301x']],
  ['ab👩\u200D👩\u200D👧', 9, ['ab', '👩\u200D👩\u200D👧']],
] as const)('%j in pieces of %i', (text, most, expected) => expect(piecesOf(text, most).slice(0, expected.length)).toEqual(expected));

test('nothing goes but what it is cut at', () => {
  const text = Array.from({ length: 3_000 }, (_, index) => `${index} ${'x'.repeat(index % 40)}${index % 7 === 0 ? '\n' : ' '}`).join('');
  const pieces = piecesOf(text, 300);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(300);
  expect(pieces.join('').replace(/[\n ]/g, '')).toBe(text.replace(/[\n ]/g, ''));
});
