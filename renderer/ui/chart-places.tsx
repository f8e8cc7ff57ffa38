import { type JSX, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartArea } from '../../shared/body-chart.ts';
import type { FormArea } from '../../shared/consent-form.ts';
import { type AreaMark, sameMark } from './chart-marks.ts';
import { fillOf, type SignIds, Signs } from './chart-signs.tsx';
import { nameOf } from './chart-words.ts';

type PlaceProps = {
  readonly shape: ChartArea;
  readonly area: FormArea;
  readonly mark: AreaMark;
  readonly ids: SignIds;
  readonly selected: boolean;
  /** The one place that Tab leads to. */
  readonly tabStop: boolean;
  readonly picks: boolean;
  readonly forClient: boolean;
};

const samePlace = (a: PlaceProps, b: PlaceProps): boolean =>
  a.shape === b.shape &&
  a.area === b.area &&
  a.ids === b.ids &&
  a.selected === b.selected &&
  a.tabStop === b.tabStop &&
  a.picks === b.picks &&
  a.forClient === b.forClient &&
  sameMark(a.mark, b.mark);

/** One place. Only those whose mark or position changed are drawn anew. */
export const Place = memo(({ shape, area, mark, ids, selected, tabStop, picks, forClient }: PlaceProps): JSX.Element => {
  const { t } = useTranslation('chart');
  return (
    <path
      d={shape.d}
      className="chart-place"
      role="option"
      tabIndex={tabStop ? 0 : -1}
      aria-label={nameOf(t, { area, mark, forClient })}
      aria-selected={selected}
      aria-disabled={!area.offered || undefined}
      data-code={area.code}
      data-state={area.offered ? (mark.state ?? 'unmarked') : 'off'}
      data-now={(area.offered && mark.today === 'now') || undefined}
      data-picks={(picks && area.offered) || undefined}
      fill={fillOf(mark, area.offered, ids)}
    />
  );
}, samePlace);

type LayerProps = {
  readonly shape: ChartArea;
  readonly offered: boolean;
  readonly mark: AreaMark;
  readonly id: string;
  readonly unit: number;
};

/** What lies over a place: an edge inside its own for health limits and today's work, and its signs. Neighbours stay untouched. */
export const Layers = memo(
  ({ shape, offered, mark, id, unit }: LayerProps): JSX.Element => {
    const clip = `${id}-${shape.code}`;
    const edges = [...(offered ? [] : ['off']), ...(mark.limited ? ['limited'] : []), ...(mark.today ? ['today'] : [])];
    return (
      <>
        {edges.length > 0 ? (
          <>
            <clipPath id={clip}>
              <path d={shape.d} />
            </clipPath>
            {edges.map((edge) => (
              <path key={edge} d={shape.d} className="chart-edge" data-edge={edge} clipPath={`url(#${clip})`} />
            ))}
          </>
        ) : null}
        {offered ? <Signs mark={mark} x={shape.cx} y={shape.cy} unit={unit} /> : null}
      </>
    );
  },
  (a, b) => a.shape === b.shape && a.offered === b.offered && a.id === b.id && a.unit === b.unit && sameMark(a.mark, b.mark),
);
