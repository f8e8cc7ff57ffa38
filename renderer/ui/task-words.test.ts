import { expect, test } from 'vitest';
import type { Task } from '../../shared/tasks.ts';
import { setDatesOf } from '../dates.ts';
import { words } from '../words.ts';
import { byDue, dueGroup, dueWords, isDueSoon } from './task-words.ts';

const t = words.getFixedT('en', 'tasks');
const today = '2026-11-30';

test.each([
  ['2026-11-29', 'overdue', 'Due Sunday 29 November, not done yet', true],
  ['2026-11-30', 'today', 'Due today', true],
  ['2026-12-01', 'tomorrow', 'Due tomorrow', true],
  ['2026-12-07', 'week', 'Due Monday 7 December', false],
  ['2026-12-08', 'later', 'Due Tuesday 8 December', false],
  [null, 'none', 'No day set', false],
] as const)('due %s', (dueOn, group, said, isSoon) => {
  setDatesOf({ place: 'GB-ENG', zone: 'Europe/London' });
  expect([dueGroup(dueOn, today), dueWords(t, dueOn, today), isDueSoon({ dueOn }, today)]).toEqual([group, said, isSoon]);
  setDatesOf(null);
});

test('groups come in their order, without those that are empty', () => {
  const tasks = [null, '2026-12-24', '2026-11-30', '2026-11-01', '2026-11-30'].map(
    (dueOn, index) => ({ id: String(index), dueOn }) as Task,
  );
  expect(byDue(tasks, today).map((one) => [one.group, one.tasks.map(({ id }) => id).join()])).toEqual([
    ['overdue', '3'],
    ['today', '2,4'],
    ['later', '1'],
    ['none', '0'],
  ]);
});
