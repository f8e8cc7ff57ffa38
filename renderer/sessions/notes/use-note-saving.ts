import { createContext, useContext } from 'react';
import type { NoteDraft } from '../../../shared/notes.ts';
import type { SavingState } from './note-written.ts';

/** Where the note's keeping stands, for its head, its signing and what hands the screen over. */
export type NoteKeeping = {
  readonly saving: SavingState;
  /** Sends at once what is not kept yet; whether all of it is. Asked before it is signed, printed or shown to anybody. */
  readonly flush: () => Promise<boolean>;
  readonly settle: (chosen: NoteDraft) => void;
};

export const NoteKeepingContext = createContext<NoteKeeping | null>(null);

export const useNoteSaving = (): NoteKeeping => {
  const keeping = useContext(NoteKeepingContext);
  if (!keeping) throw new Error('only on the page of a note');
  return keeping;
};
