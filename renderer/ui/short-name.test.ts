import { expect, test } from 'vitest';
import { shortName } from './short-name.ts';

test.each([
  ['Maya Rosario', 'Maya R.'],
  ['  Maya   de la  Cruz ', 'Maya C.'],
  ['Maya', 'Maya'],
  ['Noor al-Amin', 'Noor A.'],
  ['Zoë Ñandú', 'Zoë Ñ.'],
  ['Ana é́lodie', 'Ana É́.'],
  ['Sam (night)', 'Sam N.'],
  ['Sam ...', 'Sam ...'],
  ['李 小龙', '李 小.'],
])('%j is %j', (name, short) => {
  expect(shortName(name)).toBe(short);
});
