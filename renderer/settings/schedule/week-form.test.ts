import { describe, expect, test } from 'vitest';
import type { WeekHours } from '../../../shared/hours.ts';
import { words } from '../../words.ts';
import { spanProblems, type TypedDay, type TypedWeek, weekFrom, weekProblems, weekStanding, weekStandingIn } from './week-form.ts';
import { nameOfWeekday, weekWords } from './week-words.ts';

const t = words.getFixedT('en', 'schedule');
const practitionerId = '01a20e47-3f40-7000-8000-000000000001';
const closed: TypedWeek = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
const onMonday = (...monday: TypedDay): TypedWeek => ({ ...closed, monday });
const nothing: WeekHours = [[], [], [], [], [], [], []];

describe('a week', () => {
  test('is read as people type it, in the order of the day, without lines nothing was typed in', () => {
    const typed = onMonday({ from: '1 pm', to: '24' }, { from: ' ', to: '' }, { from: '9', to: '12.30' });
    expect(spanProblems(typed)).toEqual([]);
    expect(weekFrom(typed)).toEqual([
      [
        { from: '09:00', to: '12:30' },
        { from: '13:00', to: '24:00' },
      ],
      ...nothing.slice(1),
    ]);
  });

  test('nobody said is nine to five from Monday to Friday to begin with, said it is as it was said', () => {
    const day = [{ from: '09:00', to: '17:00' }];
    const usual = { ...closed, monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
    expect(weekStanding({ practitionerId, version: 0, week: nothing })).toEqual({ version: 0, typed: usual });
    expect(weekStanding({ practitionerId, version: 1, week: nothing })).toEqual({ version: 1, typed: closed });
    const week: WeekHours = [[{ from: '08:00', to: '24:00' }], ...nothing.slice(1)];
    expect(weekStandingIn({ practitionerId, version: 3, week })).toEqual({ version: 3, typed: onMonday({ from: '08:00', to: '24:00' }) });
    expect(weekStandingIn({ practitionerId })).toBeNull();
    expect(weekFrom(weekStanding({ practitionerId, version: 3, week }).typed)).toEqual(week);
  });
});

test.each<readonly [string, TypedDay, readonly (readonly [number, string, string])[]]>([
  ['no beginning', [{ from: '', to: '17:00' }], [[0, 'from', 'noTime']]],
  ['no end', [{ from: '9', to: '' }], [[0, 'to', 'noTime']]],
  ['no time of the clock', [{ from: '25', to: '17' }], [[0, 'from', 'noTime']]],
  ['an end before the beginning', [{ from: '17', to: '9' }], [[0, 'to', 'backwards']]],
  ['no length', [{ from: '9', to: '9' }], [[0, 'to', 'backwards']]],
  [
    'an overlap of a minute',
    [
      { from: '9', to: '13' },
      { from: '12:59', to: '17' },
    ],
    [[1, 'from', 'overlap']],
  ],
  [
    'one within another, typed first',
    [
      { from: '10', to: '11' },
      { from: '', to: '' },
      { from: '9', to: '17' },
    ],
    [[2, 'from', 'overlap']],
  ],
  [
    'times that touch',
    [
      { from: '9', to: '13' },
      { from: '13', to: '17' },
    ],
    [],
  ],
])('%s', (_, day, found) => {
  const typed = onMonday(...day);
  expect(spanProblems(typed)).toEqual(found.map(([index, end, code]) => ({ weekday: 'monday', index, end, code })));
  expect(weekProblems(typed, t, nameOfWeekday).map(({ field }) => field)).toEqual(found.map(([index, end]) => `monday-${index}-${end}`));
});

describe('in words', () => {
  const day = [{ from: '09:00', to: '17:00' }];
  const half = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '24:00' },
  ];
  test.each<readonly [string, number, WeekHours, readonly string[]]>([
    ['nobody said it', 0, nothing, ['Hours not said yet: any time can be booked.']],
    ['closed', 1, nothing, ['Monday to Sunday: closed']],
    ['a usual one', 1, [day, day, day, day, day, [], []], ['Monday to Friday: 09:00–17:00', 'Saturday to Sunday: closed']],
    [
      'of its own',
      2,
      [day, half, day, day, [], [], half],
      [
        'Monday: 09:00–17:00',
        'Tuesday: 09:00–12:00, 13:00–24:00',
        'Wednesday to Thursday: 09:00–17:00',
        'Friday to Saturday: closed',
        'Sunday: 09:00–12:00, 13:00–24:00',
      ],
    ],
  ])('%s', (_, version, week, lines) => expect(weekWords(t, { practitionerId, version, week })).toEqual(lines));
});
