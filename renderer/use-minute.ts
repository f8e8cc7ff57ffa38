import { useEffect, useState } from 'react';

/** Shows anew each minute, where it says how long ago something was. */
export const useMinute = (): void => {
  const [, setMinute] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinute((minute) => minute + 1), 60_000);
    return () => clearInterval(timer);
  }, []);
};
