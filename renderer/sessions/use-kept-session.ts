import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Session } from '../../shared/sessions.ts';
import { keyOf, useCall } from '../use-call.ts';

/** The newer telling of one session: an answer that was asked for earlier may come later. */
const newer = (one: Session | null, other: Session | null): Session | null => {
  if (!one || !other || one.id !== other.id) return other;
  if (one.state.seq !== other.state.seq) return one.state.seq > other.state.seq ? one : other;
  return one.now > other.now ? one : other;
};

/**
 * The session of who is in, as it was told last, and how long it runs by the page's own clock: setting the wall clock moves nothing.
 * An answer is always a little old, so the clock keeps the furthest of them.
 */
export const useKeptSession = (isAsked: boolean) => {
  const queries = useQueryClient();
  const { data, error, again, isPending } = useCall('sessions.current', {}, { enabled: isAsked });
  const held = useRef<Session | null>(null);
  const ahead = useRef({ id: '', by: Number.NEGATIVE_INFINITY });

  const hold = useCallback((told: Session | null): void => {
    held.current = newer(held.current, told);
    if (!told) return;
    const by = told.now - performance.now();
    if (ahead.current.id !== told.id || ahead.current.by < by) ahead.current = { id: told.id, by };
  }, []);
  if (data) hold(data.session);

  const adopt = useCallback(
    (told: Session): void => {
      hold(told);
      queries.setQueryData(keyOf('sessions.current', {}), { session: told.endedAt === null ? held.current : null });
    },
    [hold, queries],
  );
  const now = useCallback(() => Math.max(0, performance.now() + ahead.current.by), []);
  const newest = useCallback(() => held.current, []);
  return { kept: data ? held.current : null, newest, adopt, now, error, again, isPending: isAsked && isPending };
};
