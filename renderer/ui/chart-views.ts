import type { Figure } from '../../shared/body-chart.ts';

export const showings = ['both', 'front', 'back'] as const;
/** Both figures, or one of them larger. The sides of the head and the soles are always beside it: nothing is out of reach. */
export type Showing = (typeof showings)[number];

export const figuresIn: Readonly<Record<Showing, readonly Figure[]>> = {
  both: ['front', 'back', 'head', 'soles'],
  front: ['front', 'head', 'soles'],
  back: ['back', 'head', 'soles'],
};

type Window = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The part of the drawing that is shown, its empty edge left out. */
export const windowOf: Readonly<Record<Showing, Window>> = {
  both: { x: 12, y: 8, width: 976, height: 988 },
  front: { x: 12, y: 8, width: 600, height: 988 },
  back: { x: 388, y: 8, width: 600, height: 988 },
};

/** Narrower than this, one figure is shown unless both are asked for. */
export const narrowBelow = 520;
