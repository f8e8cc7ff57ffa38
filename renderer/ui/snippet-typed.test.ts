import { expect, test } from 'vitest';
import { snippetOf, snippetsLike, typedAt } from './snippet-typed.ts';

test('a semicolon and a short word before the cursor, at the beginning of a word', () => {
  const cases: readonly (readonly [before: string, word: string | null])[] = [
    [';aft', 'aft'],
    ['Rest. ;aft', 'aft'],
    ['(;aft', 'aft'],
    ['line\n;aft-2', 'aft-2'],
    [';дом', 'дом'],
    ['warm;aft', null],
    ['warm; aft', null],
    [';', null],
    [';;aft', null],
    [';aft ', null],
    [`;${'a'.repeat(31)}`, null],
    ['', null],
  ];
  expect(cases.map(([before]) => [before, typedAt(`${before} and more`, before.length)?.word ?? null])).toEqual(cases);
  expect(typedAt('So ;aft on', 7)).toEqual({ start: 3, end: 7, word: 'aft' });
});

test('the snippet that is meant, and those that begin so', () => {
  const snippets = new Map([
    ['aftercare', 'Sheet given.'],
    ['aft', 'Aftercare said.'],
    ['Bus', 'By bus.'],
    ['bus', 'by bus'],
  ]);
  expect([snippetOf(snippets, 'aft'), snippetOf(snippets, 'AFT'), snippetOf(snippets, 'bus'), snippetOf(snippets, 'af')]).toEqual([
    { trigger: 'aft', text: 'Aftercare said.' },
    { trigger: 'aft', text: 'Aftercare said.' },
    { trigger: 'bus', text: 'by bus' },
    null,
  ]);
  expect(snippetsLike(snippets, 'A').map(({ trigger }) => trigger)).toEqual(['aft', 'aftercare']);
  expect(snippetsLike(new Map(Array.from({ length: 9 }, (_, n) => [`a${n}`, 'x'])), 'a')).toHaveLength(6);
});
