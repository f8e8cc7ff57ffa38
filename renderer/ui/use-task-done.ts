import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { Task } from '../../shared/tasks.ts';
import { call } from '../call.ts';
import { useSend } from '../use-call.ts';
import { said } from './notice.tsx';

type Marking = {
  readonly mark: (task: Task, done: boolean) => Promise<void>;
  readonly isMarking: boolean;
  readonly error: AppError | null;
};

/** Marks a task done, or takes the mark back; either can be undone at once. */
export const useTaskDone = (): Marking => {
  const { t } = useTranslation('tasks');
  const { send, isSending, error } = useSend('tasks.done');
  const mark = async ({ id, version, title }: Task, done: boolean): Promise<void> => {
    const reply = await send({ id, version, done });
    if (!reply.ok) return;
    const back = { id, version: reply.value.version, done: !done };
    said(t(done ? 'saidDone' : 'saidOpen', { title }), { word: t('undo'), run: () => void call('tasks.done', back) });
  };
  return { mark, isMarking: isSending, error };
};
