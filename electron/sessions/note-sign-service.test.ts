import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { noteFormats } from '../../shared/note-content.ts';
import { emptyValue, type NoteValues, notFilled } from '../../shared/note-values.ts';
import { verdictOn } from '../documents/papers.test-world.ts';
import { colleague, draftOf, filledIn, handedOverMeanwhile, reason, typedBy, writing } from './note-world.test-world.ts';

const sha256 = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex');
const hour = 3_600_000;

/** A note with every field filled, to be signed. */
const whole = async () => {
  const made = await writing();
  const note = await made.written(await made.begun());
  const { world } = made;
  const sign = (more: object = {}) =>
    world.call('notes.sign', { noteId: note.id, revision: note.revision, signature: typedBy('Anna Bell'), ...more });
  const row = () => world.open.database.selectFrom('notes').selectAll().where('id', '=', note.id).executeTakeFirstOrThrow();
  const papers = async () => (await world.open.database.selectFrom('documents').select('id').where('kind', '=', 'note').execute()).length;
  return { ...made, note, sign, row, papers };
};

test('signs the very bytes that are kept, with a paper that is known again, and one entry that vouches for it', async () => {
  const { world, note, sign, row } = await whole();
  const before = await row();
  world.later(60_000);
  const reply = await sign();
  const after = await row();
  expect(after).toMatchObject({ body: before.body, revision: before.revision, saved_at: before.saved_at, sha256: sha256(before.body) });
  expect(reply).toMatchObject({ ok: true, value: { state: 'signed', signedAt: world.now(), signed: { sha256: sha256(before.body) } } });
  const paper = await world.open.database
    .selectFrom('documents')
    .innerJoin('audit', 'audit.seq', 'documents.audit_seq')
    .select(['documents.pdf', 'documents.sha256', 'audit.digest', 'audit.action', 'audit.record_id'])
    .where('documents.id', '=', after.document_id ?? '')
    .executeTakeFirstOrThrow();
  const digest = sha256(paper.pdf);
  expect(paper).toMatchObject({ sha256: digest, digest, action: 'note-signed', record_id: note.id });
});

test('twice, or by two at once, is one signature and one paper', async () => {
  const { sign, papers, row } = await whole();
  const both = await Promise.all([sign(), sign()]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const signed = await row();
  expect(await sign()).toEqual(reason('note-signed'));
  expect([await papers(), await row()]).toEqual([1, signed]);
});

test('what was changed elsewhere since is not signed: the conflict holds the note as it stands', async () => {
  const { world, note, sign, row, papers } = await whole();
  const values = { ...note.values, 'o.observed': { ...emptyValue, text: 'Another window' } };
  await world.ok('notes.save', { noteId: note.id, revision: note.revision, note: { ...draftOf(note), values } });
  expect(await sign()).toMatchObject({ ok: false, error: { code: 'conflict', current: { revision: 3, values } } });
  expect([(await row()).signed_at, await papers()]).toEqual([null, 0]);
});

test('a save that comes while the paper is drawn is never under a signature it was not read with', async () => {
  const { world, note, sign, row, papers } = await whole();
  const values = { ...note.values, 'o.observed': { ...emptyValue, text: 'Typed meanwhile' } };
  const [signing, saving] = await Promise.all([
    sign(),
    world.call('notes.save', { noteId: note.id, revision: note.revision, note: { ...draftOf(note), values } }),
  ]);
  expect([signing.ok, saving.ok]).not.toEqual([true, true]);
  const now = await row();
  expect(now.sha256 === null || now.sha256 === sha256(now.body)).toBe(true);
  expect(await papers()).toBe(Number(now.signed_at !== null));
});

test('what else is recorded meanwhile has the paper drawn again, with the trail as it is then', async () => {
  const { world, clientId, sign } = await whole();
  const [signing] = await Promise.all([sign(), world.call('clients.get', { id: clientId }), world.call('notes.ofClient', { clientId })]);
  expect(signing).toMatchObject({ ok: true });
});

describe('nothing is signed', () => {
  test.each(noteFormats)('before each field that %s asks for is filled; the rest may stay empty', async (format) => {
    const { world, content, begun } = await writing();
    const note = await begun();
    const asked = {
      custom: [{ id: 'sleep', label: 'Sleep', kind: 'scale' as const, required: true, options: [], low: 'bad', high: 'good' }],
    };
    const body = { ...draftOf(note), format, ...asked };
    await world.ok('notes.save', { noteId: note.id, revision: 1, note: { ...body, values: {} } });
    const sign = (revision: number) => world.call('notes.sign', { noteId: note.id, revision, signature: typedBy('Anna Bell') });
    const fields = notFilled(content, { format, values: {}, ...asked });
    expect(fields.at(-1)).toBe('custom.sleep');
    expect(fields.includes('narrative')).toBe(format === 'narrative');
    expect(await sign(2)).toEqual(reason('note-unfinished', { fields: [...fields] }));
    const all = filledIn(content);
    const values: NoteValues = {
      ...Object.fromEntries(fields.flatMap((id) => (all[id] ? [[id, all[id]]] : []))),
      'custom.sleep': { ...emptyValue, number: 2, after: 'declined' },
    };
    if (format === 'narrative') values.narrative = { ...emptyValue, text: 'What happened' };
    await world.ok('notes.save', { noteId: note.id, revision: 2, note: { ...body, values } });
    expect(await sign(3)).toMatchObject({ ok: true });
  });

  test('in another’s name: by a client, by nobody, or by who only covers', async () => {
    const { world, clientId, note, sign } = await whole();
    const incomplete = reason('signatures-incomplete', { signers: ['practitioner'] });
    expect(await sign({ signature: { signer: 'client', method: 'typed', name: 'Maya' } })).toEqual(incomplete);
    expect((await sign({ signature: typedBy('  ') })).ok).toBe(false);
    const tom = await colleague(world);
    await tom.ok('notes.cover', { clientId, reason: 'She is away' });
    const asked = { noteId: note.id, revision: note.revision, signature: typedBy('Tom Berg') };
    expect(await tom.call('notes.sign', asked)).toEqual(reason('not-your-note'));
  });

  test('that was entered in error', async () => {
    const { world, note, sign } = await whole();
    await world.ok('notes.setInError', { noteId: note.id, reason: 'Of somebody else', toClientId: null });
    expect(await sign()).toEqual(reason('note-in-error'));
  });

  test('with words no record should hold, until they were read again or kept', async () => {
    const { world, note, content } = await whole();
    const values = filledIn(content, { 'o.observed': { text: 'She said that her mother called.' } });
    await world.ok('notes.save', { noteId: note.id, revision: 2, note: { ...draftOf(note), values } });
    const asked = { noteId: note.id, revision: 3, signature: typedBy('Anna Bell') };
    expect(await world.call('notes.sign', asked)).toMatchObject({
      ok: false,
      error: { reason: 'words-to-reread', details: { words: [{ words: 'She said that her mother' }] } },
    });
    expect(await world.call('notes.sign', { ...asked, reread: true })).toMatchObject({ ok: true });
  });

  test('while the screen is with a client', async () => {
    const { world, clientId, sign, row } = await whole();
    await handedOverMeanwhile(world, clientId);
    expect(await sign()).toEqual({ ok: false, error: { code: 'handed-over' } });
    expect((await row()).signed_at).toBeNull();
  });

  test('with characters the paper cannot show, until that was agreed', async () => {
    const { world, note, content } = await whole();
    const values = filledIn(content, { 'o.observed': { text: 'Breath \u{13000} slow' } });
    await world.ok('notes.save', { noteId: note.id, revision: 2, note: { ...draftOf(note), values } });
    const asked = { noteId: note.id, revision: 3, signature: typedBy('Anna Bell') };
    expect(await world.call('notes.sign', asked)).toMatchObject(reason('characters-unprintable'));
    expect(await world.call('notes.sign', { ...asked, acceptSubstitutes: true })).toMatchObject({ ok: true });
    expect((await world.ok('notes.get', { noteId: note.id })).values['o.observed']?.text).toBe('Breath \u{13000} slow');
  });
});

test.each([
  ['before midnight of the day it is about', 12, false],
  // 15:58 UTC is 10:58 in Toronto; thirteen hours and three minutes later it is the next day there.
  ['after it', 13.1, true],
])('%s: late is %3$s', async (_, hours, late) => {
  const { world, sign } = await whole();
  world.later(hours * hour);
  expect(await sign()).toMatchObject({ ok: true, value: { signed: { late } } });
});

test('a day further back, written today and signed today, is late, and tells both days', async () => {
  const { begun, written, signed } = await writing();
  expect(await signed(await written(await begun('2026-11-20')))).toMatchObject({
    on: '2026-11-20',
    writtenOn: '2026-11-24',
    signed: { late: true },
  });
});

test('a client whose record was closed meanwhile keeps the note that was begun before', async () => {
  const { world, clientId, sign } = await whole();
  const { version } = await world.ok('clients.get', { id: clientId });
  await world.ok('clients.archive', { id: clientId, version, archived: true });
  expect(await sign()).toMatchObject({ ok: true });
});

test('its paper is genuine; with one byte changed it is altered', async () => {
  const { world, row, sign } = await whole();
  await sign();
  const id = (await row()).document_id ?? '';
  const bytes = Buffer.from((await world.ok('documents.get', { id })).pdf, 'base64');
  expect(await verdictOn(world, bytes)).toMatchObject({ verdict: 'genuine', document: { id, kind: 'note' } });
  bytes.writeUInt8(bytes.readUInt8(2_000) ^ 1, 2_000);
  expect((await verdictOn(world, bytes)).verdict).toBe('altered');
});
