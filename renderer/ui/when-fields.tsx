import { Select } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from './day-field.tsx';
import type { FieldProblem } from './error-summary.tsx';
import { Field, Marked, Wrong } from './field.tsx';
import { TimeField } from './time-field.tsx';
import type { PracticeLists } from './use-practice-lists.ts';
import type { TypedWhen } from './when-form.ts';
import './schedule-fields.css';

type Props = {
  readonly typed: TypedWhen;
  readonly onChange: (typed: TypedWhen) => void;
  readonly lists: PracticeLists;
  readonly problems: readonly FieldProblem[];
  /** Before the ids of the fields, where a page has two sets of them. */
  readonly prefix?: string;
};

type Offered = { readonly id: string; readonly name: string; readonly active: boolean };
const offered = (all: readonly Offered[], chosen: string): { readonly value: string; readonly label: string }[] =>
  all.filter((one) => one.active || one.id === chosen).map((one) => ({ value: one.id, label: one.name }));

/** Who treats, and in which room. */
export const WhereFields = ({ typed, onChange, lists, problems, prefix = '' }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const wrong = problems.find((one) => one.field === 'practitionerId')?.text;
  const rooms = offered(lists.rooms, typed.roomId);
  return (
    <div className="two-fields">
      <Marked wrong={wrong !== undefined}>
        <Select
          id={`${prefix}practitionerId`}
          label={t('when.practitionerId')}
          data={offered(lists.practitioners, typed.practitionerId)}
          value={typed.practitionerId || null}
          onChange={(value) => value && onChange({ ...typed, practitionerId: value })}
          allowDeselect={false}
          error={wrong ? <Wrong>{wrong}</Wrong> : undefined}
        />
      </Marked>
      {rooms.length > 0 ? (
        <Select
          id={`${prefix}roomId`}
          label={t('when.roomId')}
          data={[{ value: '', label: t('when.noRoom') }, ...rooms]}
          value={typed.roomId}
          onChange={(value) => onChange({ ...typed, roomId: value ?? '' })}
          allowDeselect={false}
        />
      ) : null}
    </div>
  );
};

/** The day, when it begins, and how long it takes. */
export const TimeFields = ({ typed, onChange, problems, prefix = '' }: Omit<Props, 'lists'>): JSX.Element => {
  const { t } = useTranslation('appointments');
  const problemOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  return (
    <div className="time-fields">
      <DayField
        id={`${prefix}day`}
        label={t('when.day')}
        value={typed.day}
        onChange={(day) => onChange({ ...typed, day })}
        problem={problemOf('day')}
      />
      <TimeField
        id={`${prefix}time`}
        label={t('when.time')}
        value={typed.time}
        onChange={(time) => onChange({ ...typed, time })}
        problem={problemOf('time')}
      />
      <div className="minutes-field">
        <Field
          id={`${prefix}minutes`}
          label={t('when.minutes')}
          inputMode="numeric"
          value={typed.minutes}
          onChange={(minutes) => onChange({ ...typed, minutes })}
          problem={problemOf('minutes')}
        />
      </div>
    </div>
  );
};
