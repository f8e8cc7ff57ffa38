import { type JSX, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { ClientPicker } from '../ui/client-picker.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { ConductorContext } from './conductor-context.ts';
import { StartForm } from './start-form.tsx';
import type { StartSearch } from './start-search.ts';

const Whom = ({ onChoose }: { readonly onChoose: (clientId: string) => void }): JSX.Element => (
  <ClientPicker id="start-client" chosen={null} onChoose={(client) => (client ? onChoose(client.id) : undefined)} />
);

/** All that is known of who comes, and the appointment they come for. */
const Known = ({ clientId, asked }: { readonly clientId: string; readonly asked: string | undefined }): JSX.Element => {
  const client = useCall('clients.get', { id: clientId });
  const readiness = useCall('readiness.of', { clientId });
  const appointments = useCall('appointments.ofClient', { clientId });
  const wrong = client.error ?? readiness.error ?? appointments.error;
  if (wrong) return <ErrorNotice error={wrong} again={client.again} />;
  if (!client.data || !readiness.data || !appointments.data) return <Waiting />;
  return <StartForm client={client.data} readiness={readiness.data} appointments={appointments.data} asked={asked} />;
};

const Open = ({ name }: { readonly name: string }): JSX.Element => {
  const { t } = useTranslation('session');
  return (
    <Notice tone="wait" title={t('start.open', { name })} actions={<ButtonLink to="/session">{t('start.toOpen')}</ButtonLink>}>
      {t('start.openText')}
    </Notice>
  );
};

/** Begins a session: whether hands-on work is open today and why not, how long, and whether it is talk alone. */
export const StartSession = ({ search }: { readonly search: StartSearch }): JSX.Element => {
  const { t } = useTranslation('session');
  const [chosen, setChosen] = useState<string | null>(null);
  const open = useContext(ConductorContext);
  const clientId = search.client ?? chosen;
  return (
    <>
      <PageHead title={t('start.title')} />
      <div className="page-body start-session">
        {open ? <Open name={open.session.chosenName} /> : null}
        {open ? null : clientId ? <Known key={clientId} clientId={clientId} asked={search.appointment} /> : <Whom onChoose={setChosen} />}
      </div>
    </>
  );
};
