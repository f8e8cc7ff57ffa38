import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Notice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';
import type { CalendarWorld } from './use-calendar.ts';

/** What to do first in a practice without services or opening hours. */
export const BeforeFirst = ({ world }: { readonly world: CalendarWorld }): JSX.Element | null => {
  const { t } = useTranslation('schedule');
  const isOwner = usePractice().role === 'owner';
  const services = useCall('services.list', {}).data?.services;
  const noServices = services?.every(({ active }) => !active) ?? false;
  const noHours = world.hours.hours.every(({ version }) => version === 0);
  if (!noServices && !(noHours && isOwner)) return null;
  return (
    <div className="cal-first">
      <Notice
        tone="sage"
        title={t('calendar.first.title')}
        actions={
          <>
            {noServices && isOwner ? (
              <ButtonLink to="/settings/$section" params={{ section: 'services' }} variant="default">
                {t('calendar.first.servicesAction')}
              </ButtonLink>
            ) : null}
            {noHours ? (
              <ButtonLink to="/settings/$section" params={{ section: 'hours' }} variant="default">
                {t('calendar.first.hoursAction')}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        {noServices ? t('calendar.first.services') : null} {noHours ? t('calendar.first.hours') : null}{' '}
        {noServices && !isOwner ? t('calendar.first.ask') : null}
      </Notice>
    </div>
  );
};
