import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Allowed } from '../../shared/allowed.ts';
import { reasonsOf } from '../ui/place-reasons.ts';

type GoneProps = {
  readonly codes: readonly string[];
  readonly name: (code: string) => string;
  readonly allowed: Allowed;
  readonly onTakeBack: (code: string) => void;
};

/** Places that are open on the map, and that the chart does not show: turned off here, or not in the content any more. */
export const GonePlaces = ({ codes, name, allowed, onTakeBack }: GoneProps): JSX.Element | null => {
  const { t } = useTranslation('maps');
  if (codes.length === 0) return null;
  const reasonsAt = (code: string): readonly string[] => {
    const area = allowed.areas.find((one) => one.code === code);
    return area ? reasonsOf(t, area, null) : [];
  };
  return (
    <section aria-labelledby="map-gone">
      <h2 id="map-gone" className="section-title">
        {t('page.gone')}
      </h2>
      <p className="ink-2">{t('page.goneText')}</p>
      <ul className="consent-list">
        {codes.map((code) => (
          <li key={code}>
            <div className="grow">
              <div className="b">{name(code)}</div>
              {reasonsAt(code).map((reason) => (
                <div key={reason} className="ink-2">
                  {reason}
                </div>
              ))}
            </div>
            <Button variant="default" aria-label={t('place.takeBackOf', { place: name(code) })} onClick={() => onTakeBack(code)}>
              {t('place.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
