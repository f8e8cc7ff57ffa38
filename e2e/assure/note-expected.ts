import { notFilled } from '../../shared/note-values.ts';
import { covers, dayNow, mayRead, type NotePlace, type Person, type Written } from './note-place.ts';

/** What each call must be answered, by rules of the model's own: `taken`, or the word of the refusal. */

const ownAndOpen = (person: Person, note: Written): string | null => {
  if (note.author !== person.id) return 'not-your-note';
  if (note.inError) return 'note-in-error';
  return note.signed ? 'note-signed' : null;
};

export const saveOf = (person: Person, note: Written, revision: number, on: string, today: string): string => {
  const refusal = ownAndOpen(person, note);
  if (refusal) return refusal;
  if (revision !== note.revision) return 'conflict';
  const isMoved = note.sessionId === null && on !== note.on;
  return isMoved && on > today ? 'day-in-future' : 'taken';
};

export const signOf = ({ content }: NotePlace, person: Person, note: Written, revision: number): string => {
  const refusal = ownAndOpen(person, note);
  if (refusal) return refusal;
  if (revision !== note.revision) return 'conflict';
  return notFilled(content, { format: 'SOAP', values: note.values, custom: [] }).length > 0 ? 'note-unfinished' : 'taken';
};

type Addendum = { readonly id: string; readonly reason: string; readonly text: string };

export const addendumOf = (place: NotePlace, person: Person, note: Written, asked: Addendum): string => {
  if (!mayRead(place, person, note)) return 'covering-needed';
  const before = place.notes.flatMap((one) => one.addenda.map((added) => ({ ...added, noteId: one.id }))).find(({ id }) => id === asked.id);
  if (before) {
    const isSame = before.noteId === note.id && before.by === person.id && before.reason === asked.reason && before.text === asked.text;
    return isSame ? 'taken' : 'event-taken';
  }
  if (note.inError) return 'note-in-error';
  return note.signed ? 'taken' : 'note-not-signed';
};

export const errorOf = (person: Person, note: Written, toClientId: string | null): string => {
  if (note.author !== person.id) return 'not-your-note';
  if (note.inError) return 'note-in-error';
  return toClientId === note.clientId ? 'same-client' : 'taken';
};

/** The one note of a session: one that was entered in error makes room. */
export const noteOfSession = ({ notes }: NotePlace, sessionId: string): Written | null =>
  notes.find((one) => one.sessionId === sessionId && !one.inError) ?? null;

export const draftOfSession = (place: NotePlace, person: Person, session: NotePlace['sessions'][number]): string => {
  if (session.by !== person.id && !covers(place, person, session.clientId)) return 'covering-needed';
  const there = noteOfSession(place, session.id);
  return there && !mayRead(place, person, there) ? 'covering-needed' : 'taken';
};

export const draftOfDay = (place: NotePlace, on: string): string => (on > dayNow(place) ? 'day-in-future' : 'taken');

/** The one that is open: locked with its note; one begun after the signature closes with its day. */
export const openThought = (place: NotePlace, { thoughts, signed }: Written) => {
  const newest = thoughts.at(-1);
  if (!newest || newest.locked) return null;
  return signed && newest.day < dayNow(place) ? null : newest;
};

export const thoughtOf = (place: NotePlace, person: Person, note: Written, revision: number): string => {
  if (note.author !== person.id) return 'not-your-note';
  return (openThought(place, note)?.revision ?? 0) === revision ? 'taken' : 'conflict';
};
