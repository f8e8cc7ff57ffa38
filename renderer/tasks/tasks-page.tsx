import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import type { Task } from '../../shared/tasks.ts';
import { today } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { type TaskAsked, TaskDialog } from '../ui/task-dialog.tsx';
import { TaskLine } from '../ui/task-line.tsx';
import { byDue } from '../ui/task-words.ts';
import { useTaskDone } from '../ui/use-task-done.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { useEachDay } from '../use-each-day.ts';

type LinesProps = { readonly tasks: readonly Task[]; readonly onOpen: (task: Task) => void };

const Lines = ({ tasks, onOpen }: LinesProps): JSX.Element => {
  const { mark, isMarking, error } = useTaskDone();
  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      <ul>
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            today={today()}
            busy={isMarking}
            onMark={(done) => void mark(task, done)}
            onOpen={() => onOpen(task)}
          />
        ))}
      </ul>
    </>
  );
};

const ByDue = ({ tasks, onOpen }: LinesProps): JSX.Element => {
  const { t } = useTranslation('tasks');
  return (
    <>
      {byDue(tasks, today()).map((due) => (
        <section key={due.group} aria-labelledby={`due-${due.group}`}>
          <h2 id={`due-${due.group}`} className={due.group === 'overdue' ? 'section-title wait' : 'section-title'}>
            {t(`group.${due.group}`)}
          </h2>
          <Lines tasks={due.tasks} onOpen={onOpen} />
        </section>
      ))}
    </>
  );
};

/** Whose tasks alone are shown, with the way to all. */
const OfClient = ({ name }: { readonly name: string | null }): JSX.Element => {
  const { t } = useTranslation('tasks');
  return (
    <span className="row wrap">
      <span dir="auto">{name === null ? t('ofOne') : t('about', { name })}</span>
      <Link to="/tasks" search={{}} className="tall-link">
        {t('ofAll')}
      </Link>
    </span>
  );
};

/** Which dialog the address asks for: that of a draft which is gone on with. */
const askedBy = (asked: Asked, tasks: readonly Task[]): TaskAsked | null => {
  if (asked.task === undefined) return null;
  if (asked.task === 'new') return { task: null, client: asked.client === undefined ? null : { id: asked.client, name: '' } };
  const task = tasks.find(({ id }) => id === asked.task);
  return task ? { task, client: null } : null;
};

export type Asked = {
  /** `new`, or the id of one to be changed. */
  readonly task?: string;
  /** Only what is about this client. */
  readonly client?: string;
};

/** All tasks: open ones by when they are due, or those that are done. */
export const TasksPage = ({ asked }: { readonly asked: Asked }): JSX.Element => {
  const { t } = useTranslation('tasks');
  const navigate = useNavigate();
  const [done, setDone] = useState(false);
  const [limit, setLimit] = useState(50);
  const [opened, setOpened] = useState<TaskAsked | null>(null);
  const list = useCall('tasks.list', { clientId: asked.client ?? null, done, limit }, { keep: true });
  useEachDay(list.again);
  const tasks = list.data?.tasks ?? [];
  const rest = (list.data?.total ?? 0) - tasks.length;
  const close = (): void => {
    setOpened(null);
    if (asked.task !== undefined)
      void navigate({ to: '/tasks', search: asked.client === undefined ? {} : { client: asked.client }, replace: true });
  };
  const open = (task: Task): void => setOpened({ task, client: null });
  return (
    <>
      <PageHead
        title={t('title')}
        sub={asked.client === undefined ? undefined : <OfClient name={tasks[0]?.chosenName ?? null} />}
        action={
          <Button leftSection={<Icon icon={IconPlus} />} onClick={() => setOpened({ task: null, client: null })}>
            {t('new')}
          </Button>
        }
      />
      <div className="page-body tasks-page">
        <SegmentedControl
          aria-label={t('show')}
          value={done ? 'done' : 'open'}
          onChange={(next) => setDone(next === 'done')}
          data={[
            { value: 'open', label: t('open') },
            { value: 'done', label: t('finished') },
          ]}
        />
        {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
        {list.isPending ? <Waiting>{t('reading')}</Waiting> : null}
        {list.data && tasks.length === 0 ? (
          <div className="empty">
            <h2 className="empty-title">{t(done ? 'noneDone' : 'none')}</h2>
            <p className="ink-2">{done ? null : t('noneText')}</p>
          </div>
        ) : null}
        {done ? <Lines tasks={tasks} onOpen={open} /> : <ByDue tasks={tasks} onOpen={open} />}
        {rest > 0 ? (
          <div className="row wrap">
            <span className="ink-2">{t('more', { count: rest })}</span>
            {limit < limits.page ? (
              <Button variant="default" onClick={() => setLimit(limits.page)}>
                {t('showMore')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
      <TaskDialog asked={opened ?? askedBy(asked, tasks)} onClose={close} />
    </>
  );
};
