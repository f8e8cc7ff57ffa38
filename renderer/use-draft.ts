import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { allDrafts, type DraftPlace, draftOf, dropDraft, followDrafts, type KeptDraft, keepDraft } from './drafts.ts';

type Drafting<T> = {
  readonly value: T;
  readonly set: (next: T) => void;
  /** Nothing is kept any more; the screen shows `to`, or goes on showing what it shows. */
  readonly drop: (to?: T) => void;
  /** The screen opened with what was typed before. */
  readonly found: boolean;
};

/** State of a screen that is there again when the person comes back to it, also after a lock. As it was at the start is no draft. */
export const useDraft = <T>(about: DraftPlace, shape: z.ZodType<T>, initial: () => T): Drafting<T> => {
  const [start] = useState(() => ({ kept: draftOf(about.key, shape), clean: initial() }));
  const [value, setValue] = useState<T>(start.kept ?? start.clean);
  const [found, setFound] = useState(start.kept !== undefined);
  const clean = useRef(JSON.stringify(start.clean));
  const { key, title, place } = about;
  const set = useCallback(
    (next: T) => {
      if (JSON.stringify(next) === clean.current) void dropDraft(key);
      else keepDraft({ key, title, place }, next);
      setValue(next);
    },
    [key, title, place],
  );
  const drop = useCallback(
    (to?: T) => {
      void dropDraft(key);
      setFound(false);
      if (to === undefined) return;
      clean.current = JSON.stringify(to);
      setValue(to);
    },
    [key],
  );
  return { value, set, drop, found };
};

export const useDrafts = (): readonly KeptDraft[] => useSyncExternalStore(followDrafts, allDrafts);
