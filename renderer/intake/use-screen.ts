import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { HealthAnswer, HealthScreen } from '../../shared/health.ts';
import { call } from '../call.ts';
import { keyOf } from '../use-call.ts';

export const Answers = z.record(z.string(), HealthAnswer);
export type Answers = z.infer<typeof Answers>;
/** What was typed and is not kept yet; of the round that is open, or of the next one. */
export const Typed = z.strictObject({ answers: Answers });
export type Typed = z.infer<typeof Typed>;
export const screenKey = (clientId: string): string => `health-${clientId}/questions`;

type Saving = Pick<InputOf<'health.save'>, 'from' | 'seen' | 'done'> & { readonly answers: Answers };
type Saved =
  | { readonly kind: 'done'; readonly screen: HealthScreen }
  /** The same questions were answered otherwise meanwhile; nothing was kept. */
  | { readonly kind: 'disputed'; readonly screen: HealthScreen; readonly questions: readonly string[] }
  | { readonly kind: 'failed' };

/** Questions somebody else answered otherwise since, that are about to be kept here. */
export const disputedIn = (mine: Answers, before: HealthScreen['answers'], now: HealthScreen['answers']): readonly string[] =>
  Object.entries(mine)
    .filter(([id, answer]) => now[id]?.answer !== before[id]?.answer && now[id]?.answer !== answer)
    .map(([id]) => id);

type Keeping = {
  readonly keep: (saving: Saving) => Promise<Saved>;
  readonly busy: boolean;
  readonly error: AppError | null;
};

/** Sections of the open round, kept one after the other. */
export const useScreen = (open: HealthScreen): Keeping => {
  const queries = useQueryClient();
  const running = useRef(false);
  const latest = useRef(open);
  if (open.id !== latest.current.id || open.revision > latest.current.revision) latest.current = open;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const put = (screen: HealthScreen): void => {
    latest.current = screen;
    queries.setQueryData(keyOf('health.findings', { clientId: screen.clientId }), (before: OutputOf<'health.findings'> | undefined) =>
      before ? { ...before, open: screen.doneAt === null ? screen : null, newest: screen } : before,
    );
  };
  const send = async (saving: Saving): Promise<Saved> => {
    // Someone may save in between; what was kept elsewhere and does not touch these answers is no reason to ask.
    for (let left = 3; left > 0; left -= 1) {
      const before = latest.current;
      const reply = await call('health.save', { ...saving, screenId: before.id, revision: before.revision });
      if (reply.ok) {
        put(reply.value.screen);
        return { kind: 'done', screen: reply.value.screen };
      }
      const stands = reply.error.code === 'conflict' ? HealthScreen.safeParse(reply.error.current).data : undefined;
      if (!stands) {
        setError(reply.error);
        return { kind: 'failed' };
      }
      put(stands);
      const questions = disputedIn(saving.answers, before.answers, stands.answers);
      if (questions.length > 0) return { kind: 'disputed', screen: stands, questions };
    }
    setError({ code: 'conflict', current: null });
    return { kind: 'failed' };
  };
  const keep: Keeping['keep'] = async (saving) => {
    if (running.current) return { kind: 'failed' };
    running.current = true;
    setBusy(true);
    setError(null);
    const saved = await send(saving);
    running.current = false;
    setBusy(false);
    return saved;
  };
  return { keep, busy, error };
};
