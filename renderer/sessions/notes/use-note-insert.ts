import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Marks where a field of a note takes words, by the name its value stands under. */
export const noteTextMark = 'data-note-text';

type Cursor = { readonly field: string; readonly start: number; readonly end: number };

const areaOf = (field: string): HTMLTextAreaElement | null =>
  document.querySelector<HTMLTextAreaElement>(`[${noteTextMark}="${CSS.escape(field)}"] textarea`);

/** The field that had the focus last, for words that come from beside the note. */
const useLastField = (): RefObject<string | null> => {
  const last = useRef<string | null>(null);
  useEffect(() => {
    const come = ({ target }: FocusEvent): void => {
      const field = target instanceof HTMLTextAreaElement ? target.closest(`[${noteTextMark}]`)?.getAttribute(noteTextMark) : null;
      if (field) last.current = field;
    };
    document.addEventListener('focusin', come);
    return () => document.removeEventListener('focusin', come);
  }, []);
  return last;
};

/** Words go in whole: with a space where they would run into what stands before or after. */
export const woven = (before: string, words: string, after: string): string =>
  `${/[^\s“"'(‘«]$/u.test(before) ? ' ' : ''}${words}${/^[\p{L}\p{N}“"]/u.test(after) ? ' ' : ''}`;

type Asked = { readonly textOf: (field: string) => string; readonly put: (field: string, text: string) => void };

/** Puts words where the cursor is, or at the end of the field that is named, or of the first that takes words. Where the focus is stays. */
export const useNoteInsert = ({ textOf, put }: Asked): ((words: string, field?: string) => void) => {
  const last = useLastField();
  const after = useRef<Cursor | null>(null);
  useLayoutEffect(() => {
    const place = after.current;
    if (!place) return;
    after.current = null;
    areaOf(place.field)?.setSelectionRange(place.start, place.end);
  });
  return (words, named) => {
    const area = last.current === null ? null : areaOf(last.current);
    const first = document.querySelector(`[${noteTextMark}]`)?.getAttribute(noteTextMark);
    const field = area && last.current ? last.current : (named ?? first);
    if (!field) return;
    const text = textOf(field);
    const [start, end] = area ? [area.selectionStart, area.selectionEnd] : [text.length, text.length];
    const [before, behind] = [text.slice(0, start), text.slice(end)];
    const piece = woven(before, words, behind);
    after.current = { field, start: start + piece.length, end: start + piece.length };
    put(field, before + piece + behind);
  };
};
