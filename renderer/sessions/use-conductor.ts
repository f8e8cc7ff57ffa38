import { useCallback, useMemo, useRef } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { useCall } from '../use-call.ts';
import type { Conductor } from './conductor-context.ts';
import { shownSession } from './shown-session.ts';
import { useEachMinute, useMoment } from './use-fresh.ts';
import { useKeptSession } from './use-kept-session.ts';
import { useTelling } from './use-telling.ts';
import { useTouches } from './use-touches.ts';
import { useUnsent } from './use-unsent.ts';

type Led = {
  readonly conductor: Conductor | null;
  readonly isPending: boolean;
  readonly error: AppError | null;
  readonly again: () => unknown;
};

/** Leads the session of who is in: null while there is none. */
export const useLeading = (isAsked: boolean): Led => {
  const { kept, newest, adopt, now, ...asked } = useKeptSession(isAsked);
  const isOpen = kept !== null;
  useUnsent(kept, adopt);
  const lead = useCall('sessions.content', {}, { enabled: isOpen });
  const allowed = useCall('sessions.allowed', { sessionId: kept?.id ?? '', plan: null }, { enabled: isOpen });

  const said = useRef<(error: AppError) => void>(() => undefined);
  const onRefused = useCallback((error: AppError) => said.current(error), []);
  const { touched, touch, touches } = useTouches({ newest, adopt, now, again: asked.again, onRefused });
  const { tell, isSending, error, setError, forget } = useTelling({ newest, adopt, touches });
  said.current = setError;

  const current = asked.again;
  const fresh = allowed.again;
  useEachMinute(useMemo(() => (isOpen ? () => Promise.all([current(), fresh()]) : null), [isOpen, current, fresh]));
  const content = lead.data?.content;
  const session = kept && content ? shownSession(content, kept, touched, now()) : null;
  useMoment(session?.gate.rule?.until ?? null, now);

  const stop = useCallback(() => touch('stop'), [touch]);
  const handsOff = useCallback(() => touch('hands-off'), [touch]);
  const flag = useCallback(() => touch('flagged'), [touch]);
  const conductor: Conductor | null =
    session && content
      ? {
          session,
          content,
          numbers: lead.data?.numbers ?? null,
          allowed: allowed.data,
          ...{ now, tell, stop, handsOff, flag, isSending, error, forget },
        }
      : null;
  return {
    conductor,
    isPending: asked.isPending || (isOpen && lead.isPending),
    error: asked.error ?? lead.error,
    again: asked.error ? asked.again : lead.again,
  };
};
