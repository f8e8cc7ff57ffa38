import type { Reply } from '../../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import { emptyValue, type NoteValue, type NoteValues } from '../../shared/note-values.ts';
import type { Note, NoteDraft } from '../../shared/notes.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';

export const typedBy = (name: string) => ({ signer: 'practitioner', method: 'typed', name }) as const;

/** What may be changed of a note, as it is sent back. */
export const draftOf = ({ on, format, templateId, values, custom, kept }: Note): NoteDraft => ({
  on,
  format,
  templateId,
  values,
  custom,
  kept,
});

/** Every field of a content filled with something, so that a note can be signed. */
export const filledIn = (
  { fields }: Pick<OutputOf<'notes.content'>, 'fields'>,
  more: Readonly<Record<string, Partial<NoteValue>>> = {},
): NoteValues =>
  Object.fromEntries(
    fields.map(({ id, options }) => [
      id,
      {
        ...emptyValue,
        text: `Words of ${id}`,
        choice: options[0]?.value ?? null,
        also: options.find(({ value }) => value.startsWith('H'))?.value ?? null,
        number: 3,
        time: '09:05',
        areas: {},
        ...more[id],
      },
    ]),
  );

/** A practice with a client, and notes without a session to begin, write and sign. */
export const writing = async (world?: TestWorld) => {
  const own = world ?? (await testWorld());
  const { id: clientId } = await own.ok('clients.create', clientDetails);
  const content = await own.ok('notes.content', {});
  const begun = (on: string | null = null): Promise<Note> => own.ok('notes.draft', { clientId, sessionId: null, on });
  const written = async (note: Note, more: Readonly<Record<string, Partial<NoteValue>>> = {}): Promise<Note> => {
    await own.ok('notes.save', {
      noteId: note.id,
      revision: note.revision,
      note: { ...draftOf(note), values: filledIn(content, more) },
    });
    return own.ok('notes.get', { noteId: note.id });
  };
  const signed = async (note: Note): Promise<Note> =>
    own.ok('notes.sign', { noteId: note.id, revision: note.revision, signature: typedBy('Anna Bell') });
  return { world: own, clientId, content, begun, written, signed };
};

export const reason = (word: string, details?: object) => ({
  ok: false,
  error: { code: 'refused', reason: word, ...(details ? { details } : {}) },
});

/** Somebody else who treats here, through dispatch as they would ask. */
export const colleague = async (world: TestWorld, name = 'Tom Berg') => {
  const actor = { id: world.open.newId(), name, role: 'practitioner' } as const;
  await world.open.database
    .insertInto('keyholders')
    .values({ id: actor.id, wrap_id: actor.id, name, role: actor.role, created_at: world.now() })
    .execute();
  const asked = world.standing({ state: 'open', practice: { ...world.open, actor } });
  const call = async <N extends CallName>(called: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> =>
    (await asked(called, input)) as Reply<OutputOf<N>>;
  const ok = async <N extends CallName>(called: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const reply = await call(called, input);
    if (!reply.ok) throw new Error(`${called}: ${JSON.stringify(reply.error)} ${world.incidents.map(String).join(' ')}`);
    return reply.value;
  };
  return { actor, call, ok };
};

/** The screen went to a client in the middle of a call that had come in before. */
export const handedOverMeanwhile = async ({ open, now }: TestWorld, clientId: string): Promise<void> => {
  await open.database
    .insertInto('handovers')
    .values({
      ...{ id: open.newId(), client_id: clientId, begun_at: now(), begun_by: open.actor.id, resting: 0 },
      ...{ ended_at: null, ended_by: null, calm_at: null, note_id: null },
    })
    .execute();
};
