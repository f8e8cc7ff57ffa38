import { useState } from 'react';
import type { z } from 'zod';
import type { AppError, Reply } from '../../shared/app-error.ts';
import type { DraftPlace } from '../drafts.ts';
import { useDraft } from '../use-draft.ts';

type Asked<F extends string, V> = {
  readonly about: DraftPlace;
  readonly shape: z.ZodType<V>;
  /** The record as it was read, or a new one with nothing typed. */
  readonly clean: () => V;
  readonly send: (typed: V) => Promise<Reply<unknown>>;
  readonly sending: readonly { readonly isSending: boolean; readonly error: AppError | null }[];
  /** What a conflict brought; null where it is no such record. */
  readonly standingIn: (current: unknown) => V | null;
  readonly disputedIn: (typed: V, theirs: V) => readonly F[];
  readonly onSaved: () => void;
};

/** A record while it is typed in a dialog: kept when that is closed, sent with the version it began from, and asked about where somebody saved it meanwhile. */
export const useRecordDraft = <F extends string, V>(asked: Asked<F, V>) => {
  const { about, shape, clean, sending, standingIn, disputedIn } = asked;
  const { value, set, found, drop } = useDraft(about, shape, clean);
  const [theirs, setTheirs] = useState<V | null>(null);
  const save = async (typed: V): Promise<void> => {
    const reply = await asked.send(typed);
    const newer = !reply.ok && reply.error.code === 'conflict' ? standingIn(reply.error.current) : null;
    // What somebody saved meanwhile may be just what was typed.
    if (reply.ok || (newer && disputedIn(typed, newer).length === 0)) {
      drop();
      return asked.onSaved();
    }
    setTheirs(newer);
  };
  return {
    key: about.key,
    value,
    set,
    found,
    startOver: (): void => drop(clean()),
    save,
    isSending: sending.some(({ isSending }) => isSending),
    error: sending.find(({ error }) => error !== null)?.error ?? null,
    /** What somebody saved meanwhile, and where it is another than what is typed. */
    theirs,
    disputed: theirs === null ? [] : disputedIn(value, theirs),
  };
};

export type RecordDraft<F extends string, V> = ReturnType<typeof useRecordDraft<F, V>>;
