import { useEffect, useRef } from 'react';
import { today } from './dates.ts';
import { useMinute } from './use-minute.ts';

/** For what is of a day: left open over midnight it is asked for anew. */
export const useEachDay = (again: () => unknown): void => {
  useMinute();
  const day = today();
  const shown = useRef(day);
  useEffect(() => {
    if (shown.current === day) return;
    shown.current = day;
    void again();
  }, [day, again]);
};
