import { type RefObject, useLayoutEffect, useRef } from 'react';

type AfterDeed<E> = { readonly box: RefObject<E | null>; readonly onDeed: () => void };

const itself = (box: HTMLElement): HTMLElement => box;

/** The button that was pressed may go with what it did. Where the focus was lost by it, it goes on in the box it was in, once `what` is another. */
export const useFocusAfterDeed = <E extends HTMLElement>(what: string, placeIn: (box: E) => HTMLElement | null = itself): AfterDeed<E> => {
  const box = useRef<E>(null);
  const before = useRef(what);
  const isDone = useRef(false);
  const goOn = (): void => {
    if (box.current) placeIn(box.current)?.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    if (before.current === what) return;
    before.current = what;
    if (isDone.current && document.activeElement === document.body) goOn();
    isDone.current = false;
  });
  return {
    box,
    onDeed: () => {
      isDone.current = true;
      // What was pressed in a note beside it is gone at once.
      if (!box.current?.contains(document.activeElement)) goOn();
    },
  };
};
