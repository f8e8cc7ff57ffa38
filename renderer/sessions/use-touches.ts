import { useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AppError, Reply } from '../../shared/app-error.ts';
import type { Session } from '../../shared/sessions.ts';
import { call } from '../call.ts';
import { forgetUnsent, keepUnsent } from '../stop-outbox.ts';
import type { Touched } from './shown-session.ts';

type Keeping = {
  readonly newest: () => Session | null;
  readonly adopt: (told: Session) => void;
  readonly now: () => number;
  readonly again: () => Promise<unknown>;
  readonly onRefused: (error: AppError) => void;
};

const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));

/** The vault did not take it and did not say no either: it is asked once more. */
const isUnanswered = ({ code }: AppError): boolean => code === 'unavailable' || code === 'unexpected';

/** The same event until it is answered; the vault knows it by its id. */
const sendUntilAnswered = async (sessionId: string, { id, kind }: Touched, at: number): Promise<Reply<Session>> => {
  for (;;) {
    const ago = Math.max(0, Math.round(performance.now() - at));
    const reply = await call('sessions.record', { sessionId, id, seq: 0, ago, event: { kind, body: {} } });
    if (reply.ok || !isUnanswered(reply.error)) return reply;
    await aWhile();
  }
};

/**
 * STOP, "Hands are off" and a red flag: on the screen at once, then kept. They wait for nothing but each other, and stay noted outside the
 * page until they are kept, so that a vault process that ended loses none.
 */
export const useTouches = ({ newest, adopt, now, again, onRefused }: Keeping) => {
  const [touched, setTouched] = useState<readonly Touched[]>([]);
  const before = useRef<Promise<unknown>>(Promise.resolve());

  const keep = useCallback(
    async (sessionId: string, one: Touched, at: number): Promise<void> => {
      const reply = await sendUntilAnswered(sessionId, one, at);
      // Locked meanwhile: it stays noted, and is taken in at the next unlock.
      if (!reply.ok && (reply.error.code === 'locked' || reply.error.code === 'handed-over')) return;
      forgetUnsent(one.id);
      if (reply.ok) adopt(reply.value);
      else {
        onRefused(reply.error);
        await again();
      }
      setTouched((all) => all.filter(({ id }) => id !== one.id));
    },
    [adopt, again, onRefused],
  );

  const touch = useCallback(
    (kind: Touched['kind']): void => {
      const session = newest();
      if (!session) return;
      const one: Touched = { id: crypto.randomUUID(), kind, at: now() };
      const at = performance.now();
      flushSync(() => setTouched((all) => [...all, one]));
      keepUnsent({ id: one.id, kind, at: Date.now() });
      before.current = before.current.then(() => keep(session.id, one, at));
    },
    [newest, now, keep],
  );
  const touches = useCallback(() => before.current, []);
  return { touched, touch, touches };
};
