import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Handover } from '../../shared/handover.ts';
import { createKeeper, type KeepState } from './keeper.ts';
import { holdsBack, keepable, type Sheet, sheetFrom, withStanding } from './sheet.ts';

/** How one form is changed; the change is made on what stands there by then. `now`: it is not waited for another. */
export type Change = (id: string, alter: (sheet: Sheet) => Sheet, now?: boolean) => void;

type Sheets = {
  readonly sheets: readonly Sheet[];
  readonly change: Change;
  readonly flush: () => Promise<boolean>;
  readonly keeping: KeepState;
};

/** Leaving a field, turning to another window or beginning a shortcut sends what was typed at once. */
const flushEarly = (flush: () => void): (() => void) => {
  const ends = new AbortController();
  const { signal } = ends;
  for (const moment of ['focusout', 'blur', 'pagehide'] as const) window.addEventListener(moment, flush, { signal });
  document.addEventListener('visibilitychange', flush, { signal });
  window.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Control' || key === 'Meta') flush();
    },
    { signal, capture: true },
  );
  return () => ends.abort();
};

/** The forms of this hand-over as they stand on the screen, each change kept. */
export const useSheets = (handover: Handover): Sheets => {
  const [sheets, setSheets] = useState<readonly Sheet[]>(() => handover.fillings.map(sheetFrom));
  const latest = useRef(sheets);
  const put = (id: string, alter: (sheet: Sheet) => Sheet): Sheet | undefined => {
    latest.current = latest.current.map((sheet) => (sheet.id === id ? alter(sheet) : sheet));
    setSheets(latest.current);
    return latest.current.find((sheet) => sheet.id === id);
  };
  const [keeper] = useState(() =>
    createKeeper(handover, (id, sent, standing) => void put(id, (sheet) => withStanding(sheet, sent, standing))),
  );
  const keeping = useSyncExternalStore(keeper.follow, keeper.state);
  useEffect(() => flushEarly(() => void keeper.flush()), [keeper]);
  useEffect(() => keeper.stop, [keeper]);
  // The hand-over ended under this page: what it shows is nobody's to answer any more.
  const over = keeping.problem?.code === 'refused' && keeping.problem.reason === 'handover-over';
  useEffect(() => {
    if (over) window.location.reload();
  }, [over]);

  return {
    sheets,
    change: (id, alter, now) => {
      const next = put(id, alter);
      if (next) keeper.keep(id, keepable(next, keeper.answersKept(id)));
      if (now) void keeper.flush();
    },
    flush: keeper.flush,
    keeping: { ...keeping, waiting: keeping.waiting || sheets.some(holdsBack) },
  };
};
