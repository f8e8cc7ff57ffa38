import { Button, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type JSX, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { dayWords, typedDay } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';

type DateProps = {
  readonly id: string;
  readonly label: string;
  readonly day: string | null;
  readonly typed: string | undefined;
  readonly onTyped: (typed: string, day: string | null) => void;
};

/** A day, typed or picked; what it is read as stands under it. */
export const DatePart = ({ id, label, day, typed, onTyped }: DateProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="options day">
      <TextInput
        id={`${id}-day`}
        size="lg"
        label={t('day.typed')}
        aria-label={t('day.for', { title: label })}
        aria-describedby={`${id}-text ${id}-read`}
        placeholder={t('day.example')}
        autoComplete="off"
        value={typed ?? typedDay(day)}
        onChange={(event) => onTyped(event.currentTarget.value, calendarDayFromTyped(event.currentTarget.value))}
      />
      <Button size="lg" variant="default" leftSection={<Icon icon={IconCalendar} size={22} />} onClick={() => picker.current?.showPicker()}>
        {t('day.pick')}
      </Button>
      <input
        ref={picker}
        type="date"
        className="day-picker"
        tabIndex={-1}
        aria-hidden="true"
        value={day ?? ''}
        onChange={(event) => {
          const picked = calendarDayFromTyped(event.currentTarget.value);
          if (picked) onTyped(typedDay(picked), picked);
        }}
      />
      <p id={`${id}-read`} className="md ink-2 day-read">
        {day ? dayWords(day) : ''}
      </p>
    </div>
  );
};
