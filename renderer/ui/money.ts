import { here } from '../dates.ts';

/** Every money of `currencyOf` has a hundred of its smallest coin. */
const coins = 100;
/** What a price may be at most, in the smallest coin: a million. */
const highest = 100_000_000;

/**
 * `90`, `90.5`, `90,50`, `1 200`, `$1,200.00`, typed by a person, to the smallest coin; null when it is no amount. One or two figures after
 * the last comma or point are the coins; before that, commas and spaces stand between thousands, and points where a comma stands before the coins.
 */
export const moneyFromTyped = (typed: string): number | null => {
  const bare = typed.replace(/^\s*(\p{L}{1,3}\s?)?[$€£]?\s*|\s*([$€£]|\p{L}{3})?\s*$/gu, '');
  const read =
    bare.match(/^(\d+|\d{1,3}(?:[ ,'\u00A0\u202F]\d{3})+)(?:[.,](\d{1,2}))?$/u) ?? bare.match(/^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/u);
  if (!read) return null;
  const [, whole = '', rest = ''] = read;
  const amount = Number(whole.replace(/\D/g, '')) * coins + Number(rest.padEnd(2, '0'));
  return amount <= highest ? amount : null;
};

/** `$90.00`, as it is written where the practice is. */
export const moneyWords = (amount: number, currency: string): string =>
  new Intl.NumberFormat(here().locale, { style: 'currency', currency }).format(amount / coins);

/** As it would be typed: `90.00`; nothing where there is no price. */
export const typedMoney = (amount: number | null): string => (amount === null ? '' : (amount / coins).toFixed(2));

/** `13`, `13 %`, `5,5`: thousandths of a percent, up to all of it; null when it is none. */
export const percentFromTyped = (typed: string): number | null => {
  const read = typed.match(/^\s*(\d{1,3})(?:[.,](\d{1,3}))?\s*%?\s*$/);
  if (!read) return null;
  const rate = Number(read[1]) * 1_000 + Number((read[2] ?? '').padEnd(3, '0'));
  return rate <= 100_000 ? rate : null;
};

/** `13` of 13000, `5.5` of 5500. */
export const percentWords = (rate: number): string => (rate / 1_000).toLocaleString(here().locale, { maximumFractionDigits: 3 });
