import { afterEach, describe, expect, test } from 'vitest';
import { setDatesOf } from '../dates.ts';
import { moneyFromTyped, moneyWords, percentFromTyped, percentWords, typedMoney } from './money.ts';

afterEach(() => setDatesOf(null));

describe('a price', () => {
  test.each([
    ['90', 9_000],
    ['90.00', 9_000],
    ['90,50', 9_050],
    ['90.5', 9_050],
    ['0', 0],
    ['0.05', 5],
    [' $90 ', 9_000],
    ['CA$ 90.00', 9_000],
    ['90,50 €', 9_050],
    ['£1,200', 120_000],
    ['90 CAD', 9_000],
    ['CAD 90', 9_000],
    ['1,200.50', 120_050],
    ['1.200,50', 120_050],
    ['1 200,5', 120_050],
    ['1200', 120_000],
    ['1000000', 100_000_000],
  ])('%j is %i of the smallest coin', (typed, amount) => expect(moneyFromTyped(typed)).toBe(amount));

  test.each([
    '',
    ' ',
    'free',
    '-90',
    '90.555',
    '1.200',
    '90.',
    '.50',
    '1,20,50',
    '12,00,000',
    '1000000.01',
    '90 - 120',
    '9 0',
    '1e3',
    '٩٠',
  ])('%j is none', (typed) => expect(moneyFromTyped(typed)).toBeNull());

  test('stands as it is written where the practice is, and is read again as it is typed', () => {
    for (const [place, currency, words] of [
      ['CA-ON', 'CAD', '$90.50'],
      ['US', 'USD', '$90.50'],
      ['GB', 'GBP', '£90.50'],
      ['IE', 'EUR', '€90.50'],
    ] as const) {
      setDatesOf({ place, zone: 'UTC' });
      expect(moneyWords(9_050, currency)).toBe(words);
    }
    for (const amount of [0, 5, 9_000, 9_050, 120_050, 100_000_000]) expect(moneyFromTyped(typedMoney(amount))).toBe(amount);
    expect(typedMoney(null)).toBe('');
  });
});

describe('a tax', () => {
  test.each([
    ['13', 13_000],
    ['13 %', 13_000],
    ['5,5', 5_500],
    ['9.975', 9_975],
    ['14.98%', 14_980],
    ['0', 0],
    ['100', 100_000],
    ['100.01', null],
    ['-1', null],
    ['', null],
    ['some', null],
  ])('%j is %j thousandths of a percent', (typed, rate) => expect(percentFromTyped(typed)).toBe(rate));

  test('stands without figures it does not need', () => {
    setDatesOf({ place: 'CA', zone: 'UTC' });
    expect([13_000, 5_500, 14_980, 9_975].map(percentWords)).toEqual(['13', '5.5', '14.98', '9.975']);
  });
});
