import { expect, test } from 'vitest';
import { calls } from './calls.ts';
import { passphraseProblem } from './vault.ts';

test.each([
  ['short', 'too-short'],
  ['elevenchars', 'too-short'],
  ['a b c', 'too-short'],
  ['aaaaaaaaaaaa', 'too-weak'],
  ['abababababab', 'too-weak'],
  ['the the the the', 'too-weak'],
  ['password1234', 'too-weak'],
  ['Passphrase 12', 'too-weak'],
  ['correct horse battery staple', 'too-weak'],
  ['qwertyuiop12', 'too-weak'],
  ['quiet river under stones', null],
  ['мягкий тихий дождь', null],
  ['静かな川の石の下に眠る魚たち', null],
  ["it's a 'quoted'; drop table", null],
  ['tea on a hill', null],
  ['a b c d e', 'too-short'],
  ['1 2 3 4 5', 'too-short'],
  ['i a m o k e', 'too-short'],
  ['qwertzuiopas', 'too-weak'],
  ['passwort1234', 'too-weak'],
])('%s: %s', (passphrase, problem) => expect(passphraseProblem(passphrase)).toBe(problem));

test.each(['NFC', 'NFD'] as const)('a passphrase of 1,000 letters is taken as %s, and not one of 1,001', (form) => {
  const unlock = (letters: number) => calls['vault.unlock'].input.safeParse({ passphrase: 'é'.repeat(letters).normalize(form) }).success;
  const restore = (letters: number) =>
    calls['backup.restore'].input.safeParse({ id: 'x', secret: { kind: 'passphrase', text: 'é'.repeat(letters).normalize(form) } }).success;
  expect([unlock(1_000), unlock(1_001), restore(1_000), restore(1_001)]).toEqual([true, false, true, false]);
});
