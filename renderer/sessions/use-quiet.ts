import { useCallback, useEffect, useState } from 'react';
import { onTouches } from '../touches.ts';
import { useCall } from '../use-call.ts';

type Quiet = { readonly isQuiet: boolean; readonly show: () => void; readonly goOn: () => void };

/** Quiet once nobody has touched anything for as long as the practice would otherwise take to lock, or by hand. Only while a session is open. */
export const useQuiet = (isOpen: boolean): Quiet => {
  const [asked, setQuiet] = useState(false);
  const isQuiet = asked && isOpen;
  const idleSeconds = useCall('vault.status', {}).data?.idleSeconds ?? null;
  const show = useCallback(() => setQuiet(true), []);
  const goOn = useCallback(() => setQuiet(false), []);

  useEffect(() => {
    if (!isOpen || isQuiet || idleSeconds === null) return;
    let last = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const left = last + idleSeconds * 1_000 - performance.now();
      if (left <= 0) show();
      else timer = setTimeout(look, left);
    };
    look();
    const forget = onTouches(() => {
      last = performance.now();
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [isOpen, isQuiet, idleSeconds, show]);
  return { isQuiet, show, goOn };
};
