import { type JSX, useId } from 'react';
import type { FormArea } from '../../../shared/consent-form.ts';
import { chart } from '../../ui/chart-figure.ts';
import { type AreaMark, type ChartMarks, unmarked } from '../../ui/chart-marks.ts';
import { fillOf, Patterns, type SignIds, Signs } from '../../ui/chart-signs.tsx';

/** Front and back as the drawing has them, each with the height and width of its own. */
const sides = [
  { figure: 'front', x: 12 },
  { figure: 'back', x: 548 },
] as const;
const [width, height, top] = [440, 940, 8] as const;

type PlaceProps = { readonly code: string; readonly d: string; readonly mark: AreaMark; readonly ids: SignIds };

/** Where hands were is dark, over what was in, asked and out. */
const Place = ({ code, d, mark, ids }: PlaceProps): JSX.Element => {
  const isDone = mark.today === 'done';
  return (
    <path
      d={d}
      className="chart-place"
      data-code={code}
      data-state={mark.state ?? 'unmarked'}
      data-now={isDone || undefined}
      fill={isDone ? undefined : fillOf(mark, true, ids)}
    />
  );
};

export type FiguresProps = {
  /** All that is drawn, in words: for who does not see it. */
  readonly label: string;
  readonly areas: readonly FormArea[];
  readonly marks: ChartMarks;
  /** CSS px. */
  readonly tall: number;
};

/** Front and back, small and still: a picture of what its words say, and nothing to press. */
export const BesideFigures = ({ label, areas, marks, tall }: FiguresProps): JSX.Element => {
  const id = useId().replace(/\W/g, '');
  const unit = height / tall;
  return (
    <div role="img" aria-label={label} className="beside-figures">
      {sides.map(({ figure, x }) => {
        const ids = { dots: `${id}dots${figure}`, hatch: `${id}hatch${figure}` };
        const shapes = chart.areas.filter((shape) => shape.figure === figure);
        return (
          <svg key={figure} viewBox={`${x} ${top} ${width} ${height}`} height={tall} width={(tall * width) / height} aria-hidden="true">
            <Patterns ids={ids} unit={unit} />
            {shapes.map(({ code, d }) => {
              const area = areas.find((one) => one.code === code);
              if (!area?.offered) return <path key={code} d={d} className="chart-skin" />;
              return <Place key={code} code={code} d={d} mark={marks[code] ?? unmarked} ids={ids} />;
            })}
            {chart.silhouettes
              .filter((line) => line.figure === figure)
              .map(({ d }) => (
                <path key={d} d={d} className="chart-outline" />
              ))}
            {shapes
              .filter(({ code }) => marks[code]?.changed)
              .map(({ code, cx, cy }) => (
                <Signs key={code} mark={{ changed: true }} x={cx} y={cy} unit={unit * 0.5} />
              ))}
          </svg>
        );
      })}
    </div>
  );
};
