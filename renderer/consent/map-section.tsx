import { IconBodyScan, IconPrinter } from '@tabler/icons-react';
import type { JSX, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { GeneralNotice } from './map-general.tsx';
import { allowedStates, countsIn, madeWords, markedStates } from './map-view.ts';

const Count = ({ label, value, sub }: { readonly label: string; readonly value: ReactNode; readonly sub: string }): JSX.Element => (
  <div className="map-count">
    <dt className="xs ink-2">{label}</dt>
    <dd>
      <span className="lg b num">{value}</span>
      <span className="xs ink-2 block num">{sub}</span>
    </dd>
  </div>
);

type CountsProps = { readonly map: NonNullable<OutputOf<'consentMap.get'>['map']>; readonly allowed: OutputOf<'consentMap.allowed'> };

/** How much of the map is allowed today, beside how much is marked. */
const Counts = ({ map, allowed }: CountsProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tUi } = useTranslation('ui');
  const codes = allowed.areas.map(({ code }) => code);
  const [now, marked] = [countsIn(codes, allowedStates(allowed)), countsIn(codes, markedStates(map))];
  return (
    <dl className="map-counts">
      <Count label={t('section.in')} value={now.yes} sub={t('section.marked', { count: marked.yes })} />
      <Count label={t('section.ask')} value={now.ask} sub={t('section.marked', { count: marked.ask })} />
      <Count label={t('section.out')} value={now.no} sub={t('section.rest')} />
      <Count label={t('section.firmest')} value={tUi(`level.${map.ceiling}`)} sub={t('section.anywhere')} />
    </dl>
  );
};

type SectionProps = { readonly clientId: string; readonly archived: boolean; readonly heading: Ref<HTMLHeadingElement> };

/** Where contact is allowed, in a few figures, with the way to the map itself. */
export const MapSection = ({ clientId, archived, heading }: SectionProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const found = useCall('consentMap.get', { clientId });
  const allowed = useCall('consentMap.allowed', { clientId });
  const map = found.data?.map ?? null;
  const failed = found.error ?? allowed.error;
  const again = found.error ? found.again : allowed.again;
  const params = { clientId };
  const change = archived ? null : (
    <ButtonLink to="/clients/$clientId/map/change" params={params} variant="default">
      {map ? t('section.change') : t('section.make')}
    </ButtonLink>
  );
  return (
    <section className="map-section" aria-labelledby="map-title">
      <div className="row wrap map-section-head">
        <h2 ref={heading} tabIndex={-1} id="map-title" className="section-title grow">
          {t('title')}
        </h2>
        {map ? (
          <ButtonLink to="/clients/$clientId/map" params={params} variant="default" leftSection={<Icon icon={IconBodyScan} />}>
            {t('section.open')}
          </ButtonLink>
        ) : null}
        {change}
        <ButtonLink to="/clients/$clientId/map/paper" params={params} variant="subtle" leftSection={<Icon icon={IconPrinter} />}>
          {t('section.print')}
        </ButtonLink>
      </div>
      {failed ? <ErrorNotice error={failed} again={again} /> : null}
      {!failed && (!found.data || !allowed.data) ? <Waiting>{t('section.reading')}</Waiting> : null}
      {found.data && allowed.data && !map ? (
        <div className="consents-none">
          <p className="md b">{t('section.none')}</p>
          <p className="md ink-2">{t('section.noneText')}</p>
        </div>
      ) : null}
      {map && allowed.data ? (
        <>
          <GeneralNotice reasons={allowed.data.general} />
          <Counts map={map} allowed={allowed.data} />
          <p className="ink-2 num">
            {allowed.data.general.length === 0 ? <span className="block">{t('section.today')}</span> : null}
            {madeWords(t, map)}
          </p>
        </>
      ) : null}
    </section>
  );
};
