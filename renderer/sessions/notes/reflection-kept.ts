import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { AppError } from '../../../shared/app-error.ts';
import { Reflection } from '../../../shared/reflections.ts';
import type { Instant } from '../../../shared/time.ts';
import { call } from '../../call.ts';

/** What is typed goes this long after the last key. */
const pause = 700;

type Kept = { readonly text: string; readonly revision: number; readonly savedAt: Instant | null };

export type ReflectionState =
  | { readonly kind: 'kept' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** It stands otherwise by now: written in another window, or locked with the note. */
  | { readonly kind: 'conflict'; readonly entries: readonly Reflection[] };

/** The entry that is still written, as the vault has it; revision 0 is one that is not begun. */
export const openOf = (entries: readonly Reflection[]): Kept => {
  const open = entries.find(({ isLocked }) => !isLocked);
  return { text: open?.text ?? '', revision: open?.revision ?? 0, savedAt: open?.savedAt ?? null };
};

/** Keeps a reflection while it is typed: one save after the other, each with all that is typed by then. */
export const useKeptReflection = (noteId: string, first: Kept) => {
  const [text, setText] = useState(first.text);
  const [kept, setKept] = useState(first);
  const [state, setState] = useState<ReflectionState>({ kind: 'kept' });
  const now = useRef({ text, kept, isSending: false, isAsked: false });
  now.current.text = text;

  const save = useCallback(async (): Promise<void> => {
    const { current } = now;
    if (current.isSending || current.isAsked || current.text === current.kept.text) return;
    current.isSending = true;
    setState({ kind: 'saving' });
    const sent = current.text;
    const reply = await call('reflections.save', { noteId, revision: current.kept.revision, text: sent });
    current.isSending = false;
    if (reply.ok) {
      current.kept = { text: sent, revision: reply.value.revision, savedAt: reply.value.savedAt };
      setKept(current.kept);
      setState({ kind: 'kept' });
      return current.text === sent ? undefined : save();
    }
    const theirs = reply.error.code === 'conflict' ? z.array(Reflection).safeParse(reply.error.current) : null;
    current.isAsked = theirs?.success === true;
    setState(theirs?.success ? { kind: 'conflict', entries: theirs.data } : { kind: 'failed', error: reply.error });
  }, [noteId]);

  useEffect(() => {
    if (text === now.current.kept.text) return;
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [text, save]);
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    const early = (): void => void save();
    for (const name of ['blur', 'pagehide']) window.addEventListener(name, early, { signal });
    // A shortcut such as Lock begins.
    const command = ({ key }: KeyboardEvent): void => (key === 'Control' || key === 'Meta' ? early() : undefined);
    window.addEventListener('keydown', command, { signal, capture: true });
    return () => {
      ends.abort();
      early();
    };
  }, [save]);

  /** Goes on from what stands, with the words that were chosen. */
  const settle = (chosen: string, standing: Kept): void => {
    now.current = { ...now.current, text: chosen, kept: standing, isAsked: false };
    setText(chosen);
    setKept(standing);
    setState({ kind: 'kept' });
    void save();
  };
  const isKept = state.kind === 'kept' && text === kept.text;
  return { text, setText, save, settle, state, isKept, savedAt: kept.savedAt };
};
