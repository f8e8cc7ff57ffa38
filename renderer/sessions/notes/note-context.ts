import { createContext, useContext } from 'react';
import type { NoteContent } from '../../../shared/note-content.ts';
import type { NoteValue } from '../../../shared/note-values.ts';
import type { Note, NoteDraft } from '../../../shared/notes.ts';

/** What every part of a note's page works with. */
export type NoteWork = {
  /** As it was last read or saved; what is typed since stands in `draft`. */
  readonly note: Note;
  readonly content: NoteContent;
  /** As it stands on the screen. */
  readonly draft: NoteDraft;
  /** It is one's own, not signed and not in error. */
  readonly isEditable: boolean;
  /** Changes one field; kept within a second. */
  readonly set: (field: string, patch: Partial<NoteValue>) => void;
  readonly change: (patch: Partial<NoteDraft>) => void;
  /** Puts words where the cursor is, in the field that had the focus last; without one at the end of `field`, or of the first that takes words. */
  readonly insert: (words: string, field?: string) => void;
  /** Brings another answer of the vault onto the screen: after a signature, an addendum, a review. */
  readonly show: (note: Note) => void;
};

export const NoteContext = createContext<NoteWork | null>(null);

export const useNote = (): NoteWork => {
  const work = useContext(NoteContext);
  if (!work) throw new Error('only on the page of a note');
  return work;
};
