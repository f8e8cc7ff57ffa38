import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { FormArea } from '../../shared/consent-form.ts';
import { areaByCode } from './chart-figure.ts';
import type { Direction, Neighbours } from './chart-neighbours.ts';
import { keepWithin } from './chart-size.ts';
import { figuresIn, type Showing } from './chart-views.ts';
import type { Zoom } from './chart-zoom.ts';

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

const codeAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-code]')?.getAttribute('data-code') ?? null) : null;

const elementOf = (drawing: SVGSVGElement | null, code: string): SVGElement | null =>
  drawing?.querySelector<SVGElement>(`[data-code="${code}"]`) ?? null;

export type PickedBy = 'key' | 'pointer';

export type Roving = {
  readonly areas: ReadonlyMap<string, FormArea>;
  /** The places shown, in the order of the list. */
  readonly neighbours: Neighbours;
  readonly selected: string | null;
  readonly onSelect: ((code: string) => void) | undefined;
  readonly onPick: ((code: string, by: PickedBy) => void) | undefined;
  readonly showing: Showing;
  /** Somebody chose which figure; else a narrow window shows the one with the chosen place. */
  readonly asked: boolean;
  /** The chosen place is on the other figure. */
  readonly onShowing: (showing: Showing) => void;
  /** The place that is pointed at, or that the keyboard is on. */
  readonly onPoint: (code: string | null) => void;
  readonly zoom: Zoom;
  readonly stage: RefObject<HTMLElement | null>;
};

type Followed = Pick<Roving, 'selected' | 'showing' | 'asked' | 'onShowing' | 'zoom' | 'stage' | 'neighbours'>;

/** The place that Tab comes to. Chosen in the list, it is shown, on whichever figure it is; with the keyboard on it, it stays in view. */
const useActive = (svg: RefObject<SVGSVGElement | null>, { selected, showing, asked, onShowing, zoom, stage, neighbours }: Followed) => {
  const [active, setActive] = useState<string | null>(null);
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current === selected && asked) return;
    if (followed.current !== selected) setActive(selected);
    followed.current = selected;
    const figure = selected === null ? undefined : areaByCode.get(selected)?.figure;
    if (figure && !figuresIn[showing].includes(figure)) onShowing(figure === 'back' ? 'back' : 'front');
  }, [selected, showing, asked, onShowing]);
  useEffect(() => {
    const element = active !== null && neighbours.has(active) ? elementOf(svg.current, active) : null;
    if (element && stage.current) keepWithin(stage.current, element, 24);
  }, [active, neighbours, stage, svg]);
  useEffect(() => {
    const element = zoom.factor > 1 ? svg.current?.querySelector('[data-code]:focus-visible') : null;
    if (element && stage.current) keepWithin(stage.current, element, 24);
  }, [zoom.factor, stage, svg]);
  return [active, setActive] as const;
};

/** One tab stop for the whole figure: arrows go to the neighbour, Home and End to the first and last place, Enter and Space answer. */
export const useRoving = (svg: RefObject<SVGSVGElement | null>, roving: Roving) => {
  const { areas, neighbours, selected, onSelect, onPick, onPoint, zoom } = roving;
  const [active, setActive] = useActive(svg, roving);
  const [focused, setFocused] = useState<string | null>(null);
  const codes = [...neighbours.keys()];

  const select = (code: string | null | undefined): void => {
    if (!code) return;
    setActive(code);
    if (areas.get(code)?.offered && code !== selected) onSelect?.(code);
  };
  const goTo = (code: string | null | undefined): void => {
    if (code) elementOf(svg.current, code)?.focus();
    select(code);
  };
  const pick = (code: string | null, by: PickedBy): void => {
    if (code && areas.get(code)?.offered) onPick?.(code, by);
  };
  const act = (key: string, here: string): boolean => {
    const direction = arrows[key];
    if (direction) goTo(neighbours.get(here)?.[direction]);
    else if (key === 'Home' || key === 'End') goTo(codes.at(key === 'Home' ? 0 : -1));
    else if (key === 'Enter' || key === ' ') pick(here, 'key');
    else if (key === '+') zoom.larger?.();
    else if (key === '-') zoom.smaller?.();
    else if (key === '0') zoom.whole();
    else return false;
    return true;
  };

  return {
    tabStop: [active, selected, codes[0]].find((code) => code !== null && code !== undefined && neighbours.has(code)) ?? null,
    focused,
    onKeyDown: (event: KeyboardEvent): void => {
      const here = codeAt(event.target);
      if (here === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (act(event.key, here)) event.preventDefault();
    },
    onClick: (event: MouseEvent): void => {
      const code = codeAt(event.target);
      select(code);
      pick(code, 'pointer');
    },
    onFocus: (event: FocusEvent): void => {
      const code = event.target.matches(':focus-visible') ? codeAt(event.target) : null;
      setFocused(code);
      onPoint(code);
    },
    onBlur: (): void => {
      setFocused(null);
      onPoint(null);
    },
    onPointerOver: (event: { readonly pointerType: string; readonly target: EventTarget }): void =>
      onPoint(event.pointerType === 'mouse' ? codeAt(event.target) : null),
    onPointerLeave: (): void => onPoint(focused),
  };
};
