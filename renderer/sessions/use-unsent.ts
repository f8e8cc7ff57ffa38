import { useEffect } from 'react';
import type { Session } from '../../shared/sessions.ts';
import { call } from '../call.ts';
import { forgetUnsent, unsentStops } from '../stop-outbox.ts';

/**
 * What a page before this one had touched and got no answer to, once the session is there: recorded under its own id, so that what was kept
 * after all stays one event. What was touched before this session began belongs to none that is open.
 */
export const useUnsent = (session: Session | null, adopt: (told: Session) => void): void => {
  const sessionId = session?.id;
  const startedAt = session?.startedAt;
  useEffect(() => {
    if (sessionId === undefined || startedAt === undefined) return;
    const sendAll = async (): Promise<void> => {
      for (const { id, kind, at } of unsentStops()) {
        const ago = Math.max(0, Date.now() - at);
        const isOfThis = at >= Date.parse(startedAt);
        const reply = isOfThis ? await call('sessions.record', { sessionId, id, seq: 0, ago, event: { kind, body: {} } }) : null;
        if (reply?.ok) adopt(reply.value);
        // Without an answer it stays noted for the next page.
        else if (reply && reply.error.code !== 'refused') return;
        forgetUnsent(id);
      }
    };
    void sendAll();
  }, [sessionId, startedAt, adopt]);
};
