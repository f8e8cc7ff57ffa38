import { describe, expect, test } from 'vitest';
import type { Handover } from '../../shared/handover.ts';
import { limits } from '../../shared/limits.ts';
import { clientDetails, testPassphrase, testWorld } from '../practice/practice.test-world.ts';
import { colleague, draftOf, handedOverMeanwhile, reason, writing } from '../sessions/note-world.test-world.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';
import { handoverInProgressOf } from './handover-service.ts';

const missing = '01890000-0000-7000-8000-00000000dead';
const notFound = (what: string) => ({ ok: false, error: { code: 'not-found', what } });

const made = async () => {
  const own = await writing();
  const { world, clientId, begun, written } = own;
  const note = await written(await begun());
  const begin = (noteId = note.id, whom = clientId) => world.call('handover.begin', { clientId: whom, forms: [], noteId });
  const give = async (): Promise<Handover> => {
    await world.ok('handover.begin', { clientId, forms: [], noteId: note.id });
    return world.ok('handover.current', {});
  };
  const read = (handoverId: string, outcome: 'read' | 'talk' = 'read', words = '') =>
    world.call('handover.noteRead', { handoverId, outcome, words });
  const back = (handoverId: string) => world.ok('handover.end', { handoverId, passphrase: testPassphrase });
  const reviews = async () => (await world.ok('notes.get', { noteId: note.id })).reviews;
  return { ...own, note, begin, give, read, back, reviews };
};

const linesOf = ({ note }: Handover) => Object.fromEntries((note?.parts ?? []).map(({ title, lines }) => [title, lines]));

describe('a screen handed over to read a note', () => {
  test('shows all of it in words that speak to the client, and no form', async () => {
    const { world, clientId, note, give } = await made();
    const current = await give();
    expect(current).toMatchObject({
      clientId,
      chosenName: 'Maya Rosario',
      fillings: [],
      marked: null,
      calm: null,
      note: { noteId: note.id, on: '2026-11-24', authorName: 'Hana Lindqvist', answered: null, words: '' },
    });
    expect(current.note?.parts.map(({ title }) => title)).toEqual([
      'This visit',
      'What you said',
      'What was seen and done',
      'How it went',
      'How you left, and what comes next',
    ]);
    expect(linesOf(current)['What was seen and done']).toContainEqual({
      label: 'How present and how settled you seemed, at the hardest moment',
      words: 'Present, Settled, 3, 09:05\nNone\nWords of o.grade',
    });
    expect(linesOf(current)['How you left, and what comes next']).toContainEqual({
      label: 'Plan for next time',
      words: expect.stringContaining('Words of p.plan'),
    });
    expect((await world.audit()).slice(-2)).toMatchObject([
      { action: 'handover-begun', client_id: clientId },
      { action: 'handover-shown', client_id: clientId },
    ]);
  });

  test('names numbers, choices, places, what was carried over, a practice’s own fields and what was added later', async () => {
    const { world, clientId, begun, signed, content } = await made();
    const note = await begun();
    const copied = { noteId: note.id, on: '2026-11-17' };
    const scale = { id: 'sleep', label: 'Sleep', kind: 'scale' as const, required: false, options: [], low: 'none', high: 'whole nights' };
    const empty = Object.fromEntries(
      content.fields.filter(({ required }) => required).map(({ id, options }) => [id, { text: 'x', choice: options[0]?.value ?? null }]),
    );
    await world.ok('notes.save', {
      noteId: note.id,
      revision: note.revision,
      note: {
        ...draftOf(note),
        custom: [scale],
        values: {
          ...empty,
          'visit.start': { time: '09:00' },
          'visit.end': { time: '10:00' },
          'visit.contact_minutes': { number: 11 },
          'consent.spoken': { choice: 'yes', time: '09:06', text: '“Yes, the shoulders”' },
          'consent.map': { areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'ask', 'F-GROIN': 'no' } },
          's.suds_start': { number: 'declined' },
          'o.grade': { choice: 'D1', also: 'H2' },
          'p.suds_end': { number: 2 },
          'p.plan': { text: 'The same areas', copied },
          'custom.sleep': { number: 2, after: 6 },
        },
      },
    });
    const whole = await signed(await world.ok('notes.get', { noteId: note.id }));
    await world.ok('notes.addendum', {
      noteId: whole.id,
      id: '30000000-0000-4000-8000-000000000009',
      reason: 'Told on the phone',
      text: 'Slept well.',
    });
    await world.ok('handover.begin', { clientId, forms: [], noteId: whole.id });
    const parts = linesOf(await world.ok('handover.current', {}));
    const said = (title: string, label: string) => parts[title]?.find((line) => line.label === label)?.words;
    expect(said('This visit', 'Minutes of touch')).toBe('11');
    expect(said('This visit', 'Your spoken yes on the day')).toBe('Yes, 09:06\n“Yes, the shoulders”');
    expect(said('This visit', 'Places you said yes to')).toBe('Yes: Top of the shoulder, left\nAsk each time: Back of the neck');
    expect(said('What you said', 'Distress when you came')).toBe('Rather not say');
    expect(said('What you said', 'Pain when you came')).toBeUndefined();
    expect(said('What was seen and done', 'How present and how settled you seemed, at the hardest moment')).toBe(
      'Drifting, Strongly stirred',
    );
    expect(said('How you left, and what comes next', 'Distress when you left')).toBe('2 of 10');
    expect(said('How you left, and what comes next', 'Plan for next time')).toBe(
      'The same areas\nCarried over from the note of 17 November 2026',
    );
    expect(parts['Also noted']).toEqual([{ label: 'Sleep', words: '2 of 10 before, 6 of 10 after\n0 is none, 10 is whole nights' }]);
    expect(parts['Added later']).toEqual([{ label: 'Hana Lindqvist, 24 November 2026', words: 'Slept well.\nWhy: Told on the phone' }]);
  });

  test('shows an empty note as one with nothing in it', async () => {
    const { world, clientId, begun } = await made();
    const { id: noteId } = await begun();
    await world.ok('handover.begin', { clientId, forms: [], noteId });
    expect((await world.ok('handover.current', {})).note?.parts).toEqual([]);
  });
});

describe('is refused', () => {
  test('with forms and a note, or neither; a note there is not, or of somebody else', async () => {
    const { world, clientId, note, begin } = await made();
    const invalid = { ok: false, error: { code: 'invalid', issues: [{ path: ['forms'], problem: 'required' }] } };
    const forms = [{ formId: 'informed-consent' }];
    expect(await world.call('handover.begin', { clientId, forms, noteId: note.id })).toEqual(invalid);
    expect(await world.call('handover.begin', { clientId, forms: [] })).toEqual(invalid);
    const { id: noor } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    expect(await begin(missing)).toEqual(notFound('note'));
    expect(await begin(note.id, noor)).toEqual(notFound('note'));
    expect(await begin(note.id, missing)).toEqual(notFound('client'));
    expect(await world.open.database.selectFrom('handovers').selectAll().execute()).toEqual([]);
  });

  test('for a note in error, an archived client, and while a session with them is open', async () => {
    const { world, clientId, note, begin, begun } = await made();
    const session = await world.ok('sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: true });
    expect(await begin()).toEqual(reason('session-open'));
    const end = { left: 'With a friend', tasks: [] };
    await world.ok('sessions.close', { sessionId: session.id, id: '20000000-0000-4000-8000-000000000001', end });
    const other = await begun();
    await world.ok('notes.setInError', { noteId: other.id, reason: 'Of somebody else', toClientId: null });
    expect(await begin(other.id)).toEqual(reason('note-in-error'));
    const { version } = await world.ok('clients.get', { id: clientId });
    await world.ok('clients.archive', { id: clientId, version, archived: true });
    expect(await begin(note.id)).toEqual(reason('client-archived'));
  });

  test('to whom it is not their own, until they cover', async () => {
    const { world, clientId, note } = await made();
    const tom = await colleague(world);
    const ask = { clientId, forms: [], noteId: note.id };
    expect(await tom.call('handover.begin', ask)).toEqual(reason('covering-needed', { clientId }));
    await tom.ok('notes.cover', { clientId, reason: 'Away this week' });
    expect((await tom.call('handover.begin', ask)).ok).toBe(true);
  });

  test('while the screen is with somebody already', async () => {
    const { world, clientId, begin } = await made();
    await handedOverMeanwhile(world, clientId);
    expect(await begin()).toEqual({ ok: false, error: { code: 'handed-over' } });
  });
});

describe('what the client says of it', () => {
  test('is kept with the revision they read, and is seen with the note', async () => {
    const { world, clientId, note, give, read, back, reviews } = await made();
    const { id } = await give();
    world.later(60_000);
    expect(await read(id, 'talk', ' The word “tense” ')).toEqual({ ok: true, value: { clientId, noteId: note.id } });
    expect((await world.ok('handover.current', {})).note).toMatchObject({ answered: 'talk', words: 'The word “tense”' });
    expect((await world.audit()).at(-2)).toMatchObject({ action: 'note-read-by-client', client_id: clientId, record_id: note.id });
    world.announced.length = 0;
    await back(id);
    expect(world.announced).toContain('notes');
    const said = { at: '2026-11-24T15:59:00.000Z', outcome: 'talk', words: 'The word “tense”' };
    expect(await reviews()).toEqual([{ ...said, isCurrent: true }]);
    expect((await world.ok('notes.ofClient', { clientId })).notes).toMatchObject([{ reviewed: true }]);
    const now = await world.ok('notes.get', { noteId: note.id });
    expect(now.values).toEqual(note.values);
    expect(now.revision).toBe(note.revision);
    await world.ok('notes.save', { noteId: note.id, revision: now.revision, note: draftOf(now) });
    expect(await reviews()).toEqual([{ ...said, isCurrent: false }]);
  });

  test('of one hand-over the last counts; of two both stand', async () => {
    const { world, give, read, back, reviews } = await made();
    const first = await give();
    for (const [outcome, words] of [
      ['talk', 'First'],
      ['talk', 'First, and more'],
      ['read', ''],
    ] as const) {
      expect((await read(first.id, outcome, words)).ok).toBe(true);
      world.later(1_000);
    }
    // The same answer with more words is no new one in the trail.
    expect((await world.audit()).filter(({ action }) => action === 'note-read-by-client')).toHaveLength(2);
    await back(first.id);
    const second = await give();
    expect(second.note?.answered).toBeNull();
    await read(second.id, 'talk', 'Again');
    await back(second.id);
    expect((await reviews()).map(({ outcome, words }) => [outcome, words])).toEqual([
      ['read', ''],
      ['talk', 'Again'],
    ]);
  });

  test('comes from this hand-over alone, and from none once it is over', async () => {
    const { world, give, read, reviews } = await made();
    const { id } = await give();
    expect(await read(missing)).toEqual(reason('handover-over'));
    expect(await read(id, 'talk', 'x'.repeat(limits.paragraph + 1))).toMatchObject({ error: { code: 'invalid' } });
    const both = await Promise.all([world.call('handover.end', { handoverId: id, passphrase: testPassphrase }), read(id)]);
    expect(both[0].ok).toBe(true);
    expect(await read(id)).toEqual(reason('handover-over'));
    expect((await reviews()).length).toBe(both[1].ok ? 1 : 0);
  });

  test('is not to be said of a form, and a form not of a note', async () => {
    const { world, clientId, give, read, back } = await made();
    const note = await give();
    const blank = { answers: {}, talk: [], seen: [], signatures: [], substitutesAgreed: false, page: 0 };
    const asked = { handoverId: note.id, fillingId: missing };
    expect(await world.call('handover.answer', { ...blank, ...asked, revision: 1 })).toEqual(notFound('form'));
    expect(await world.call('handover.check', asked)).toEqual(notFound('form'));
    await back(note.id);
    const forms = await world.ok('handover.begin', { clientId, forms: [{ formId: 'informed-consent' }] });
    expect((await world.ok('handover.current', {})).note).toBeNull();
    expect(await read(forms.handoverId)).toEqual(notFound('note'));
  });

  test('that could not be written is not said to be kept', async () => {
    const { world, give, read, back, reviews } = await made();
    const { id } = await give();
    await refuseRows(world.open.database, 'note_reviews');
    expect((await read(id)).ok).toBe(false);
    await allowRows(world.open.database);
    await back(id);
    expect(await reviews()).toEqual([]);
  });
});

describe('meanwhile', () => {
  test('nothing of the note or anybody else is answered; it may rest, and takes the passphrase to end', async () => {
    const { world, clientId, note, give, back } = await made();
    const { id } = await give();
    for (const reply of [
      await world.call('notes.get', { noteId: note.id }),
      await world.call('notes.save', { noteId: note.id, revision: note.revision, note: draftOf(note) }),
      await world.call('clients.get', { id: clientId }),
    ])
      expect(reply).toEqual({ ok: false, error: { code: 'handed-over' } });
    expect(await world.ok('handover.pause', { handoverId: id, resting: true })).toEqual({ resting: true });
    expect((await world.ok('handover.current', {})).resting).toBe(true);
    expect(await world.call('handover.end', { handoverId: id, passphrase: 'let me out' })).toMatchObject({
      error: { reason: 'wrong-passphrase' },
    });
    expect(await back(id)).toEqual({ clientId, crisisId: null });
  });

  test('another process finds it as it was, with the note and what was said of it', async () => {
    const { world, note, give, read } = await made();
    const { id } = await give();
    await read(id, 'talk', 'One word');
    const again = await testWorld();
    const held = await handoverInProgressOf(world.open.database);
    if (held) again.open.handOver.begin(held);
    again.later(60_000);
    const practice = { ...again.open, database: world.open.database, actor: world.open.actor };
    const ask = again.standing({ state: 'open', practice });
    expect(await ask('handover.current', {})).toMatchObject({ ok: true, value: { id, note: { noteId: note.id, answered: 'talk' } } });
    expect(await ask('handover.noteRead', { handoverId: id, outcome: 'read', words: '' })).toMatchObject({ ok: true });
    expect(await ask('handover.end', { handoverId: id, passphrase: testPassphrase })).toMatchObject({ ok: true });
    expect(await ask('notes.get', { noteId: note.id })).toMatchObject({ ok: true, value: { reviews: [{ outcome: 'read' }] } });
  });
});
