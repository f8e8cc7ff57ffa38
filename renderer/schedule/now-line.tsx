import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { millisecondsOf } from '../../shared/schedule-time.ts';
import { clockTime, nowInstant } from '../dates.ts';
import { useMinute } from '../use-minute.ts';
import type { DayClock } from './day-clock.ts';
import { wallMinuteAt } from './day-clock.ts';

/** Where the day is, across its lanes. */
export const NowLine = ({ clock }: { readonly clock: DayClock }): JSX.Element | null => {
  const { t } = useTranslation('schedule');
  useMinute();
  const now = nowInstant();
  const ms = millisecondsOf(now);
  if (ms < clock.startMs || ms >= clock.endMs) return null;
  return (
    <div className="cal-now" style={{ top: `${wallMinuteAt(clock, ms) / 14.4}%` }}>
      <span className="visually-hidden">{t('calendar.now', { time: clockTime(now) })}</span>
    </div>
  );
};
