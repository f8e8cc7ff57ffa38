import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { type TaskAsked, TaskDialog } from '../ui/task-dialog.tsx';
import { TaskLine } from '../ui/task-line.tsx';
import { isDueSoon } from '../ui/task-words.ts';
import { useTaskDone } from '../ui/use-task-done.ts';
import { useCall } from '../use-call.ts';

/** So many stand on Today; the others are on their own page. */
const most = 6;

/** Tasks that are due: before today, today, tomorrow. */
export const DueTasks = (): JSX.Element => {
  const { t } = useTranslation('tasks');
  const list = useCall('tasks.list', {});
  const { mark, isMarking, error } = useTaskDone();
  const [asked, setAsked] = useState<TaskAsked | null>(null);
  const due = (list.data?.tasks ?? []).filter((task) => isDueSoon(task, today()));
  const total = list.data?.total ?? 0;
  return (
    <section className="card due-tasks" aria-labelledby="due-title">
      <div className="row due-head">
        <h2 id="due-title" className="section-title grow">
          {t('title')}
        </h2>
        <Button variant="subtle" leftSection={<Icon icon={IconPlus} />} onClick={() => setAsked({ task: null, client: null })}>
          {t('new')}
        </Button>
      </div>
      {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
      {error ? <ErrorNotice error={error} /> : null}
      {list.data && due.length === 0 ? <p className="ink-2 due-none">{t('noneDue')}</p> : null}
      <ul>
        {due.slice(0, most).map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            today={today()}
            busy={isMarking}
            onMark={(done) => void mark(task, done)}
            onOpen={() => setAsked({ task, client: null })}
          />
        ))}
      </ul>
      {total > Math.min(due.length, most) ? (
        <Link to="/tasks" className="text-link due-all">
          {t('all', { count: total })}
        </Link>
      ) : null}
      <TaskDialog asked={asked} onClose={() => setAsked(null)} />
    </section>
  );
};
