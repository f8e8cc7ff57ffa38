import { createHash } from 'node:crypto';
import type { CallName, InputOf } from '../../shared/calls.ts';
import type { Chance } from './chance.ts';
import { allRows, verified } from './note-look.ts';
import { holdsWord, mayRead, type NotePlace, type Person, same, type Written } from './note-place.ts';
import { answerOf, type Done } from './note-steps.ts';

/** Who sees what: one's own, that of clients one covers, and of what was thought for oneself nobody else's. */

const differs = (what: string, is: unknown, must: unknown): readonly string[] =>
  same(is, must) ? [] : [`${what}: ${JSON.stringify(is)?.slice(0, 200)}, and must be ${JSON.stringify(must)?.slice(0, 200)}`];

const stateOf = ({ inError, signed }: Written): string => (inError ? 'in-error' : signed ? 'signed' : 'draft');

export const opens = async (place: NotePlace, person: Person, note: Written): Promise<Done> => {
  const reply = await person.call('notes.get', { noteId: note.id });
  const what = `${place.people.indexOf(person)} notes.get: ${answerOf(reply)}`;
  const must = mayRead(place, person, note) ? 'taken' : 'covering-needed';
  if (!reply.ok) return { what, wrong: differs('opened', answerOf(reply), must) };
  const { values, state, revision, on, addenda, isOwn } = reply.value;
  const told = { values, state, revision, on, addenda: addenda.map(({ text }) => text).sort(), isOwn };
  const kept = {
    ...{ values: note.values, state: stateOf(note), revision: note.revision, on: note.on },
    ...{ addenda: note.addenda.map(({ text }) => text).sort(), isOwn: note.author === person.id },
  };
  return { what, wrong: [...differs('opened', 'taken', must), ...differs('the note', told, kept)] };
};

export const thoughtsRead = async (place: NotePlace, person: Person, note: Written): Promise<Done> => {
  const { entries } = await person.ok('reflections.get', { noteId: note.id });
  const own = note.author === person.id ? note.thoughts.map(({ text }) => text) : [];
  const told = entries.map(({ text }) => text);
  return { what: `${place.people.indexOf(person)} reflections.get`, wrong: differs('reflections', told.sort(), [...own].sort()) };
};

/** In one's own and those of clients one covers; never in what was entered in error, nor in what was thought for oneself. */
export const searches = async (chance: Chance, place: NotePlace, person: Person): Promise<Done> => {
  const word = place.words.length > 0 ? chance.pick(place.words) : 'w0q';
  const clientId = chance.below(3) ? null : chance.pick(place.clients);
  const { hits } = await person.ok('notes.search', { query: word, clientId });
  const must = place.notes
    .filter((note) => !note.inError && holdsWord(note, word) && mayRead(place, person, note))
    .filter((note) => clientId === null || note.clientId === clientId)
    .map(({ id }) => id);
  const found = hits.map(({ id }) => id);
  return { what: `${place.people.indexOf(person)} notes.search`, wrong: differs(`found by ${word}`, found.sort(), [...must].sort()) };
};

export const lists = async (chance: Chance, place: NotePlace, person: Person): Promise<Done> => {
  const clientId = chance.pick(place.clients);
  const told = await person.ok('notes.ofClient', { clientId });
  const lines = told.notes.map(({ id, state, addenda }) => `${id} ${state} ${addenda}`);
  const must = place.notes.filter((note) => note.clientId === clientId).map((note) => `${note.id} ${stateOf(note)} ${note.addenda.length}`);
  const words = place.words.filter((word) => JSON.stringify(told).includes(`${word} `));
  return {
    what: `${place.people.indexOf(person)} notes.ofClient`,
    wrong: [...differs('the list', lines.sort(), must.sort()), ...differs('words in a list', words, [])],
  };
};

/** The paper that was signed, byte for byte; or one drawn now. */
export const papers = async (chance: Chance, place: NotePlace, person: Person, note: Written): Promise<Done> => {
  const readable = mayRead(place, person, note) ? 'taken' : 'covering-needed';
  if (!note.signed || chance.below(6) === 0) {
    const answer = answerOf(await person.call('notes.paper', { noteId: note.id }));
    const must = readable === 'taken' && note.inError ? 'note-in-error' : readable;
    return { what: `${place.people.indexOf(person)} notes.paper: ${answer}`, wrong: differs('the paper', answer, must) };
  }
  const reply = await person.call('documents.get', { id: note.signed.documentId });
  const what = `${place.people.indexOf(person)} documents.get: ${answerOf(reply)}`;
  if (!reply.ok || readable !== 'taken') return { what, wrong: differs('the paper', answerOf(reply), readable) };
  const sha256 = createHash('sha256').update(Buffer.from(reply.value.pdf, 'base64')).digest('hex');
  return { what, wrong: [...differs('the paper', sha256, note.signed.pdf), ...(await verified(place, note))] };
};

/** Nothing of a note is answered while the practice is locked, or the screen is with a client. */
export const shut = async (chance: Chance, place: NotePlace, note: Written): Promise<Done> => {
  const { world } = place;
  const before = await allRows(place);
  const calls: readonly (readonly [CallName, InputOf<CallName>])[] = [
    ['notes.get', { noteId: note.id }],
    ['notes.search', { query: 'w0q' }],
    ['notes.cover', { clientId: note.clientId, reason: 'x' }],
    ['notes.setInError', { noteId: note.id, reason: 'x', toClientId: null }],
    ['reflections.get', { noteId: note.id }],
  ];
  const [name, input] = chance.pick(calls);
  const isLocked = chance.below(2) === 0;
  const { handOver } = world.open;
  if (!isLocked) handOver.begin({ id: note.id, clientId: note.clientId });
  const asked = isLocked ? world.standing({ state: 'locked' }) : world.raw;
  const answer = answerOf((await asked(name, input)) as never);
  handOver.end();
  const wrong = [...differs(name, answer, isLocked ? 'locked' : 'handed-over'), ...differs('what is kept', await allRows(place), before)];
  return { what: `${name} while ${answer}`, wrong };
};
