import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../ui/page.tsx';
import { SheetChoice, SheetView } from '../ui/paper-sheet.tsx';
import { useCall } from '../use-call.ts';
import { BackToMap } from './back-to-map.tsx';

/** The map as a sheet, before it is printed; or an empty chart, for whoever would rather draw than touch a screen. */
export const MapPaper = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('maps');
  const client = useCall('clients.get', { id: clientId }).data;
  const [empty, setEmpty] = useState(false);
  const sheet = useCall('consentMap.paper', { clientId: empty ? null : clientId, mapId: null }, { fresh: true });
  return (
    <div className="document">
      <PageHead title={t('paper.title')} sub={client ? <span dir="auto">{client.chosenName}</span> : undefined} />
      <BackToMap clientId={clientId} />
      <SheetChoice
        label={t('paper.what')}
        own={t('paper.map')}
        other={t('paper.empty')}
        isOwn={!empty}
        onOwn={(isOwn) => setEmpty(!isOwn)}
      />
      <SheetView sheet={sheet} />
    </div>
  );
};
