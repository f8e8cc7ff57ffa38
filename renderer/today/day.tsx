import { IconBell, IconCalendarPlus, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { useStandings } from '../ui/use-standings.ts';
import { useCall } from '../use-call.ts';
import { useRemembered } from '../use-remembered.ts';
import { DayList, type Whose } from './day-list.tsx';
import { lanesOf } from './day-rows.ts';
import { NextDay } from './next-day.tsx';
import { useVaultNow } from './use-vault-now.ts';

/** A day without appointments; `hasSteps`: what the practice needs first stands there already. */
const EmptyDay = ({ hasSteps }: { readonly hasSteps: boolean }): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <section className="card day-empty" aria-labelledby="day-empty-title">
      <h2 id="day-empty-title" className="first-title">
        {t('day.none')}
      </h2>
      <p className="ink-2">{t('day.noneText')}</p>
      {hasSteps ? null : (
        <div className="row slot-deeds day-empty-deeds">
          <ButtonLink to="/appointments/new" leftSection={<Icon icon={IconCalendarPlus} />}>
            {t('newAppointment')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
};

/** Whom there is still to remind, with the way there. */
export const RemindersLine = ({ left }: { readonly left: number }): JSX.Element | null => {
  const { t } = useTranslation('today');
  if (left === 0) return null;
  return (
    <section className="card" aria-label={t('reminders.title')}>
      <Link to="/reminders" className="today-line">
        <Icon icon={IconBell} tone="wait" />
        <span className="grow">
          <span className="b block">{t('reminders.left', { count: left })}</span>
          <span className="xs ink-2 block">{t('reminders.text')}</span>
        </span>
        <Icon icon={IconChevronRight} tone="ink-3" />
      </Link>
    </section>
  );
};

type Props = { readonly day: OutputOf<'today.get'>; readonly hasSteps: boolean };

/** The day's appointments, one's own first where several people treat, and the next day in one line. */
export const Day = ({ day, hasSteps }: Props): JSX.Element => {
  const now = useVaultNow(day.now);
  const people = useCall('practitioners.list', {}).data;
  const lanes = (people?.practitioners ?? []).map(({ id }) => id);
  const own = people?.own ?? null;
  const next = day.next?.appointments ?? [];
  const standings = useStandings([...day.appointments, ...next].map(({ clientId }) => clientId));
  const [chosen, choose] = useRemembered<Whose | null>('today-whose', () => null);
  const hasOwn = [...day.appointments, ...next].some(({ practitionerId }) => practitionerId === own);
  const several = lanesOf(day.appointments, lanes).length > 1;
  const whose: Whose = several && own !== null ? (chosen ?? (hasOwn ? 'mine' : 'all')) : 'all';
  const nextLines = whose === 'mine' ? next.filter(({ practitionerId }) => practitionerId === own) : next;
  return (
    <>
      {day.appointments.length === 0 ? (
        <EmptyDay hasSteps={hasSteps} />
      ) : (
        <DayList day={day} own={own} lanes={lanes} now={now} standings={standings} whose={whose} onWhose={choose} />
      )}
      {day.next ? <NextDay day={day.next.day} today={day.today} zone={day.zone} lines={nextLines} standings={standings} /> : null}
    </>
  );
};
