import { ActionIcon, Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { fullDayWords, typedDay } from '../dates.ts';
import { dayProblem } from './day-problem.ts';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import { MonthPicker } from './month-picker.tsx';
import './schedule-fields.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** As it was typed: `calendarDayFromTyped` reads it. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly problem?: string | undefined;
};

/** A day, typed or picked from a month. */
export const DayField = ({ id, label, help, value, onChange, problem }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const { t: errors } = useTranslation('errors');
  const [opened, setOpened] = useState(false);
  const [left, setLeft] = useState<string | null>(null);
  const day = calendarDayFromTyped(value);
  const own = left === value ? dayProblem(value, errors) : null;
  return (
    <div className="day-field">
      <div className="day-field-row">
        <Field
          id={id}
          label={label}
          {...(help ? { help } : {})}
          value={value}
          onChange={onChange}
          onBlur={(pressing) => (pressing ? undefined : setLeft(value))}
          problem={problem ?? own ?? undefined}
        />
        <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start" shadow="md" withinPortal>
          <Popover.Target>
            <ActionIcon
              variant="default"
              size={44}
              aria-label={t('day.pick', { label })}
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
            >
              <Icon icon={IconCalendar} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('day.pick', { label })}>
            <MonthPicker
              day={day}
              onDay={(chosen) => {
                onChange(typedDay(chosen));
                setOpened(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      </div>
      <span className="xs ink-2 day-field-words">{day ? fullDayWords(day) : ''}</span>
    </div>
  );
};
