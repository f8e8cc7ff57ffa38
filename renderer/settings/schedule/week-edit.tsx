import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type JSX, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PractitionerHours } from '../../../shared/hours.ts';
import { Icon } from '../../ui/icon.tsx';
import { said } from '../../ui/notice.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import { useSend } from '../../use-call.ts';
import { EditForm } from './edit-form.tsx';
import { useEditing } from './use-editing.ts';
import {
  mostSpans,
  spanField,
  spanLabel,
  type TypedDay,
  type TypedSpan,
  TypedWeek,
  type Weekday,
  weekdays,
  weekFrom,
  weekProblems,
  weekStanding,
  weekStandingIn,
} from './week-form.ts';
import { dayHoursWords, nameOfWeekday } from './week-words.ts';

type DayProps = {
  readonly of: string;
  readonly weekday: Weekday;
  readonly spans: TypedDay;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (spans: TypedDay) => void;
  /** Not on Monday itself. */
  readonly onLikeMonday: (() => void) | null;
};

const Day = ({ of, weekday, spans, problemOf, onChange, onLikeMonday }: DayProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const day = nameOfWeekday(weekday);
  const add = useRef<HTMLButtonElement>(null);
  const put = (index: number, span: TypedSpan): void => onChange(spans.map((one, at) => (at === index ? span : one)));
  const end = (index: number, which: 'from' | 'to'): JSX.Element => (
    <TimeField
      id={`${of}-${spanField(weekday, index, which)}`}
      label={spanLabel(t, day, index, which)}
      value={spans[index]?.[which] ?? ''}
      onChange={(typed) => put(index, { from: '', to: '', ...spans[index], [which]: typed })}
      problem={problemOf(spanField(weekday, index, which))}
      isEnd={which === 'to'}
    />
  );
  return (
    <fieldset className="week-day">
      <legend>{day}</legend>
      <div className="week-spans">
        {spans.length === 0 ? <span className="ink-2 week-closed">{t('setup.hours.closed')}</span> : null}
        {spans.map((span, index) => (
          <div key={spanField(weekday, index, 'from')} className="week-span">
            <div className="week-ends">
              {end(index, 'from')}
              <span aria-hidden="true" className="week-dash">
                –
              </span>
              {end(index, 'to')}
            </div>
            <ActionIcon
              variant="subtle"
              size={44}
              aria-label={t('setup.hours.removeSpan', { day, hours: `${span.from}–${span.to}` })}
              onClick={() => {
                onChange(spans.filter((_, at) => at !== index));
                add.current?.focus();
              }}
            >
              <Icon icon={IconX} />
            </ActionIcon>
          </div>
        ))}
      </div>
      <div className="row wrap week-actions">
        <Button
          ref={add}
          variant="subtle"
          leftSection={<Icon icon={IconPlus} size={18} />}
          aria-label={t('setup.hours.addSpanOn', { day })}
          aria-disabled={spans.length >= mostSpans}
          onClick={() => {
            if (spans.length < mostSpans) onChange([...spans, { from: '', to: '' }]);
          }}
        >
          {t('setup.hours.addSpan')}
        </Button>
        {onLikeMonday ? (
          <Button variant="subtle" aria-label={t('setup.hours.likeMondayOn', { day })} onClick={onLikeMonday}>
            {t('setup.hours.likeMonday')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
};

type Props = { readonly hours: PractitionerHours; readonly name: string; readonly onClose: () => void };

/** When somebody is there in a usual week. */
export const WeekEdit = ({ hours, name, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('schedule');
  const { practitionerId } = hours;
  const key = `hours-${practitionerId}`;
  const title = t('setup.hours.edit', { name });
  const { send, ...sending } = useSend('hours.set');
  const editing = useEditing({
    about: { key, title, place: '/settings/hours' },
    fields: weekdays,
    shape: TypedWeek,
    start: weekStanding(hours),
    send: ({ version, typed }) => send({ practitionerId, version, week: weekFrom(typed) }),
    sending,
    standingIn: weekStandingIn,
  });
  const { typed } = editing;
  return (
    <EditForm
      of={key}
      title={title}
      editing={editing}
      own={weekProblems(typed, t, nameOfWeekday)}
      labelOf={nameOfWeekday}
      reading={(_weekday, day) => dayHoursWords(t, day)}
      onSaved={() => {
        said(t('setup.hours.saved', { name }));
        onClose();
      }}
      onClose={onClose}
      fields={(problemOf) => (
        <div className="week">
          <p className="ink-2">{t(hours.version === 0 ? 'setup.hours.helpFirst' : 'setup.hours.help')}</p>
          {weekdays.map((weekday) => (
            <Day
              key={weekday}
              of={key}
              weekday={weekday}
              spans={typed[weekday]}
              problemOf={problemOf}
              onChange={(spans) => editing.type(weekday, spans)}
              onLikeMonday={weekday === 'monday' ? null : () => editing.type(weekday, typed.monday)}
            />
          ))}
        </div>
      )}
    />
  );
};
