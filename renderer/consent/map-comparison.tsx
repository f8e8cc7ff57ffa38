import { type JSX, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { changesBetween } from '../../shared/map-changes.ts';
import { momentWords } from '../dates.ts';
import { BodyChart } from '../ui/body-chart.tsx';
import { compared } from '../ui/chart-marks.ts';
import { ChangesList } from './map-changes-list.tsx';
import { inChart, inTime } from './map-compared.ts';
import { markedStates } from './map-view.ts';

type ComparisonProps = { readonly before: ConsentMap; readonly after: ConsentMap; readonly areas: readonly BodyArea[] };

/** Two maps beside each other, the older first, and what differs in words: the list says everything the charts show. */
export const MapComparison = ({ before, after, areas }: ComparisonProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const [selected, setSelected] = useState<string | null>(null);
  const [older, newer] = inTime(before, after);
  const shown = useMemo(() => inChart(areas, [older, newer]), [areas, older, newer]);
  const marks = useMemo(() => compared(markedStates(older), markedStates(newer)), [older, newer]);
  return (
    <>
      <section aria-labelledby="map-differences">
        <h2 id="map-differences" className="section-title">
          {t('history.differences')}
        </h2>
        <ChangesList changes={changesBetween(older, newer)} areas={areas} none={t('changes.none')} onShow={setSelected} />
      </section>
      <section aria-label={t('history.charts')} className="map-two">
        {[
          { map: older, own: marks.before, word: t('history.before') },
          { map: newer, own: marks.after, word: t('history.after') },
        ].map(({ map, own, word }) => (
          <div key={word}>
            <h2 className="map-panel-title">
              {word} <span className="ink-2 num">{momentWords(map.madeAt)}</span>
            </h2>
            <BodyChart
              label={t('history.chartOf', { moment: momentWords(map.madeAt) })}
              areas={shown}
              marks={own}
              selected={selected}
              onSelect={setSelected}
            />
          </div>
        ))}
      </section>
    </>
  );
};
