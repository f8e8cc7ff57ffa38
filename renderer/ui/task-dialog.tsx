import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Task } from '../../shared/tasks.ts';
import { isClinical, usePractice } from '../practice.ts';
import { useSend } from '../use-call.ts';
import type { ChosenClient } from './client-picker.tsx';
import { Dialog } from './dialog.tsx';
import { DraftForm } from './draft-form.tsx';
import { said } from './notice.tsx';
import { TaskFields, taskFieldId } from './task-fields.tsx';
import { detailsOf, type TaskField, TaskTyped, taskChosen, taskDisputed, taskProblems, taskReading, typedOf } from './task-form.ts';
import { useRecordDraft } from './use-record-draft.ts';

/** The task that is changed, or a new one, of a client where the page is about one. */
export type TaskAsked = { readonly task: Task | null; readonly client: ChosenClient | null };

const placeOf = ({ task, client }: TaskAsked): string => {
  const of = client === null ? '' : `&client=${client.id}`;
  return task === null ? `/tasks?task=new${of}` : `/tasks?task=${task.id}`;
};
const keyOf = ({ task, client }: TaskAsked): string =>
  task === null ? (client === null ? 'new-task' : `new-task-of-${client.id}`) : `task-${task.id}`;

type FormProps = TaskAsked & { readonly onClose: () => void };

const useTaskDraft = ({ task, client, onClose }: FormProps) => {
  const { t } = useTranslation('tasks');
  const isDesk = !isClinical(usePractice());
  const blank: TaskTyped = { title: '', note: '', dueOn: '', client, audience: isDesk ? 'everyone' : 'clinical', version: 0 };
  const named = client === null ? t('draft') : t('draftOf', { name: client.name });
  const title = task === null ? named : t('draftChange', { title: task.title });
  const make = useSend('tasks.create');
  const change = useSend('tasks.change');
  return useRecordDraft<TaskField, TaskTyped>({
    about: { key: keyOf({ task, client }), title, place: placeOf({ task, client }) },
    shape: TaskTyped,
    clean: () => (task === null ? blank : typedOf(task)),
    send: (typed) => {
      const details = detailsOf(typed);
      return task === null ? make.send(details) : change.send({ id: task.id, version: typed.version, details });
    },
    sending: [make, change],
    standingIn: (current) => {
      const newer = Task.safeParse(current).data;
      return newer ? typedOf(newer) : null;
    },
    disputedIn: taskDisputed,
    onSaved: () => {
      said(t('saved'));
      onClose();
    },
  });
};

const TaskForm = (props: FormProps): JSX.Element => {
  const { t } = useTranslation('tasks');
  const { t: errors } = useTranslation('errors');
  const draft = useTaskDraft(props);
  return (
    <DraftForm
      draft={draft}
      own={taskProblems(draft.value, { tasks: t, errors })}
      idOf={taskFieldId}
      labelOf={(field) => t(`field.${field}`)}
      readingOf={(field, typed) => taskReading(t, field, typed)}
      chosen={taskChosen}
      save={t('save')}
      onClose={props.onClose}
    >
      {(problems) => <TaskFields typed={draft.value} onChange={draft.set} problems={problems} />}
    </DraftForm>
  );
};

type DialogProps = {
  /** Null: closed. */
  readonly asked: TaskAsked | null;
  readonly onClose: () => void;
};

/** Makes or changes a task, from wherever one comes to mind. What is typed is kept when the dialog closes. */
export const TaskDialog = ({ asked, onClose }: DialogProps): JSX.Element | null => {
  const { t } = useTranslation('tasks');
  if (asked === null) return null;
  return (
    <Dialog title={t(asked.task ? 'change' : 'new')} onClose={onClose} size={560}>
      <TaskForm {...asked} onClose={onClose} />
    </Dialog>
  );
};
