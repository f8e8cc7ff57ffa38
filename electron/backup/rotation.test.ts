import { describe, expect, test } from 'vitest';
import { tooMany } from './rotation.ts';

type Made = Parameters<typeof tooMany>[0][number];

/**
 * Newest first, as they are listed: `24` is the day of November it was made on, `10-24` one of October, with `!` a damaged one and with `?` one
 * that nobody opened yet; the rest are verified.
 */
const copies = (days: string): readonly Made[] =>
  days.split(' ').map((word, index, all) => {
    const day = word.replace(/[!?]/, '');
    const state = word.endsWith('!') ? 'damaged' : word.endsWith('?') ? 'copied' : 'verified';
    return { id: `${word}#${all.length - index}`, madeAt: `2026-${day.length > 2 ? day : `11-${day}`}T10:00:00.000Z`, state };
  });
const ten = '24 24 24 24 24 24 24 24 24 24';
const days14 = '23 22 21 20 19 18 17 16 15 14 13 12 11';
const unopened = ten.replaceAll('24', '24?');

describe('of many copies', () => {
  test.each([
    ['ten stay', ten, []],
    ['the eleventh of a day goes', `${ten} 24`, ['24#1']],
    ['the last of the day before stays, the others of that day go', `${ten} 23 23 23`, ['23#2', '23#1']],
    ['ten locks in an hour take nothing of fourteen days', `${ten} 23 22 21 20 19 18 17 16 15 14 13 12 11`, []],
    [
      'of a day before those the last of its week stays',
      `${ten} 23 22 21 20 19 18 17 16 15 14 13 12 11 10 08 07 06`,
      ['10#4', '07#2', '06#1'],
    ],
    ['days nobody worked on are not counted', `${ten} 20 12 05 05`, ['05#1']],
    ['eight weeks that had one', `${ten} 16 09 02 10-26 10-19 10-12 10-05 09-28 09-27`, []],
    [
      'then the last of each month',
      `${ten} ${days14} 10-26 10-19 10-12 10-05 09-28 09-20 09-13 08-30 08-02`,
      ['09-20#4', '09-13#3', '08-02#1'],
    ],
    ['a damaged one counts neither among the ten', `${ten.replace('24', '24!')} 23`, []],
    ['nor as the last of its day', `${ten} 23! 23 23`, ['23!#3', '23#1']],
    ['a clock that was set back counts by the order they were made in', `01 ${ten} 24`, ['24#2', '24#1']],
    ['none goes while no newer one was opened', `${unopened} 24? 24? 24?`, []],
    ['only those go that are older than one that was opened', `${unopened} 24? 24 24? 24?`, ['24?#2', '24?#1']],
  ])('%s', (_what, days, gone) => {
    expect(tooMany(copies(days)).map(({ id }) => id)).toEqual(gone);
  });
});
