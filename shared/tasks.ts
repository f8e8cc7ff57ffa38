import { z } from 'zod';
import { call, reception } from './call.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Name, Paragraph } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** Who sees it: those who treat, or everyone at the desk too (then nothing about health). */
export const taskAudiences = ['clinical', 'everyone'] as const;

export const TaskDetails = z.strictObject({
  title: Name,
  note: Paragraph,
  dueOn: CalendarDay.nullable(),
  clientId: Id.nullable(),
  audience: z.enum(taskAudiences),
});
export type TaskDetails = z.infer<typeof TaskDetails>;

export const Task = TaskDetails.extend({
  id: Id,
  version: z.int().min(1),
  chosenName: z.string().nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  done: z.strictObject({ at: Instant, by: z.string() }).nullable(),
});
export type Task = z.infer<typeof Task>;

export const taskCalls = {
  /** From anywhere. @throws Refusal not-for-desk (the desk makes tasks for everyone); not-found client */
  'tasks.create': call({
    input: TaskDetails,
    output: Task,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'task-created' },
  }),
  /** @throws Refusal task-over, not-for-desk; not-found task, client; conflict */
  'tasks.change': call({
    input: z.strictObject({ id: Id, version: z.int().min(1), details: TaskDetails }),
    output: Task,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'task-changed' },
  }),
  /** Done, or not after all. @throws not-found task; conflict */
  'tasks.done': call({
    input: z.strictObject({ id: Id, version: z.int().min(1), done: z.boolean() }),
    output: Task,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'task-changed' },
  }),
  /** Open ones by due day, those without one last; done ones newest first. Of one client, or of all. */
  'tasks.list': call({
    input: z.strictObject({
      clientId: Id.nullable().default(null),
      done: z.boolean().default(false),
      limit: z.int().min(1).max(limits.page).default(50),
    }),
    output: z.strictObject({ tasks: z.array(Task), total: z.int() }),
    roles: reception,
    states: ['open'],
    audit: { by: 'dispatch', action: 'tasks-opened', about: () => ({}), run: () => true },
  }),
};
