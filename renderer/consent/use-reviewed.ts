import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Filling } from '../../shared/handover.ts';
import { call } from '../call.ts';
import { keyOf } from '../use-call.ts';

type Reviewed = {
  readonly reviewed: ReadonlySet<string>;
  readonly error: AppError | null;
  readonly tick: (id: string, read: boolean) => void;
  /** Waits for what is on its way; whether all that was ticked by now is kept. */
  readonly allKept: () => Promise<boolean>;
};

/** What was read through together, kept at once. A tick that could not be kept is taken off again. */
export const useReviewed = (clientId: string, filling: Filling): Reviewed => {
  const queries = useQueryClient();
  const [reviewed, setReviewed] = useState<ReadonlySet<string>>(() => new Set(filling.reviewed));
  const [error, setError] = useState<AppError | null>(null);
  const kept = useRef<ReadonlySet<string>>(reviewed);
  const shown = useRef<ReadonlySet<string>>(reviewed);
  // One after the other: the last one sent is the one that stands.
  const last = useRef<Promise<void>>(Promise.resolve());

  const send = async (now: ReadonlySet<string>): Promise<void> => {
    const reply = await call('handover.review', { fillingId: filling.id, reviewed: [...now] });
    if (!reply.ok) {
      setError(reply.error);
      shown.current = kept.current;
      setReviewed(kept.current);
      return;
    }
    kept.current = new Set(reply.value.reviewed);
    queries.setQueryData(keyOf('handover.returned', { clientId }), (before: OutputOf<'handover.returned'> | undefined) =>
      before
        ? { fillings: before.fillings.map((one) => (one.id === filling.id ? { ...one, reviewed: reply.value.reviewed } : one)) }
        : before,
    );
  };
  return {
    reviewed,
    error,
    allKept: async () => {
      const ticked = shown.current;
      await last.current;
      return shown.current === ticked;
    },
    tick: (id, read) => {
      const now = new Set(shown.current);
      if (read) now.add(id);
      else now.delete(id);
      shown.current = now;
      setReviewed(now);
      setError(null);
      last.current = last.current.then(() => send(now));
    },
  };
};
