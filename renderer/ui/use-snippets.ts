import { type KeyboardEvent, type RefObject, useState } from 'react';
import { type Snippet, snippetOf, snippetsLike, type Typed, typedAt } from './snippet-typed.ts';
import { typeInto } from './type-into.ts';

export type SnippetTyping = {
  /** What stands before the cursor, while there are snippets that begin so. */
  readonly typed: Typed | null;
  readonly listed: readonly Snippet[];
  /** Which of them the arrow keys are on; -1: none. */
  readonly active: number;
  /** The cursor moved, or something was typed. */
  readonly look: (area: HTMLTextAreaElement) => void;
  /** Something was typed or taken back: a short word that came back is not marked, or the next letter would take its place. */
  readonly change: (area: HTMLTextAreaElement, event: Event) => void;
  /** Whether the key was for a snippet. */
  readonly press: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  readonly choose: (snippet: Snippet) => void;
  readonly close: () => void;
};

const isPlain = ({ altKey, ctrlKey, metaKey, shiftKey, nativeEvent }: KeyboardEvent): boolean =>
  !(altKey || ctrlKey || metaKey || shiftKey || nativeEvent.isComposing || nativeEvent.keyCode === 229);

const isSame = (one: Typed | null, other: Typed | null): boolean =>
  one === other || (one?.start === other?.start && one?.end === other?.end && one?.word === other?.word);

/** A `;` and a short word become the words they stand for, at a blank, Tab or Enter; Ctrl+Z brings the short word back. */
export const useSnippets = (area: RefObject<HTMLTextAreaElement | null>, snippets: ReadonlyMap<string, string>): SnippetTyping => {
  const [typed, setTyped] = useState<Typed | null>(null);
  const [active, setActive] = useState(-1);
  /** The `;` whose list was closed. */
  const [closed, setClosed] = useState<number | null>(null);
  const listed = typed && typed.start !== closed ? snippetsLike(snippets, typed.word) : [];
  const put = (place: Typed, words: string): void => {
    setTyped(null);
    if (area.current) typeInto(area.current, place, words);
  };
  const look: SnippetTyping['look'] = ({ value, selectionStart, selectionEnd }) => {
    const now = snippets.size > 0 && selectionStart === selectionEnd ? typedAt(value, selectionStart) : null;
    if (isSame(typed, now)) return;
    setTyped(now);
    setActive(-1);
    if (now?.start !== closed) setClosed(null);
  };
  const change: SnippetTyping['change'] = (of, event) => {
    const { value, selectionStart: start, selectionEnd: end } = of;
    if (event instanceof InputEvent && event.inputType === 'historyUndo' && start !== end && typedAt(value, end)?.start === start)
      of.setSelectionRange(end, end);
  };
  const move = (by: number): void => setActive((active + by + listed.length) % listed.length);
  const press: SnippetTyping['press'] = (event) => {
    const { key, currentTarget } = event;
    if (!isPlain(event) || currentTarget.selectionStart !== currentTarget.selectionEnd) return false;
    const now = typedAt(currentTarget.value, currentTarget.selectionStart);
    const chosen = key === ' ' || active < 0 ? now && snippetOf(snippets, now.word) : listed[active];
    if ([' ', 'Tab', 'Enter'].includes(key) && now && chosen) put(now, key === ' ' ? `${chosen.text} ` : chosen.text);
    else if (listed.length > 0 && key === 'ArrowDown') move(1);
    else if (listed.length > 0 && key === 'ArrowUp') move(active < 0 ? 0 : -1);
    else if (listed.length > 0 && key === 'Escape') setClosed(typed?.start ?? null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    typed: listed.length > 0 ? typed : null,
    listed,
    active,
    look,
    change,
    press,
    choose: ({ text }) => typed && put(typed, text),
    close: () => setTyped(null),
  };
};
