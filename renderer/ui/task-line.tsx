import { Button } from '@mantine/core';
import { IconCheck, IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../shared/tasks.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { sinceWords } from '../dates.ts';
import { Icon } from './icon.tsx';
import { dueGroup, dueWords } from './task-words.ts';

type Props = {
  readonly task: Task;
  readonly today: CalendarDay;
  readonly onMark: (done: boolean) => void;
  readonly onOpen: () => void;
  readonly busy: boolean;
  /** Whom it is about stands there anyhow. */
  readonly ofClient?: boolean;
};

const Standing = ({ task, today }: Pick<Props, 'task' | 'today'>): JSX.Element => {
  const { t } = useTranslation('tasks');
  if (task.done) return <span className="xs ink-2 num">{t('doneOn', { when: sinceWords(task.done.at), by: task.done.by })}</span>;
  const isDue = ['overdue', 'today'].includes(dueGroup(task.dueOn, today));
  return <span className={isDue ? 'xs b wait num' : 'xs ink-2 num'}>{dueWords(t, task.dueOn, today)}</span>;
};

/** One task: what, when, about whom; done with one touch. A done one says so, and can be taken back. */
export const TaskLine = ({ task, today, onMark, onOpen, busy, ofClient = false }: Props): JSX.Element => {
  const { t } = useTranslation('tasks');
  const { title, done, clientId, chosenName } = task;
  return (
    <li className="task-line">
      <Icon icon={done ? IconCircleCheck : IconCircle} tone={done ? 'sage' : 'wait-ink'} />
      <div className="grow">
        {done ? (
          <span className="b task-title" dir="auto">
            {title}
          </span>
        ) : (
          <button type="button" className="task-title task-open b" dir="auto" aria-label={t('changeOf', { title })} onClick={onOpen}>
            {title}
          </button>
        )}
        <div className="task-facts">
          <Standing task={task} today={today} />
          {clientId !== null && !ofClient ? (
            <Link to="/clients/$clientId" params={{ clientId }} className="xs text-link">
              {t('about', { name: chosenName ?? '' })}
            </Link>
          ) : null}
        </div>
        {task.note ? (
          <p className="xs ink-2 task-note" dir="auto">
            {task.note}
          </p>
        ) : null}
      </div>
      <Button
        variant={done ? 'subtle' : 'default'}
        leftSection={done ? undefined : <Icon icon={IconCheck} size={18} />}
        disabled={busy}
        aria-label={t(done ? 'notDoneOf' : 'doneOf', { title })}
        onClick={() => onMark(!done)}
      >
        {t(done ? 'notDone' : 'done')}
      </Button>
    </li>
  );
};
