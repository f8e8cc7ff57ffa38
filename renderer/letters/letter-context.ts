import { createContext, type RefObject, useContext } from 'react';
import type { LetterDocument } from '../../shared/letter-document.ts';
import type { LetterDraft, OpenLetter } from '../../shared/letters.ts';
import type { LetterHand } from './editor-text.tsx';
import type { SavingState } from './letter-written.ts';

/** What every part of a letter's page works with. */
export type LetterWork = {
  /** As it was last read or saved; what is typed since stands in `draft`. */
  readonly open: OpenLetter;
  readonly draft: LetterDraft;
  readonly saving: SavingState;
  /** What was typed on the page itself. */
  readonly write: (document: LetterDocument) => void;
  readonly change: (patch: Partial<Omit<LetterDraft, 'document'>>) => void;
  /** Other words onto the page: a fact was ticked, a blank filled. */
  readonly put: (document: LetterDocument, patch?: Partial<LetterDraft>) => void;
  readonly hand: RefObject<LetterHand | null>;
  /** Sends at once what is not kept yet; whether all of it is. Asked before it is signed, or shown to anybody. */
  readonly flush: () => Promise<boolean>;
  readonly settle: (chosen: LetterDraft) => void;
  /** Brings another answer of the vault onto the screen. */
  readonly show: (open: OpenLetter) => void;
};

export const LetterContext = createContext<LetterWork | null>(null);

export const useLetter = (): LetterWork => {
  const work = useContext(LetterContext);
  if (!work) throw new Error('only on the page of a letter');
  return work;
};
