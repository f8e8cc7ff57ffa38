import { Radio } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentView } from '../ui/document-view.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { BackToMap } from './back-to-map.tsx';

/** The map as a sheet, before it is printed; or an empty chart, for whoever would rather draw than touch a screen. */
export const MapPaper = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tUi } = useTranslation('ui');
  const client = useCall('clients.get', { id: clientId }).data;
  const [empty, setEmpty] = useState(false);
  const sheet = useCall('consentMap.paper', { clientId: empty ? null : clientId, mapId: null }, { fresh: true });
  return (
    <div className="document">
      <PageHead title={t('paper.title')} sub={client ? <span dir="auto">{client.chosenName}</span> : undefined} />
      <BackToMap clientId={clientId} />
      <Radio.Group
        className="paper-name"
        label={t('paper.what')}
        value={empty ? 'empty' : 'map'}
        onChange={(value) => setEmpty(value === 'empty')}
      >
        <div className="row wrap paper-names">
          <Radio value="map" label={t('paper.map')} />
          <Radio value="empty" label={t('paper.empty')} />
        </div>
      </Radio.Group>
      {sheet.error ? (
        <div className="page-body">
          <ErrorNotice error={sheet.error} again={sheet.again} />
        </div>
      ) : null}
      {sheet.isPending && !sheet.error ? <Waiting>{tUi('pdf.reading')}</Waiting> : null}
      {sheet.data ? <DocumentView document={sheet.data} /> : null}
    </div>
  );
};
