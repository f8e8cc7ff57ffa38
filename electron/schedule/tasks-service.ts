import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Task, TaskDetails } from '../../shared/tasks.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { insertTask, markTask, replaceTask, taskOf, tasksFound } from './tasks-repository.ts';

const isDesk = ({ actor }: Practice): boolean => actor.role === 'front-desk';

const taskNotFound = (): Refused => new Refused({ code: 'not-found', what: 'task' });

/** The desk makes tasks for everyone, and one of a client names a client there is. */
const checkDetails = async (practice: Practice, { audience, clientId }: TaskDetails): Promise<void> => {
  if (isDesk(practice) && audience === 'clinical') throw new Refusal('not-for-desk');
  if (clientId !== null) await getClient(practice, { id: clientId });
};

const subjectOf = ({ id, clientId }: Pick<Task, 'id' | 'clientId'>) => ({ recordId: id, ...(clientId === null ? {} : { clientId }) });

/** As it stands; one that the desk does not see is not there for it. */
const standingTask = async (practice: Practice, tx: Tx, id: string): Promise<Task> => {
  const task = await taskOf(tx, id);
  if (!task || (isDesk(practice) && task.audience === 'clinical')) throw taskNotFound();
  return task;
};

/** In the transaction of what it follows from. */
export const makeTask = async (tx: Tx, practice: Practice, details: TaskDetails): Promise<void> => {
  const id = practice.newId();
  await insertTask(tx, { id, at: practice.now(), by: practice.actor.id, details });
  await recordAudit(tx, practice, subjectOf({ id, clientId: details.clientId }), 'task-created');
};

export const createTask = async (practice: Practice, details: ParsedInputOf<'tasks.create'>): Promise<OutputOf<'tasks.create'>> => {
  await checkDetails(practice, details);
  const id = practice.newId();
  const made = await practice.write(async (tx) => {
    await insertTask(tx, { id, at: practice.now(), by: practice.actor.id, details });
    await recordAudit(tx, practice, subjectOf({ id, clientId: details.clientId }));
    return standingTask(practice, tx, id);
  });
  practice.changed('tasks');
  return made;
};

type Seen = { readonly id: string; readonly version: number };

/** Changes a task as it was seen. One that has moved on is given back to choose from, and showing it is an opening like any other. */
const changeSeen = async (practice: Practice, seen: Seen, change: (tx: Tx, before: Task) => Promise<void>): Promise<Task> => {
  const { changed, newer } = await practice.write(async (tx) => {
    const before = await standingTask(practice, tx, seen.id);
    if (before.version !== seen.version) return { changed: null, newer: before };
    await change(tx, before);
    const after = await standingTask(practice, tx, seen.id);
    await recordAudit(tx, practice, subjectOf(after));
    return { changed: after, newer: null };
  });
  if (!changed) {
    await practice.write((tx) => recordAudit(tx, practice, subjectOf(newer), 'tasks-opened'));
    throw new Refused({ code: 'conflict', current: newer });
  }
  practice.changed('tasks');
  return changed;
};

export const changeTask = async (
  practice: Practice,
  { details, ...seen }: ParsedInputOf<'tasks.change'>,
): Promise<OutputOf<'tasks.change'>> => {
  await checkDetails(practice, details);
  return changeSeen(practice, seen, async (tx, before) => {
    if (before.done) throw new Refusal('task-over');
    await replaceTask(tx, before, details);
  });
};

export const setTaskDone = async (practice: Practice, { done, ...seen }: ParsedInputOf<'tasks.done'>): Promise<OutputOf<'tasks.done'>> =>
  changeSeen(practice, seen, (tx, before) => markTask(tx, before, done ? { at: practice.now(), by: practice.actor.id } : null));

export const listTasks = (practice: Practice, asked: ParsedInputOf<'tasks.list'>): Promise<OutputOf<'tasks.list'>> =>
  tasksFound(practice.db, { ...asked, forDesk: isDesk(practice) });
