import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';

/** Whole seconds left, counted on the monotonic clock. */
export const useCountdown = (initial: number): readonly [number, (seconds: number) => void] => {
  const [until, setUntil] = useState(() => performance.now() + initial * 1_000);
  const [left, setLeft] = useState(Math.ceil(initial));
  useEffect(() => {
    const look = (): void => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1_000)));
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [until]);
  return [left, (seconds) => setUntil(performance.now() + seconds * 1_000)];
};

/** Seconds until the next try, as the vault said with its no. */
export const waitOf = (error: AppError | null): number => {
  const seconds = error?.code === 'refused' ? error.details?.seconds : undefined;
  return typeof seconds === 'number' ? seconds : 0;
};
