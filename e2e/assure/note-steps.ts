import { createHash } from 'node:crypto';
import { eventId } from '../../electron/sessions/session.test-world.ts';
import type { Reply } from '../../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import { emptyValue, type NoteValues } from '../../shared/note-values.ts';
import type { Note } from '../../shared/notes.ts';
import type { Chance } from './chance.ts';
import { addendumOf, draftOfDay, draftOfSession, errorOf, noteOfSession, openThought, saveOf, signOf, thoughtOf } from './note-expected.ts';
import { allRows, paperOf, rowOf } from './note-look.ts';
import { dayNow, type NotePlace, newWord, type Person, same, type Written } from './note-place.ts';
import { filledFields, signing } from './note-records.ts';
import { dayOf } from './session-place.ts';

/** One call that may change something, with what it must be answered, and what the model keeps of it. */

export type Done = { readonly what: string; readonly wrong: readonly string[] };

export const answerOf = (reply: Reply<unknown>): string => {
  if (reply.ok) return 'taken';
  return reply.error.code === 'refused' ? reply.error.reason : reply.error.code;
};

type Step<N extends CallName> = { readonly expected: string; readonly keep: (value: OutputOf<N>) => Promise<readonly string[]> };

/** Refused, it changes nothing; taken, the model keeps it. */
const asked = async <N extends CallName>(
  place: NotePlace,
  person: Person,
  name: N,
  input: InputOf<N>,
  { expected, keep }: Step<N>,
): Promise<Done> => {
  const before = expected === 'taken' ? '' : await allRows(place);
  const reply = await person.call(name, input);
  const answer = answerOf(reply);
  const what = `${place.people.indexOf(person)} ${name}: ${answer}`;
  if (answer !== expected) return { what, wrong: [`${name} is ${answer}, and must be ${expected}`, ...place.world.incidents.map(String)] };
  if (!reply.ok) return { what, wrong: (await allRows(place)) === before ? [] : ['refused, and something changed'] };
  return { what, wrong: await keep(reply.value) };
};

const heardOf = (note: Note, author: string): Written => ({
  ...{ id: note.id, clientId: note.clientId, author, sessionId: note.sessionId, movedFrom: note.movedFrom, on: note.on },
  ...{ revision: note.revision, values: note.values, signed: null, inError: false, addenda: [], thoughts: [] },
});

const dayBy = (place: NotePlace, days: number): string => dayOf(Date.parse(place.world.now()) + days * 86_400_000);

export const drafts = (chance: Chance, place: NotePlace, person: Person): Promise<Done> => {
  const session = chance.below(2) ? chance.pick(place.sessions) : null;
  const on = session ? session.day : dayBy(place, chance.pick([0, 0, 0, -1, -9, 1]));
  const clientId = session?.clientId ?? chance.pick(place.clients);
  const there = session ? noteOfSession(place, session.id) : null;
  return asked(
    place,
    person,
    'notes.draft',
    { clientId, sessionId: session?.id ?? null, on },
    {
      expected: session ? draftOfSession(place, person, session) : draftOfDay(place, on),
      keep: async (note) => {
        if (there) return note.id === there.id && same(note.values, there.values) ? [] : ['the note of the session is another'];
        place.notes.push(heardOf(note, person.id));
        const isBegun = note.revision === 1 && note.on === on && note.state === 'draft' && note.isOwn;
        return isBegun ? [] : ['it was begun as something else'];
      },
    },
  );
};

const someValues = (chance: Chance, place: NotePlace): NoteValues => {
  const values = filledFields(place.content, () => 'as it was');
  const { narrative: _, ...soap } = values;
  const worded = { ...soap, 's.words': { ...emptyValue, text: `${newWord(place)} said` } };
  return chance.below(5) ? worded : { ...worded, 'o.observed': emptyValue };
};

const stale = (chance: Chance, revision: number): number =>
  chance.below(6) === 0 ? Math.max(1, revision + chance.pick([-1, 1])) : revision;

export const saves = (chance: Chance, place: NotePlace, person: Person, note: Written): Promise<Done> => {
  const revision = stale(chance, note.revision);
  const on = chance.below(6) ? note.on : dayBy(place, chance.pick([-2, 0, 1]));
  const values = someValues(chance, place);
  const draft = { on, format: 'SOAP', templateId: null, values, custom: [], kept: [] } as const;
  return asked(
    place,
    person,
    'notes.save',
    { noteId: note.id, revision, note: { ...draft, custom: [], kept: [] } },
    {
      expected: saveOf(person, note, revision, on, dayNow(place)),
      keep: async (saved) => {
        note.revision += 1;
        note.values = values;
        if (note.sessionId === null) note.on = on;
        return saved.revision === note.revision ? [] : [`it is told as ${saved.revision} of ${note.revision}`];
      },
    },
  );
};

export const signs = (chance: Chance, place: NotePlace, person: Person, note: Written): Promise<Done> => {
  const revision = stale(chance, note.revision);
  const input = signing({ id: note.id, revision } as Note, 'Ana Day');
  return asked(place, person, 'notes.sign', input, {
    expected: signOf(place, person, note, revision),
    keep: async ({ signed, values }) => {
      if (!signed) return ['it is told as not signed'];
      const row = await rowOf(place, note.id);
      const pdf = createHash('sha256')
        .update(await paperOf(place, signed.documentId))
        .digest('hex');
      note.signed = { row, pdf, documentId: signed.documentId };
      for (const thought of note.thoughts) thought.locked = true;
      const isLate = dayNow(place) > note.on;
      return [
        ...(same(values, note.values) ? [] : ['other words were signed than were saved']),
        ...(signed.late === isLate ? [] : [`late is told as ${signed.late}`]),
      ];
    },
  });
};

const sentBefore = ({ notes }: NotePlace) => notes.flatMap((note) => note.addenda.map((added) => ({ note, added })));

/** A new one; or the same once more, with the same words or others, to the same note or another. */
export const adds = (chance: Chance, place: NotePlace, person: Person, note: Written): Promise<Done> => {
  const earlier = sentBefore(place);
  const again = earlier.length > 0 && chance.below(4) === 0 ? chance.pick(earlier) : null;
  const to = again && chance.below(4) ? again.note : note;
  const fresh = { id: eventId(), reason: 'Told later', text: `${newWord(place)} added` };
  const { id, reason, text } = again ? { ...again.added, ...(chance.below(3) ? {} : { text: 'Something else' }) } : fresh;
  const isThere = earlier.some(({ added }) => added.id === id);
  return asked(
    place,
    person,
    'notes.addendum',
    { noteId: to.id, id, reason, text },
    {
      expected: addendumOf(place, person, to, { id, reason, text }),
      keep: async ({ values, addenda }) => {
        if (!isThere) to.addenda.push({ id, by: person.id, reason, text });
        return same(values, to.values) && addenda.length === to.addenda.length ? [] : ['the note is told as something else after it'];
      },
    },
  );
};

export const setsInError = (chance: Chance, place: NotePlace, person: Person, note: Written): Promise<Done> => {
  const toClientId = chance.below(2) ? chance.pick(place.clients) : null;
  return asked(
    place,
    person,
    'notes.setInError',
    { noteId: note.id, reason: 'Of somebody else', toClientId },
    {
      expected: errorOf(person, note, toClientId),
      keep: async ({ state, inError }) => {
        note.inError = true;
        if (toClientId === null) return state === 'in-error' && inError?.toNoteId === null ? [] : ['it is told as something else'];
        const moved = await person.ok('notes.get', { noteId: inError?.toNoteId ?? '' });
        place.notes.push(heardOf(moved, person.id));
        const isMoved = moved.clientId === toClientId && moved.movedFrom === note.id && same(moved.values, note.values);
        return isMoved && moved.state === 'draft' && moved.sessionId === null ? [] : ['its words did not go over'];
      },
    },
  );
};

export const coversFor = (chance: Chance, place: NotePlace, person: Person): Promise<Done> => {
  const clientId = chance.pick(place.clients);
  const at = place.world.now();
  return asked(
    place,
    person,
    'notes.cover',
    { clientId, reason: 'She is away' },
    {
      expected: 'taken',
      keep: async ({ until }) => {
        place.coverings.push({ by: person.id, clientId, at });
        const end = Date.parse(until);
        return dayOf(end - 1) === dayNow(place) && dayOf(end) > dayNow(place) ? [] : [`covering ends at ${until}`];
      },
    },
  );
};

export const thinks = (chance: Chance, place: NotePlace, person: Person, note: Written): Promise<Done> => {
  const open = openThought(place, note);
  const revision = chance.below(6) ? (open?.revision ?? 0) : chance.below(3);
  const text = `Only mine: ${newWord(place)}`;
  return asked(
    place,
    person,
    'reflections.save',
    { noteId: note.id, revision, text },
    {
      expected: thoughtOf(place, person, note, revision),
      keep: async (saved) => {
        if (open) Object.assign(open, { text, revision: open.revision + 1 });
        else {
          for (const thought of note.thoughts) thought.locked = true;
          note.thoughts.push({ text, day: dayNow(place), revision: 1, locked: false });
        }
        return saved.revision === (open?.revision ?? 1) ? [] : ['it is told as another number'];
      },
    },
  );
};
