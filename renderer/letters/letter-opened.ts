import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { OpenLetter } from '../../shared/letters.ts';
import { call } from '../call.ts';

/** Saves on their way of letters whose page is left; opened again, a letter is read after them. */
const leaving = new Map<string, Promise<unknown>>();

export const leaveLetter = (id: string, saving: Promise<unknown>): void => {
  leaving.set(id, saving);
  void saving.finally(() => {
    if (leaving.get(id) === saving) leaving.delete(id);
  });
};

type Opened = { readonly open: OpenLetter | null; readonly error: AppError | null; readonly again: () => Promise<void> };

/** A letter as the vault has it now: what is written goes on from that, never from an answer of before. */
export const useOpenedLetter = (letterId: string): Opened => {
  const [opened, setOpened] = useState<Omit<Opened, 'again'>>({ open: null, error: null });
  const again = useCallback(async () => {
    await leaving.get(letterId);
    const reply = await call('letters.get', { id: letterId });
    setOpened(reply.ok ? { open: reply.value, error: null } : { open: null, error: reply.error });
  }, [letterId]);
  useEffect(() => void again(), [again]);
  return { ...opened, again };
};
