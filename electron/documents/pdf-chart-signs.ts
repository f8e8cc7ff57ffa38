import type { PdfPath } from './pdf-paths.ts';

/**
 * What a place can carry on paper. Each is told from the others by its pattern or sign, never by its grey: a sheet is printed, copied
 * and read in black and white. `none` is a place without a mark.
 */
export const chartSigns = ['in', 'ask', 'out', 'none', 'not-offered'] as const;
export type ChartSign = (typeof chartSigns)[number];

/** Greys of the figure. */
export const ink = { outline: 0.2, border: 0.55, form: 0.6, faint: 0.75 } as const;

const tint = '0.87 0.91 0.88 rg';
const bound = '0.84 g';

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** Slanting lines that run on from one place to the next. `unit`: one point in the drawing's own units. */
const hatching = ({ left, top, right, bottom }: PdfPath, unit: number): string => {
  const step = 5 * unit;
  const lines: string[] = [];
  for (let sum = Math.ceil((left + top) / step) * step; sum <= right + bottom; sum += step)
    lines.push(`${number(sum - bottom)} ${number(bottom)} m ${number(sum - top)} ${number(top)} l`);
  return `0.3 G ${number(0.8 * unit)} w ${lines.join(' ')} S`;
};

/** Rows of dots: lines that are dashed so finely that only their round ends are left. */
const dots = ({ left, top, right, bottom }: PdfPath, unit: number): string => {
  const step = 4.4 * unit;
  const rows: string[] = [];
  for (let row = Math.floor(top / (step / 2)); row * (step / 2) <= bottom; row++) {
    const start = Math.floor(left / step) * step + (row % 2 === 0 ? 0 : -step / 2);
    rows.push(`${number(start)} ${number(row * (step / 2))} m ${number(right + step)} ${number(row * (step / 2))} l`);
  }
  return `0.25 G 1 J ${number(1.35 * unit)} w [0.02 ${number(step - 0.02)}] 0 d ${rows.join(' ')} S`;
};

/** The inside of a place. */
export const fillOperators = (sign: ChartSign, path: PdfPath, unit: number): string => {
  switch (sign) {
    case 'none':
      return '';
    case 'in':
      return `q ${tint} ${path.operators} f Q`;
    case 'not-offered':
      return `q ${bound} ${path.operators} f Q`;
    case 'ask':
      return `q ${path.operators} W n ${dots(path, unit)} Q`;
    case 'out':
      return `q ${path.operators} W n ${hatching(path, unit)} Q`;
  }
};

const stroked = (points: readonly (readonly [number, number, 'm' | 'l'])[], x: number, y: number, unit: number): string =>
  points.map(([dx, dy, operator]) => `${number(x + dx * unit)} ${number(y + dy * unit)} ${operator}`).join(' ');

/** The sign in the middle of a place: a tick for one that is in, a cross for one that is not offered. */
export const signOperators = (sign: ChartSign, x: number, y: number, unit: number): string => {
  if (sign === 'in')
    return `q 0.1 G 1 J 1 j ${number(1.1 * unit)} w ${stroked(
      [
        [-2.4, 0.1, 'm'],
        [-0.7, 1.9, 'l'],
        [2.6, -2, 'l'],
      ],
      x,
      y,
      unit,
    )} S Q`;
  if (sign === 'not-offered')
    return `q 0.1 G 1 J ${number(1.1 * unit)} w ${stroked(
      [
        [-2.2, -2.2, 'm'],
        [2.2, 2.2, 'l'],
        [2.2, -2.2, 'm'],
        [-2.2, 2.2, 'l'],
      ],
      x,
      y,
      unit,
    )} S Q`;
  return '';
};
