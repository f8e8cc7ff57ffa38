import { expect, test } from 'vitest';
import { woven } from './use-note-insert.ts';

test('words from beside the note stand apart from those around them', () => {
  const cases = [
    ['', 'Warm', '', 'Warm'],
    ['Breath slower,', 'warm', '', ' warm'],
    ['Breath slower, ', 'warm', ' then still', 'warm'],
    ['She said “', 'lighter', '”', 'lighter'],
    ['Seen', 'tears', 'and then', ' tears '],
    ['One line\n', '“heavy”', '', '“heavy”'],
    ['قالت', 'دافئ', '', ' دافئ'],
  ] as const;
  expect(cases.map(([before, words, after]) => woven(before, words, after))).toEqual(cases.map(([, , , piece]) => piece));
});
