import { type JSX, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormArea } from '../../shared/consent-form.ts';
import { type AreaMark, type ChartMarks, type LegendKey, legendOf } from './chart-marks.ts';
import { fillOf, Patterns, Signs } from './chart-signs.tsx';
import { wordOf } from './chart-words.ts';

const markOf = (key: LegendKey): AreaMark => {
  switch (key) {
    case 'yes':
    case 'ask':
    case 'no':
      return { state: key };
    case 'limited':
      return { limited: true };
    case 'done':
    case 'now':
      return { today: key };
    case 'changed':
      return { changed: true };
    case 'unmarked':
    case 'notOffered':
      return {};
  }
};

const edges: Partial<Readonly<Record<LegendKey, string>>> = { limited: 'limited', done: 'today', now: 'today', notOffered: 'off' };

type LegendProps = { readonly areas: readonly FormArea[]; readonly marks: ChartMarks; readonly forClient: boolean };

/** Each sign that is on the chart beside its words, drawn as it is there. */
export const ChartLegend = ({ areas, marks, forClient }: LegendProps): JSX.Element => {
  const { t } = useTranslation('chart');
  const id = useId().replace(/\W/g, '');
  const ids = { dots: `${id}dots`, hatch: `${id}hatch` };
  return (
    <ul className="chart-legend" aria-label={t('legend')}>
      {legendOf(areas, marks).map((key) => {
        const mark = markOf(key);
        const offered = key !== 'notOffered';
        return (
          <li key={key}>
            <svg width="28" height="20" viewBox="0 0 28 20" aria-hidden="true">
              {key === 'ask' || key === 'no' ? <Patterns ids={ids} unit={1} /> : null}
              <rect
                x="1"
                y="1"
                width="26"
                height="18"
                rx="4"
                className="chart-swatch"
                data-state={offered ? (mark.state ?? 'unmarked') : 'off'}
                data-now={key === 'now' || undefined}
                fill={fillOf(mark, offered, ids)}
              />
              {edges[key] ? <rect x="2" y="2" width="24" height="16" rx="3" className="chart-swatch-edge" data-edge={edges[key]} /> : null}
              {key === 'limited' ? null : <Signs mark={mark} x={14} y={10} unit={0.8} />}
            </svg>
            {key === 'ask' ? wordOf(t, key, forClient) : t(`sign.${key}`)}
          </li>
        );
      })}
    </ul>
  );
};
