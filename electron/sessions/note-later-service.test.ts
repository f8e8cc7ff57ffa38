import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { colleague, draftOf, handedOverMeanwhile, reason, typedBy, writing } from './note-world.test-world.ts';
import { eventId } from './session.test-world.ts';

const hour = 3_600_000;

const signedNote = async () => {
  const made = await writing();
  const note = await made.signed(await made.written(await made.begun()));
  const added = (more: Partial<InputOf<'notes.addendum'>> = {}) => ({
    noteId: note.id,
    id: eventId(),
    reason: 'Told on the phone',
    text: 'Slept well after.',
    ...more,
  });
  const rows = () => made.world.open.database.selectFrom('notes').selectAll().execute();
  return { ...made, note, added, rows };
};

describe('an addendum', () => {
  test('stands under the note with name, time and reason; the note is not touched', async () => {
    const { world, note, added, rows } = await signedNote();
    const before = await rows();
    world.later(2 * hour);
    const first = await world.ok('notes.addendum', added());
    world.later(hour);
    const both = await world.ok('notes.addendum', added({ reason: 'Read again', text: '<b>Left</b>, not right.\nOnce more.' }));
    expect(first.addenda).toHaveLength(1);
    expect(both.addenda.map(({ byName, at, reason: why, text, isCovering }) => [byName, at.slice(11, 16), why, text, isCovering])).toEqual([
      ['Hana Lindqvist', '17:58', 'Told on the phone', 'Slept well after.', false],
      ['Hana Lindqvist', '18:58', 'Read again', '<b>Left</b>, not right.\nOnce more.', false],
    ]);
    expect([both.values, both.signed, await rows()]).toEqual([note.values, note.signed, before]);
  });

  test('sent once more after an answer that was lost is one; with other words, or by another, its id is taken', async () => {
    const { world, clientId, added, begun, written, signed } = await signedNote();
    const asked = added();
    await world.ok('notes.addendum', asked);
    world.later(5_000);
    const again = await world.ok('notes.addendum', asked);
    expect(again.addenda).toHaveLength(1);
    expect((await world.audit()).filter(({ action }) => action === 'note-addendum')).toHaveLength(1);
    expect(await world.call('notes.addendum', { ...asked, text: 'Slept badly.' })).toEqual(reason('event-taken'));
    expect(await world.call('notes.addendum', { ...asked, reason: 'Another' })).toEqual(reason('event-taken'));
    const other = await signed(await written(await begun()));
    expect(await world.call('notes.addendum', { ...asked, noteId: other.id })).toEqual(reason('event-taken'));
    const tom = await colleague(world);
    await tom.ok('notes.cover', { clientId, reason: 'She is away' });
    expect(await tom.call('notes.addendum', asked)).toEqual(reason('event-taken'));
  });

  test('needs a note that is signed, and not entered in error; and words', async () => {
    const { world, note, added, begun } = await signedNote();
    const draft = await begun();
    expect(await world.call('notes.addendum', added({ noteId: draft.id }))).toEqual(reason('note-not-signed'));
    for (const empty of [{ text: ' \n ' }, { reason: '' }, { text: 'x'.repeat(20_001) }])
      expect(await world.call('notes.addendum', added(empty))).toMatchObject({ ok: false, error: { code: 'invalid' } });
    await world.ok('notes.setInError', { noteId: note.id, reason: 'Of somebody else', toClientId: null });
    expect(await world.call('notes.addendum', added())).toEqual(reason('note-in-error'));
    expect(await world.call('notes.addendum', added({ noteId: note.clientId }))).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'note' },
    });
  });

  test('while the screen is with a client is not kept, nor anything else of a note', async () => {
    const { world, clientId, note, added } = await signedNote();
    await handedOverMeanwhile(world, clientId);
    const handedOver = { ok: false, error: { code: 'handed-over' } };
    expect(await world.call('notes.addendum', added())).toEqual(handedOver);
    expect(await world.call('notes.setInError', { noteId: note.id, reason: 'x', toClientId: null })).toEqual(handedOver);
    expect(await world.call('notes.cover', { clientId, reason: 'x' })).toEqual(handedOver);
  });
});

describe('another practitioner’s notes', () => {
  test('open to who covers for this client, with the reason in the trail, until the day is over', async () => {
    const { world, clientId, note, added } = await signedNote();
    const tom = await colleague(world);
    const needed = reason('covering-needed', { clientId });
    const tries = async () => [
      await tom.call('notes.get', { noteId: note.id }),
      await tom.call('notes.paper', { noteId: note.id }),
      await tom.call('notes.addendum', added()),
    ];
    expect(await tries()).toEqual([needed, needed, needed]);
    // 15:58 UTC is 10:58 in Toronto, whose midnight is 05:00 UTC.
    expect(await tom.ok('notes.cover', { clientId, reason: 'She is away' })).toEqual({ clientId, until: '2026-11-25T05:00:00.000Z' });
    expect((await tries()).map(({ ok }) => ok)).toEqual([true, true, true]);
    const kept = await world.open.database.selectFrom('coverings').selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ client_id: clientId, by: tom.actor.id, reason: 'She is away' });
    expect((await world.audit()).filter(({ action }) => action === 'covering-begun')).toMatchObject([
      { client_id: clientId, actor: tom.actor.id },
    ]);
    world.later(13 * hour + 2 * 60_000 - 1);
    expect((await tom.call('notes.get', { noteId: note.id })).ok).toBe(true);
    world.later(1);
    expect(await tom.call('notes.get', { noteId: note.id })).toEqual(needed);
  });

  test('stay shut to who covers for another client, and to others while one covers', async () => {
    const { world, note, clientId } = await signedNote();
    const { id: noor } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor', stopWord: '' });
    const [tom, mia] = [await colleague(world), await colleague(world, 'Mia Soler')];
    await tom.ok('notes.cover', { clientId: noor, reason: 'She is away' });
    await mia.ok('notes.cover', { clientId, reason: 'She is away' });
    expect(await tom.call('notes.get', { noteId: note.id })).toEqual(reason('covering-needed', { clientId }));
    expect((await mia.call('notes.get', { noteId: note.id })).ok).toBe(true);
    expect(await tom.call('notes.cover', { clientId, reason: ' ' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('show an addendum of who covered under their own name', async () => {
    const { world, clientId, added } = await signedNote();
    const tom = await colleague(world);
    await tom.ok('notes.cover', { clientId, reason: 'She is away' });
    const seen = await tom.ok('notes.addendum', added());
    expect([seen.isOwn, seen.addenda.map(({ byName, isCovering }) => [byName, isCovering])]).toEqual([false, [['Tom Berg', true]]]);
  });
});

describe('entered in error', () => {
  test('is hidden with reason and person, and stays as it was signed', async () => {
    const { world, clientId, note, rows } = await signedNote();
    const before = await rows();
    const gone = await world.ok('notes.setInError', { noteId: note.id, reason: 'Of another day', toClientId: null });
    expect(gone).toMatchObject({
      state: 'in-error',
      inError: { byName: 'Hana Lindqvist', reason: 'Of another day', toNoteId: null, at: world.now() },
      signed: note.signed,
      values: note.values,
    });
    expect(await rows()).toEqual(before);
    expect((await world.ok('notes.ofClient', { clientId })).notes).toMatchObject([{ id: note.id, state: 'in-error' }]);
    expect(await world.ok('notes.search', { query: 'words' })).toMatchObject({ total: 0 });
    expect(await world.ok('notes.search', { query: 'words', state: 'in-error' })).toMatchObject({ total: 1 });
    expect(await world.call('notes.paper', { noteId: note.id })).toEqual(reason('note-in-error'));
    expect(await world.call('notes.setInError', { noteId: note.id, reason: 'Again', toClientId: null })).toEqual(reason('note-in-error'));
  });

  test('its words begin a note with the right client, each naming the other', async () => {
    const { world, clientId, note } = await signedNote();
    const { id: noor } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor', stopWord: '' });
    const gone = await world.ok('notes.setInError', { noteId: note.id, reason: 'It was Noor', toClientId: noor });
    const moved = await world.ok('notes.get', { noteId: gone.inError?.toNoteId ?? '' });
    expect(moved).toMatchObject({
      clientId: noor,
      state: 'draft',
      movedFrom: note.id,
      sessionId: null,
      on: note.on,
      values: note.values,
      revision: 1,
      signed: null,
    });
    expect((await world.audit()).slice(-3).map(({ action, client_id, record_id }) => [action, client_id, record_id])).toEqual([
      ['note-begun', noor, moved.id],
      ['note-in-error', clientId, note.id],
      ['note-opened', noor, moved.id],
    ]);
    await world.ok('notes.save', { noteId: moved.id, revision: 1, note: draftOf(moved) });
    expect(await world.call('notes.sign', { noteId: moved.id, revision: 2, signature: typedBy('Anna Bell') })).toMatchObject({ ok: true });
  });

  test('is for its writer to say, of another client than its own, whose record is open', async () => {
    const { world, clientId, note } = await signedNote();
    const { id: noor, version } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor', stopWord: '' });
    const asked = { noteId: note.id, reason: 'Of somebody else', toClientId: null };
    const tom = await colleague(world);
    await tom.ok('notes.cover', { clientId, reason: 'She is away' });
    expect(await tom.call('notes.setInError', asked)).toEqual(reason('not-your-note'));
    expect(await world.call('notes.setInError', { ...asked, toClientId: clientId })).toEqual(reason('same-client'));
    expect(await world.call('notes.setInError', { ...asked, toClientId: note.id })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'client' },
    });
    await world.ok('clients.archive', { id: noor, version, archived: true });
    expect(await world.call('notes.setInError', { ...asked, toClientId: noor })).toEqual(reason('client-archived'));
    expect((await world.ok('notes.get', { noteId: note.id })).state).toBe('signed');
  });

  test('said by two at once it moves once', async () => {
    const { world, note } = await signedNote();
    const { id: noor } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor', stopWord: '' });
    const say = () => world.call('notes.setInError', { noteId: note.id, reason: 'It was Noor', toClientId: noor });
    expect((await Promise.all([say(), say()])).map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await world.ok('notes.ofClient', { clientId: noor })).total).toBe(1);
  });
});
