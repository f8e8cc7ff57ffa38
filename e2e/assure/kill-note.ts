import type { Note } from '../../shared/notes.ts';
import { type Headless, okOf } from './headless-process.ts';
import type { KeptNotes } from './kept-notes.ts';
import type { After, Base, Workflow } from './kill-workflows.ts';
import { addendumTo, draftOf, signing, writeNote } from './note-records.ts';

const word = (): string => 'Slower breath';

const begun = async (vault: Headless, { clients }: Base): Promise<Note> =>
  okOf(vault.call('notes.draft', { clientId: clients[1]!.id, sessionId: null }));

const written = async (vault: Headless, base: Base): Promise<Note> => writeNote(vault, await begun(vault, base), word);

const signed = async (vault: Headless, base: Base): Promise<Note> => okOf(vault.call('notes.sign', signing(await written(vault, base))));

const standing = ({ notes, addenda }: KeptNotes): string =>
  [...notes.map(({ state, revision }) => `${state} ${revision}`), ...addenda.map(() => 'addendum')].join(', ');

/** It is as it was, or as it is after; and after where that was told. That its words, paper, entry and place in the search fit each other is looked at for every practice. */
const either =
  (before: string, after: string) =>
  ({ kept, told }: After): string | null => {
    const found = standing(kept.notes);
    if (found === before) return told === null ? null : 'told, and not kept';
    return found === after ? null : `neither before nor after: ${found}`;
  };

/** Typed, signed, added to and moved: each whole or not at all. */
export const noteWorkflows: readonly Workflow[] = [
  {
    name: 'saving a note',
    starts: 'open',
    ready: async (vault, base) => {
      const note = await written(vault, base);
      const words = { ...note.values, 's.words': { ...note.values['s.words']!, text: 'Newer words' } };
      return () => vault.call('notes.save', { noteId: note.id, revision: note.revision, note: { ...draftOf(note), values: words } });
    },
    wrong: (after) => {
      const [note] = after.kept.notes.notes;
      const isTorn = note !== undefined && (note.revision === 3) !== note.body.includes('Newer words');
      return isTorn ? 'half of it was kept' : either('draft 2', 'draft 3')(after);
    },
  },
  {
    name: 'signing a note',
    starts: 'open',
    ready: async (vault, base) => {
      const note = await written(vault, base);
      return () => vault.call('notes.sign', signing(note));
    },
    wrong: either('draft 2', 'signed 2'),
  },
  {
    name: 'adding to a signed note',
    starts: 'open',
    ready: async (vault, base) => {
      const note = await signed(vault, base);
      return () => vault.call('notes.addendum', addendumTo(note, 'Told later', 'Slept well'));
    },
    wrong: either('signed 2', 'signed 2, addendum'),
  },
  {
    name: 'moving a note to the right client',
    starts: 'open',
    ready: async (vault, base) => {
      const note = await signed(vault, base);
      return () => vault.call('notes.setInError', { noteId: note.id, reason: 'It was Cai', toClientId: base.clients[2]!.id });
    },
    wrong: either('signed 2', 'in-error 2, draft 1'),
  },
];
