import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { ageToday, momentDay } from '../dates.ts';
import { isClinical, usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { NewAppointmentOf, NextAppointment } from '../ui/client-appointments.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead, PageTitle, SearchButton } from '../ui/page.tsx';
import { StartSessionLink } from '../ui/start-session-link.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { ClientBrief } from './client-brief.tsx';
import { ClientMore } from './client-more.tsx';
import { ClientPicture } from './client-picture.tsx';
import { MarkErrorDialog } from './mark-error-dialog.tsx';
import { MarkErrorNotice } from './mark-error-notice.tsx';
import { MergeLedOn } from './merge-led-on.tsx';
import { SafetyCard } from './safety-card.tsx';
import { useArchive } from './use-archive.ts';

const Tabs = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('clients');
  const params = { clientId: client.id };
  const clinical = isClinical(usePractice());
  // Health and the care team are parts of the intake, at addresses of their own.
  const within = useLocation({ select: ({ pathname }) => /\/(health|care-team|clearance)(\/|$)/.test(pathname) });
  return (
    <nav className="tabs" aria-label={t('page.tabs', { name: client.chosenName })}>
      <Link to="/clients/$clientId" params={params} activeOptions={{ exact: true }} className="tab">
        {t('page.overview')}
      </Link>
      {clinical ? (
        <>
          <Link to="/clients/$clientId/intake" params={params} className="tab" aria-current={within ? 'true' : undefined}>
            {t('page.intake')}
          </Link>
          <Link to="/clients/$clientId/consent" params={params} className="tab">
            {t('page.consent')}
          </Link>
          <Link to="/clients/$clientId/sessions" params={params} className="tab">
            {t('page.sessions')}
          </Link>
          <Link to="/clients/$clientId/sharing" params={params} className="tab">
            {t('page.sharing')}
          </Link>
          <Link to="/clients/$clientId/files" params={params} className="tab">
            {t('page.files')}
          </Link>
          <Link to="/clients/$clientId/history" params={params} className="tab">
            {t('page.history')}
          </Link>
        </>
      ) : null}
    </nav>
  );
};

const Head = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: tUi } = useTranslation('ui');
  const clinical = isClinical(usePractice());
  const [asking, setAsking] = useState(false);
  const [marking, setMarking] = useState(false);
  const { archive, bringBack, busy, error } = useArchive(client);
  const facts = [client.pronouns, client.birthDate ? t('page.years', { count: ageToday(client.birthDate) }) : ''].filter((fact) => fact);
  return (
    <>
      <header className="client-head">
        <ClientPicture client={client} />
        <div className="grow client-name">
          <PageTitle focusKey={client.id}>{client.chosenName}</PageTitle>
          <div className="ink-2" dir="auto">
            {facts.join(' · ')}
            <NextAppointment clientId={client.id} isFirst={facts.length === 0} />
          </div>
        </div>
        <div className="row client-actions">
          <SearchButton compact />
          {client.archivedAt ? null : <StartSessionLink clientId={client.id} />}
          {client.archivedAt ? null : <NewAppointmentOf clientId={client.id} />}
          {clinical && !client.inError ? (
            <Button
              variant="default"
              leftSection={<Icon icon={client.archivedAt ? IconArchiveOff : IconArchive} />}
              disabled={busy}
              onClick={() => (client.archivedAt ? void bringBack() : setAsking(true))}
            >
              {client.archivedAt ? t('page.back') : t('page.archive')}
            </Button>
          ) : null}
          {client.inError ? null : (
            <ButtonLink
              to="/clients/$clientId/edit"
              params={{ clientId: client.id }}
              variant="default"
              leftSection={<Icon icon={IconPencil} />}
            >
              {t('page.edit')}
            </ButtonLink>
          )}
          {clinical ? <ClientMore client={client} onError={() => setMarking(true)} /> : null}
        </div>
      </header>
      {error ? <ErrorNotice error={error} /> : null}
      {client.inError ? <MarkErrorNotice inError={client.inError} onBack={() => setMarking(true)} /> : null}
      {client.archivedAt && !client.inError ? (
        <Notice tone="wait" title={t('page.archivedNote', { day: momentDay(client.archivedAt) })} />
      ) : null}
      {marking ? <MarkErrorDialog client={client} onClose={() => setMarking(false)} /> : null}
      <Confirm
        opened={asking}
        title={t('archive.title', { name: client.chosenName })}
        text={t('archive.text', { name: client.chosenName })}
        yes={t('archive.yes', { name: client.chosenName })}
        no={tUi('cancel')}
        busy={busy}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          void archive();
        }}
      />
    </>
  );
};

/** Frame of everything about one client; the safety card stays in view. */
export const ClientPage = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('clients');
  const client = useCall('clients.get', { id: clientId });
  if (client.error) {
    return (
      <>
        <PageHead title={t('list.title')} />
        <div className="page-body">
          <ErrorNotice error={client.error} again={client.again} />
        </div>
      </>
    );
  }
  if (!client.data) return <Waiting>{t('page.reading')}</Waiting>;
  if (client.data.id !== clientId) return <MergeLedOn from={clientId} to={client.data} />;
  return (
    <div className="client">
      <ClientBrief client={client.data} />
      <div className="client-work">
        <Head client={client.data} />
        <Tabs client={client.data} />
        <Outlet />
      </div>
      <SafetyCard client={client.data} />
    </div>
  );
};
