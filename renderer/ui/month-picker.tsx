import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type JSX, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../shared/time.ts';
import { fullDayWords, monthWords, today, weekdayName } from '../dates.ts';
import { Icon } from './icon.tsx';
import { dayByKey, monthsOn, weeksOfMonth } from './month-days.ts';

type Props = { readonly day: CalendarDay | null; readonly onDay: (day: CalendarDay) => void };

/** A month to choose a day from: arrows go by days and weeks, Page up and down by months, Enter chooses. */
export const MonthPicker = ({ day, onDay }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const [at, setAt] = useState<CalendarDay>(day ?? today());
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    moved.current = false;
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = dayByKey(at, event.key);
    if (!next) return;
    event.preventDefault();
    moved.current = true;
    setAt(next);
  };
  const weeks = weeksOfMonth(at);
  return (
    <div className="month-picker">
      <div className="row month-picker-head">
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('day.before')} onClick={() => setAt(monthsOn(at, -1))}>
          <Icon icon={IconChevronLeft} />
        </ActionIcon>
        <span className="grow center b" aria-live="polite">
          {monthWords(at)}
        </span>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('day.after')} onClick={() => setAt(monthsOn(at, 1))}>
          <Icon icon={IconChevronRight} />
        </ActionIcon>
      </div>
      <table ref={grid} aria-label={monthWords(at)}>
        <thead>
          <tr>
            {weeks[0]?.map((one) => (
              <th key={one} scope="col" abbr={weekdayName(one, 'long')} className="xs ink-3">
                {weekdayName(one, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <td key={one}>
                  <button
                    type="button"
                    className="month-day num"
                    tabIndex={one === at ? 0 : -1}
                    data-day={one}
                    data-autofocus={one === at || undefined}
                    data-beside={one.slice(0, 7) !== at.slice(0, 7) || undefined}
                    aria-current={one === today() ? 'date' : undefined}
                    aria-label={fullDayWords(one)}
                    aria-pressed={one === day}
                    onKeyDown={onKeyDown}
                    onClick={() => onDay(one)}
                  >
                    {Number(one.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
