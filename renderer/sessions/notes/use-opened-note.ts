import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/app-error.ts';
import type { Note } from '../../../shared/notes.ts';
import { call } from '../../call.ts';

/** Saves on their way of notes whose page is left; opened again, a note is read after them. */
const leaving = new Map<string, Promise<unknown>>();

export const leaveNote = (id: string, saving: Promise<unknown>): void => {
  leaving.set(id, saving);
  void saving.finally(() => {
    if (leaving.get(id) === saving) leaving.delete(id);
  });
};

type Opened = { readonly note: Note | null; readonly error: AppError | null; readonly again: () => Promise<void> };

/** A note as the vault has it now: what is written goes on from that, never from an answer of before. */
export const useOpenedNote = (noteId: string): Opened => {
  const [opened, setOpened] = useState<Omit<Opened, 'again'>>({ note: null, error: null });
  const again = useCallback(async () => {
    await leaving.get(noteId);
    const reply = await call('notes.get', { noteId });
    setOpened(reply.ok ? { note: reply.value, error: null } : { note: null, error: reply.error });
  }, [noteId]);
  useEffect(() => void again(), [again]);
  return { ...opened, again };
};
