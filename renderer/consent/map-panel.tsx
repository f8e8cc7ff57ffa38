import { IconAlertTriangle, IconFeather, IconHandOff, IconHandStop, IconQuestionMark, type Icon as TablerIcon } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedArea } from '../../shared/allowed.ts';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { AreaState } from '../../shared/consent-form.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { Icon } from '../ui/icon.tsx';
import { reasonsOf } from '../ui/place-reasons.ts';

const icons: Readonly<Record<AreaState, TablerIcon>> = { yes: IconHandStop, ask: IconQuestionMark, no: IconHandOff };

/** Beside the chart, or under it: what there is to know of the place that is chosen. */
export const MapPanel = ({ title, children }: { readonly title: string | null; readonly children?: ReactNode }): JSX.Element => {
  const { t } = useTranslation('maps');
  return (
    <section className="map-panel" aria-label={t('place.label')}>
      {title === null ? (
        <p className="ink-2">{t('place.choose')}</p>
      ) : (
        <>
          <h2 className="map-panel-title" tabIndex={-1}>
            {title}
          </h2>
          <div className="map-panel-body">{children}</div>
        </>
      )}
    </section>
  );
};

/** Where not to press, and what may be offered in place of it. */
export const PlaceCare = ({ area }: { readonly area: BodyArea | undefined }): JSX.Element | null => {
  const { t } = useTranslation('maps');
  const lines = [
    { label: t('place.caution'), text: area?.caution, icon: IconAlertTriangle, tone: 'wait-ink' as const },
    { label: t('place.gentler'), text: area?.gentler, icon: IconFeather, tone: 'ink-3' as const },
  ].filter((line) => line.text);
  return lines.length === 0 ? null : (
    <dl className="map-panel-part map-care">
      {lines.map(({ label, text, icon, tone }) => (
        <div key={label}>
          <dt className="row xs ink-2">
            <Icon icon={icon} tone={tone} size={18} />
            {label}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
};

type StandingProps = {
  readonly area: BodyArea | undefined;
  readonly allowed: AllowedArea;
  readonly map: ConsentMap | null;
};

/** What holds at one place today, and why. */
export const PlaceStanding = ({ area, allowed, map }: StandingProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tUi } = useTranslation('ui');
  const { holds, ceiling } = allowed;
  const reasons = reasonsOf(t, allowed, map);
  return (
    <>
      <div className="map-panel-part">
        <p className="row map-holds" data-state={holds}>
          <Icon icon={icons[holds]} tone={holds === 'no' ? 'ink-3' : 'sage-ink'} />
          <b className="md">{t(`place.${holds}`)}</b>
        </p>
        {holds === 'no' ? null : (
          <p>
            {t('place.firmest', { level: tUi(`level.${ceiling}`) })}. {t(holds === 'ask' ? 'place.spokenHere' : 'place.spoken')}
          </p>
        )}
      </div>
      {reasons.length > 0 ? (
        <div className="map-panel-part">
          <p className="xs ink-2" id="map-why">
            {t('place.why')}
          </p>
          <ul className="map-reasons" aria-labelledby="map-why">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <PlaceCare area={area} />
    </>
  );
};
