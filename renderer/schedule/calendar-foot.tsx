import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { FreedTimes } from '../ui/freed-times.tsx';

/** What the signs mean, and the times that came free. */
export const CalendarFoot = (): JSX.Element => {
  const { t } = useTranslation('schedule');
  return (
    <footer className="cal-foot xs ink-2">
      <ul className="row wrap cal-legend" aria-label={t('calendar.legend.title')}>
        <li className="row">
          <span className="cal-sign sp-hatch" />
          {t('calendar.legend.buffer')}
        </li>
        <li className="row">
          <span className="cal-sign cal-sign-closed" />
          {t('calendar.legend.closed')}
        </li>
      </ul>
      <FreedTimes />
    </footer>
  );
};
