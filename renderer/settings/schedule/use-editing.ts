import { useRef } from 'react';
import { z } from 'zod';
import type { AppError, Reply } from '../../../shared/app-error.ts';
import type { DraftPlace } from '../../drafts.ts';
import type { Side } from '../../ui/conflict.tsx';
import { useDraft } from '../../use-draft.ts';

/** A record as a form shows it, and the version it was read in. */
export type Standing<F extends string, V> = { readonly version: number; readonly typed: Readonly<Record<F, V>> };

/** What is typed, and the record as it was opened: what was changed here is told apart from what was there by it. */
type Draft<F extends string, V> = Standing<F, V> & { readonly base: Readonly<Record<F, V>> };

type Asked<F extends string, V, T> = {
  readonly about: DraftPlace;
  readonly fields: readonly F[];
  readonly shape: z.ZodType<Readonly<Record<F, V>>>;
  readonly start: Standing<F, V>;
  readonly send: (from: Standing<F, V>) => Promise<Reply<T>>;
  readonly sending: { readonly isSending: boolean; readonly error: AppError | null; readonly forget: () => void };
  /** What a conflict brought. */
  readonly standingIn: (current: unknown) => Standing<F, V> | null;
};

export type Editing<F extends string, V, T> = {
  readonly typed: Readonly<Record<F, V>>;
  readonly found: boolean;
  /** Changed on both sides, and not to the same: only the person can say which. */
  readonly disputed: readonly { readonly field: F; readonly theirs: V; readonly yours: V }[];
  readonly isSending: boolean;
  readonly error: AppError | null;
  readonly type: (field: F, value: V) => void;
  /** Null when it was not saved; why stands in `error` or `disputed`. */
  readonly save: () => Promise<T | null>;
  readonly choose: (sides: Readonly<Record<F, Side>>) => Promise<T | null>;
  readonly discard: () => void;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Something of the practice being changed; someone else's change of other fields is taken along, of the same ones it is asked about. */
export const useEditing = <F extends string, V, T>(asked: Asked<F, V, T>): Editing<F, V, T> => {
  const { fields, shape, start, send, sending, standingIn } = asked;
  const kept: z.ZodType<Draft<F, V>> = z.strictObject({ typed: shape, base: shape, version: z.int() });
  const clean: Draft<F, V> = { ...start, base: start.typed };
  const { value: draft, set, drop, found } = useDraft(asked.about, kept, () => clean);
  const busy = useRef(false);

  const from = (pick: (field: F) => Readonly<Record<F, V>>): Readonly<Record<F, V>> =>
    Object.fromEntries(fields.map((field) => [field, pick(field)[field]])) as Record<F, V>;
  const merged = ({ typed, base }: Draft<F, V>, theirs: Readonly<Record<F, V>>): Readonly<Record<F, V>> =>
    from((field) => (same(typed[field], base[field]) ? theirs : typed));
  const disputedIn = ({ typed, base }: Draft<F, V>, theirs: Readonly<Record<F, V>>): readonly F[] =>
    fields.filter((field) => !same(base[field], typed[field]) && !same(base[field], theirs[field]) && !same(typed[field], theirs[field]));
  const current = sending.error?.code === 'conflict' ? standingIn(sending.error.current) : null;

  /** Once more on top of what someone saved meanwhile, as long as there is nothing to ask. */
  const sendOn = async (next: Draft<F, V>): Promise<Reply<T>> => {
    set(next);
    const reply = await send(next);
    const theirs = !reply.ok && reply.error.code === 'conflict' ? standingIn(reply.error.current) : null;
    if (!theirs || disputedIn(next, theirs.typed).length > 0) return reply;
    return sendOn({ typed: merged(next, theirs.typed), base: theirs.typed, version: theirs.version });
  };
  const save = async (next: Draft<F, V>): Promise<T | null> => {
    if (busy.current) return null;
    busy.current = true;
    const reply = await sendOn(next);
    busy.current = false;
    if (!reply.ok) return null;
    drop();
    return reply.value;
  };
  return {
    typed: draft.typed,
    found,
    disputed: current
      ? disputedIn(draft, current.typed).map((field) => ({ field, theirs: current.typed[field], yours: draft.typed[field] }))
      : [],
    isSending: sending.isSending,
    error: sending.error,
    type: (field, value) => {
      sending.forget();
      set({ ...draft, typed: { ...draft.typed, [field]: value } });
    },
    save: () => save(draft),
    choose: async (sides) => {
      if (!current) return null;
      const mine = merged(draft, current.typed);
      return save({
        typed: from((field) => (sides[field] === 'theirs' ? current.typed : mine)),
        base: current.typed,
        version: current.version,
      });
    },
    discard: () => {
      sending.forget();
      drop(clean);
    },
  };
};
