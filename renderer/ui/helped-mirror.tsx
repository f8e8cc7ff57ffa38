import type { JSX, ReactNode } from 'react';

/** A stretch of the text that is drawn another way. */
export type MirrorMark = { readonly start: number; readonly end: number; readonly draw: (words: string) => JSX.Element };

type Props = { readonly text: string; readonly marks: readonly MirrorMark[] };

/** The text once more behind where it is typed, letter under letter and not to be seen: it carries the underlines, and the field grows with it. */
export const HelpedMirror = ({ text, marks }: Props): JSX.Element => {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const { start, end, draw } of marks) {
    if (start < from) continue;
    pieces.push(text.slice(from, start), draw(text.slice(start, end)));
    from = end;
  }
  // A line that was just begun is as high as one with words.
  return (
    <div className="helped-mirror" aria-hidden="true">
      {pieces}
      {text.slice(from)}
      {'\u200b'}
    </div>
  );
};
