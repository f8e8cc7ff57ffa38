import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, reception } from '../../shared/call.ts';
import { momentDay } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { ClientAppointments } from '../ui/client-appointments.tsx';
import { ClientTasks } from '../ui/client-tasks.tsx';
import { Fact } from '../ui/fact.tsx';
import { useTitle } from '../ui/page.tsx';
import { useCall } from '../use-call.ts';
import { PictureOfClient } from './client-picture.tsx';
import { ClientStanding } from './client-standing.tsx';
import { PeopleOfClient, PracticeFacts } from './overview-further.tsx';
import { Timeline } from './timeline.tsx';

export const ClientOverview = ({ clientId }: { readonly clientId: string }): JSX.Element | null => {
  const { t } = useTranslation('clients');
  const practice = usePractice();
  const clinical = isClinical(practice);
  const client = useCall('clients.get', { id: clientId }).data;
  const list = useCall('consent.ofClient', { clientId }, { enabled: clinical }).data;
  useTitle(t('page.overview'));
  if (!client) return null;
  const last = list?.consents[0];
  return (
    <div className="overview">
      {clinical ? <ClientStanding client={client} /> : null}
      {(reception as readonly Role[]).includes(practice.role) ? <ClientAppointments clientId={client.id} /> : null}
      {(reception as readonly Role[]).includes(practice.role) ? <ClientTasks client={{ id: client.id, name: client.chosenName }} /> : null}
      {clinical ? <Timeline clientId={client.id} /> : null}
      <section aria-labelledby="facts-contact">
        <h2 id="facts-contact" className="section-title">
          {t('overview.contact')}
        </h2>
        <dl className="facts">
          <Fact label={t('field.phone')}>{client.phone || t('overview.notGiven')}</Fact>
          <Fact label={t('field.email')}>{client.email || t('overview.notGiven')}</Fact>
          <Fact label={t('overview.wishes')}>{client.contactWishes || t('overview.notAsked')}</Fact>
          <Fact label={t('field.voicemail')}>{t(`voicemail.${client.voicemail}`)}</Fact>
          {client.discreetWords ? <Fact label={t('field.discreetWords')}>{client.discreetWords}</Fact> : null}
          {client.language ? <Fact label={t('field.language')}>{client.language}</Fact> : null}
        </dl>
      </section>
      <PeopleOfClient client={client} />
      <PracticeFacts client={client} />
      {clinical && (client.photo || !client.inError) ? <PictureOfClient client={client} /> : null}
      <section aria-labelledby="facts-record">
        <h2 id="facts-record" className="section-title">
          {t('overview.record')}
        </h2>
        <dl className="facts">
          {client.legalName ? <Fact label={t('overview.legalName')}>{client.legalName}</Fact> : null}
          {last ? <Fact label={t('overview.lastConsent')}>{momentDay(last.signedAt)}</Fact> : null}
          <Fact label={t('overview.since')}>{momentDay(client.createdAt)}</Fact>
          <Fact label={t('overview.changed')}>{momentDay(client.updatedAt)}</Fact>
        </dl>
      </section>
    </div>
  );
};
