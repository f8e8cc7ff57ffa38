import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { Handover, NoteToRead } from '../../shared/handover.ts';
import { call } from '../call.ts';
import type { KeepState } from './keeper.ts';

type Outcome = 'read' | 'talk';
type Said = { readonly outcome: Outcome | null; readonly words: string };

export type NoteSaid = {
  /** As the vault has it. */
  readonly kept: Said;
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly isSending: boolean;
  readonly error: AppError | null;
  readonly keeping: KeepState;
  /** Whether it is kept now. */
  readonly say: (outcome: Outcome) => Promise<boolean>;
  /** Keeps words typed since, where there are any. */
  readonly flush: () => Promise<boolean>;
};

/** Words go this long after the last key. */
const pause = 700;

const isSame = (one: Said, other: Said): boolean => one.outcome === other.outcome && one.words.trim() === other.words.trim();

/** What the client says of a note: each answer is kept as it is given, and words soon after the last key, or when the page may go. */
export const useNoteSaid = ({ id: handoverId }: Handover, note: NoteToRead): NoteSaid => {
  const [kept, setKept] = useState<Said>({ outcome: note.answered, words: note.words });
  const [words, setWords] = useState(note.words);
  const [state, setState] = useState<{ readonly isSending: boolean; readonly error: AppError | null }>({ isSending: false, error: null });
  const now = useRef({ kept, words });
  now.current = { kept, words };

  const say = useCallback(
    async (outcome: Outcome): Promise<boolean> => {
      const said = { outcome, words: outcome === 'talk' ? now.current.words : '' };
      if (isSame(said, now.current.kept)) return true;
      setState({ isSending: true, error: null });
      const reply = await call('handover.noteRead', { handoverId, ...said });
      if (reply.ok) {
        now.current = { ...now.current, kept: said };
        setKept(said);
      }
      setState({ isSending: false, error: reply.ok ? null : reply.error });
      return reply.ok;
    },
    [handoverId],
  );
  const flush = useCallback(async (): Promise<boolean> => (now.current.kept.outcome === 'talk' ? say('talk') : true), [say]);
  useEffect(() => {
    if (words === now.current.kept.words) return;
    const timer = setTimeout(() => void flush(), pause);
    return () => clearTimeout(timer);
  }, [words, flush]);
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    const early = (): void => void flush();
    for (const name of ['blur', 'pagehide']) window.addEventListener(name, early, { signal });
    // A shortcut such as Lock begins.
    const command = ({ key }: KeyboardEvent): void => (key === 'Control' || key === 'Meta' ? early() : undefined);
    window.addEventListener('keydown', command, { signal, capture: true });
    return () => ends.abort();
  }, [flush]);
  const waiting = state.isSending || (kept.outcome === 'talk' && words.trim() !== kept.words.trim());
  // What went wrong is said with the page, where it can be tried again.
  const keeping = { waiting: waiting || state.error !== null, kept: kept.outcome !== null, problem: null, calm: false };
  return { keeping, kept, words, setWords, ...state, say, flush };
};
