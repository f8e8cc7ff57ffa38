import { expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import type { Task } from '../../shared/tasks.ts';
import { words } from '../words.ts';
import { detailsOf, type TaskTyped, taskChosen, taskDisputed, taskProblems, typedOf } from './task-form.ts';

const t = { tasks: words.getFixedT('en', 'tasks'), errors: words.getFixedT('en', 'errors') };
const typed: TaskTyped = {
  title: 'Check in with Dr. Okafor',
  note: '',
  dueOn: '25 11 2026',
  client: { id: 'maya', name: 'Maya Rosario' },
  audience: 'clinical',
  version: 3,
};
const task: Task = {
  id: 'task',
  version: 3,
  title: typed.title,
  note: '',
  dueOn: '2026-11-25',
  clientId: 'maya',
  chosenName: 'Maya Rosario',
  audience: 'clinical',
  createdAt: '2026-11-24T10:00:00.000Z',
  createdBy: 'Hana',
  done: null,
};

test('a task reads in its form as it was kept, and is kept as it reads', () => {
  expect(typedOf(task)).toEqual(typed);
  const { title, note, dueOn, clientId, audience } = task;
  expect(detailsOf(typed)).toEqual({ title, note, dueOn, clientId, audience });
  expect(typedOf({ ...task, dueOn: null, clientId: null, chosenName: null })).toEqual({ ...typed, dueOn: '', client: null });
});

test.each([
  [{}, []],
  [{ dueOn: '' }, []],
  [{ title: '' }, ['title']],
  [{ title: '\u200d ' }, ['title']],
  [{ title: 'x'.repeat(limits.namePart) }, []],
  [{ title: 'x'.repeat(limits.namePart + 1) }, ['title']],
  [{ dueOn: '31 2 2026' }, ['dueOn']],
  [{ dueOn: 'Friday', title: '' }, ['title', 'dueOn']],
  [{ note: 'x'.repeat(limits.paragraph + 1) }, ['note']],
] as const)('what needs another look in %o', (more, fields) => {
  const problems = taskProblems({ ...typed, ...more }, t);
  expect(problems.map(({ field }) => field)).toEqual(fields);
  for (const { text, label } of problems) expect(`${label} ${text}`).not.toMatch(/\{\{|undefined|^ | $/);
});

test('of two versions only what differs is asked about, and each side can be chosen', () => {
  const theirs: TaskTyped = { ...typed, title: 'Call Dr. Okafor', dueOn: '2026-11-25', client: null, version: 4 };
  expect(taskDisputed(typed, theirs)).toEqual(['title', 'client']);
  expect(taskChosen(typed, theirs, { title: 'yours', client: 'theirs' })).toEqual({ ...typed, client: null, version: 4 });
  expect(taskChosen(typed, theirs, { title: 'theirs', client: 'yours' })).toEqual({ ...typed, title: theirs.title, version: 4 });
});
