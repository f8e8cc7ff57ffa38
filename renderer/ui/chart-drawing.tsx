import {
  type FocusEvent,
  type JSX,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { FormArea } from '../../shared/consent-form.ts';
import { areaByCode, chart } from './chart-figure.ts';
import { Ground, Lines } from './chart-lines.tsx';
import { type ChartMarks, unmarked } from './chart-marks.ts';
import { type Direction, neighboursAmong } from './chart-neighbours.ts';
import { Layers, Place } from './chart-places.tsx';
import { Patterns } from './chart-signs.tsx';
import { keepWithin } from './chart-size.ts';
import { figuresIn, type Showing, windowOf } from './chart-views.ts';
import type { Zoom } from './chart-zoom.ts';

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

type DrawingProps = {
  readonly label: string;
  readonly areas: readonly FormArea[];
  readonly marks: ChartMarks;
  readonly selected: string | null;
  readonly onSelect: ((code: string) => void) | undefined;
  readonly onPick: ((code: string) => void) | undefined;
  readonly showing: Showing;
  /** The chosen place is on the other figure. */
  readonly onShowing: (showing: Showing) => void;
  /** The place that is pointed at, or that the keyboard is on. */
  readonly onPoint: (code: string | null) => void;
  readonly zoom: Zoom;
  readonly stage: RefObject<HTMLElement | null>;
  /** Size of the stage, CSS px. */
  readonly room: { readonly width: number; readonly height: number };
};

const codeAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-code]')?.getAttribute('data-code') ?? null) : null;

const elementOf = (drawing: SVGSVGElement | null, code: string): SVGElement | null =>
  drawing?.querySelector<SVGElement>(`[data-code="${code}"]`) ?? null;

/**
 * The figure itself. A list of options, not 88 buttons: a screen reader then hands the arrow keys over by itself, says which place is
 * chosen and how many there are, and Tab passes the figure in one step. Arrows follow the body; what is skin to this practice is not there.
 */
export const ChartDrawing = (props: DrawingProps): JSX.Element => {
  const { label, areas, marks, selected, onSelect, onPick, showing, onShowing, onPoint, zoom, stage, room } = props;
  const id = useId().replace(/\W/g, '');
  const ids = useMemo(() => ({ dots: `${id}dots`, hatch: `${id}hatch` }), [id]);
  const svg = useRef<SVGSVGElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);

  const byCode = useMemo(() => new Map(areas.map((area) => [area.code, area])), [areas]);
  const shapes = useMemo(() => chart.areas.filter(({ figure }) => figuresIn[showing].includes(figure)), [showing]);
  const places = useMemo(() => shapes.filter(({ code }) => byCode.has(code)), [shapes, byCode]);
  const neighbours = useMemo(() => neighboursAmong(places), [places]);

  // Chosen in the list: the next Tab into the figure comes to that place, on whichever figure it is.
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current === selected) return;
    followed.current = selected;
    setActive(selected);
    const figure = selected === null ? undefined : areaByCode.get(selected)?.figure;
    if (figure && !figuresIn[showing].includes(figure)) onShowing(figure === 'back' ? 'back' : 'front');
  }, [selected, showing, onShowing]);
  useEffect(() => {
    const element = active !== null && neighbours.has(active) ? elementOf(svg.current, active) : null;
    if (element && stage.current && zoom.factor > 1) keepWithin(stage.current, element, 24);
  }, [active, neighbours, zoom.factor, stage]);

  const isShown = (code: string | null): code is string => code !== null && neighbours.has(code);
  const tabStop = [active, selected].find(isShown) ?? places[0]?.code ?? null;

  const select = (code: string | null | undefined): void => {
    if (!code) return;
    setActive(code);
    if (byCode.get(code)?.offered && code !== selected) onSelect?.(code);
  };
  const goTo = (code: string | null | undefined): void => {
    if (!code) return;
    elementOf(svg.current, code)?.focus();
    select(code);
  };
  const pick = (code: string | null): void => {
    if (code && byCode.get(code)?.offered) onPick?.(code);
  };

  const actOf = (key: string, here: string): (() => void) | null => {
    switch (key) {
      case 'Home':
        return () => goTo(places[0]?.code);
      case 'End':
        return () => goTo(places.at(-1)?.code);
      case 'Enter':
      case ' ':
        return () => pick(here);
      case '+':
        return () => zoom.larger?.();
      case '-':
        return () => zoom.smaller?.();
      case '0':
        return zoom.whole;
      default: {
        const direction = arrows[key];
        return direction ? () => goTo(neighbours.get(here)?.[direction]) : null;
      }
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = codeAt(event.target);
    if (here === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actOf(event.key, here);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const onClick = (event: MouseEvent): void => {
    const code = codeAt(event.target);
    select(code);
    pick(code);
  };
  const onFocus = (event: FocusEvent): void => {
    const code = event.target.matches(':focus-visible') ? codeAt(event.target) : null;
    setFocused(code);
    onPoint(code);
  };
  const onBlur = (): void => {
    setFocused(null);
    onPoint(null);
  };

  const view = windowOf[showing];
  const unit = 1 / (Math.min(room.width / view.width, room.height / view.height) * zoom.factor);
  const shapeOf = (code: string | null) => (isShown(code) ? areaByCode.get(code) : undefined);
  const [chosen, ring] = [shapeOf(selected), shapeOf(focused)];

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
        {shapes
          .filter(({ code }) => !byCode.has(code))
          .map(({ code, d }) => (
            <path key={code} d={d} className="chart-skin" />
          ))}
      </g>
      <g
        role="listbox"
        aria-label={label}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
        onBlur={onBlur}
        onPointerOver={(event) => onPoint(event.pointerType === 'mouse' ? codeAt(event.target) : null)}
        onPointerLeave={() => onPoint(focused)}
      >
        {places.map((shape) => {
          const area = byCode.get(shape.code);
          return area ? (
            <Place
              key={shape.code}
              shape={shape}
              area={area}
              mark={marks[shape.code] ?? unmarked}
              ids={ids}
              selected={selected === shape.code}
              tabStop={tabStop === shape.code}
              picks={onPick !== undefined || onSelect !== undefined}
            />
          ) : null;
        })}
      </g>
      <g className="chart-over">
        {places.map((shape) => (
          <Layers
            key={shape.code}
            shape={shape}
            offered={byCode.get(shape.code)?.offered === true}
            mark={marks[shape.code] ?? unmarked}
            id={id}
            unit={unit}
          />
        ))}
      </g>
      <Lines showing={showing} unit={unit} />
      <g className="chart-over">
        {chosen ? <path d={chosen.d} className="chart-chosen" /> : null}
        {ring ? <path d={ring.d} className="chart-ring-gap" /> : null}
        {ring ? <path d={ring.d} className="chart-ring" /> : null}
      </g>
    </svg>
  );
};
