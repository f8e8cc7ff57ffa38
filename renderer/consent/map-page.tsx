import { IconHistory, IconPrinter } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { BackToConsent } from './back-to-consent.tsx';
import { GeneralNotice } from './map-general.tsx';
import { MapToday } from './map-today.tsx';
import { madeWords } from './map-view.ts';

/** The map of one client, with everything that can be done with it. */
export const MapPage = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('maps');
  const client = useCall('clients.get', { id: clientId }).data;
  const found = useCall('consentMap.get', { clientId });
  const allowed = useCall('consentMap.allowed', { clientId });
  const failed = found.error ?? allowed.error;
  const again = found.error ? found.again : allowed.again;
  const params = { clientId };
  const map = found.data?.map ?? null;
  return (
    <>
      <PageHead
        title={t('title')}
        sub={client ? <span dir="auto">{client.chosenName}</span> : undefined}
        action={
          client && !client.archivedAt ? (
            <ButtonLink to="/clients/$clientId/map/change" params={params}>
              {map || !found.data ? t('section.change') : t('section.make')}
            </ButtonLink>
          ) : undefined
        }
      />
      <BackToConsent clientId={clientId} />
      <div className="page-body map-page">
        <div className="row wrap map-head">
          <div className="grow">
            {map ? <p className="num">{madeWords(t, map)}</p> : null}
            {map?.words ? (
              <p className="ink-2" dir="auto">
                {t('said', { words: map.words })}
              </p>
            ) : null}
          </div>
          <ButtonLink to="/clients/$clientId/map/history" params={params} variant="subtle" leftSection={<Icon icon={IconHistory} />}>
            {t('page.history')}
          </ButtonLink>
          <ButtonLink to="/clients/$clientId/map/paper" params={params} variant="subtle" leftSection={<Icon icon={IconPrinter} />}>
            {t('page.print')}
          </ButtonLink>
          <ButtonLink to="/clients/$clientId/map/take-back" params={params} variant="default">
            {t('page.several')}
          </ButtonLink>
        </div>
        {failed ? <ErrorNotice error={failed} again={again} /> : null}
        {!failed && (!found.data || !allowed.data) ? <Waiting>{t('reading')}</Waiting> : null}
        {found.data && allowed.data ? (
          <>
            <GeneralNotice reasons={allowed.data.general} clientId={clientId} />
            <MapToday clientId={clientId} found={found.data} allowed={allowed.data} />
          </>
        ) : null}
      </div>
    </>
  );
};
