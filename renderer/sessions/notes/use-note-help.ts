import { createContext, useMemo } from 'react';
import { notedWords } from '../../../shared/noted-words.ts';
import type { Note } from '../../../shared/notes.ts';
import { useCall } from '../../use-call.ts';

type NoteHelp = {
  /** Words the `;` brings, by what is typed after it. */
  readonly snippets: ReadonlyMap<string, string>;
  /** What was really noted in the session. */
  readonly noted: readonly string[];
};

/** What every field of words is helped with. */
export const NoteHelpContext = createContext<NoteHelp>({ snippets: new Map(), noted: [] });

/** Snippets of who writes, and what was noted in the session the note is about. */
export const useNoteHelp = ({ sessionId }: Pick<Note, 'sessionId'>): NoteHelp => {
  const snippets = useCall('snippets.list', {}).data;
  const session = useCall('sessions.get', { sessionId: sessionId ?? '' }, { enabled: sessionId !== null }).data;
  const lists = useCall('sessions.content', {}, { enabled: sessionId !== null }).data;
  return useMemo(
    () => ({
      snippets: new Map(snippets?.snippets.map(({ trigger, text }) => [trigger, text])),
      noted: session && lists ? notedWords(lists.content, session.events) : [],
    }),
    [snippets, session, lists],
  );
};
