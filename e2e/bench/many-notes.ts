import { join } from 'node:path';
import { firstNumberOf, keyOfNote } from '../../electron/sessions/note-search-query.ts';
import { indexed } from '../../electron/sessions/note-search-words.ts';
import { type Connection, openDatabase, openInMemory } from '../../electron/store/open.ts';
import { emptyValue } from '../../shared/note-values.ts';
import { chanceFrom } from '../assure/chance.ts';
import { keysOf } from '../assure/kept-records.ts';
import { passphrase } from '../assure/trial-records.ts';

const yearsBefore = 10;
/** Of this many days ago the newest is, so that what is measured afterwards comes later. */
const daysAgo = 2;
/** In this many notes stands the rare word. */
const rareOnes = 7;

const chance = chanceFrom(20_261_124);
const parts = [
  'ta',
  're',
  'mi',
  'sho',
  'ul',
  'der',
  'ne',
  'ck',
  'ba',
  'sli',
  'po',
  'nu',
  'ver',
  'con',
  'st',
  'la',
  'gra',
  'fi',
  'wo',
  'en',
];
const common = 'the a and of to was her on with left right then more less after hand neck slow calm warm breath said long out'.split(' ');
/** As language has them: a few words are most of what is written, and there are many more. */
const words = [
  ...common,
  ...Array.from({ length: 6_000 }, () => Array.from({ length: 1 + chance.below(4) }, () => chance.pick(parts)).join('')),
];
const word = (): string => words[Math.floor((chance.below(10_000) / 10_000) ** 4 * words.length)] ?? 'the';
/** What is written, and the words of it as the index has them: of sentences that come again they are taken once. */
type Written = { readonly text: string; readonly words: string };
const written = (text: string): Written => ({ text, words: indexed(text) });
const together = (all: readonly Written[], between: string): Written => ({
  text: all.map(({ text }) => text).join(between),
  words: all.map((one) => one.words).join(' '),
});
const sentences = Array.from({ length: 5_000 }, () => written(`${Array.from({ length: 6 + chance.below(10) }, word).join(' ')}.`));
const paragraph = (): Written =>
  together(
    Array.from({ length: 2 + chance.below(3) }, () => chance.pick(sentences)),
    ' ',
  );
const aim = written('Ease in the shoulder.');
const rareAim = written('Ease in the shoulder. Wisteria by the window.');

type Row = Readonly<Record<string, unknown>>;

const putInto = (db: Connection, table: string, row: Row): ((row: Row) => unknown) => {
  const columns = Object.keys(row);
  const statement = db.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
  return (one) => statement.run(...columns.map((column) => one[column]));
};

const idOf = (number: number): string => `01a207a2-3366-7916-a777-${number.toString(16).padStart(12, '0')}`;

/** Some hundred words in five fields, one line of them in every note. */
const bodyOf = (number: number, total: number): { readonly words: string; readonly json: string } => {
  const isRare = number % Math.floor(total / rareOnes) === 11;
  const texts = {
    's.words': paragraph(),
    's.aim': isRare ? rareAim : aim,
    'o.observed': paragraph(),
    'a.response': paragraph(),
    'p.plan': paragraph(),
  };
  const values = Object.fromEntries(Object.entries(texts).map(([id, { text }]) => [id, { ...emptyValue, text }]));
  const { words: all } = together(Object.values(texts), '\n');
  return { words: all, json: JSON.stringify({ format: 'SOAP', values, custom: [], kept: [] }) };
};

/**
 * Written straight into the file with their words in the index, each of a session of its own, from a session and a signed note that were
 * made through the calls: writing and signing so many would take the day. Their papers are left out, as are the words of the sessions.
 */
export const manyNotes = async (folder: string, clientIds: readonly string[], total: number): Promise<void> => {
  const db = openDatabase(join(folder, 'practice.db'), (await keysOf(folder, passphrase)).database, { create: false });
  const note = db.prepare('select * from notes where signed_at is not null limit 1').get() as Row;
  const session = db.prepare('select * from sessions where ended_at is not null limit 1').get() as Row;
  const putNote = putInto(db, 'notes', note);
  const putSession = putInto(db, 'sessions', session);
  const putRow = db.prepare('insert into note_rows (id, note_id) values (?, ?)');
  const putWords = db.prepare('insert into note_search (rowid, keys, body) values (?, ?, ?)');
  const aDay = Math.ceil(total / (yearsBefore * 365));
  const firstDay = Date.now() - (yearsBefore * 365 + daysAgo) * 86_400_000;
  const keys = (clientId: string): string =>
    [keyOfNote('client', clientId), keyOfNote('author', String(note.author_id)), keyOfNote('state', 'signed')].join(' ');
  db.pragma('foreign_keys = off');
  // The indexes by client are written all over: they stay in memory meanwhile.
  db.pragma('cache_size = -400000');
  for (let number = 0; number < total; number += 1) {
    if (number % 20_000 === 0) db.exec('begin');
    const id = idOf(number);
    const at = new Date(firstDay + Math.floor(number / aDay) * 86_400_000).toISOString();
    const on = at.slice(0, 10);
    const clientId = clientIds[number % clientIds.length] ?? '';
    const { words: found, json } = bodyOf(number, total);
    putSession({ ...session, id, client_id: clientId, appointment_id: null, started_at: at, close_id: id, ending: '{}', summary: '{}' });
    const when = { happened_on: on, created_at: at, created_on: on, saved_at: at, signed_at: at };
    putNote({ ...note, ...when, id, client_id: clientId, session_id: id, document_id: id, body: json });
    const row = firstNumberOf(on) + (number % aDay);
    putRow.run(row, id);
    putWords.run(row, keys(clientId), found);
    if (number % 20_000 === 19_999 || number === total - 1) db.exec('commit');
  }
  db.close();
};

/** What SQLite takes for the same question and the same save by itself: the same tables, by the same driver, in a file without a cipher. */
export const plainNotes = async (folder: string, file: string): Promise<Connection> => {
  const db = openDatabase(join(folder, 'practice.db'), (await keysOf(folder, passphrase)).database, { create: false });
  const attached = (connection: Connection): Connection => {
    connection.prepare("attach database ? as plain key ''").run(file);
    connection.pragma('foreign_keys = off');
    connection.pragma('plain.journal_mode = WAL');
    connection.pragma('plain.synchronous = FULL');
    return connection;
  };
  // Made by the other connection: one that opens a practice makes no file.
  const plain = attached(openInMemory());
  attached(db).exec('begin');
  const made = db.prepare("select sql from sqlite_schema where name in ('notes', 'note_search') order by name").all() as Row[];
  for (const { sql } of made) db.exec(String(sql).replace(/^create (virtual )?table /i, (begin) => `${begin}plain.`));
  db.exec('insert into plain.note_search (rowid, keys, body) select rowid, keys, body from main.note_search');
  db.exec('insert into plain.notes select * from main.notes limit 1000; commit');
  db.close();
  return plain;
};
