import { useCallback, useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { SessionBody, SessionEvent, SessionEventKind } from '../../shared/session-events.ts';
import { Session } from '../../shared/sessions.ts';
import { call } from '../call.ts';

type Keeping = {
  readonly newest: () => Session | null;
  readonly adopt: (told: Session) => void;
  /** What was touched goes before what is told. */
  readonly touches: () => Promise<unknown>;
};

/** Tells what happened, one after the other, each based on the newest telling. A conflict shows the session as it stands, and says so. */
export const useTelling = ({ newest, adopt, touches }: Keeping) => {
  const [sending, setSending] = useState(0);
  const [error, setError] = useState<AppError | null>(null);
  const before = useRef<Promise<unknown>>(Promise.resolve());

  const send = useCallback(
    async (event: SessionEvent, at: number): Promise<boolean> => {
      await touches();
      const session = newest();
      if (!session) return false;
      const ago = Math.max(0, Math.round(performance.now() - at));
      const { id: sessionId, state } = session;
      const reply = await call('sessions.record', { sessionId, id: crypto.randomUUID(), seq: state.seq, ago, event });
      if (reply.ok) adopt(reply.value);
      else if (reply.error.code === 'conflict') adopt(Session.parse(reply.error.current));
      setError(reply.ok ? null : reply.error);
      return reply.ok;
    },
    [newest, adopt, touches],
  );

  const tell = useCallback(
    <K extends SessionEventKind>(kind: K, body: SessionBody<K>): Promise<boolean> => {
      const at = performance.now();
      setSending((count) => count + 1);
      const told = before.current.then(() => send({ kind, body } as SessionEvent, at));
      before.current = told.catch(() => undefined);
      return told.finally(() => setSending((count) => count - 1));
    },
    [send],
  );
  const forget = useCallback(() => setError(null), []);
  return { tell, isSending: sending > 0, error, setError, forget };
};
