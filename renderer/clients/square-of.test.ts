import { expect, test } from 'vitest';
import { squareOf } from './square-of.ts';

test.each([
  ['on its side', { width: 4_000, height: 3_000 }, { left: 500, top: 0, side: 3_000, drawn: 256 }],
  ['upright', { width: 301, height: 400 }, { left: 0, top: 49, side: 301, drawn: 256 }],
  ['smaller than it is shown', { width: 40, height: 30 }, { left: 5, top: 0, side: 30, drawn: 30 }],
])('the middle of a picture is taken: %s', (_, size, square) => {
  expect(squareOf(size)).toEqual(square);
});
