import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClientDetails, searchParts, searchTextOf, stopSignalWords } from './clients.ts';

const named = (chosenName: string, rest: { legalName?: string; phone?: string; email?: string } = {}) => ({
  chosenName,
  legalName: '',
  phone: '',
  email: '',
  ...rest,
});
const finds = (typed: string, client: ReturnType<typeof named>): boolean => {
  const text = searchTextOf(client);
  return searchParts(typed).every((part) => text.includes(part));
};

describe('a client is found by', () => {
  test.each([
    ['łukasz', named('Łukasz Żak')],
    ['lukasz zak', named('Łukasz Żak')],
    ['STRASSE', named('Anna Straße')],
    ['zak luk', named('Łukasz Żak')],
    ['an', named('Nguyễn Thị Ánh')],
    ['nguyen', named('Nguyễn Thị Ánh')],
    ['o', named('O')],
    ['李', named('李文静')],
    ['文', named('李文静')],
    ['مريم', named('مَريم حسن')],
    ['ёлка', named('Елка Ёлкина')],
    ['soren', named('Søren Ægir')],
    ['aegir', named('Søren Ægir')],
    ['legal', named('Chosen', { legalName: 'Legal Name' })],
    ['555 0142', named('A', { phone: '+1 (416) 555-0142' })],
    ['4165550142', named('A', { phone: '+1 (416) 555-0142' })],
    ['@example', named('A', { email: 'Maya@Example.org' })],
  ])('%s', (typed, client) => expect(finds(typed, client)).toBe(true));

  test('nothing that is not there', () => {
    expect(finds('maya x', named('Maya Rosario'))).toBe(false);
    expect(finds('42', named('Maya', { phone: '416' }))).toBe(false);
  });

  test('any part of any name, whatever the script', () => {
    const letter = fc.constantFrom(...'aÄłŻßøİıΣςÆœĐþ李文静みなシム김민محمدשλόγΟΣйЁщञ', 'e\u0301', 'n\u0303');
    const words = fc.array(fc.array(letter, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (name, from, length) => {
        const letters = name.flatMap((word, index) => (index === 0 ? word : [' ', ...word]));
        const start = from % letters.length;
        const part = letters.slice(start, start + 1 + (length % 6)).join('');
        expect(finds(part, named(letters.join('')))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('the stop signal is said in the words of the forms', () => {
  expect(stopSignalWords({ stopWord: 'amber', stopGesture: 'a lifted hand' })).toBe('the word “amber”, or a lifted hand');
  expect(stopSignalWords({ stopWord: 'amber', stopGesture: '' })).toBe('the word “amber”');
  expect(stopSignalWords({ stopWord: '', stopGesture: 'a lifted hand' })).toBe('a lifted hand');
  expect(stopSignalWords({ stopWord: '', stopGesture: '' })).toBeNull();
  expect(stopSignalWords({ stopWord: '\u200b', stopGesture: '' })).toBeNull();
});

test('names are trimmed and composed, and nothing is cut', () => {
  const details = {
    chosenName: '  Zoe\u0308  ',
    legalName: '',
    pronouns: '',
    birthDate: null,
    phone: '',
    email: '',
    contactWishes: '',
    stopWord: '',
    stopGesture: '',
  };
  expect(ClientDetails.parse(details).chosenName).toBe('Zoë');
  expect(ClientDetails.safeParse({ ...details, chosenName: 'x'.repeat(200) }).success).toBe(true);
  expect(ClientDetails.safeParse({ ...details, chosenName: 'x'.repeat(201) }).success).toBe(false);
  expect(ClientDetails.safeParse({ ...details, chosenName: ' \u00a0 ' }).success).toBe(false);
  expect(ClientDetails.safeParse({ ...details, birthDate: '2023-02-29' }).success).toBe(false);
});
