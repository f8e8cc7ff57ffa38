import { Button, Modal } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Task } from '../../shared/tasks.ts';
import { isClinical, usePractice } from '../practice.ts';
import { useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import type { ChosenClient } from './client-picker.tsx';
import { Conflict } from './conflict.tsx';
import { DraftState } from './draft-state.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { ErrorNotice, Notice, said } from './notice.tsx';
import { TaskFields, taskFieldId } from './task-fields.tsx';
import { detailsOf, TaskTyped, taskChosen, taskDisputed, taskProblems, taskReading, typedOf } from './task-form.ts';

/** The task that is changed, or a new one, of a client where the page is about one. */
export type TaskAsked = { readonly task: Task | null; readonly client: ChosenClient | null };

const placeOf = ({ task, client }: TaskAsked): string => {
  const of = client === null ? '' : `&client=${client.id}`;
  return task === null ? `/tasks?task=new${of}` : `/tasks?task=${task.id}`;
};
const keyOf = ({ task, client }: TaskAsked): string =>
  task === null ? (client === null ? 'new-task' : `new-task-of-${client.id}`) : `task-${task.id}`;

type FormProps = TaskAsked & { readonly onClose: () => void };

const useTaskForm = ({ task, client, onClose }: FormProps) => {
  const { t } = useTranslation('tasks');
  const isDesk = !isClinical(usePractice());
  const blank: TaskTyped = { title: '', note: '', dueOn: '', client, audience: isDesk ? 'everyone' : 'clinical', version: 0 };
  const named = client === null ? t('draft') : t('draftOf', { name: client.name });
  const key = keyOf({ task, client });
  const title = task === null ? named : t('draftChange', { title: task.title });
  const draft = useDraft({ key, title, place: placeOf({ task, client }) }, TaskTyped, () => (task === null ? blank : typedOf(task)));
  const make = useSend('tasks.create');
  const change = useSend('tasks.change');
  const [theirs, setTheirs] = useState<TaskTyped | null>(null);
  const save = async (typed: TaskTyped): Promise<void> => {
    const details = detailsOf(typed);
    const reply = task === null ? await make.send(details) : await change.send({ id: task.id, version: typed.version, details });
    const newer = !reply.ok && reply.error.code === 'conflict' ? Task.safeParse(reply.error.current).data : undefined;
    // What somebody saved meanwhile may be just what was typed.
    if (reply.ok || (newer && taskDisputed(typed, typedOf(newer)).length === 0)) {
      draft.drop();
      said(t('saved'));
      return onClose();
    }
    setTheirs(newer ? typedOf(newer) : null);
  };
  const startOver = (): void => draft.drop(task === null ? blank : typedOf(task));
  return { ...draft, key, theirs, save, startOver, isSending: make.isSending || change.isSending, error: make.error ?? change.error };
};

const TaskForm = (props: FormProps): JSX.Element => {
  const { t } = useTranslation('tasks');
  const { t: errors } = useTranslation('errors');
  const { value, set, found, key, theirs, save, startOver, isSending, error } = useTaskForm(props);
  const [attempt, setAttempt] = useState(0);
  const problems = attempt > 0 ? taskProblems(value, { tasks: t, errors }) : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (taskProblems(value, { tasks: t, errors }).length === 0) void save(value);
  };
  const disputed = theirs ? taskDisputed(value, theirs) : [];
  if (theirs && disputed.length > 0) {
    return (
      <Conflict
        differences={disputed.map((field) => ({
          field,
          label: t(`field.${field}`),
          theirs: taskReading(t, field, theirs),
          yours: taskReading(t, field, value),
        }))}
        busy={isSending}
        onChosen={(sides) => void save(taskChosen(value, theirs, sides))}
      />
    );
  }
  return (
    <form className="fields" onSubmit={submit} noValidate>
      {found ? (
        <Notice
          tone="wait"
          title={t('found')}
          actions={
            <Button variant="default" onClick={startOver}>
              {t('startOver')}
            </Button>
          }
        />
      ) : null}
      <ErrorSummary problems={problems} attempt={attempt} idOf={taskFieldId} />
      {error ? <ErrorNotice error={error} /> : null}
      <TaskFields typed={value} onChange={set} problems={problems} />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {isSending ? t('saving') : t('save')}
        </Button>
        <Button variant="subtle" onClick={props.onClose}>
          {t('cancel')}
        </Button>
        <DraftState of={key} />
      </div>
    </form>
  );
};

type DialogProps = {
  /** Null: closed. */
  readonly asked: TaskAsked | null;
  readonly onClose: () => void;
};

/** Makes or changes a task, from wherever one comes to mind. What is typed is kept when the dialog closes. */
export const TaskDialog = ({ asked, onClose }: DialogProps): JSX.Element => {
  const { t } = useTranslation('tasks');
  const { t: tUi } = useTranslation('ui');
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      size={560}
      title={<span className="lg b">{t(asked?.task ? 'change' : 'new')}</span>}
      closeButtonProps={{ 'aria-label': tUi('close') }}
    >
      {asked ? <TaskForm {...asked} onClose={onClose} /> : null}
    </Modal>
  );
};
