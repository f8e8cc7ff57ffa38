import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, neutralised, plainAgain } from './csv-out.ts';

test.each([
  ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
  ['+1 416 555 0142', `'+1 416 555 0142`],
  ['-2+3', `'-2+3`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  [' =1', `' =1`],
  ['\u200b=1', `'\u200b=1`],
  ['＝1', `'＝1`],
  [`'=1`, `''=1`],
])('%j is no formula in a file', (text, written) => {
  expect(neutralised(text)).toBe(written);
});

test.each(['Maya', "'t Hooft", 'a=b', '416 555', '', '«-»'])('%j is left as it is', (text) => {
  expect(neutralised(text)).toBe(text);
});

const nearFormulas = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', 'a', '"', ',', '\n', '\t', '＝', 'é') });

test('what is written is read again as it was, and no cell begins as a formula', () => {
  fc.assert(
    fc.property(fc.array(nearFormulas, { minLength: 1, maxLength: 4 }), (cells) => {
      const [row = []] = parse(csvLine(cells)) as string[][];
      expect(row.map(plainAgain)).toEqual(cells);
      expect(row.filter((cell) => /^[\s=+\-@＝＋－＠]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    }),
  );
});
