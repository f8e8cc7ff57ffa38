import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted } from './pdf-signature.ts';

const coordinate = fc.double({ min: -50, max: 5_000, noNaN: true });
const strokes = fc.array(fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 20 }), { maxLength: 8 });
const side = fc.double({ min: 1, max: 5_000, noNaN: true });

test('strokes stay inside the box wherever the hand went, in their proportions', () => {
  fc.assert(
    fc.property(strokes, side, side, (drawn, width, height) => {
      const result = fitted({ method: 'drawn', strokes: drawn, width, height, alt: '' }, 200, 54);
      expect(result.map((stroke) => stroke.length)).toEqual(drawn.map((stroke) => stroke.length));
      for (const { x, y } of result.flat()) {
        expect(x).toBeGreaterThanOrEqual(-1e-6);
        expect(x).toBeLessThanOrEqual(200 + 1e-6);
        expect(y).toBeGreaterThanOrEqual(-1e-6);
        expect(y).toBeLessThanOrEqual(54 + 1e-6);
      }
    }),
  );
});

test('a signature inside its field is scaled with the field', () => {
  const mark = {
    method: 'drawn',
    strokes: [
      [
        { x: 0, y: 0 },
        { x: 400, y: 100 },
      ],
    ],
    width: 400,
    height: 100,
    alt: '',
  } as const;
  expect(fitted(mark, 200, 54)).toEqual([
    [
      { x: 0, y: 4 },
      { x: 200, y: 54 },
    ],
  ]);
});
