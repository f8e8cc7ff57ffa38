import { createContext } from 'react';

type NoteHelp = {
  /** Words the `;` brings, by what is typed after it. */
  readonly snippets: ReadonlyMap<string, string>;
  /** What was really noted in the session. */
  readonly noted: readonly string[];
};

/** What every field of words is helped with. */
export const NoteHelpContext = createContext<NoteHelp>({ snippets: new Map(), noted: [] });
