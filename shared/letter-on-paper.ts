import { type Inline, type LetterDocument, linesOf } from './letter-document.ts';
import type { LetterDraft } from './letters.ts';
import { shows } from './text.ts';

/** What of a letter stands on its paper, and how its lines close where something is left out. */

/** Printed only where the client saw it. */
export const clientRead = 'client-read';
/** Printed only where a release is what it stands on. */
export const byRelease = 'by-release';

/** A mark of several names them all, told apart by blanks. */
export const marksIn = (mark: string | undefined): readonly string[] => mark?.split(' ') ?? [];

/** To the client, or under an exception, no release is named. An exception counts with its words. */
export const standsOnRelease = (isToClient: boolean, { exception }: Pick<LetterDraft, 'exception'>): boolean =>
  !isToClient && (exception === null || !shows(exception.words));

export type PaperOf = { readonly seen: boolean; readonly onRelease: boolean };

/** That the client read it goes where they did not; a permission goes where none is what the letter stands on. */
const isOnPaper = ({ fact }: Inline, { seen, onRelease }: PaperOf): boolean => {
  const marks = marksIn(fact);
  return (seen || !marks.includes(clientRead)) && (onRelease || !marks.includes(byRelease));
};

const endsInBlank = (inline: Inline | undefined): boolean =>
  inline === undefined || / $/.test(inline.type === 'text' ? inline.text : inline.value);

/** One blank between what is left, none at the ends, and a capital where the beginning went. */
const closed = (line: readonly Inline[], left: readonly Inline[]): Inline[] => {
  const pieces: Inline[] = [];
  for (const inline of left) {
    if (inline.type !== 'text') {
      pieces.push(inline);
      continue;
    }
    const text = endsInBlank(pieces.at(-1)) ? inline.text.trimStart() : inline.text;
    if (text !== '') pieces.push({ ...inline, text });
  }
  const [first] = pieces;
  if (first?.type === 'text' && line[0] !== left[0])
    pieces[0] = { ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) };
  const last = pieces.at(-1);
  if (last?.type !== 'text') return pieces;
  const text = last.text.trimEnd();
  return text === '' ? pieces.slice(0, -1) : [...pieces.slice(0, -1), { ...last, text }];
};

export const onPaper = (document: LetterDocument, of: PaperOf): LetterDocument => {
  const kept = (line: readonly Inline[]): Inline[] =>
    closed(
      line,
      line.filter((inline) => isOnPaper(inline, of)),
    );
  return document
    .map((block) =>
      block.type === 'paragraph'
        ? { ...block, content: kept(block.content) }
        : { ...block, items: block.items.map(kept).filter((item) => item.length > 0) },
    )
    .filter((block) => linesOf(block).some((line) => line.length > 0));
};
