import { type JSX, type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteContent } from '../../../shared/note-content.ts';
import { emptyValue } from '../../../shared/note-values.ts';
import type { Note } from '../../../shared/notes.ts';
import { NoteContext, type NoteWork } from './note-context.ts';
import { type NoteSaver, noteSaver } from './note-saver.ts';
import { useNoteInsert } from './use-note-insert.ts';
import { NoteKeepingContext } from './use-note-saving.ts';
import { leaveNote } from './use-opened-note.ts';

const command = (flush: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Control' || event.key === 'Meta') flush();
};

/** Sends early where the page may end without asking: a field is left, the window turns away, a shortcut such as Lock begins. */
const useFlushEarly = (id: string, { flush }: NoteSaver): void => {
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    const early = (): void => void flush();
    window.addEventListener('focusout', early, { signal });
    window.addEventListener('blur', early, { signal });
    window.addEventListener('pagehide', early, { signal });
    window.addEventListener('keydown', command(early), { signal, capture: true });
    document.addEventListener('visibilitychange', early, { signal });
    return () => {
      ends.abort();
      leaveNote(id, flush());
    };
  }, [id, flush]);
};

const useSaver = (note: Note): NoteSaver => {
  const { t } = useTranslation('notes');
  const [saver] = useState(() =>
    noteSaver(note, { key: `note-${note.id}`, title: t('unsaved', { name: note.chosenName }), place: `/notes/${note.id}` }),
  );
  return saver;
};

type Props = { readonly first: Note; readonly content: NoteContent; readonly children: ReactNode };

/** Gives every part of a note's page the note as it is typed, and keeps it. */
export const NoteWriting = ({ first, content, children }: Props): JSX.Element => {
  const saver = useSaver(first);
  useFlushEarly(first.id, saver);
  const { note, draft, saving } = useSyncExternalStore(saver.follow, saver.now);
  const set: NoteWork['set'] = (field, patch) => {
    const { draft: typed } = saver.now();
    saver.change({ ...typed, values: { ...typed.values, [field]: { ...(typed.values[field] ?? emptyValue), ...patch } } });
  };
  const insert = useNoteInsert({
    textOf: (field) => saver.now().draft.values[field]?.text ?? '',
    put: (field, text) => set(field, { text }),
  });
  const keeping = useMemo(() => ({ saving, flush: saver.flush, settle: saver.settle }), [saving, saver]);
  const work: NoteWork = {
    note,
    content,
    draft,
    isEditable: note.isOwn && note.state === 'draft',
    set,
    change: (patch) => saver.change({ ...saver.now().draft, ...patch }),
    insert,
    show: saver.show,
  };
  return (
    <NoteKeepingContext value={keeping}>
      <NoteContext value={work}>{children}</NoteContext>
    </NoteKeepingContext>
  );
};
