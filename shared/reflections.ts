import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { TextLine } from './text.ts';
import { Instant } from './time.ts';

/**
 * What a practitioner writes for themselves (techniques.json, p.private; share class C). Kept apart from the record only where local law
 * allows, read by nobody but its writer, in no letter, print, search or export of one client.
 */
export const Reflection = z.strictObject({
  id: Id,
  text: z.string().max(limits.paragraph),
  createdAt: Instant,
  savedAt: Instant,
  revision: z.int().min(1),
  /** With its note it was locked, and a further one is written under it. */
  isLocked: z.boolean(),
});
export type Reflection = z.infer<typeof Reflection>;

export const NoteSettings = z.strictObject({
  /** Whether reflections are kept apart here, which only the law of the place can say. */
  reflections: z.boolean(),
  /** Where that was looked up, and when. */
  checked: TextLine,
});
export type NoteSettings = z.infer<typeof NoteSettings>;

const ofNote = ({ noteId }: { readonly noteId: string }, { clientId }: { readonly clientId: string }): AuditSubject => ({
  recordId: noteId,
  clientId,
});

export const reflectionCalls = {
  /** One's own about one note, oldest first. */
  'reflections.get': call({
    input: z.strictObject({ noteId: Id }),
    output: z.strictObject({ clientId: Id, entries: z.array(Reflection), settings: NoteSettings }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'reflections-opened', about: ofNote },
  }),
  /** Keeps the one that is open, or begins one (`revision` 0). @throws Refusal reflections-off, not-your-note; conflict with the entries as they stand; not-found note */
  'reflections.save': call({
    input: z.strictObject({
      noteId: Id,
      revision: z.int().min(0),
      text: z
        .string()
        .max(limits.paragraph)
        .overwrite((text) => text.toWellFormed().replace(/\r\n?/g, '\n').normalize()),
    }),
    output: z.strictObject({ clientId: Id, revision: z.int(), savedAt: Instant }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'reflection-saved',
      about: ofNote,
      run: (before: { readonly noteId: string }, now: { readonly noteId: string }) => before.noteId === now.noteId,
    },
  }),
  'notes.settings': call({
    input: z.strictObject({}),
    output: NoteSettings.extend({ version: z.int().min(1) }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** @throws Refusal law-not-checked (turned on without saying where that was looked up); conflict when someone saved meanwhile */
  'notes.setSettings': call({
    input: z.strictObject({ version: z.int().min(1), settings: NoteSettings }),
    output: NoteSettings.extend({ version: z.int().min(1) }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'note-settings-changed' },
  }),
};
