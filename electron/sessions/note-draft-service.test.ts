import { expect, test } from 'vitest';
import { clientDetails } from '../practice/practice.test-world.ts';
import { colleague, draftOf, handedOverMeanwhile, reason, writing } from './note-world.test-world.ts';
import { eventId } from './session.test-world.ts';

const missing = '01890000-0000-7000-8000-00000000dead';
const notFound = (what: string) => ({ ok: false, error: { code: 'not-found', what } });

/** A session of talk alone that is over. */
const sat = async () => {
  const made = await writing();
  const { world, clientId } = made;
  const session = await world.ok('sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: true });
  const close = () => world.ok('sessions.close', { sessionId: session.id, id: eventId(), end: { left: 'With a friend', tasks: [] } });
  const draft = (more: object = {}) => world.call('notes.draft', { clientId, sessionId: session.id, ...more });
  return { ...made, session, close, draft };
};

test('of a session there is one note: asked again, or by two at once, it is that one', async () => {
  const { world, clientId, close, draft, session } = await sat();
  expect(await draft()).toEqual(reason('session-open'));
  await close();
  const both = await Promise.all([draft(), draft()]);
  const [one, other] = both.map((reply) => (reply.ok ? reply.value : null));
  expect(one).toMatchObject({ sessionId: session.id, startedAt: session.startedAt, on: '2026-11-24', state: 'draft', isOwn: true });
  expect(other).toEqual(one);
  expect((await world.ok('notes.ofClient', { clientId })).total).toBe(1);
  expect((await world.audit()).map(({ action }) => action).filter((action) => action.startsWith('note-'))).toEqual([
    'note-begun',
    'note-opened',
  ]);
});

test('one that was entered in error makes room for another', async () => {
  const { world, close, draft } = await sat();
  await close();
  const first = await draft();
  const noteId = first.ok ? first.value.id : '';
  await world.ok('notes.setInError', { noteId, reason: 'Begun anew', toClientId: null });
  const second = await draft();
  expect(second).toMatchObject({ ok: true, value: { state: 'draft', revision: 1 } });
  expect(second.ok && second.value.id).not.toBe(noteId);
});

test('a session is that of its own client, and its day is not to be chosen', async () => {
  const { world, close, draft } = await sat();
  await close();
  const { id: noor } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor', stopWord: '' });
  expect(await draft({ clientId: noor })).toEqual(notFound('session'));
  expect(await draft({ sessionId: missing })).toEqual(notFound('session'));
  expect(await draft({ clientId: missing })).toEqual(notFound('client'));
  const begun = await draft({ on: '2026-11-01' });
  expect(begun).toMatchObject({ ok: true, value: { on: '2026-11-24' } });
  if (!begun.ok) return;
  await world.ok('notes.save', { noteId: begun.value.id, revision: 1, note: { ...draftOf(begun.value), on: '2026-11-02' } });
  expect((await world.ok('notes.get', { noteId: begun.value.id })).on).toBe('2026-11-24');
});

test('another practitioner’s session has its note begun, and opened, by who covers', async () => {
  const { world, clientId, close, session } = await sat();
  await close();
  const tom = await colleague(world);
  const asked = { clientId, sessionId: session.id };
  expect(await tom.call('notes.draft', asked)).toEqual(reason('covering-needed', { clientId }));
  await tom.ok('notes.cover', { clientId, reason: 'She is away' });
  const begun = await tom.ok('notes.draft', asked);
  expect(begun).toMatchObject({ authorName: 'Tom Berg', isOwn: true });
  expect(await world.call('notes.draft', asked)).toEqual(reason('covering-needed', { clientId }));
});

test('without a session it is of today or a day before, of an open record, with a template there is', async () => {
  const { world, clientId } = await writing();
  const draft = (more: object = {}) => world.call('notes.draft', { clientId, sessionId: null, ...more });
  expect(await draft()).toMatchObject({ ok: true, value: { on: '2026-11-24', writtenOn: '2026-11-24', startedAt: null } });
  expect(await draft({ on: '2026-11-20' })).toMatchObject({ ok: true, value: { on: '2026-11-20', writtenOn: '2026-11-24' } });
  expect(await draft({ on: '2026-11-25' })).toEqual(reason('day-in-future'));
  expect(await draft({ templateId: missing })).toEqual(notFound('note-template'));
  const { version } = await world.ok('clients.get', { id: clientId });
  await world.ok('clients.archive', { id: clientId, version, archived: true });
  expect(await draft()).toEqual(reason('client-archived'));
});

test('while the screen is with a client none is begun', async () => {
  const { world, clientId } = await writing();
  await handedOverMeanwhile(world, clientId);
  expect(await world.call('notes.draft', { clientId, sessionId: null })).toEqual({ ok: false, error: { code: 'handed-over' } });
  expect(await world.open.database.selectFrom('notes').selectAll().execute()).toEqual([]);
});

test('a list tells of each note whose it is, and none of its words', async () => {
  const { world, clientId, begun, written } = await writing();
  await written(await begun(), { 'o.observed': { text: 'Ferns and moss' } });
  const tom = await colleague(world);
  const listed = await tom.ok('notes.ofClient', { clientId });
  expect(listed.notes).toMatchObject([{ authorName: 'Hana Lindqvist', state: 'draft', revision: 2, addenda: 0, reviewed: false }]);
  expect(JSON.stringify(listed)).not.toContain('Ferns');
});
