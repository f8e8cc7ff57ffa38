import { join } from 'node:path';
import { partsOf, questionOf } from '../../electron/sessions/note-search-query.ts';
import type { Connection } from '../../electron/store/open.ts';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { emptyValue } from '../../shared/note-values.ts';
import type { Note } from '../../shared/notes.ts';
import { passphrase } from '../assure/trial-records.ts';
import { type Desk, openDesk } from './large-practice.ts';
import { manyNotes, plainNotes } from './many-notes.ts';
import { type Row, repeated, sideBySide, timed, timesOf } from './measure.ts';

const notesBefore = 200_000;

const contentOf = (desk: Desk): Promise<OutputOf<'notes.content'>> => desk.call('notes.content', {});

/** Filled so that it may be signed, with words of some length. */
const wholeDraft = ({ fields }: OutputOf<'notes.content'>, note: Note, words: string): InputOf<'notes.save'>['note'] => {
  const values = fields.map(({ id, options, type }) => {
    const also = type === 'two_choices' ? (options.find(({ value }) => value.startsWith('H'))?.value ?? null) : null;
    const choice = options[0]?.value ?? null;
    return [id, { ...emptyValue, text: words, choice, also, number: 3, time: '09:05', areas: {} }] as const;
  });
  return { on: note.on, format: note.format, templateId: null, values: Object.fromEntries(values), custom: [], kept: [] };
};

const words = (many: number): string =>
  Array.from({ length: many }, (_, at) => ['Breath', 'slower', 'than', 'before,', 'the', 'left', 'shoulder', 'warm.'][at % 8]).join(' ');

const begin = (desk: Desk, clientId: string): Promise<Note> => desk.call('notes.draft', { clientId, sessionId: null });

const signature = { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' } as const;

/** Begun and filled before the clock runs. @returns what took how long to sign */
const signedOnes = async (desk: Desk, clientIds: readonly string[]): Promise<readonly number[]> => {
  const content = await contentOf(desk);
  const times: number[] = [];
  for (const clientId of clientIds) {
    const note = await begin(desk, clientId);
    const { revision } = await desk.call('notes.save', { noteId: note.id, revision: 1, note: wholeDraft(content, note, words(12)) });
    times.push(await timed(() => desk.call('notes.sign', { noteId: note.id, revision, signature, reread: true })));
  }
  return times;
};

type Asked = Partial<InputOf<'notes.search'>> & { readonly query: string };

const searchesOf = (clientId: string): readonly (readonly [name: string, asked: Asked])[] => [
  ['a rare word', { query: 'wisteria' }],
  ['a word of every note', { query: 'shoulder' }],
  ['one letter', { query: 'a' }],
  ['a beginning of two letters', { query: 'sh' }],
  ['a beginning of five letters', { query: 'shoul' }],
  ['three words', { query: 'warm hand slow' }],
  ['a phrase', { query: '"the shoulder"' }],
  ['common words that never stand together', { query: '"shoulder the a"' }],
  ['with a client', { query: 'shoulder', clientId }],
  ['with a client, a year, signed', { query: 'warm', clientId, from: '2022-01-01', to: '2022-12-31', state: 'signed' }],
  ['in one month', { query: 'the', from: '2021-03-01', to: '2021-03-31' }],
  ['a common word among drafts', { query: 'the', state: 'draft' }],
  ['nothing found', { query: 'qqqqq' }],
];

const searching = async (desk: Desk, plain: Connection, clientId: string): Promise<Row[]> => {
  const { authorId } = (await desk.call('notes.ofClient', { clientId })).notes[0]!;
  const bare = plain.prepare('select rowid from plain.note_search where note_search match ? order by rowid desc limit 1001');
  const rows: Row[] = [];
  for (const [name, asked] of searchesOf(clientId)) {
    const where = { authorId, covered: [], clientId: asked.clientId ?? null, state: asked.state ?? null };
    const question = questionOf(partsOf(asked.query), where);
    const times = await sideBySide(
      60,
      () => desk.call('notes.search', asked),
      () => bare.all(question),
    );
    const against = { measured: times.bare.p95, what: 'the question alone, of all days, on a plain file' };
    rows.push({ what: `search in notes, ${name}, p95`, budget: 50, measured: times.ours.p95, unit: 'ms', against });
  }
  return rows;
};

/** A note of some length typed on, as it is saved every second; and what it takes right after a search found it. */
const saving = async (desk: Desk, plain: Connection, clientId: string): Promise<Row[]> => {
  const content = await contentOf(desk);
  const note = await begin(desk, clientId);
  const draft = (many: number) => wholeDraft(content, note, words(many));
  const bareSave = plain.prepare('update plain.notes set body = ?, revision = revision + 1 where rowid = ?');
  let revision = 1;
  const save = async (many: number): Promise<void> => {
    ({ revision } = await desk.call('notes.save', { noteId: note.id, revision, note: draft(many) }));
  };
  const typing = await sideBySide(
    200,
    (run) => save(20 + (run % 10)),
    (run) => bareSave.run(JSON.stringify(draft(20)), run + 1),
  );
  const [found, after] = [[] as number[], [] as number[]];
  for (let run = 0; run < 20; run += 1) {
    found.push(await timed(() => desk.call('notes.search', { query: 'slower' })));
    after.push(await timed(() => save(21)));
  }
  const { fields } = content;
  const most = Math.floor(490_000 / fields.length / 6.8);
  const long = await repeated(5, () => save(most));
  const read = await timed(() => desk.call('notes.search', { query: 'slower' }));
  const unread = await timed(() => save(most));
  const against = { measured: typing.bare.p95, what: 'bare update, synced' };
  return [
    { what: 'save a note, acknowledged, p50', budget: null, measured: typing.ours.p50, unit: 'ms' },
    { what: 'save a note, acknowledged, p95', budget: 20, measured: typing.ours.p95, unit: 'ms', against },
    { what: 'the first save after a search found it, p95', budget: null, measured: timesOf(after).p95, unit: 'ms' },
    { what: 'the first search after a save, p95', budget: 50, measured: timesOf(found).p95, unit: 'ms' },
    { what: 'save a note of 500,000 characters, p95', budget: null, measured: long.p95, unit: 'ms' },
    { what: 'the first search after that', budget: null, measured: read, unit: 'ms' },
    { what: 'the first save of it after that', budget: null, measured: unread, unit: 'ms' },
  ];
};

const reading = async (desk: Desk, clientIds: readonly string[], noted: string): Promise<Row[]> => {
  const ofClient = await repeated(200, (run) => desk.call('notes.ofClient', { clientId: clientIds[run * 7]! }));
  const unsigned = await repeated(100, () => desk.call('notes.unsigned', {}));
  const [line] = (await desk.call('notes.ofClient', { clientId: noted })).notes;
  const opened = await repeated(50, () => desk.call('notes.get', { noteId: line!.id }));
  const { rules } = await desk.call('language.settings', {});
  const examples = rules
    .flatMap(({ exampleFlagged, exampleOk }) => [exampleOk, exampleFlagged])
    .join(' ')
    .split(' ');
  const text = Array.from({ length: 5_000 }, (_, at) => examples[at % examples.length]).join(' ');
  const checked = await repeated(60, () => desk.call('language.check', { text }));
  return [
    { what: 'the notes of a client, p95', budget: 50, measured: ofClient.p95, unit: 'ms' },
    { what: 'a note opened, p95', budget: 50, measured: opened.p95, unit: 'ms' },
    { what: 'notes to sign and to write, p95', budget: 50, measured: unsigned.p95, unit: 'ms' },
    { what: 'the language helper over 5,000 words, p95', budget: 50, measured: checked.p95, unit: 'ms' },
  ];
};

/** Notes as they are written, signed and searched in a practice with 200,000 of them. Leaves a file many times as large behind. */
export const notes = async (folder: string, aside: string, clientIds: readonly string[]): Promise<Row[]> => {
  const setUp = openDesk(folder);
  await setUp.call('vault.unlock', { passphrase });
  await signedOnes(setUp, clientIds.slice(0, 1));
  await setUp.close();
  await manyNotes(folder, clientIds, notesBefore);
  const plain = await plainNotes(folder, join(aside, 'plain-notes.db'));

  // The file was written to by somebody else, which the first opening names.
  const before = openDesk(folder);
  const naming = await timed(() => before.call('vault.unlock', { passphrase }));
  await before.close();
  const desk = openDesk(folder);
  const unlock = await timed(() => desk.call('vault.unlock', { passphrase }));
  const saved = await saving(desk, plain, clientIds[5]!);
  const [cold, ...warm] = await signedOnes(desk, clientIds.slice(20, 61));
  const signed = timesOf(warm);
  const searched = await searching(desk, plain, clientIds[123]!);
  const read = await reading(desk, clientIds, clientIds[20]!);
  await desk.close();
  plain.close();
  return [
    { what: 'unlock with 200,000 notes, key derivation too', budget: null, measured: unlock, unit: 'ms' },
    { what: 'the same where most pages were changed, which is named', budget: null, measured: naming, unit: 'ms' },
    ...saved,
    { what: 'sign a note with its PDF, first in a process', budget: null, measured: cold!, unit: 'ms' },
    { what: 'sign a note with its PDF, p50', budget: 150, measured: signed.p50, unit: 'ms' },
    { what: 'sign a note with its PDF, p95', budget: 150, measured: signed.p95, unit: 'ms' },
    ...searched,
    ...read,
  ];
};
