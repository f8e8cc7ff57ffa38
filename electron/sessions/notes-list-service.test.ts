import { expect, test } from 'vitest';
import { clientDetails } from '../practice/practice.test-world.ts';
import { closed, touched } from './closed.test-world.ts';
import { colleague, draftOf, filledIn, typedBy, writing } from './note-world.test-world.ts';

test('a session waits for its note from its end until one is signed, and again when that was entered in error', async () => {
  const made = await touched();
  const { world, clientId } = made;
  const tom = await colleague(world);
  const waiting = async (who: Pick<typeof tom, 'ok'> = world) =>
    (await who.ok('notes.unsigned', {})).waiting.map(({ noteId, sessionId, chosenName, on }) => [noteId, sessionId, chosenName, on]);
  const unwritten = async () => (await world.ok('notes.ofClient', { clientId })).unwritten.map(({ sessionId }) => sessionId);
  expect([await waiting(), await unwritten()]).toEqual([[], []]);

  const { id: sessionId } = await closed(made);
  const { chosenName } = await world.ok('clients.get', { id: clientId });
  const on = '2026-11-24';
  expect([await waiting(), await unwritten()]).toEqual([[[null, sessionId, chosenName, on]], [sessionId]]);
  const [line] = (await world.ok('notes.ofClient', { clientId })).unwritten;
  expect(line).toEqual({ sessionId, startedAt: expect.stringMatching(/^2026-11-24T/), practitionerName: 'Hana Lindqvist' });
  expect(await waiting(tom)).toEqual([]);

  const first = await world.ok('notes.draft', { clientId, sessionId });
  expect([await waiting(), await unwritten()]).toEqual([[[first.id, sessionId, chosenName, on]], []]);
  await world.ok('notes.setInError', { noteId: first.id, reason: 'Of somebody else', toClientId: null });
  expect([await waiting(), await unwritten()]).toEqual([[[null, sessionId, chosenName, on]], [sessionId]]);

  const second = await world.ok('notes.draft', { clientId, sessionId });
  const values = filledIn(await world.ok('notes.content', {}));
  await world.ok('notes.save', { noteId: second.id, revision: 1, note: { ...draftOf(second), values } });
  const signing = { noteId: second.id, revision: 2, signature: typedBy('Hana Lindqvist'), reread: true };
  expect(await world.ok('notes.sign', signing)).toMatchObject({ state: 'signed' });
  expect([await waiting(), await unwritten()]).toEqual([[], []]);
});

test('what waits longest comes first, and no more than fifty are named', async () => {
  const { world, begun, written, signed } = await writing();
  await signed(await written(await begun('2026-01-01')));
  const days = Array.from({ length: 60 }, (_, day) => `2026-0${1 + (day % 9)}-1${day % 10}`);
  for (const day of days) await begun(day);
  const { waiting, total } = await world.ok('notes.unsigned', {});
  expect([waiting.map(({ on }) => on), total]).toEqual([days.sort().slice(0, 50), 60]);
});

test('of a client notes are listed newest first, each without its words, and counted beyond those that are listed', async () => {
  const { world, clientId, begun, written, signed } = await writing();
  const old = await begun('2026-10-01');
  const done = await signed(await written(await begun('2026-11-01'), { 'o.observed': { text: 'Ferns' } }));
  const id = '30000000-0000-4000-8000-000000000001';
  await world.ok('notes.addendum', { noteId: done.id, id, reason: 'Told later', text: 'Moss' });
  const wrong = await begun('2026-10-15');
  await world.ok('notes.setInError', { noteId: wrong.id, reason: 'Twice', toClientId: null });
  const listed = await world.ok('notes.ofClient', { clientId });
  const about = { clientId, authorName: 'Hana Lindqvist', sessionId: null, writtenOn: '2026-11-24', format: 'SOAP' };
  expect(listed).toMatchObject({
    clientId,
    notes: [
      { ...about, id: done.id, on: '2026-11-01', state: 'signed', revision: 2, addenda: 1, reviewed: false },
      { ...about, id: wrong.id, on: '2026-10-15', state: 'in-error', addenda: 0 },
      { ...about, id: old.id, on: '2026-10-01', state: 'draft', signedAt: null },
    ],
    total: 3,
    unwritten: [],
  });
  expect(JSON.stringify(listed)).not.toMatch(/Ferns|Moss|Words of/);
  expect(await world.ok('notes.ofClient', { clientId, limit: 1 })).toMatchObject({ notes: [{ id: done.id }], total: 3 });
  const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor', stopWord: '' });
  expect(await world.ok('notes.ofClient', { clientId: other })).toMatchObject({ notes: [], total: 0 });
});
