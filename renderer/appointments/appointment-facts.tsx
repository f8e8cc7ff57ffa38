import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../shared/appointment.ts';
import { sinceWords } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { statusIcons, statusTones } from '../ui/appointment-words.ts';
import { Fact } from '../ui/fact.tsx';
import { Icon } from '../ui/icon.tsx';
import { moneyWords } from '../ui/money.ts';
import { StandingMark } from '../ui/standing-mark.tsx';
import { standingReason } from '../ui/standing-words.ts';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { useStandings } from '../ui/use-standings.ts';

type Props = { readonly appointment: Appointment; readonly lists: PracticeLists };

/** How the client stands today, for those who treat. */
const Readiness = ({ clientId }: { readonly clientId: string }): JSX.Element | null => {
  const { t } = useTranslation('appointments');
  const { t: tReadiness } = useTranslation('readiness');
  const standing = useStandings([clientId]).get(clientId);
  if (!standing) return null;
  return (
    <Fact label={t('page.readiness')}>
      <StandingMark standing={standing} />
      <span className="xs ink-2 block">{standingReason(tReadiness, standing)}</span>
    </Fact>
  );
};

/** Why it does not take place; the front desk is not told. */
const Ended = ({ ended }: { readonly ended: NonNullable<Appointment['ended']> }): JSX.Element => {
  const { t } = useTranslation('appointments');
  return (
    <>
      <Fact label={t('cancel.reason')}>
        {t(`cancel.reasons.${ended.reason}`)}
        {ended.words ? <span className="ink-2 block">{ended.words}</span> : null}
      </Fact>
      <Fact label={t('cancel.fee')}>{ended.fee ? moneyWords(ended.fee.amount, ended.fee.currency) : t('page.noFee')}</Fact>
    </>
  );
};

/** Who, what, where, and how it stands. */
export const AppointmentFacts = ({ appointment, lists }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const { status, before, after, price } = appointment;
  const clinical = isClinical(usePractice());
  const around = [before > 0 ? t('page.before', { count: before }) : '', after > 0 ? t('page.after', { count: after }) : ''];
  return (
    <dl className="facts">
      <Fact label={t('page.status')}>
        <span className="state" data-tone={statusTones[status]}>
          <Icon icon={statusIcons[status]} />
          {t(`status.${status}`)}
        </span>
        <span className="xs ink-2 block">{t('page.since', { since: sinceWords(appointment.statusAt) })}</span>
      </Fact>
      <Fact label={t('client.label')}>
        <Link to="/clients/$clientId" params={{ clientId: appointment.clientId }} className="text-link">
          {appointment.chosenName}
        </Link>
        {appointment.pronouns ? <span className="xs ink-2 block">{appointment.pronouns}</span> : null}
      </Fact>
      {clinical ? <Readiness clientId={appointment.clientId} /> : null}
      <Fact label={t('details.serviceId')}>
        {appointment.serviceName}
        <span className="xs ink-2 block">{t('minutes', { count: appointment.minutes })}</span>
      </Fact>
      <Fact label={t('when.practitionerId')}>
        {lists.nameOf(appointment.practitionerId)}
        {appointment.roomId ? <span className="xs ink-2 block">{lists.roomOf(appointment.roomId)}</span> : null}
      </Fact>
      {before + after > 0 ? <Fact label={t('page.around')}>{around.filter((part) => part).join(', ')}</Fact> : null}
      {price ? <Fact label={t('details.price')}>{moneyWords(price.amount, price.currency)}</Fact> : null}
      {appointment.note ? <Fact label={t('details.note')}>{appointment.note}</Fact> : null}
      {appointment.ended ? <Ended ended={appointment.ended} /> : null}
    </dl>
  );
};
