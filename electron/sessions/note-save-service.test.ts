import { expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { emptyValue, type NoteValue } from '../../shared/note-values.ts';
import { colleague, draftOf, handedOverMeanwhile, reason, writing } from './note-world.test-world.ts';

type Draft = InputOf<'notes.save'>['note'];

/** A note that was just begun, to be saved with a change. */
const begunNote = async () => {
  const made = await writing();
  const note = await made.begun();
  const save = (change: Partial<Draft> = {}, more: Partial<InputOf<'notes.save'>> = {}) =>
    made.world.call('notes.save', { noteId: note.id, revision: note.revision, note: { ...draftOf(note), ...change }, ...more });
  const kept = () => made.world.ok('notes.get', { noteId: note.id });
  return { ...made, note, save, kept };
};
const words = (text: string): Record<string, NoteValue> => ({ 'o.observed': { ...emptyValue, text } });

test('keeps the whole draft, answers its new number and the moment, and a day that is not a session’s', async () => {
  const { world, save, kept, note } = await begunNote();
  world.later(3_000);
  const saved = await save({ on: '2026-11-20', format: 'DAP', values: words('Long breath') });
  expect(saved).toMatchObject({ ok: true, value: { id: note.id, revision: 2, savedAt: world.now() } });
  expect(await kept()).toMatchObject({
    revision: 2,
    on: '2026-11-20',
    writtenOn: '2026-11-24',
    format: 'DAP',
    values: words('Long breath'),
  });
});

test('of what is older than the newest is a conflict with the note as it stands, and keeps nothing', async () => {
  const { save, kept } = await begunNote();
  await save({ values: words('First') });
  expect(await save({ values: words('Second') })).toMatchObject({
    ok: false,
    error: { code: 'conflict', current: { revision: 2, values: words('First') } },
  });
  expect((await kept()).values).toEqual(words('First'));
});

test.each<[string, Partial<Draft>, readonly string[]]>([
  ['a field no note has', { values: { 'x.unknown': emptyValue } }, ['x.unknown']],
  ['a choice the field does not offer', { values: { 'visit.place': { ...emptyValue, choice: 'elsewhere' } } }, ['visit.place']],
  ['a place no chart has', { values: { 'consent.map': { ...emptyValue, areas: { 'B-WING': 'yes' } } } }, ['consent.map']],
  [
    'two fields of its own by one name',
    {
      custom: [1, 2].map((n) => ({ id: 'sleep', label: `Sleep ${n}`, kind: 'text', required: false, options: [], low: '', high: '' })),
    },
    ['custom.sleep'],
  ],
  [
    'what its own field does not offer',
    {
      custom: [{ id: 'mood', label: 'Mood', kind: 'choice', required: false, options: ['calm'], low: '', high: '' }],
      values: { 'custom.mood': { ...emptyValue, choice: 'stormy' } },
    },
    ['custom.mood'],
  ],
])('%s is refused and named', async (_, change, fields) => {
  const { save, kept } = await begunNote();
  expect(await save(change)).toEqual(reason('note-fields', { fields: [...fields] }));
  expect((await kept()).revision).toBe(1);
});

test('500,000 characters are kept, one more is refused with limit and length, in one field or over all', async () => {
  const { save, kept } = await begunNote();
  const half = 'Ä\u{1F33F}'.repeat(80_000);
  expect(half.length).toBe(240_000);
  const whole = { ...words(half), 's.aim': { ...emptyValue, text: `${half}${'x'.repeat(20_000)}` } };
  expect(await save({ values: whole })).toMatchObject({ ok: true });
  const more = { ...whole, 'p.left': { ...emptyValue, text: 'y' } };
  expect(await save({ values: more }, { revision: 2 })).toEqual(reason('note-too-long', { length: 500_001, limit: 500_000 }));
  expect(await save({ values: words('z'.repeat(500_001)) }, { revision: 2 })).toMatchObject({
    ok: false,
    error: { code: 'invalid', issues: [{ problem: 'too-long', limit: 500_000, length: 500_001 }] },
  });
  expect((await kept()).values).toEqual(whole);
});

test('what is pasted stays as it came: markup, control characters, scripts; line ends are those of one kind, half a pair none', async () => {
  const { save, kept } = await begunNote();
  const pasted = '<script>alert(1)</script>\u0000\u001b[31m\t=1+1 {{x}} \u202eabc עברית e\u0301 \ud83c\r\nnext\rlast ';
  await save({ values: words(pasted) });
  expect((await kept()).values['o.observed']?.text).toBe(
    '<script>alert(1)</script>\u0000\u001b[31m\t=1+1 {{x}} \u202eabc עברית \u00e9 \ufffd\nnext\nlast ',
  );
});

test('a day to come is refused, a template nobody has is not found', async () => {
  const { save } = await begunNote();
  expect(await save({ on: '2026-11-25' })).toEqual(reason('day-in-future'));
  expect(await save({ templateId: '01890000-0000-7000-8000-00000000dead' })).toEqual({
    ok: false,
    error: { code: 'not-found', what: 'note-template' },
  });
  expect(await save({}, { noteId: '01890000-0000-7000-8000-00000000dead' })).toEqual({
    ok: false,
    error: { code: 'not-found', what: 'note' },
  });
});

test('a day that came to lie ahead, for the clock was set back, may stay', async () => {
  const { world, save } = await begunNote();
  world.clockSet(-48 * 3_600_000);
  expect(await save({ values: words('Still here') })).toMatchObject({ ok: true });
});

test('nobody but its writer changes it, not even who covers', async () => {
  const { world, clientId, note, kept } = await begunNote();
  const tom = await colleague(world);
  await tom.ok('notes.cover', { clientId, reason: 'She is away' });
  const read = await tom.ok('notes.get', { noteId: note.id });
  expect(await tom.call('notes.save', { noteId: note.id, revision: 1, note: { ...draftOf(read), values: words('Mine') } })).toEqual(
    reason('not-your-note'),
  );
  expect(await kept()).toMatchObject({ revision: 1, isOwn: true });
});

test('what was signed, and what was entered in error, is not saved over', async () => {
  const { world, begun, written, signed, save, note } = await begunNote();
  const done = await signed(await written(await begun()));
  const again = { noteId: done.id, revision: done.revision, note: draftOf(done) };
  expect(await world.call('notes.save', again)).toEqual(reason('note-signed'));
  await world.ok('notes.setInError', { noteId: note.id, reason: 'Of somebody else', toClientId: null });
  expect(await save({ values: words('x') })).toEqual(reason('note-in-error'));
});

test('is found by its words as they are now, and no more by those that were', async () => {
  const { world, save } = await begunNote();
  const found = async (query: string) => (await world.ok('notes.search', { query })).total;
  await save({ values: words('Ferns') });
  await save({ values: words('Moss') }, { revision: 2 });
  expect([await found('Ferns'), await found('Moss')]).toEqual([0, 1]);
});

test('while the screen is with a client nothing is kept', async () => {
  const { world, clientId, save, kept } = await begunNote();
  await handedOverMeanwhile(world, clientId);
  expect(await save({ values: words('x') })).toEqual({ ok: false, error: { code: 'handed-over' } });
  expect((await kept()).revision).toBe(1);
});
