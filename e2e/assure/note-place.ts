import { isDeepStrictEqual } from 'node:util';
import { clientDetails, type TestWorld, testWorld } from '../../electron/practice/practice.test-world.ts';
import { colleague } from '../../electron/sessions/note-world.test-world.ts';
import { eventId } from '../../electron/sessions/session.test-world.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { NoteValues } from '../../shared/note-values.ts';
import type { Chance } from './chance.ts';
import { dayOf } from './session-place.ts';

/** A practice where three people treat, the owner among them, and what the model knows of its notes: everything in it was said by an accepted call. */

export type Person = { readonly id: string; readonly call: TestWorld['call']; readonly ok: TestWorld['ok'] };

export type Added = { readonly id: string; readonly by: string; readonly reason: string; readonly text: string };
export type Thought = { text: string; readonly day: string; revision: number; locked: boolean };

export type Written = {
  readonly id: string;
  readonly clientId: string;
  readonly author: string;
  readonly sessionId: string | null;
  readonly movedFrom: string | null;
  on: string;
  revision: number;
  values: NoteValues;
  /** Row and paper as they were at the signature. */
  signed: { readonly row: object; readonly pdf: string; readonly documentId: string } | null;
  inError: boolean;
  readonly addenda: Added[];
  readonly thoughts: Thought[];
};

export type NotePlace = {
  readonly world: TestWorld;
  readonly people: readonly Person[];
  readonly clients: readonly string[];
  readonly content: OutputOf<'notes.content'>;
  readonly sessions: readonly { readonly id: string; readonly clientId: string; readonly by: string; readonly day: string }[];
  readonly notes: Written[];
  readonly coverings: { readonly by: string; readonly clientId: string; readonly at: string }[];
  /** Words that stood in some note once, each in one save or addendum alone. */
  readonly words: string[];
};

export const dayNow = ({ world }: NotePlace): string => dayOf(Date.parse(world.now()));

/** For this client, on this day, since it was said. */
export const covers = (place: NotePlace, { id }: Person, clientId: string): boolean =>
  place.coverings.some(
    (one) => one.by === id && one.clientId === clientId && one.at <= place.world.now() && dayOf(Date.parse(one.at)) === dayNow(place),
  );

export const mayRead = (place: NotePlace, person: Person, note: Pick<Written, 'author' | 'clientId'>): boolean =>
  note.author === person.id || covers(place, person, note.clientId);

/** A word nobody wrote before. */
export const newWord = (place: NotePlace): string => {
  const word = `w${place.words.length}q`;
  place.words.push(word);
  return word;
};

export const holdsWord = ({ values, addenda }: Written, word: string): boolean =>
  [...Object.values(values), ...addenda].some(({ text }) => text.split(' ').includes(word));

export const same = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);

const hour = 3_600_000;

/** Two clients, and four sessions of talk alone that are over; at some hour of the day, in two of five shortly before midnight. */
export const notePlaceFrom = async (chance: Chance): Promise<NotePlace> => {
  const world = await testWorld();
  const tom = await colleague(world);
  const mia = await colleague(world, 'Mia Soler');
  const people: readonly Person[] = [
    { id: world.open.actor.id, call: world.call, ok: world.ok },
    ...[tom, mia].map(({ actor, call, ok }) => ({ id: actor.id, call, ok })),
  ];
  const clients: string[] = [];
  for (const chosenName of ['Maya', 'Noor']) clients.push((await world.ok('clients.create', { ...clientDetails, chosenName })).id);
  await world.ok('notes.setSettings', { version: 1, settings: { reflections: true, checked: 'The college, November 2026' } });
  world.later(chance.below(5) < 2 ? 12 * hour + chance.below(hour) : chance.below(20 * hour));
  const sessions: { id: string; clientId: string; by: string; day: string }[] = [];
  for (const { id: by, ok } of people)
    for (const clientId of clients) {
      const { id } = await ok('sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: true });
      await ok('sessions.close', { sessionId: id, id: eventId(), end: { left: 'With a friend', tasks: [] } });
      sessions.push({ id, clientId, by, day: dayOf(Date.parse(world.now())) });
    }
  return { world, people, clients, content: await world.ok('notes.content', {}), sessions, notes: [], coverings: [], words: [] };
};
