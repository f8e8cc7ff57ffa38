import { Checkbox, Select } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientPicker } from '../ui/client-picker.tsx';
import { DayField } from '../ui/day-field.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { TimeField } from '../ui/time-field.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import type { WaitingTyped } from './waiting-form.ts';
import { weekdayOf } from './wish-words.ts';

/** Ids of the fields: the page behind the dialog has its own. */
export const waitingFieldId = (field: string): string => `waiting-${field}`;

type Props = {
  readonly typed: WaitingTyped;
  readonly lists: PracticeLists;
  /** Who waits does not change. */
  readonly isNew: boolean;
  readonly onChange: (next: WaitingTyped) => void;
  readonly problems: readonly FieldProblem[];
};

const anyone = 'anyone';

type Offered = { readonly id: string; readonly name: string; readonly active: boolean };

/** Those in use, and the one that is chosen although it is not. */
const choices = (all: readonly Offered[], chosen: string) =>
  all.filter(({ id, active }) => active || id === chosen).map(({ id, name }) => ({ value: id, label: name }));

const Whom = ({ typed, lists, isNew, onChange, problems }: Props): JSX.Element => {
  const { t } = useTranslation('waitlist');
  const problem = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  const wrong = problem('serviceId');
  const whom = choices(lists.practitioners, typed.practitionerId);
  return (
    <>
      {isNew ? (
        <ClientPicker
          id={waitingFieldId('client')}
          chosen={typed.client}
          onChoose={(client) => onChange({ ...typed, client })}
          problem={problem('client')}
          adds
        />
      ) : null}
      <Marked wrong={wrong !== undefined}>
        <Select
          id={waitingFieldId('serviceId')}
          label={t('field.serviceId')}
          data={choices(lists.services, typed.serviceId)}
          value={typed.serviceId || null}
          allowDeselect={false}
          error={wrong ? <Wrong>{wrong}</Wrong> : undefined}
          onChange={(serviceId) => serviceId && onChange({ ...typed, serviceId })}
        />
      </Marked>
      {whom.length > 1 || typed.practitionerId !== '' ? (
        <Select
          id={waitingFieldId('practitionerId')}
          label={t('field.practitionerId')}
          data={[{ value: anyone, label: t('form.anyone') }, ...whom]}
          value={typed.practitionerId || anyone}
          allowDeselect={false}
          onChange={(value) => onChange({ ...typed, practitionerId: value === null || value === anyone ? '' : value })}
        />
      ) : null}
    </>
  );
};

export const WaitingFields = (props: Props): JSX.Element => {
  const { typed, onChange, problems } = props;
  const { t } = useTranslation('waitlist');
  const shared = (field: 'earliest' | 'latest' | 'firstDay' | 'lastDay' | 'note') => ({
    id: waitingFieldId(field),
    label: t(`field.${field}`),
    value: typed[field],
    onChange: (value: string) => onChange({ ...typed, [field]: value }),
    problem: problems.find((one) => one.field === field)?.text,
  });
  return (
    <div className="fields">
      <Whom {...props} />
      <Checkbox.Group
        label={t('field.weekdays')}
        description={t('field.weekdaysHelp')}
        value={typed.weekdays.map(String)}
        onChange={(weekdays) => onChange({ ...typed, weekdays: weekdays.map(Number).sort((one, other) => one - other) })}
      >
        <div className="row wrap waiting-weekdays">
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <Checkbox key={weekday} value={String(weekday)} label={weekdayOf(weekday, 'short')} aria-label={weekdayOf(weekday, 'long')} />
          ))}
        </div>
      </Checkbox.Group>
      <fieldset className="waiting-pair">
        <legend className="sm b">{t('field.hours')}</legend>
        <p className="xs ink-2">{t('field.hoursHelp')}</p>
        <div className="row wrap waiting-times">
          <TimeField {...shared('earliest')} />
          <TimeField {...shared('latest')} isEnd />
        </div>
      </fieldset>
      <div className="row wrap waiting-times">
        <DayField {...shared('firstDay')} help={t('field.dayHelp')} />
        <DayField {...shared('lastDay')} help={t('field.dayHelp')} />
      </div>
      <Checkbox
        id={waitingFieldId('shortNotice')}
        label={t('field.shortNotice')}
        checked={typed.shortNotice}
        onChange={(event) => onChange({ ...typed, shortNotice: event.currentTarget.checked })}
      />
      <Field {...shared('note')} help={t('field.noteHelp')} />
    </div>
  );
};
