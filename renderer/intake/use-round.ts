import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { Intake } from '../../shared/intake.ts';
import { call } from '../call.ts';
import { flushDrafts } from '../drafts.ts';
import { keyOf } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { afterSaving, allSaved, type Change, laidOn, toSend, Unsaved, withoutKept } from './unsaved.ts';

/** While someone types, a save waits this long for the next key. */
const pause = 700;
/** Someone else saves as well: so often it is tried on top of what they saved. */
const tries = 5;

export const draftKey = (clientId: string): string => `intake-${clientId}`;

export type Round = {
  readonly intake: Intake;
  /** What the vault has not confirmed yet. */
  readonly unsaved: Unsaved;
  readonly isSaving: boolean;
  readonly error: AppError | null;
  /** `typing`: more will follow at once. */
  readonly change: (id: string, change: Change, typing?: 'typing') => void;
  /** Sends what waits; whether everything is kept now. */
  readonly flush: () => Promise<boolean>;
  readonly set: (next: Unsaved) => void;
  readonly put: (intake: Intake) => void;
  /** As the vault said it last, also between two renders. */
  readonly latest: () => Intake;
};

/**
 * An open round while it is worked on. Each change goes to the vault by itself, one call after the other; until the vault has it, it is
 * a draft as well, so that a lock or a crash takes nothing. Someone else's change of another item is no reason to ask.
 */
export const useRound = (client: { readonly id: string; readonly chosenName: string }, open: Intake): Round => {
  const { t } = useTranslation('intake');
  const queries = useQueryClient();
  const about = {
    key: draftKey(client.id),
    title: t('draft', { name: client.chosenName }),
    place: `/clients/${client.id}/intake`,
  };
  const { value: unsaved, set: keep } = useDraft(about, Unsaved, () => allSaved);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const now = useRef(unsaved);
  const latest = useRef(open);
  if (open.id !== latest.current.id || open.revision > latest.current.revision) latest.current = open;
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const set = useCallback(
    (next: Unsaved): void => {
      now.current = next;
      keep(next);
    },
    [keep],
  );
  const put = useCallback(
    (intake: Intake): void => {
      latest.current = intake;
      queries.setQueryData(keyOf('intake.ofClient', { clientId: intake.clientId }), (before: OutputOf<'intake.ofClient'> | undefined) =>
        before ? { ...before, open: intake.reviewedAt === null ? intake : null } : before,
      );
    },
    [queries],
  );

  const sendAll = useCallback(async (): Promise<boolean> => {
    for (let left = tries; left > 0; ) {
      const changes = toSend(now.current, latest.current);
      if (Object.keys(changes).length === 0) break;
      const { id, revision } = latest.current;
      const reply = await call('intake.save', { intakeId: id, revision, changes });
      const stands = !reply.ok && reply.error.code === 'conflict' ? Intake.safeParse(reply.error.current).data : undefined;
      if (!reply.ok && !stands) {
        setError(reply.error);
        return false;
      }
      if (reply.ok) {
        put(reply.value);
        set(afterSaving(now.current, changes, reply.value));
      } else if (stands) {
        put(stands);
        left -= 1;
      }
    }
    const rest = withoutKept(now.current, latest.current);
    set(rest);
    return Object.keys(rest.items).length === 0;
  }, [put, set]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const last = running.current ?? Promise.resolve(true);
    const next = last.then(async () => {
      setSaving(true);
      setError(null);
      const done = await sendAll();
      setSaving(false);
      return done;
    });
    running.current = next;
    return next;
  }, [sendAll]);

  const change = useCallback(
    (id: string, one: Change, typing?: 'typing'): void => {
      set(laidOn(now.current, latest.current, id, one));
      clearTimeout(timer.current);
      if (typing) timer.current = setTimeout(() => void flush(), pause);
      else void flush();
    },
    [flush, set],
  );

  // What was left from before a lock or a crash goes now; what is typed when the page is left goes then.
  useEffect(() => {
    if (Object.keys(now.current.items).length > 0) void flush();
    return () => {
      if (Object.keys(now.current.items).length === 0) return;
      flushDrafts();
      void flush();
    };
  }, [flush]);
  return { intake: latest.current, unsaved, isSaving, error, change, flush, set, put, latest: () => latest.current };
};
