import { type JSX, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { chart } from './chart-figure.ts';
import { figuresIn, type Showing } from './chart-views.ts';

const captionKeys = ['front', 'back', 'inset-head', 'inset-soles'] as const;

type LinesProps = { readonly showing: Showing; readonly unit: number };

/** Letters keep the size of small text, and stay within the drawing where it is small. */
const letters = (unit: number, large: boolean): number => Math.min(46, (large ? 15 : 13) * unit);

/** Heads seen from the side and ears: drawn under the places, and no place. */
export const Ground = memo(({ showing }: { readonly showing: Showing }): JSX.Element => {
  const figures = figuresIn[showing];
  return (
    <g>
      {chart.contexts
        .filter(({ figure }) => figures.includes(figure))
        .map(({ d }) => (
          <path key={d} d={d} className="chart-ground" />
        ))}
    </g>
  );
});

/** Outline, form lines, captions and the letters of the sides: over the places, and never in the way of a finger. */
export const Lines = memo(({ showing, unit }: LinesProps): JSX.Element => {
  const { t } = useTranslation('chart');
  const figures = figuresIn[showing];
  return (
    <svg aria-hidden="true" className="chart-lines" overflow="visible">
      {chart.inks
        .filter(({ figure }) => figures.includes(figure))
        .map(({ d, faint }) => (
          <path key={d} d={d} className="chart-ink" data-faint={faint || undefined} />
        ))}
      {chart.silhouettes
        .filter(({ figure }) => figures.includes(figure))
        .map(({ d }) => (
          <path key={d} d={d} className="chart-outline" />
        ))}
      {chart.captions
        .filter(({ figure }) => figures.includes(figure))
        .map(({ key, x, y, small }) => {
          const caption = captionKeys.find((one) => one === key);
          return caption ? (
            <text key={key} x={x} y={y + 8} fontSize={letters(unit, !small)} className="chart-caption">
              {t(`caption.${caption}`)}
            </text>
          ) : null;
        })}
      {chart.sideMarks
        .filter(({ figure }) => figures.includes(figure))
        .map(({ side, x, y, figure }) => (
          <text
            key={`${x} ${y}`}
            x={x}
            y={y + (figure === 'head' || figure === 'soles' ? letters(unit, false) - 10 : 0)}
            fontSize={letters(unit, false)}
            className="chart-caption"
          >
            {t(`caption.${side}`)}
          </text>
        ))}
    </svg>
  );
});
