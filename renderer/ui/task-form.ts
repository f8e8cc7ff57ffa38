import type { TFunction } from 'i18next';
import { z } from 'zod';
import { limits } from '../../shared/limits.ts';
import { type Task, type TaskDetails, taskAudiences } from '../../shared/tasks.ts';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { dayWords, typedDay } from '../dates.ts';
import { dayProblem } from './day-problem.ts';
import type { FieldProblem } from './error-summary.tsx';
import { tooLong } from './too-long.ts';

/** A task as it stands in its form; the day as it was typed. */
export const TaskTyped = z.strictObject({
  title: z.string(),
  note: z.string(),
  dueOn: z.string(),
  client: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  audience: z.enum(taskAudiences),
  /** Of the task as it was when the typing began; 0 of a new one. */
  version: z.number(),
});
export type TaskTyped = z.infer<typeof TaskTyped>;

export const taskFields = ['title', 'dueOn', 'client', 'note', 'audience'] as const;
export type TaskField = (typeof taskFields)[number];

export const typedOf = (task: Task): TaskTyped => ({
  title: task.title,
  note: task.note,
  dueOn: typedDay(task.dueOn),
  client: task.clientId === null ? null : { id: task.clientId, name: task.chosenName ?? '' },
  audience: task.audience,
  version: task.version,
});

export const detailsOf = (typed: TaskTyped): TaskDetails => ({
  title: typed.title,
  note: typed.note,
  dueOn: calendarDayFromTyped(typed.dueOn),
  clientId: typed.client?.id ?? null,
  audience: typed.audience,
});

type Words = { readonly tasks: TFunction<'tasks'>; readonly errors: TFunction<'errors'> };

/** What needs another look before it can be saved. */
export const taskProblems = ({ title, note, dueOn }: TaskTyped, { tasks, errors }: Words): readonly FieldProblem[] => {
  const [longTitle, longNote] = [tooLong(title, limits.namePart), tooLong(note, limits.paragraph)];
  const noDay = dayProblem(dueOn, errors);
  const wrong = (field: TaskField & ('title' | 'note' | 'dueOn'), text: string | null): readonly FieldProblem[] =>
    text === null ? [] : [{ field, label: tasks(`field.${field}`), text }];
  return [
    ...wrong('title', longTitle ? errors('problem.too-long', longTitle) : shows(title) ? null : errors('problem.required')),
    ...wrong('dueOn', noDay),
    ...wrong('note', longNote ? errors('problem.too-long', longNote) : null),
  ];
};

/** One field as it reads. */
export const taskReading = (tasks: TFunction<'tasks'>, field: TaskField, typed: TaskTyped): string => {
  switch (field) {
    case 'client':
      return typed.client?.name ?? '';
    case 'dueOn': {
      const day = calendarDayFromTyped(typed.dueOn);
      return day ? dayWords(day) : typed.dueOn;
    }
    case 'audience':
      return tasks(`audience.${typed.audience}`);
    case 'title':
    case 'note':
      return typed[field].trim();
    default: {
      const unread: never = field;
      return unread;
    }
  }
};

const same = (field: TaskField, one: TaskTyped, other: TaskTyped): boolean =>
  JSON.stringify(detailOf(field, one)) === JSON.stringify(detailOf(field, other));
const detailOf = (field: TaskField, typed: TaskTyped): unknown => detailsOf(typed)[field === 'client' ? 'clientId' : field];

/** Where what was typed differs from what somebody saved meanwhile. */
export const taskDisputed = (typed: TaskTyped, theirs: TaskTyped): readonly TaskField[] =>
  taskFields.filter((field) => !same(field, typed, theirs));

/** What was chosen line by line, on top of the newer version. */
export const taskChosen = (
  typed: TaskTyped,
  theirs: TaskTyped,
  sides: Readonly<Partial<Record<TaskField, 'theirs' | 'yours'>>>,
): TaskTyped => {
  const from = (field: TaskField): TaskTyped => (sides[field] === 'theirs' ? theirs : typed);
  return {
    title: from('title').title,
    note: from('note').note,
    dueOn: from('dueOn').dueOn,
    client: from('client').client,
    audience: from('audience').audience,
    version: theirs.version,
  };
};
