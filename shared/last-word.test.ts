import { expect, test } from 'vitest';
import { type LastWord, wordIn } from './last-word.ts';

const hashOf = (word: unknown): string => `#word=${encodeURIComponent(JSON.stringify(word))}`;

test('a word is read from the hash the page is opened with', () => {
  const words: readonly LastWord[] = [
    { kind: 'restored', madeAt: '2026-11-23T09:00:00.000Z' },
    { kind: 'not-opened', error: { code: 'unavailable', reason: 'database-damaged' } },
    { kind: 'not-restored', error: { code: 'unexpected', incident: 'k3-9' } },
  ];
  expect(words.map((word) => wordIn(hashOf(word)))).toEqual(words);
});

test.each([
  '',
  '#ended',
  '#/clients',
  '#word=',
  '#word=%',
  '#word=null',
  hashOf({ kind: 'restored', madeAt: 'yesterday' }),
  hashOf({ kind: 'not-opened', error: { code: 'conflict', current: { chosenName: 'Maya Rosario' } } }),
  hashOf({ kind: 'not-opened', error: { code: 'refused', reason: 'wrong-passphrase', details: {} } }),
])('%s holds none', (hash) => {
  expect(wordIn(hash)).toBeNull();
});
