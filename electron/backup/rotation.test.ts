import { describe, expect, test } from 'vitest';
import { tooMany } from './rotation.ts';

type Made = Parameters<typeof tooMany>[0][number];

/** Newest first, as they are listed: `24`, or `24!` for a damaged one, is the day of November it was made on. */
const copies = (days: string): readonly Made[] =>
  days.split(' ').map((day, index, all) => ({
    id: `${day}#${all.length - index}`,
    madeAt: `2026-11-${day.slice(0, 2)}T10:00:00.000Z`,
    state: day.endsWith('!') ? 'damaged' : 'copied',
  }));
const ten = '24 24 24 24 24 24 24 24 24 24';

describe('of many copies', () => {
  test.each([
    ['ten stay', ten, []],
    ['the eleventh of a day goes', `${ten} 24`, ['24#1']],
    ['the last of the day before stays, the others of that day go', `${ten} 23 23 23`, ['23#2', '23#1']],
    ['ten locks in an hour take nothing of seven days', `${ten} 23 22 21 20 19 18`, []],
    ['an eighth day goes', `${ten} 23 22 21 20 19 18 17 16`, ['17#2', '16#1']],
    ['days nobody worked on are not counted', `${ten} 20 12 05 05`, ['05#1']],
    ['one a day is ten', '24 23 22 21 20 19 18 17 16 15 14 13', ['14#2', '13#1']],
    ['a damaged one counts neither among the ten', `${ten.replace('24', '24!')} 23`, []],
    ['nor as the last of its day', `${ten} 23! 23 23`, ['23!#3', '23#1']],
    ['a clock that was set back counts by the order they were made in', `01 ${ten} 24`, ['24#2', '24#1']],
  ])('%s', (_what, days, gone) => {
    expect(tooMany(copies(days)).map(({ id }) => id)).toEqual(gone);
  });
});
