import { IconClockExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { wallFrom } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { columnDay, weekdayWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { type DayClock, doubledOf, leftOutOf } from './day-clock.ts';
import type { Column } from './lanes.ts';
import type { CalendarWorld } from './use-calendar.ts';

/** The first name where it tells them apart. */
const shortOf = (column: Column, columns: readonly Column[]): string => {
  const first = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;
  const alike = columns.filter(({ name }) => first(name) === first(column.name)).length;
  return column.kind === 'practitioner' && alike === 1 ? first(column.name) : column.name;
};

/** What the clocks do on a day, in words; empty on almost every day. */
const useChange = (clock: DayClock): string => {
  const { t } = useTranslation('schedule');
  const [leftOut, doubled] = [leftOutOf(clock), doubledOf(clock)];
  if (leftOut) return t('calendar.leftOut', { from: wallFrom(leftOut[0]), to: wallFrom(leftOut[1]) });
  return doubled ? t('calendar.doubled', { from: wallFrom(doubled[0]), to: wallFrom(doubled[1]) }) : '';
};

/** The hour that does not exist, or comes twice, across the lanes of its day. */
export const ClockChange = ({ clock }: { readonly clock: DayClock }): JSX.Element | null => {
  const words = useChange(clock);
  const leftOut = leftOutOf(clock);
  const span = leftOut ?? doubledOf(clock);
  if (!span) return null;
  return (
    <div
      className={leftOut ? 'cal-change sp-hatch' : 'cal-change cal-change-twice'}
      style={{ top: `${span[0] / 14.4}%`, height: `${(span[1] - span[0]) / 14.4}%` }}
    >
      <span className="cal-change-words">{words}</span>
    </div>
  );
};

type HeadProps = { readonly world: CalendarWorld; readonly day: CalendarDay; readonly clock: DayClock };

/** Day and lanes; the day leads to itself alone. */
export const DayHead = ({ world, day, clock }: HeadProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const isToday = day === world.today;
  const change = useChange(clock);
  return (
    <div className="cal-head" data-today={isToday || undefined}>
      <div className="cal-head-day">
        <Link to="/calendar" search={(before) => ({ ...before, view: 'day', day })} className="cal-head-link">
          <span aria-hidden>{columnDay(day)}</span>
          <span className="visually-hidden">{isToday ? `${weekdayWords(day)}, ${t('calendar.isToday')}` : weekdayWords(day)}</span>
        </Link>
        {change ? (
          <span className="cal-head-change xs" title={change}>
            <Icon icon={IconClockExclamation} size={14} />
            <span className="visually-hidden">{change}</span>
            <span aria-hidden>{t('calendar.changes')}</span>
          </span>
        ) : null}
      </div>
      <div className="cal-head-lanes xs ink-2">
        {world.columns.map((column) => (
          <span key={column.id} title={column.name} dir="auto">
            {shortOf(column, world.columns)}
          </span>
        ))}
      </div>
    </div>
  );
};
