import { Task, type TaskDetails } from '../../shared/tasks.ts';
import type { Instant } from '../../shared/time.ts';
import type { Reader, Tx } from '../practice/practice.ts';

const { audience: Audience } = Task.shape;

/** With the names of the client and of who made and did it. */
const tasksWithNames = (db: Reader) =>
  db
    .selectFrom('tasks')
    .leftJoin('clients', 'clients.id', 'tasks.client_id')
    .innerJoin('keyholders as maker', 'maker.id', 'tasks.created_by')
    .leftJoin('keyholders as doer', 'doer.id', 'tasks.done_by')
    .selectAll('tasks')
    .select(['clients.chosen_name as chosen_name', 'maker.name as made_by', 'doer.name as finished_by']);

type Row = Awaited<ReturnType<ReturnType<typeof tasksWithNames>['executeTakeFirstOrThrow']>>;

const toTask = (row: Row): Task => ({
  id: row.id,
  version: row.version,
  title: row.title,
  note: row.note,
  dueOn: row.due_on,
  clientId: row.client_id,
  chosenName: row.chosen_name,
  audience: Audience.parse(row.audience),
  createdAt: row.created_at,
  createdBy: row.made_by,
  done: row.done_at === null ? null : { at: row.done_at, by: row.finished_by ?? '' },
});

export const taskOf = async (db: Reader, id: string): Promise<Task | null> => {
  const row = await tasksWithNames(db).where('tasks.id', '=', id).executeTakeFirst();
  return row ? toTask(row) : null;
};

export type TasksAsked = {
  readonly clientId: string | null;
  readonly done: boolean;
  /** Only those for everyone at the desk. */
  readonly forDesk: boolean;
  readonly limit: number;
};

/** Open ones by due day, those without one last; done ones newest first. */
export const tasksFound = async (db: Reader, asked: TasksAsked): Promise<{ readonly tasks: Task[]; readonly total: number }> => {
  let found = tasksWithNames(db).where('tasks.done_at', asked.done ? 'is not' : 'is', null);
  if (asked.clientId !== null) found = found.where('tasks.client_id', '=', asked.clientId);
  if (asked.forDesk) found = found.where('tasks.audience', '=', 'everyone');
  const { total } = await found
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const inOrder = asked.done
    ? found.orderBy('tasks.done_at', 'desc').orderBy('tasks.id', 'desc')
    : found.orderBy('tasks.due_on', (day) => day.asc().nullsLast()).orderBy('tasks.id');
  return { tasks: (await inOrder.limit(asked.limit).execute()).map(toTask), total };
};

const columnsOf = (details: TaskDetails) => ({
  title: details.title,
  note: details.note,
  due_on: details.dueOn,
  client_id: details.clientId,
  audience: details.audience,
});

type Made = { readonly id: string; readonly at: Instant; readonly by: string; readonly details: TaskDetails };

export const insertTask = async (tx: Tx, { id, at, by, details }: Made): Promise<void> => {
  await tx
    .insertInto('tasks')
    .values({ ...columnsOf(details), id, version: 1, created_at: at, created_by: by, done_at: null, done_by: null })
    .execute();
};

type Seen = { readonly id: string; readonly version: number };

/** Writes over the row, which was read in the same transaction. */
export const replaceTask = async (tx: Tx, { id, version }: Seen, details: TaskDetails): Promise<void> => {
  await tx
    .updateTable('tasks')
    .set({ ...columnsOf(details), version: version + 1 })
    .where('id', '=', id)
    .execute();
};

/** Done by whom and when; null: not after all. */
export const markTask = async (
  tx: Tx,
  { id, version }: Seen,
  done: { readonly at: Instant; readonly by: string } | null,
): Promise<void> => {
  await tx
    .updateTable('tasks')
    .set({ done_at: done?.at ?? null, done_by: done?.by ?? null, version: version + 1 })
    .where('id', '=', id)
    .execute();
};
