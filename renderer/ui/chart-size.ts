import { type RefObject, useLayoutEffect, useState } from 'react';

type Size = { readonly width: number; readonly height: number };

/** Room inside an element, in CSS px, as it changes. Nothing until it was measured. */
export const useSize = (element: RefObject<HTMLElement | null>): Size | null => {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const measure = (): void => {
      const { width, height } = box.getBoundingClientRect();
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return size;
};

/** Scrolls the box alone, and no further than needed: what holds the box stays where it is. */
export const keepWithin = (box: HTMLElement, part: Element, margin: number): void => {
  const [outer, inner] = [box.getBoundingClientRect(), part.getBoundingClientRect()];
  const needed = (from: number, to: number, low: number, high: number): number =>
    to - from > high - low - 2 * margin || from < low + margin ? from - low - margin : Math.max(0, to - high + margin);
  box.scrollLeft += needed(inner.left, inner.right, outer.left, outer.left + box.clientWidth);
  box.scrollTop += needed(inner.top, inner.bottom, outer.top, outer.top + box.clientHeight);
};
