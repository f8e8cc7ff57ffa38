import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { fullDayWords, listWords } from '../dates.ts';
import { Field } from '../ui/field.tsx';
import { Chip } from './chip.tsx';
import type { TaskTyped } from './closing-form.ts';

type Props = {
  readonly tasks: readonly TaskTyped[];
  readonly onChange: (tasks: TaskTyped[]) => void;
  readonly wishes: string;
  readonly therapists: readonly string[];
};

type RowProps = { readonly task: TaskTyped; readonly why: string; readonly onChange: (task: TaskTyped) => void };

const Row = ({ task, why, onChange }: RowProps): JSX.Element => {
  const { t } = useTranslation('closing');
  const { what, isTicked, due } = task;
  const title = t(`close.tasks.${what}`);
  const day = calendarDayFromTyped(due);
  return (
    <li className="closing-task">
      <div className="grow">
        <Chip label={title} isOn={isTicked} onPress={() => onChange({ ...task, isTicked: !isTicked })} />
        {why ? (
          <span className="ink-2 block" dir="auto">
            {why}
          </span>
        ) : null}
      </div>
      {isTicked ? (
        <div className="closing-due">
          <Field
            id={`close-due-${what}`}
            label={t('close.dueOf', { task: title })}
            value={due}
            onChange={(typed) => onChange({ ...task, due: typed })}
            problem={day === null ? t('close.onDay') : undefined}
          />
          <span className="xs ink-2">{day ? fullDayWords(day) : ''}</span>
        </div>
      ) : null}
    </li>
  );
};

/** What becomes a task, and for when. A message goes out only where the client allows it. */
export const CloseFollowUp = ({ tasks, onChange, wishes, therapists }: Props): JSX.Element => {
  const { t } = useTranslation('closing');
  const whyOf = ({ what }: TaskTyped): string => {
    if (what === 'therapist') return t('close.therapistIs', { names: listWords(therapists) });
    if (what !== 'message') return '';
    return shows(wishes) ? t('close.wishes', { wishes }) : t('close.noWishes');
  };
  return (
    <section className="closing-part" aria-labelledby="close-follow">
      <h2 id="close-follow" className="section-title">
        {t('close.follow')}
      </h2>
      <p className="ink-2">{t('close.followText')}</p>
      <ul className="closing-list">
        {tasks.map((task) => (
          <Row
            key={task.what}
            task={task}
            why={whyOf(task)}
            onChange={(next) => onChange(tasks.map((one) => (one.what === next.what ? next : one)))}
          />
        ))}
      </ul>
    </section>
  );
};
