import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../dates.ts';
import { useConductor } from './conductor-context.ts';
import { elapsedWords } from './elapsed.ts';
import { useSecond } from './use-fresh.ts';

/** How long, and since when. Silent: it is seen by who looks. */
export const SessionClock = (): JSX.Element => {
  const { t } = useTranslation('session');
  const { session, now } = useConductor();
  useSecond();
  const elapsed = now();
  const isOver = elapsed > session.plannedMinutes * 60_000;
  return (
    <div className="cd-clock" role="timer" aria-label={t('head.elapsed')}>
      <div className="cd-elapsed num" data-over={isOver || undefined}>
        {elapsedWords(elapsed)}
      </div>
      <div className="xs ink-3 num">
        {isOver ? t('head.planned', { count: session.plannedMinutes }) : t('head.since', { time: clockTime(session.startedAt) })}
      </div>
    </div>
  );
};
