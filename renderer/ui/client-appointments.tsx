import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppointmentLine, isAhead } from '../../shared/appointment.ts';
import { type Role, reception } from '../../shared/call.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { clockDay, clockTime, fullDayWords, shortDayWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { useCall } from '../use-call.ts';
import { spanWords, statusIcons, statusTones } from './appointment-words.ts';
import { ButtonLink } from './button-link.tsx';
import { Icon } from './icon.tsx';
import { ErrorNotice } from './notice.tsx';
import { usePracticeLists } from './use-practice-lists.ts';
import './client-appointments.css';

const few = 4;

/** One question for head and list, so that it is one entry in the trail. */
const useAppointmentsOf = (clientId: string) => {
  const enabled = (reception as readonly Role[]).includes(usePractice().role);
  return useCall('appointments.ofClient', { clientId }, { enabled });
};

const nextOf = ({ ahead }: OutputOf<'appointments.ofClient'>): AppointmentLine | undefined => ahead.find(({ status }) => isAhead(status));

type NextProps = { readonly clientId: string; readonly isFirst: boolean };

/** In the head of a client, behind what else is said there: when they come next. */
export const NextAppointment = ({ clientId, isFirst }: NextProps): JSX.Element | null => {
  const { t } = useTranslation('appointments');
  const { data } = useAppointmentsOf(clientId);
  const next = data && nextOf(data);
  if (!next) return null;
  return (
    <>
      {isFirst ? '' : ' · '}
      <Link to="/appointments/$appointmentId" params={{ appointmentId: next.id }} className="text-link num">
        {t('client.next', { day: shortDayWords(clockDay(next.startsAt)), time: clockTime(next.startsAt) })}
      </Link>
    </>
  );
};

/** Begins an appointment with the client filled in. */
export const NewAppointmentOf = ({ clientId }: { readonly clientId: string }): JSX.Element | null =>
  (reception as readonly Role[]).includes(usePractice().role) ? <NewAppointmentLink clientId={clientId} /> : null;

const NewAppointmentLink = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('appointments');
  return (
    <ButtonLink to="/appointments/new" search={{ clientId }} variant="default" leftSection={<Icon icon={IconCalendarPlus} />}>
      {t('new.title')}
    </ButtonLink>
  );
};

const Lines = ({ lines, title }: { readonly lines: readonly AppointmentLine[]; readonly title: string }): JSX.Element | null => {
  const { t } = useTranslation('appointments');
  const { lists } = usePracticeLists();
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const several = (lists?.practitioners.length ?? 0) > 1;
  return (
    <>
      <h3 className="xs ink-3 client-appointments-part">{title}</h3>
      <ul>
        {lines.slice(0, all ? lines.length : few).map((line) => (
          <li key={line.id} className="client-appointment">
            <Link to="/appointments/$appointmentId" params={{ appointmentId: line.id }} className="tall-link">
              {t('page.when', { day: fullDayWords(clockDay(line.startsAt)), span: spanWords(t, line) })}
            </Link>
            <span className="grow ink-2" dir="auto">
              {[line.serviceName, several ? (lists?.nameOf(line.practitionerId) ?? '') : ''].filter((part) => part !== '').join(' · ')}
            </span>
            <span className="state" data-tone={statusTones[line.status]}>
              <Icon icon={statusIcons[line.status]} size={18} />
              {t(`status.${line.status}`)}
            </span>
          </li>
        ))}
      </ul>
      {lines.length > few && !all ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('client.showAll', { count: lines.length })}
        </Button>
      ) : null}
    </>
  );
};

/** On the page of a client: their appointments, those ahead and those that were. */
export const ClientAppointments = ({ clientId }: { readonly clientId: string }): JSX.Element | null => {
  const { t } = useTranslation('appointments');
  const { data, error, again } = useAppointmentsOf(clientId);
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!data) return null;
  const rest = data.total - data.ahead.length - data.past.length;
  return (
    <section aria-labelledby="client-appointments" className="client-appointments">
      <h2 id="client-appointments" className="section-title">
        {t('client.appointments')}
      </h2>
      {data.total === 0 ? <p className="ink-2">{t('client.noAppointments')}</p> : null}
      <Lines lines={data.ahead} title={t('client.ahead')} />
      <Lines lines={data.past} title={t('client.past')} />
      {rest > 0 ? <p className="xs ink-2">{t('client.more', { count: rest })}</p> : null}
    </section>
  );
};
