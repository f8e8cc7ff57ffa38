import type { InputOf } from '../../shared/calls.ts';
import type { NoteContent } from '../../shared/note-content.ts';
import { emptyValue, type NoteValues } from '../../shared/note-values.ts';
import type { Note } from '../../shared/notes.ts';
import { type Headless, okOf } from './headless-process.ts';
import type { Ids } from './hostile-health.ts';
import { details, passphrase } from './trial-records.ts';

type Caller = Pick<Headless, 'call'>;
type Template = InputOf<'noteTemplates.save'>['template'];
type Draft = InputOf<'notes.save'>['note'];

let given = 0;
const addendumId = (): string => {
  given += 1;
  return `30000000-0000-4000-8000-${given.toString(16).padStart(12, '0')}`;
};

/** Each field with something in it that it can hold, each text of it from `word`. */
export const filledFields = ({ fields }: Pick<NoteContent, 'fields'>, word: () => string): NoteValues =>
  Object.fromEntries(
    [...fields, { id: 'narrative', options: [] }].map(({ id, options }) => [
      id,
      {
        ...emptyValue,
        text: word(),
        choice: options[0]?.value ?? null,
        also: options.at(-1)?.value ?? null,
        number: 3,
        time: '09:05',
        areas: { 'B-TRAP-L': 'yes' },
      },
    ]),
  );

const customField = (word: () => string): Draft['custom'][number] => ({
  id: 'sleep',
  label: word(),
  kind: 'scale',
  required: false,
  options: [word()],
  low: word(),
  high: word(),
});

export const draftOf = ({ on, format, templateId, values, custom, kept }: Note): Draft => ({
  on,
  format,
  templateId,
  values,
  custom,
  kept,
});

/** A note as a writer leaves it before signing. */
export const writeNote = async (vault: Caller, note: Note, word: () => string): Promise<Note> => {
  const content = await okOf(vault.call('notes.content', {}));
  const values = { ...filledFields(content, word), 'custom.sleep': { ...emptyValue, number: 3, after: 'declined' as const, text: word() } };
  const written = { ...draftOf(note), values, custom: [customField(word)], kept: [{ rule: 'toxins', words: word() }] };
  await okOf(vault.call('notes.save', { noteId: note.id, revision: note.revision, note: written }));
  return okOf(vault.call('notes.get', { noteId: note.id }));
};

export const signing = ({ id: noteId, revision }: Note, name = 'Ana Day'): InputOf<'notes.sign'> => ({
  noteId,
  revision,
  signature: { signer: 'practitioner', method: 'typed', name },
  reread: true,
  acceptSubstitutes: true,
});

export const addendumTo = ({ id: noteId }: Pick<Note, 'id'>, reason: string, text: string): InputOf<'notes.addendum'> => ({
  noteId,
  id: addendumId(),
  reason,
  text,
});

/**
 * Everything notes can hold once, each text of it from `word`: one signed with an addendum, what its client said of it and what its writer thought, one entered in error whose
 * words went to another client, covering, a way to begin and words to put in. The one that is named is a draft nobody wrote in yet.
 */
export const keepNotes = async (
  vault: Caller,
  { guestId, sessionId }: Pick<Ids, 'guestId' | 'sessionId'>,
  word: () => string,
  secret = passphrase,
): Promise<Pick<Ids, 'noteId'>> => {
  const { version } = await okOf(vault.call('notes.settings', {}));
  await okOf(vault.call('notes.setSettings', { version, settings: { reflections: true, checked: word() } }));
  const own = { 's.words': { ...emptyValue, text: word() } };
  const template = { name: word(), format: 'DAP', serviceIds: [], values: own, custom: [customField(word)] } satisfies Template;
  await okOf(vault.call('noteTemplates.save', { id: null, version: 0, active: true, template }));
  await okOf(vault.call('snippets.save', { id: null, version: 0, snippet: { trigger: word(), text: word(), shared: true } }));
  const begin = (of: string | null) => vault.call('notes.draft', { clientId: guestId, sessionId: of });

  const note = await writeNote(vault, await okOf(begin(sessionId)), word);
  await okOf(vault.call('reflections.save', { noteId: note.id, revision: 0, text: word() }));
  await okOf(vault.call('notes.sign', signing(note, word())));
  await okOf(vault.call('notes.addendum', addendumTo(note, word(), word())));
  const { handoverId } = await okOf(vault.call('handover.begin', { clientId: guestId, forms: [], noteId: note.id }));
  await okOf(vault.call('handover.noteRead', { handoverId, outcome: 'talk', words: word() }));
  await okOf(vault.call('handover.end', { handoverId, passphrase: secret }));
  await okOf(vault.call('notes.paper', { noteId: note.id }));
  await okOf(vault.call('notes.search', { query: word() }));

  const wrong = await writeNote(vault, await okOf(begin(null)), word);
  const { id: toClientId } = await okOf(vault.call('clients.create', { ...details, chosenName: word() }));
  await okOf(vault.call('notes.setInError', { noteId: wrong.id, reason: word(), toClientId }));
  await okOf(vault.call('notes.cover', { clientId: guestId, reason: word() }));
  return { noteId: (await okOf(begin(null))).id };
};
