import { Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { taskAudiences } from '../../shared/tasks.ts';
import { isClinical, usePractice } from '../practice.ts';
import { ClientPicker } from './client-picker.tsx';
import { DayField } from './day-field.tsx';
import type { FieldProblem } from './error-summary.tsx';
import { Field } from './field.tsx';
import type { TaskTyped } from './task-form.ts';

type Props = { readonly typed: TaskTyped; readonly onChange: (next: TaskTyped) => void; readonly problems: readonly FieldProblem[] };

/** Ids of the fields: a page behind the dialog may have a `title` of its own. */
export const taskFieldId = (field: string): string => `task-${field}`;

export const TaskFields = ({ typed, onChange, problems }: Props): JSX.Element => {
  const { t } = useTranslation('tasks');
  const isChoosing = isClinical(usePractice());
  const problem = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  return (
    <div className="fields">
      <Field
        id={taskFieldId('title')}
        label={t('field.title')}
        help={t('field.titleHelp')}
        value={typed.title}
        onChange={(title) => onChange({ ...typed, title })}
        problem={problem('title')}
        required
        autoFocus
      />
      <DayField
        id={taskFieldId('dueOn')}
        label={t('field.dueOn')}
        help={t('field.dueOnHelp')}
        value={typed.dueOn}
        onChange={(dueOn) => onChange({ ...typed, dueOn })}
        problem={problem('dueOn')}
      />
      <ClientPicker
        id={taskFieldId('client')}
        label={t('field.client')}
        help={t('field.clientHelp')}
        chosen={typed.client}
        onChoose={(client) => onChange({ ...typed, client })}
      />
      <Field
        id={taskFieldId('note')}
        label={t('field.note')}
        help={t('field.noteHelp')}
        value={typed.note}
        onChange={(note) => onChange({ ...typed, note })}
        problem={problem('note')}
        rows={3}
      />
      {isChoosing ? (
        <Radio.Group
          label={t('field.audience')}
          value={typed.audience}
          onChange={(audience) => onChange({ ...typed, audience: audience as TaskTyped['audience'] })}
        >
          {taskAudiences.map((audience) => (
            <Radio
              key={audience}
              value={audience}
              label={t(`audience.${audience}`)}
              {...(audience === 'everyone' ? { description: t('audience.everyoneHelp') } : {})}
            />
          ))}
        </Radio.Group>
      ) : (
        <p className="ink-2">{t('audience.everyoneHelp')}</p>
      )}
    </div>
  );
};
