import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { useCall } from '../use-call.ts';
import type { ChosenClient } from './client-picker.tsx';
import { Icon } from './icon.tsx';
import { ErrorNotice } from './notice.tsx';
import { type TaskAsked, TaskDialog } from './task-dialog.tsx';
import { TaskLine } from './task-line.tsx';
import { useTaskDone } from './use-task-done.ts';

/** What is to be done about one client, on their own page. */
export const ClientTasks = ({ client }: { readonly client: ChosenClient }): JSX.Element => {
  const { t } = useTranslation('tasks');
  const list = useCall('tasks.list', { clientId: client.id });
  const { mark, isMarking, error } = useTaskDone();
  const [asked, setAsked] = useState<TaskAsked | null>(null);
  const tasks = list.data?.tasks ?? [];
  const rest = (list.data?.total ?? 0) - tasks.length;
  return (
    <section aria-labelledby="client-tasks">
      <div className="row wrap">
        <h2 id="client-tasks" className="section-title grow">
          {t('title')}
        </h2>
        <Button variant="subtle" leftSection={<Icon icon={IconPlus} />} onClick={() => setAsked({ task: null, client })}>
          {t('new')}
        </Button>
      </div>
      {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
      {error ? <ErrorNotice error={error} /> : null}
      {list.data && tasks.length === 0 ? <p className="ink-2">{t('noneOf')}</p> : null}
      <ul>
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            today={today()}
            busy={isMarking}
            onMark={(done) => void mark(task, done)}
            onOpen={() => setAsked({ task, client: null })}
            ofClient
          />
        ))}
      </ul>
      {rest > 0 ? <p className="xs ink-2">{t('more', { count: rest })}</p> : null}
      <Link to="/tasks" search={{ client: client.id }} className="text-link tall-link">
        {t('seeAll')}
      </Link>
      <TaskDialog asked={asked} onClose={() => setAsked(null)} />
    </section>
  );
};
