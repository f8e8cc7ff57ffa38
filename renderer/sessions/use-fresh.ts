import { useEffect, useReducer } from 'react';

const untilNextMinute = (): number => 60_000 - (Date.now() % 60_000);

/** Asks anew as each minute of the wall begins, so also at midnight, when a form ends. */
export const useEachMinute = (again: (() => unknown) | null): void => {
  useEffect(() => {
    if (!again) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(() => {
        void again();
        wait();
      }, untilNextMinute() + 20);
    };
    wait();
    return () => clearTimeout(timer);
  }, [again]);
};

/** Shows anew each second: a clock that is seen and never heard. */
export const useSecond = (): void => {
  const [, next] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(next, 1_000);
    return () => clearInterval(timer);
  }, []);
};

/** Shows anew when the moment has passed; `until` in milliseconds of `now`. */
export const useMoment = (until: number | null, now: () => number): void => {
  const [, next] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (until === null) return;
    const left = until - now();
    if (left < 0) return;
    const timer = setTimeout(next, left + 20);
    return () => clearTimeout(timer);
  }, [until, now]);
};
