import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { BackToMap } from './back-to-map.tsx';
import { MapEditor } from './map-editor.tsx';

/** A new map, with the client beside. */
export const MapChange = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('maps');
  const client = useCall('clients.get', { id: clientId });
  const found = useCall('consentMap.get', { clientId });
  const failed = found.error ?? client.error;
  const archived = Boolean(client.data?.archivedAt);
  const isNew = found.data !== undefined && found.data.map === null;
  return (
    <>
      <PageHead
        title={isNew ? t('change.make') : t('change.title')}
        sub={client.data ? <span dir="auto">{client.data.chosenName}</span> : undefined}
      />
      <BackToMap clientId={clientId} />
      <div className="page-body map-page">
        {failed ? <ErrorNotice error={failed} again={found.error ? found.again : client.again} /> : null}
        {!failed && (!found.data || !client.data) ? <Waiting>{t('reading')}</Waiting> : null}
        {archived ? <Notice tone="wait" title={t('change.archived')} /> : null}
        {found.data && client.data && !archived ? <MapEditor client={client.data} found={found.data} /> : null}
      </div>
    </>
  );
};
