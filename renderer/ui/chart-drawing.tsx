import { type JSX, useId, useMemo, useRef } from 'react';
import type { FormArea } from '../../shared/consent-form.ts';
import { areaByCode, chart } from './chart-figure.ts';
import { Ground, Lines } from './chart-lines.tsx';
import { type ChartMarks, unmarked } from './chart-marks.ts';
import { neighboursAmong } from './chart-neighbours.ts';
import { Layers, Place } from './chart-places.tsx';
import { type Roving, useRoving } from './chart-roving.ts';
import { Patterns } from './chart-signs.tsx';
import { figuresIn, type Showing, windowOf } from './chart-views.ts';

type DrawingProps = Omit<Roving, 'areas' | 'neighbours'> & {
  readonly label: string;
  readonly areas: readonly FormArea[];
  readonly marks: ChartMarks;
  readonly forClient: boolean;
  /** Size of the stage, CSS px. */
  readonly room: { readonly width: number; readonly height: number };
};

/** The shapes that are shown: those with a name here, and those that are skin. */
const useShapes = (areas: readonly FormArea[], showing: Showing) => {
  const byCode = useMemo(() => new Map(areas.map((area) => [area.code, area])), [areas]);
  return useMemo(() => {
    const shown = chart.areas.filter(({ figure }) => figuresIn[showing].includes(figure));
    const places = shown.flatMap((shape) => {
      const area = byCode.get(shape.code);
      return area ? [{ shape, area }] : [];
    });
    const skin = shown.filter(({ code }) => !byCode.has(code));
    return { byCode, places, skin, neighbours: neighboursAmong(places.map(({ shape }) => shape)) };
  }, [byCode, showing]);
};

/** Drawn last, so that an edge shared with a neighbour is whole. */
const Rings = ({ selected, focused }: { readonly selected: string | null; readonly focused: string | null }): JSX.Element => {
  const [chosen, ring] = [areaByCode.get(selected ?? '')?.d, areaByCode.get(focused ?? '')?.d];
  return (
    <g className="chart-over">
      {chosen ? <path d={chosen} className="chart-gap" /> : null}
      {chosen ? <path d={chosen} className="chart-chosen" /> : null}
      {ring ? <path d={ring} className="chart-gap" data-wide /> : null}
      {ring ? <path d={ring} className="chart-ring" /> : null}
    </g>
  );
};

/**
 * The figure itself. A list of options, not 88 buttons: a screen reader then hands the arrow keys over by itself, says which place is
 * chosen and how many there are, and Tab passes the figure in one step. Arrows follow the body; what is skin to this practice is not there.
 */
export const ChartDrawing = ({ label, areas, marks, forClient, room, ...rest }: DrawingProps): JSX.Element => {
  const { selected, showing, zoom } = rest;
  const id = useId().replace(/\W/g, '');
  const ids = useMemo(() => ({ dots: `${id}dots`, hatch: `${id}hatch` }), [id]);
  const svg = useRef<SVGSVGElement>(null);
  const { byCode, places, skin, neighbours } = useShapes(areas, showing);
  const { tabStop, focused, ...handlers } = useRoving(svg, { ...rest, areas: byCode, neighbours });
  const view = windowOf[showing];
  const unit = 1 / (Math.min(room.width / view.width, room.height / view.height) * zoom.factor);
  const picks = rest.onPick !== undefined || rest.onSelect !== undefined;
  return (
    <svg
      ref={svg}
      className="chart-svg"
      role="presentation"
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      width={room.width * zoom.factor}
      height={room.height * zoom.factor}
    >
      <Patterns ids={ids} unit={unit} />
      <Ground showing={showing} />
      <g>
        {skin.map(({ code, d }) => (
          <path key={code} d={d} className="chart-skin" />
        ))}
      </g>
      <g role={places.length > 0 ? 'listbox' : undefined} aria-label={places.length > 0 ? label : undefined} {...handlers}>
        {places.map(({ shape, area }) => (
          <Place
            key={area.code}
            shape={shape}
            area={area}
            mark={marks[area.code] ?? unmarked}
            ids={ids}
            selected={selected === area.code}
            tabStop={tabStop === area.code}
            picks={picks}
            forClient={forClient}
          />
        ))}
      </g>
      <g className="chart-over">
        {places.map(({ shape, area }) => (
          <Layers key={area.code} shape={shape} offered={area.offered} mark={marks[area.code] ?? unmarked} id={id} unit={unit} />
        ))}
      </g>
      <Lines showing={showing} unit={unit} />
      <Rings selected={selected !== null && neighbours.has(selected) ? selected : null} focused={focused} />
    </svg>
  );
};
