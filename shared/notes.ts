import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { DocumentHead } from './documents.ts';
import { EventId, Id } from './ids.ts';
import { limits } from './limits.ts';
import { NoteContent, noteFormats } from './note-content.ts';
import { NoteBody } from './note-values.ts';
import { Signature } from './signatures.ts';
import { Paragraph, shows, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

const Needed = Paragraph.refine(shows, 'required');

/** What may be changed while a note is not signed. */
export const NoteDraft = NoteBody.extend({
  /** The day it is about; the day it was begun stands beside it. Of a session it is that session's and stays. */
  on: CalendarDay,
  templateId: Id.nullable(),
});
export type NoteDraft = z.infer<typeof NoteDraft>;

export const NoteState = z.enum(['draft', 'signed', 'in-error']);

const Line = {
  id: Id,
  clientId: Id,
  authorId: Id,
  authorName: z.string(),
  sessionId: Id.nullable(),
  on: CalendarDay,
  /** The day it was begun, which is another where it was written later. */
  writtenOn: CalendarDay,
  format: z.enum(noteFormats),
  state: NoteState,
  revision: z.int().min(1),
  savedAt: Instant,
  signedAt: Instant.nullable(),
};

/** One of a list; without its words. */
export const NoteLine = z.strictObject({ ...Line, addenda: z.int().min(0), reviewed: z.boolean() });
export type NoteLine = z.infer<typeof NoteLine>;

const Signed = z.strictObject({
  at: Instant,
  byName: z.string(),
  documentId: Id,
  /** Of the words that were signed, as they are kept. */
  sha256: z.string(),
  method: z.enum(['drawn', 'typed']),
  /** Signed on a later day than the one it is about. */
  late: z.boolean(),
});

const Addendum = z.strictObject({
  id: EventId,
  at: Instant,
  byName: z.string(),
  /** Somebody else's than the note. */
  isCovering: z.boolean(),
  reason: z.string(),
  text: z.string(),
});

/** The client read it, or would rather talk about it, on the screen that was handed over. */
const Review = z.strictObject({
  at: Instant,
  outcome: z.enum(['read', 'talk']),
  words: z.string(),
  /** Of the note as it is now. */
  isCurrent: z.boolean(),
});

export const Note = z.strictObject({
  ...Line,
  ...NoteDraft.shape,
  chosenName: z.string(),
  /** Of the session it is about; null without one. */
  startedAt: Instant.nullable(),
  signed: Signed.nullable(),
  addenda: z.array(Addendum),
  reviews: z.array(Review),
  inError: z.strictObject({ at: Instant, byName: z.string(), reason: z.string(), toNoteId: Id.nullable() }).nullable(),
  /** The note, entered with somebody else in error, that this one was made from. */
  movedFrom: Id.nullable(),
  /** Who asks wrote it. */
  isOwn: z.boolean(),
});
export type Note = z.infer<typeof Note>;

const ofNote = (_: unknown, { id, clientId }: { readonly id: string; readonly clientId: string }): AuditSubject => ({
  recordId: id,
  clientId,
});
const ofClient = ({ clientId }: { readonly clientId: string }): AuditSubject => ({ clientId });
type Named = { readonly noteId: string };
const sameNote = (before: Named, now: Named): boolean => before.noteId === now.noteId;

export const NoteHit = z.strictObject({
  id: Id,
  clientId: Id,
  chosenName: z.string(),
  authorName: z.string(),
  on: CalendarDay,
  state: NoteState,
  /** A piece of the note around what was found; `hit`: found there. */
  snippet: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
});
export type NoteHit = z.infer<typeof NoteHit>;

export const noteCalls = {
  'notes.content': call({
    input: z.strictObject({}),
    output: NoteContent,
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /**
   * Begins a note, drafted from what happened where a session is named, else empty but for its template. Of a session there is one note:
   * asked again it is the one there is. `covering` is needed for the session of another practitioner.
   * @throws Refusal session-open (it is not closed), covering-needed, client-archived (without a session), day-in-future; not-found client, session, note-template
   */
  'notes.draft': call({
    input: z.strictObject({
      clientId: Id,
      sessionId: Id.nullable(),
      /** The day it is about; of a session it is that session's. */
      on: CalendarDay.nullable().default(null),
      templateId: Id.nullable().default(null),
    }),
    output: Note,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'note-begun' },
  }),
  /**
   * Keeps it as it stands on the screen; on disk before it is answered. `revision`: the newest the window knew of.
   * @throws Refusal note-signed, note-in-error, not-your-note, note-fields (not in a note, or not to be chosen), note-too-long, day-in-future;
   * conflict with the note as it stands; not-found note
   */
  'notes.save': call({
    input: z.strictObject({ noteId: Id, revision: z.int().min(1), note: NoteDraft }),
    output: z.strictObject({ id: Id, clientId: Id, revision: z.int(), savedAt: Instant }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'note-saved', about: ofNote, run: sameNote },
  }),
  /**
   * From here on not a letter of it changes: the paper is drawn and kept with it. `reread`: what the helper asks to read again was read.
   * @throws Refusal note-signed, note-in-error, not-your-note, note-unfinished (names the fields), words-to-reread, signatures-incomplete,
   * characters-unprintable; conflict with the note as it stands; not-found note
   */
  'notes.sign': call({
    input: z.strictObject({
      noteId: Id,
      revision: z.int().min(1),
      signature: Signature,
      reread: z.boolean().default(false),
      acceptSubstitutes: z.boolean().default(false),
    }),
    output: Note,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'note-signed' },
  }),
  /**
   * What is said later, under one's own name and time; the original stays as it is. `id` makes a retry the same addendum.
   * @throws Refusal note-not-signed, note-in-error, covering-needed, event-taken (the id is that of another addendum); not-found note
   */
  'notes.addendum': call({
    input: z.strictObject({ noteId: Id, id: EventId, reason: TextLine.refine(shows, 'required'), text: Needed }),
    output: Note,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'note-addendum' },
  }),
  /** @throws Refusal covering-needed (it is another practitioner's); not-found note */
  'notes.get': call({
    input: z.strictObject({ noteId: Id }),
    output: Note,
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'note-opened', about: ofNote, run: sameNote },
  }),
  /** Newest first, without their words; `unwritten`: sessions that are over and have none. */
  'notes.ofClient': call({
    input: z.strictObject({ clientId: Id, limit: z.int().min(1).max(500).default(100) }),
    output: z.strictObject({
      clientId: Id,
      notes: z.array(NoteLine),
      total: z.int(),
      unwritten: z.array(z.strictObject({ sessionId: Id, startedAt: Instant, practitionerName: z.string() })),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'notes-opened', about: ofClient },
  }),
  /**
   * Words in notes of one's own, and of those one covers: all of them, in any order, the last one as a beginning. Quotes hold words together.
   * Newest first; `total` is counted no further than `atLeast` says.
   */
  'notes.search': call({
    input: z.strictObject({
      query: z.string().max(limits.line),
      clientId: Id.nullable().default(null),
      from: CalendarDay.nullable().default(null),
      to: CalendarDay.nullable().default(null),
      state: NoteState.nullable().default(null),
      limit: z.int().min(1).max(100).default(30),
    }),
    output: z.strictObject({ hits: z.array(NoteHit), total: z.int(), atLeast: z.boolean() }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'notes-searched',
      about: ({ clientId }: { readonly clientId: string | null }): AuditSubject => (clientId ? { clientId } : {}),
      run: () => true,
    },
  }),
  /** For Today: one's own notes that are not signed, and one's own sessions that have none. Oldest first. */
  'notes.unsigned': call({
    input: z.strictObject({}),
    output: z.strictObject({
      waiting: z.array(
        z.strictObject({
          clientId: Id,
          chosenName: z.string(),
          noteId: Id.nullable(),
          sessionId: Id.nullable(),
          on: CalendarDay,
        }),
      ),
      total: z.int(),
    }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /**
   * Entered in error: hidden with reason and person, and never deleted. `toClientId`: a new note with these words is begun there, naming this one.
   * @throws Refusal note-in-error, not-your-note, same-client, client-archived (who it is moved to); not-found note, client
   */
  'notes.setInError': call({
    input: z.strictObject({ noteId: Id, reason: TextLine.refine(shows, 'required'), toClientId: Id.nullable() }),
    output: Note,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'note-in-error' },
  }),
  /** Opens another practitioner's notes of this client until the day is over, with a reason that is kept and looked at. */
  'notes.cover': call({
    input: z.strictObject({ clientId: Id, reason: TextLine.refine(shows, 'required') }),
    output: z.strictObject({ clientId: Id, until: Instant }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'covering-begun' },
  }),
  /** The note with its addenda, to print or save; marked where it is not signed. Held until the next lock. @throws Refusal covering-needed, note-in-error; not-found note */
  'notes.paper': call({
    input: z.strictObject({ noteId: Id }),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'note-printed',
      about: ({ noteId }: Named, { clientId }: { readonly clientId: string | null }): AuditSubject => ({
        recordId: noteId,
        ...(clientId ? { clientId } : {}),
      }),
    },
  }),
};
