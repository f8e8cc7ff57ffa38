import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { Note } from '../../shared/notes.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { queryLayer } from '../store/dialect.ts';
import { migrate } from '../store/migrate.ts';
import { openInMemory } from '../store/open.ts';
import { colleague, draftOf, writing } from './note-world.test-world.ts';

const searching = async () => {
  const made = await writing();
  const { world, begun } = made;
  /** A note of that day with these words, and nothing else written. */
  const noted = async (text: string, on: string | null = null): Promise<Note> => {
    const note = await begun(on);
    const values = { 'o.observed': { ...note.values['o.observed'], text } };
    await world.ok('notes.save', { noteId: note.id, revision: 1, note: { ...draftOf(note), values } });
    return world.ok('notes.get', { noteId: note.id });
  };
  const found = async (query: string, more: Partial<InputOf<'notes.search'>> = {}): Promise<readonly string[]> =>
    (await world.ok('notes.search', { query, ...more })).hits.map(({ id }) => id);
  return { ...made, noted, found };
};

describe('words in notes', () => {
  test('are found in any order, whatever script or accent, newest day first', async () => {
    const { noted, found, world, clientId } = await searching();
    const old = await noted('Schulter warm, épaule détendue', '2026-09-01');
    const japanese = await noted('今日は肩こりが軽い', '2026-10-01');
    const newest = await noted('The shoulder was warm 👍🏽; Straße', '2026-11-01');
    expect(await found('warm')).toEqual([newest.id, old.id]);
    expect(await found('WARM schul')).toEqual([old.id]);
    expect(await found('epaule')).toEqual([old.id]);
    expect(await found('"warm epaule"')).toEqual([old.id]);
    expect(await found('"epaule warm"')).toEqual([]);
    expect(await found('肩こり')).toEqual([japanese.id]);
    expect(await found('こり 今日')).toEqual([japanese.id]);
    expect(await found('肩軽')).toEqual([]);
    expect(await found('👍')).toEqual([newest.id]);
    expect(await found('strasse')).toEqual([newest.id]);
    expect(await found('s')).toEqual([]);
    expect(await world.ok('notes.search', { query: 'shoulder was' })).toEqual({
      hits: [
        {
          id: newest.id,
          clientId,
          chosenName: 'Maya Rosario',
          authorName: 'Hana Lindqvist',
          on: '2026-11-01',
          state: 'draft',
          snippet: [
            { text: 'The ', hit: false },
            { text: 'shoulder', hit: true },
            { text: ' ', hit: false },
            { text: 'was', hit: true },
            { text: ' warm 👍🏽; Straße', hit: false },
          ],
        },
      ],
      total: 1,
      atLeast: false,
    });
  });

  test('are those of the note as it is now, signed or not, and of its addenda', async () => {
    const { world, begun, written, signed, found } = await searching();
    const note = await begun();
    const first = await written(note, { 'o.observed': { text: 'Ferns' } });
    expect(await found('ferns')).toEqual([note.id]);
    const second = await written(first, { 'o.observed': { text: 'Moss' } });
    expect([await found('ferns'), await found('moss')]).toEqual([[], [note.id]]);
    await signed(second);
    expect([await found('moss', { state: 'draft' }), await found('moss', { state: 'signed' })]).toEqual([[], [note.id]]);
    const id = '30000000-0000-4000-8000-000000000001';
    await world.ok('notes.addendum', { noteId: note.id, id, reason: 'Told later', text: 'Slept like a stone' });
    expect(await found('moss stone')).toEqual([note.id]);
    const { hits } = await world.ok('notes.search', { query: 'stone' });
    expect(hits.map(({ snippet }) => snippet.filter(({ hit }) => hit))).toEqual([[{ text: 'stone', hit: true }]]);
  });

  test('are looked for with one client, between days, and in one state', async () => {
    const { world, clientId, noted, found } = await searching();
    const [first, second, third] = [
      await noted('calm', '2026-09-01'),
      await noted('calm', '2026-09-02'),
      await noted('calm', '2026-09-03'),
    ];
    const other = await writing(world);
    const elsewhere = await other.begun('2026-09-02');
    await other.written(elsewhere, { 'o.observed': { text: 'calm' } });
    const ids = (...notes: readonly Note[]) => notes.map(({ id }) => id);
    expect(await found('calm', { clientId })).toEqual(ids(third, second, first));
    expect(await found('calm', { from: '2026-09-02', to: '2026-09-02' })).toEqual(ids(elsewhere, second));
    expect(await found('calm', { clientId, from: '2026-09-02' })).toEqual(ids(third, second));
    expect(await found('calm', { to: '2026-09-01' })).toEqual(ids(first));
    expect(await found('calm', { from: '2026-09-03', to: '2026-09-01' })).toEqual([]);
    await world.ok('notes.setInError', { noteId: first.id, reason: 'Of somebody else', toClientId: other.clientId });
    const moved = (await world.ok('notes.get', { noteId: first.id })).inError?.toNoteId;
    expect(await found('calm', { to: '2026-09-01' })).toEqual([moved]);
    expect(await found('calm', { state: 'in-error' })).toEqual(ids(first));
  });

  test('are those of who asks, and of clients they cover for as long as they do', async () => {
    const { world, clientId, noted, found } = await searching();
    const note = await noted('a quiet breath');
    const tom = await colleague(world);
    const ofTom = async (more: Partial<InputOf<'notes.search'>> = {}) =>
      (await tom.ok('notes.search', { query: 'quiet', ...more })).hits.map(({ id, authorName }) => [id, authorName]);
    expect([await ofTom(), await ofTom({ clientId })]).toEqual([[], []]);
    await tom.ok('notes.cover', { clientId, reason: 'She is away' });
    expect([await ofTom(), await ofTom({ clientId })]).toEqual([[[note.id, 'Hana Lindqvist']], [[note.id, 'Hana Lindqvist']]]);
    expect(await ofTom({ clientId: world.open.newId() })).toEqual([]);
    world.later(24 * 3_600_000);
    expect(await ofTom()).toEqual([]);
    expect(await found('quiet')).toEqual([note.id]);
  });

  test('are counted no further than a thousand', async () => {
    const { world, noted } = await searching();
    const note = await noted('breath');
    await world.ok('notes.search', { query: 'breath' });
    const { database } = world.open;
    const rows = await database.selectFrom('note_search').select(['rowid', 'keys', 'body']).execute();
    const [row] = rows;
    if (!row) throw new Error('not indexed');
    const more = Array.from({ length: 1_000 }, (_, number) => ({ ...row, rowid: row.rowid - number - 1 }));
    for (let at = 0; at < more.length; at += 100)
      await database
        .insertInto('note_search')
        .values(more.slice(at, at + 100))
        .execute();
    expect(await world.ok('notes.search', { query: 'breath', limit: 1 })).toMatchObject({
      hits: [{ id: note.id }],
      total: 1_000,
      atLeast: true,
    });
    await database
      .deleteFrom('note_search')
      .where('rowid', '=', row.rowid - 1_000)
      .execute();
    expect(await world.ok('notes.search', { query: 'breath', limit: 1 })).toMatchObject({ total: 1_000, atLeast: false });
  });
});

describe('whatever is typed', () => {
  test('is words or nothing, and never an error', async () => {
    const { world, noted } = await searching();
    const note = await noted('NEAR the body: keys AND "rest" a* 王 \\ ; --');
    const anything = fc.string({ unit: 'binary', maxLength: 500 }).map((text) => text.slice(0, 500));
    const operators = fc
      .array(
        fc.constantFrom(
          '"',
          '*',
          '^',
          '(',
          ')',
          'NEAR(',
          'AND',
          'OR',
          'NOT',
          'body:',
          'keys :',
          '-',
          '+',
          '{',
          '}',
          ' ',
          'a',
          '王',
          '\u0000',
        ),
        {
          maxLength: 80,
        },
      )
      .map((pieces) => pieces.join('').slice(0, 500));
    const long = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((one, index, all) => all.map((other) => `${one}${other}${index}`));
    const asked = [
      ...fc.sample(anything, 60),
      ...fc.sample(operators, 120),
      ...[long.join(' ').slice(0, 500), '王'.repeat(500), 'a '.repeat(250), '"'.repeat(500), '\ud800'.repeat(500), '😊'.repeat(250)],
      Array.from({ length: 250 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join(' '),
    ];
    for (const query of asked) expect(await world.call('notes.search', { query })).toMatchObject({ ok: true });
    for (const query of ['near', 'AND', 'body:', 'keys', '"body keys"', 'rest"', 'a*', '王'])
      expect([query, (await world.ok('notes.search', { query })).hits.map(({ id }) => id)]).toEqual([query, [note.id]]);
    for (const query of ['state:draft', 'author', 'client:', 'draft'])
      expect([query, (await world.ok('notes.search', { query })).total]).toEqual([query, 0]);
    expect(await world.call('notes.search', { query: 'a'.repeat(501) })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

describe('what a note no longer says', () => {
  test('stands in no page of the file', async () => {
    const world = await testWorld();
    const connection = openInMemory();
    const practice = { ...world.open, database: queryLayer(connection), zone: 'America/Toronto' } as const;
    await migrate(practice.database);
    await practice.database
      .insertInto('keyholders')
      .values({ id: practice.actor.id, wrap_id: 'w', name: practice.actor.name, role: 'owner', created_at: world.now() })
      .execute();
    const ask = world.standing({ state: 'open', practice });
    const ok = async <T>(name: string, input: object): Promise<T> => {
      const reply = (await ask(name, input)) as { readonly ok: boolean; readonly value: T };
      expect(reply).toMatchObject({ ok: true });
      return reply.value;
    };
    const { id: clientId } = await ok<{ id: string }>('clients.create', clientDetails);
    const begun = async () => ok<Note>('notes.draft', { clientId, sessionId: null });
    const save = (note: Note, revision: number, text: string) =>
      ok('notes.save', { noteId: note.id, revision, note: { ...draftOf(note), values: { 'o.observed': { text } } } });
    const around = Array.from({ length: 300 }, (_, number) => `word${number}`).join(' ');
    const others = [await begun(), await begun(), await begun()];
    for (const other of others) await save(other, 1, `${around} zq7kept`);
    const note = await begun();
    await save(note, 1, `${around} zq7xvgone zq7kept`);
    const total = async (query: string) => (await ok<{ total: number }>('notes.search', { query })).total;
    const pages = connection as unknown as { readonly serialize: () => Buffer };
    const inPages = (word: string) => pages.serialize().includes(word);
    // The ends of words are looked for, since an index writes what words have in common once.
    expect([await total('zq7xvgone'), await total('zq7kept'), inPages('xvgone')]).toEqual([1, 4, true]);
    await save(note, 2, around);
    expect([inPages('xvgone'), inPages('kept')]).toEqual([false, true]);
    expect([await total('zq7xvgone'), await total('zq7kept'), inPages('xvgone')]).toEqual([0, 3, false]);
  });
});
