import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const steps = [1, 1.5, 2, 3, 4] as const;
const most = 4;

export type Zoom = {
  readonly factor: number;
  readonly larger: (() => void) | null;
  readonly smaller: (() => void) | null;
  readonly whole: () => void;
};

const distance = (touches: TouchList): number => {
  const [one, other] = [touches[0], touches[1]];
  return one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0;
};

/**
 * How much larger than its box the figure is drawn: by buttons and keys in steps, by Ctrl and the wheel or two fingers freely. The box
 * scrolls, so one finger moves what is shown as on any page. What was in its middle stays there.
 */
export const useZoom = (stage: RefObject<HTMLElement | null>): Zoom => {
  const [factor, setFactor] = useState(1);
  const middle = useRef({ x: 0.5, y: 0.5 });

  const zoomTo = useCallback(
    (next: (now: number) => number) => {
      const box = stage.current;
      if (box) {
        middle.current = {
          x: (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth,
          y: (box.scrollTop + box.clientHeight / 2) / box.scrollHeight,
        };
      }
      setFactor((now) => Math.min(most, Math.max(1, next(now))));
    },
    [stage],
  );

  useLayoutEffect(() => {
    const box = stage.current;
    if (!box) return;
    box.scrollLeft = factor === 1 ? 0 : middle.current.x * box.scrollWidth - box.clientWidth / 2;
    box.scrollTop = factor === 1 ? 0 : middle.current.y * box.scrollHeight - box.clientHeight / 2;
  }, [factor, stage]);

  useEffect(() => {
    const box = stage.current;
    if (!box) return;
    let before = 0;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomTo((now) => now * Math.exp(-event.deltaY / 400));
    };
    const onTouches = (event: TouchEvent): void => {
      if (event.touches.length !== 2) return;
      const apart = distance(event.touches);
      if (event.type === 'touchmove' && before > 0) {
        event.preventDefault();
        const by = apart / before;
        zoomTo((now) => now * by);
      }
      before = apart;
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
