import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { ChartAndList } from '../ui/chart-and-list.tsx';
import { marksOf } from '../ui/chart-marks.ts';
import { Notice } from '../ui/notice.tsx';
import { inChart } from './map-compared.ts';
import { madeWords, markedStates, openOn, placeName } from './map-view.ts';

type ReadingProps = { readonly map: ConsentMap; readonly areas: readonly BodyArea[]; readonly isOld: boolean };

/** One map as it was made, whatever is allowed today. */
export const MapReading = ({ map, areas, isOld }: ReadingProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tUi } = useTranslation('ui');
  const shown = useMemo(() => inChart(areas, [map]), [areas, map]);
  const marks = useMemo(() => marksOf(markedStates(map)), [map]);
  const lighter = openOn(map).filter((code) => (map.areas[code]?.ceiling ?? 0) < map.ceiling);
  const gone = Object.keys(map.areas).filter((code) => !shown.some((area) => area.code === code));
  return (
    <>
      {isOld ? <Notice tone="wait" title={t('history.isOld')} /> : null}
      <div>
        <p className="num">{madeWords(t, map)}</p>
        <p>{t('place.firmest', { level: tUi(`level.${map.ceiling}`) })}</p>
        {lighter.length > 0 ? (
          <p className="ink-2">
            {lighter
              .map((code) => t('changes.place', { place: placeName(t, areas, code), what: tUi(`level.${map.areas[code]?.ceiling ?? 0}`) }))
              .join('; ')}
          </p>
        ) : null}
        {map.words ? <p dir="auto">{t('said', { words: map.words })}</p> : null}
      </div>
      <ChartAndList areas={shown} marks={marks} />
      {gone.length > 0 ? (
        <ul className="plain-list">
          {gone.map((code) => (
            <li key={code}>
              {t('changes.place', { place: placeName(t, areas, code), what: t(`place.${map.areas[code]?.state ?? 'no'}`) })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
};
