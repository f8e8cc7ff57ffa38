import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const steps = [1, 1.5, 2, 3, 4] as const;
const most = 4;

export type Zoom = {
  readonly factor: number;
  readonly larger: (() => void) | null;
  readonly smaller: (() => void) | null;
  readonly whole: () => void;
};

type Point = { readonly x: number; readonly y: number };

/** Where two fingers are, and how far apart. */
const fingers = (touches: TouchList): { readonly middle: Point; readonly apart: number } | null => {
  const [one, other] = [touches[0], touches[1]];
  if (!one || !other || touches.length !== 2) return null;
  const middle = { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 };
  return { middle, apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) };
};

/**
 * How much larger than its box the figure is drawn: by buttons and keys in steps, by Ctrl and the wheel or two fingers freely. The box
 * scrolls, so one finger moves what is shown as on any page. What was under the fingers, or in the middle, stays there.
 */
export const useZoom = (stage: RefObject<HTMLElement | null>): Zoom => {
  const [factor, setFactor] = useState(1);
  /** A point of the box in px, and the part of the drawing that lies there. */
  const held = useRef({ at: { x: 0, y: 0 }, part: { x: 0, y: 0 } });

  const zoomTo = useCallback(
    (next: (now: number) => number, point?: Point) => {
      const box = stage.current;
      if (box) {
        const { left, top } = box.getBoundingClientRect();
        const at = point ? { x: point.x - left, y: point.y - top } : { x: box.clientWidth / 2, y: box.clientHeight / 2 };
        held.current = { at, part: { x: (box.scrollLeft + at.x) / box.scrollWidth, y: (box.scrollTop + at.y) / box.scrollHeight } };
      }
      setFactor((now) => Math.min(most, Math.max(1, next(now))));
    },
    [stage],
  );

  useLayoutEffect(() => {
    const box = stage.current;
    if (!box) return;
    const { at, part } = held.current;
    box.scrollLeft = factor === 1 ? 0 : part.x * box.scrollWidth - at.x;
    box.scrollTop = factor === 1 ? 0 : part.y * box.scrollHeight - at.y;
  }, [factor, stage]);

  useEffect(() => {
    const box = stage.current;
    if (!box) return;
    let before = 0;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomTo((now) => now * Math.exp(-event.deltaY / 400), { x: event.clientX, y: event.clientY });
    };
    const onTouches = (event: TouchEvent): void => {
      const two = fingers(event.touches);
      if (!two) return;
      if (event.type === 'touchmove' && before > 0) {
        event.preventDefault();
        const by = two.apart / before;
        zoomTo((now) => now * by, two.middle);
      }
      before = two.apart;
    };
    box.addEventListener('wheel', onWheel, { passive: false });
    box.addEventListener('touchstart', onTouches, { passive: true });
    box.addEventListener('touchmove', onTouches, { passive: false });
    return () => {
      box.removeEventListener('wheel', onWheel);
      box.removeEventListener('touchstart', onTouches);
      box.removeEventListener('touchmove', onTouches);
    };
  }, [stage, zoomTo]);

  const larger = useCallback(() => zoomTo((now) => steps.find((step) => step > now + 0.01) ?? most), [zoomTo]);
  const smaller = useCallback(() => zoomTo((now) => steps.findLast((step) => step < now - 0.01) ?? 1), [zoomTo]);
  const whole = useCallback(() => zoomTo(() => 1), [zoomTo]);
  return { factor, larger: factor < most ? larger : null, smaller: factor > 1 ? smaller : null, whole };
};
