import { useCallback, useEffect, useRef, useState } from 'react';
import { useConductor } from './conductor-context.ts';
import { asCheckIn, type Noticed, nothingNoticed, watchWords } from './touch-noticed.ts';

/** So long after the last touch, words are kept by themselves: nothing waits in the window for the end of a block. */
const moment = 5_000;

export type Noticing = {
  readonly noticed: Noticed;
  /** Kept already, and shown as said. */
  readonly kept: Pick<Noticed, 'sensations' | 'words'>;
  readonly change: (part: Partial<Noticed>) => void;
  /** Keeps what there is, as one check-in, after what was told before it. */
  readonly flush: () => Promise<boolean>;
};

/**
 * What the client notices, kept once and not word by word: when hands lift, after a moment, or when a stop takes the stage away. `byItself`
 * false: a number is kept when the person goes on, not by a clock.
 */
export const useNoticed = (byItself: boolean): Noticing => {
  const { tell, content } = useConductor();
  const held = useRef(nothingNoticed);
  const [noticed, setNoticed] = useState(nothingNoticed);
  const [kept, setKept] = useState<Noticing['kept']>({ sensations: [], words: [] });

  const hold = useCallback((next: Noticed): void => {
    held.current = next;
    setNoticed(next);
  }, []);
  const change = useCallback((part: Partial<Noticed>): void => hold({ ...held.current, ...part }), [hold]);

  const flush = useCallback(async (): Promise<boolean> => {
    const body = asCheckIn(held.current);
    if (!body) return true;
    const said = held.current;
    hold(nothingNoticed);
    setKept((before) => ({
      sensations: [...before.sensations, ...said.sensations],
      words: [...before.words, ...said.words, ...(said.typing.trim() === '' ? [] : [said.typing.trim()])],
    }));
    // What came meanwhile is no reason to lose it: the second time it is based on the session as it stands.
    return (await tell('checked-in', body)) || tell('checked-in', body);
  }, [hold, tell]);

  useEffect(() => {
    // Two words to watch end the block where they are kept: hands come off first, and that is for a person to say.
    const isWatched = watchWords(content, noticed.sensations).length > 1;
    if (!byItself || isWatched || noticed.typing !== '' || asCheckIn(noticed) === null) return;
    const timer = setTimeout(() => void flush(), moment);
    return () => clearTimeout(timer);
  }, [byItself, content, noticed, flush]);
  useEffect(() => () => void flush(), [flush]);

  return { noticed, kept, change, flush };
};
