import { Radio, Select } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../shared/app-error.ts';
import type { OutputOf } from '../../../shared/calls.ts';
import { exceptionKinds } from '../../../shared/hours.ts';
import type { Practitioner } from '../../../shared/people-and-rooms.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Field, Marked, Wrong } from '../../ui/field.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import { useSend } from '../../use-call.ts';
import { type AbsenceField, absenceFields, absenceFrom, absenceProblems, newAbsence, TypedAbsence } from './absence-form.ts';
import { EditForm } from './edit-form.tsx';
import { useEditing } from './use-editing.ts';
import { anew } from './use-open-form.ts';

export type AddedAbsence = OutputOf<'hours.addException'>;

const key = `absence-${anew}`;
const idOf = (field: AbsenceField): string => `${key}-${field}`;

type FieldsProps = {
  readonly typed: TypedAbsence;
  readonly practitioners: readonly Practitioner[];
  readonly type: (field: AbsenceField, value: string) => void;
  readonly problemOf: (field: string) => string | undefined;
};

const Fields = ({ typed, practitioners, type, problemOf }: FieldsProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const shared = (field: 'firstDay' | 'lastDay' | 'from' | 'to' | 'note') => ({
    id: idOf(field),
    label: t(`setup.away.field.${field}`),
    value: typed[field],
    onChange: (value: string) => type(field, value),
    problem: problemOf(field),
  });
  const whose = problemOf('practitionerId');
  return (
    <div className="fields">
      <Radio.Group
        label={t('setup.away.field.kind')}
        value={typed.kind}
        onChange={(kind) => type('kind', kind)}
        className="setup-choice"
        id={idOf('kind')}
      >
        {exceptionKinds.map((kind) => (
          <Radio key={kind} value={kind} label={t(`setup.away.kind.${kind}`)} />
        ))}
      </Radio.Group>
      {practitioners.length > 1 ? (
        <Marked wrong={whose !== undefined}>
          <Select
            id={idOf('practitionerId')}
            label={t('setup.away.field.practitionerId')}
            data={practitioners.map(({ id, name }) => ({ value: id, label: name }))}
            value={typed.practitionerId || null}
            onChange={(id) => id && type('practitionerId', id)}
            allowDeselect={false}
            maw={480}
            error={whose ? <Wrong>{whose}</Wrong> : undefined}
          />
        </Marked>
      ) : null}
      <div className="setup-days">
        <DayField {...shared('firstDay')} help={t('setup.away.help.firstDay')} />
        <DayField {...shared('lastDay')} help={t('setup.away.help.lastDay')} />
      </div>
      <Radio.Group label={t('setup.away.field.part')} value={typed.part} onChange={(part) => type('part', part)} className="setup-choice">
        <Radio value="whole" label={t('setup.away.part.whole')} />
        <Radio value="times" label={t('setup.away.part.times')} />
      </Radio.Group>
      {typed.part === 'times' ? (
        <div className="row wrap setup-times">
          <TimeField {...shared('from')} />
          <TimeField {...shared('to')} isEnd />
        </div>
      ) : null}
      <Field {...shared('note')} help={t('setup.away.help.note')} width={480} />
    </div>
  );
};

type Props = {
  readonly practitioners: readonly Practitioner[];
  /** Whose it is unless another one is chosen. */
  readonly own: string;
  readonly onSaved: (added: AddedAbsence) => void;
  readonly onClose: () => void;
};

/** Days somebody is away, or open besides. */
export const AbsenceEdit = ({ practitioners, own, onSaved, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('schedule');
  const { t: errors } = useTranslation('errors');
  const title = t('setup.away.addTitle');
  const { send, ...sending } = useSend('hours.addException');
  const editing = useEditing<AbsenceField, string, AddedAbsence>({
    about: { key, title, place: '/settings/hours' },
    fields: absenceFields,
    shape: TypedAbsence,
    start: { version: 0, typed: newAbsence(own) },
    send: ({ typed }): Promise<Reply<AddedAbsence>> => {
      const details = absenceFrom(TypedAbsence.parse(typed));
      if (!details) throw new Error('sent although it has problems');
      return send(details);
    },
    sending,
    standingIn: () => null,
  });
  const typed = TypedAbsence.parse(editing.typed);
  return (
    <EditForm
      of={key}
      title={title}
      editing={editing}
      own={absenceProblems(typed, { schedule: t, errors })}
      labelOf={(field) => t(`setup.away.field.${field}`)}
      reading={(_field, value) => value}
      onSaved={onSaved}
      onClose={onClose}
      fields={(problemOf) => <Fields typed={typed} practitioners={practitioners} type={editing.type} problemOf={problemOf} />}
    />
  );
};
