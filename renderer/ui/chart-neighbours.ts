import type { ChartArea } from '../../shared/body-chart.ts';

export const directions = ['up', 'down', 'left', 'right'] as const;
export type Direction = (typeof directions)[number];

/** Where an arrow key leads from each place that is shown; nowhere at the edge. */
export type Neighbours = ReadonlyMap<string, Readonly<Record<Direction, string | null>>>;

type Place = Pick<ChartArea, 'code' | 'cx' | 'cy' | 'side' | 'figure'>;

/** How far `to` lies in the direction, and how far beside it. */
const offset = (from: Place, to: Place, direction: Direction): { readonly along: number; readonly beside: number } => {
  const dx = to.cx - from.cx;
  const dy = to.cy - from.cy;
  switch (direction) {
    case 'up':
      return { along: -dy, beside: Math.abs(dx) };
    case 'down':
      return { along: dy, beside: Math.abs(dx) };
    case 'left':
      return { along: -dx, beside: Math.abs(dy) };
    case 'right':
      return { along: dx, beside: Math.abs(dy) };
  }
};

/** Up and down follow a limb: an arm or a leg never leads over to the other one of the same figure. */
const crosses = (from: Place, to: Place, direction: Direction): boolean =>
  (direction === 'up' || direction === 'down') &&
  from.figure === to.figure &&
  from.side !== 'centre' &&
  to.side !== 'centre' &&
  from.side !== to.side;

/** Anchors that lie almost level count as level. */
const level = 4;

/**
 * The nearest place in that direction, first on the same figure and straight ahead, then a step over to the next figure or inset, last
 * whatever lies that way at all. Straight counts more than near, so that a line of arrows goes down an arm or a leg.
 */
const nearest = (from: Place, places: readonly Place[], direction: Direction): string | null => {
  let best: { readonly code: string; readonly cost: number } | null = null;
  for (const to of places) {
    const { along, beside } = offset(from, to, direction);
    if (to.code === from.code || along <= level || beside > 1.8 * along || crosses(from, to, direction)) continue;
    const aside = beside > along ? 90 : 0;
    const away = from.figure === to.figure ? 0 : 150;
    const cost = along + 2 * beside + aside + away;
    if (best === null || cost < best.cost) best = { code: to.code, cost };
  }
  return best?.code ?? null;
};

export const neighboursAmong = (places: readonly Place[]): Neighbours =>
  new Map(
    places.map((from) => [
      from.code,
      {
        up: nearest(from, places, 'up'),
        down: nearest(from, places, 'down'),
        left: nearest(from, places, 'left'),
        right: nearest(from, places, 'right'),
      },
    ]),
  );
