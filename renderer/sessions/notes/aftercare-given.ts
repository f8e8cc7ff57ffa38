import type { AppError } from '../../../shared/app-error.ts';
import { emptyValue } from '../../../shared/note-values.ts';
import type { Note, NoteLine } from '../../../shared/notes.ts';
import type { CalendarDay } from '../../../shared/time.ts';
import { call } from '../../call.ts';

/** The field of a note that says what was given along. */
export const aftercareField = 'p.aftercare';

type Visit = { readonly sessionId: string | null; readonly today: CalendarDay };

/** The note of that visit while it is not signed: of the session, else one of today without a session. */
export const openNoteOf = (notes: readonly NoteLine[], { sessionId, today }: Visit): NoteLine | null =>
  notes.find((note) => note.state === 'draft' && note.sessionId === sessionId && (sessionId !== null || note.on === today)) ?? null;

const withGiven = (before: string, given: string): string => {
  if (before.includes(given)) return before;
  return before.trim() === '' ? given : `${before.trimEnd()}\n${given}`;
};

const savedIn = async (note: Note, given: string): Promise<AppError | null> => {
  const { on, format, templateId, values, custom, kept } = note;
  const value = values[aftercareField] ?? emptyValue;
  const changed = { ...values, [aftercareField]: { ...value, text: withGiven(value.text, given) } };
  const reply = await call('notes.save', {
    noteId: note.id,
    revision: note.revision,
    note: { on, format, templateId, values: changed, custom, kept },
  });
  return reply.ok ? null : reply.error;
};

/** Puts the words at the end of that field of the note as it stands now; changed in between, it is read once more. */
export const putInNote = async (noteId: string, given: string): Promise<AppError | null> => {
  for (const isLast of [false, true]) {
    const reply = await call('notes.get', { noteId });
    if (!reply.ok) return reply.error;
    const error = await savedIn(reply.value, given);
    if (error?.code !== 'conflict' || isLast) return error;
  }
  return null;
};
