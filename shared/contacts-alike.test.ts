import { expect, test } from 'vitest';
import { textToFind } from './clients.ts';
import { looksAlike, marksOf } from './contacts-alike.ts';

const told = (name: string, email = '', phone = '') => ({ name, email, phone });

test.each([
  ['the same name', told('Amara Okafor'), told('Amara Okafor'), true],
  ['a title more', told('Dr. Amara Okafor'), told('amara okafor'), true],
  ['titles behind it', told('Amara Okafor, MD, PhD'), told('Prof Dr Amara Okafor'), true],
  ['the family name first', told('Okafor, Amara'), told('Amara Okafor'), true],
  ['without marks', told('Łukasz Żółć'), told('lukasz zolc'), true],
  ['marks between names', told('Anne-Marie O’Neill'), told('Anne Marie O Neill'), true],
  ['another name', told('Amara Okafor'), told('Amira Okafor'), false],
  ['one name of two', told('Amara Okafor'), told('Okafor'), false],
  ['titles alone, the same', told('Doctor'), told('Doctor'), true],
  ['titles alone, others', told('Dr.'), told('Prof.'), false],
  ['signs alone, the same', told('🌿'), told('🌿'), true],
  ['signs alone, others', told('🌿'), told('🌊'), false],
  ['the same mail', told('A', 'Desk@Mill.example'), told('B', 'desk@mill.example'), true],
  ['another mail', told('A', 'desk@mill.example'), told('B', 'mill@desk.example'), false],
  ['the same phone, written otherwise', told('A', '', '(416) 555-0142'), told('B', '', '416 555 0142'), true],
  ['another phone', told('A', '', '416 555 0142'), told('B', '', '416 555 0143'), false],
  ['neither mail nor phone', told('A'), told('B'), false],
  ['phones without a figure', told('A', '', 'by mail'), told('B', '', 'ask'), false],
])('%s', (_, one, other, alike) => {
  expect([looksAlike(one, other), looksAlike(other, one)]).toEqual([alike, alike]);
  // What is looked for first is never narrower than the rule.
  const text = textToFind([other.name, other.email], other.phone);
  if (alike) expect(marksOf(one).some((marks) => marks.every((mark) => text.includes(mark)))).toBe(true);
});
