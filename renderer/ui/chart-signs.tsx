import type { JSX } from 'react';
import type { AreaMark } from './chart-marks.ts';

/** The signs that stand for a state without its colour: drawn on the chart and, the same, in its legend. */

export type SignIds = { readonly dots: string; readonly hatch: string };

/** Dots for "ask", hatching for "out". `unit` is the size of one CSS px in the drawing, so that they look the same at any size. */
export const Patterns = ({ ids, unit }: { readonly ids: SignIds; readonly unit: number }): JSX.Element => (
  <defs>
    <pattern id={ids.dots} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform={`scale(${unit}) rotate(45)`}>
      <rect width="7" height="7" className="sign-ask" />
      <circle cx="3.5" cy="3.5" r="1.35" className="sign-dot" />
    </pattern>
    <pattern id={ids.hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform={`scale(${unit}) rotate(45)`}>
      <rect width="7" height="7" className="sign-no" />
      <rect width="1.6" height="7" className="sign-stroke" />
    </pattern>
  </defs>
);

/** How a place is filled. Fills that are plain colours are left to the style sheet. */
export const fillOf = (mark: AreaMark, offered: boolean, ids: SignIds): string | undefined => {
  if (!offered || mark.today === 'now') return undefined;
  if (mark.state === 'ask') return `url(#${ids.dots})`;
  return mark.state === 'no' ? `url(#${ids.hatch})` : undefined;
};

type SignName = 'tick' | 'done' | 'now' | 'order' | 'changed';

const signsOf = (mark: AreaMark): readonly SignName[] => {
  const work: readonly SignName[] = mark.order !== undefined ? ['order'] : mark.today ? [mark.today] : [];
  if (mark.changed) return [...work, 'changed'];
  return work.length === 0 && mark.state === 'yes' ? ['tick'] : work;
};

const tick = 'M-4.2 0.3L-1.3 3.2L4.4 -3';

const Sign = ({ name, mark }: { readonly name: SignName; readonly mark: AreaMark }): JSX.Element => {
  switch (name) {
    case 'tick':
      return <path className="sign-tick" d={tick} />;
    case 'done':
      return (
        <>
          <circle className="sign-disc" r="8.5" />
          <path className="sign-on-disc" d={tick} />
        </>
      );
    case 'now':
      return (
        <>
          <circle className="sign-now" r="6.5" />
          <circle className="sign-now-dot" r="2" />
        </>
      );
    case 'order':
      return (
        <>
          <circle className="sign-disc" r="9.5" />
          <text className="sign-number" y="4.6">
            {mark.order}
          </text>
        </>
      );
    case 'changed':
      return (
        <>
          <path className="sign-changed" d="M0 -10L10 0L0 10L-10 0Z" />
          {mark.state === 'yes' ? <path className="sign-in-changed" d={tick} transform="scale(0.85)" /> : null}
        </>
      );
  }
};

type SignsProps = { readonly mark: AreaMark; readonly x: number; readonly y: number; readonly unit: number };

/** The signs of one place, side by side over its middle, as large on the screen at any size of the chart. */
export const Signs = ({ mark, x, y, unit }: SignsProps): JSX.Element | null => {
  const names = signsOf(mark);
  if (names.length === 0) return null;
  return (
    <g className="chart-signs" data-now={mark.today === 'now' || undefined} transform={`translate(${x} ${y}) scale(${unit})`}>
      {names.map((name, index) => (
        <g key={name} transform={`translate(${(index - (names.length - 1) / 2) * 20} 0)`}>
          <Sign name={name} mark={mark} />
        </g>
      ))}
    </g>
  );
};
