import { describe, expect, test } from 'vitest';
import { alikeCalls, type Compared, likenessOf } from './clients-alike.ts';

const maya: Compared = {
  chosenName: 'Maya Rosario',
  legalName: 'María Rosario',
  birthDate: '1991-03-14',
  phone: '416 555 0142',
  email: 'maya@example.org',
};
const other: Compared = { chosenName: 'Noor', legalName: '', birthDate: '1980-01-01', phone: '', email: '' };

describe('two records are alike', () => {
  test.each([
    ['in nothing', other, []],
    [
      'in name and birth date, whatever the accents and capitals',
      { ...other, chosenName: 'MARIA  ROSARIO', birthDate: '1991-03-14' },
      ['name-and-birth'],
    ],
    ['not in the name alone', { ...other, chosenName: 'Maya Rosario' }, []],
    ['not in a birth date nobody gave', { ...other, chosenName: 'Maya Rosario', birthDate: null }, []],
    ['in the phone, with the country before it', { ...other, phone: '+1 (416) 555-0142' }, ['phone']],
    ['in the phone, without the area', { ...other, phone: '555-0142' }, ['phone']],
    ['not in an extension', { ...other, phone: '0142' }, []],
    ['not in another number', { ...other, phone: '416 555 0143' }, []],
    ['in the mail, whatever the capitals', { ...other, email: 'Maya@Example.org' }, ['email']],
    ['in all', maya, ['name-and-birth', 'phone', 'email']],
  ] as const)('%s', (_, one, why) => {
    expect(likenessOf(one, maya)).toEqual(why);
    expect(likenessOf(maya, one)).toEqual(why);
  });

  test('in a short phone whose zero the country takes the place of', () => {
    const short = { ...other, phone: '01 234 5678' };
    expect(likenessOf(short, { ...maya, phone: '+353 1 234 5678' })).toEqual(['phone']);
  });

  test('not where both left it out', () => {
    const nameless = { ...other, birthDate: null };
    expect(likenessOf(nameless, { ...nameless, chosenName: 'Tom' })).toEqual([]);
  });
});

test('asking again while one person is typed is one entry of the trail, another person another', () => {
  const { audit } = alikeCalls['clients.alike'];
  const goesOn = (audit as { run: (before: Compared, now: Compared) => boolean }).run;
  expect(goesOn({ ...maya, email: '' }, maya)).toBe(true);
  expect(goesOn({ ...maya, birthDate: null }, maya)).toBe(true);
  expect(goesOn(maya, other)).toBe(false);
  expect(goesOn(maya, { ...maya, birthDate: '1991-03-15' })).toBe(false);
});
