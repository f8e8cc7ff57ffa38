import { describe, expect, test } from 'vitest';
import type { AttachmentKind } from '../../shared/attachments.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { last, signed, someId } from './papers.test-world.ts';
import { jpeg, png, sent } from './uploads.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

const twoClients = async () => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const { id: otherId } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
  return { world, clientId, otherId };
};

const filed = async (world: TestWorld, clientId: string, { bytes = png, kind = 'scan' as AttachmentKind, title = 'Letter' } = {}) =>
  (await world.ok('documents.file', { uploadId: await sent(world, bytes), clientId, title, kind })).id;

const listed = async (world: TestWorld, clientId: string) =>
  (await world.ok('attachments.ofClient', { clientId })).attachments.map(({ id }) => id);

describe('a paper that is filed', () => {
  test('has a kind, its own day and who filed it, and is found by its kind', async () => {
    const { world, clientId } = await twoClients();
    const input = { uploadId: await sent(world, png), clientId, title: 'From the clinic', kind: 'report', paperOn: '2026-11-20' } as const;
    const { id } = await world.ok('documents.file', input);
    world.later(1_000);
    const photo = await filed(world, clientId, { bytes: jpeg, kind: 'photo' });
    const kept = { kind: 'report', paperOn: '2026-11-20', byName: world.open.actor.name, moves: [], before: [], inError: null };
    expect(await world.ok('attachments.get', { id })).toMatchObject({
      filed: kept,
      inError: false,
      reliedOn: false,
      pdf: png.toString('base64'),
    });
    expect(await last(world, 1)).toEqual([{ action: 'document-opened', client_id: clientId, record_id: id }]);
    expect(await listed(world, clientId)).toEqual([photo, id]);
    const reports = await world.ok('attachments.ofClient', { clientId, kind: 'report' });
    expect(reports.attachments.map((one) => [one.id, one.filed])).toEqual([[id, kept]]);
    expect((await world.ok('documents.ofClient', { clientId })).documents.map((one) => one.filed?.kind)).toEqual(['photo', 'report']);
  });

  test('cannot be of a day that has not come, and what is refused stays at hand for the next try', async () => {
    const { world, clientId } = await twoClients();
    const uploadId = await sent(world, png);
    const input = { uploadId, clientId, title: 'Scan' };
    expect(await world.call('documents.file', { ...input, paperOn: '2026-11-25' })).toEqual(refused('day-in-future'));
    expect(await world.call('documents.file', { ...input, paperOn: '2026-02-29' })).toMatchObject({ error: { code: 'invalid' } });
    expect(await world.call('documents.file', { ...input, paperOn: '2026-11-24' })).toMatchObject({ ok: true });
  });

  test('is not kept twice with one client unless that is wanted; with another it may lie, and after an error again', async () => {
    const { world, clientId, otherId } = await twoClients();
    const id = await filed(world, clientId, { title: 'First' });
    const again = { uploadId: await sent(world, png), clientId, title: 'Second' };
    expect(await world.call('documents.file', again)).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'filed-already', details: { id, title: 'First', createdAt: world.now() } },
    });
    expect(await listed(world, clientId)).toEqual([id]);
    const second = await world.ok('documents.file', { ...again, twice: true });
    expect(await listed(world, clientId)).toEqual(expect.arrayContaining([id, second.id]));
    expect(await filed(world, otherId)).toEqual(expect.any(String));
    const third = await filed(world, clientId, { bytes: jpeg });
    await world.ok('attachments.setInError', { id: third, reason: 'Upside down' });
    expect(await filed(world, clientId, { bytes: jpeg })).not.toBe(third);
  });

  test('that was cut off in the middle, or is something else than its name says, keeps nothing', async () => {
    const { world, clientId } = await twoClients();
    const { uploadId } = await world.ok('uploads.begin', { name: 'scan.pdf', bytes: 10 });
    expect(await world.call('documents.file', { uploadId, clientId, title: 'Half' })).toEqual(refused('upload-incomplete'));
    const program = await world.ok('uploads.begin', { name: 'scan.pdf', bytes: 9 });
    const chunk = Buffer.from('MZ a game').toString('base64');
    expect(await world.call('uploads.append', { ...{ uploadId: program.uploadId }, index: 0, chunk })).toEqual(
      refused('file-kind-unknown'),
    );
    expect(await listed(world, clientId)).toEqual([]);
    expect(world.open.memory.uploads.size).toBe(0);
  });
});

describe('a paper of somebody else', () => {
  test('goes to the client it is of; both have an entry, and both say that it lay elsewhere', async () => {
    const { world, clientId, otherId } = await twoClients();
    const id = await filed(world, clientId);
    world.later(60_000);
    expect(await world.ok('attachments.move', { id, toClientId: otherId, reason: ' Two of one name ' })).toEqual({ id, clientId: otherId });
    expect(await last(world, 2)).toEqual([
      { action: 'document-moved', client_id: clientId, record_id: id },
      { action: 'document-moved', client_id: otherId, record_id: id },
    ]);
    expect(world.announced).toContain('documents');
    const trace = [{ at: world.now(), byName: world.open.actor.name, reason: 'Two of one name' }];
    expect(await world.ok('documents.ofClient', { clientId })).toEqual({ documents: [], movedAway: trace });
    expect(await world.ok('documents.ofClient', { clientId: otherId })).toMatchObject({
      documents: [{ id, clientId: otherId, filed: { moves: trace } }],
      movedAway: [],
    });
    expect((await world.ok('attachments.get', { id })).pdf).toBe(png.toString('base64'));
    await world.ok('attachments.move', { id, toClientId: clientId, reason: 'It was theirs' });
    expect(await listed(world, clientId)).toEqual([id]);
  });

  test('does not go where it is, nowhere, to a closed record, or without a reason', async () => {
    const { world, clientId, otherId } = await twoClients();
    const id = await filed(world, clientId);
    const to = (toClientId: string, reason = 'x') => world.call('attachments.move', { id, toClientId, reason });
    expect(await to(clientId)).toEqual(refused('same-client'));
    expect(await to(someId)).toEqual({ ok: false, error: { code: 'not-found', what: 'client' } });
    expect(await to(otherId, ' \u200b ')).toMatchObject({
      error: { code: 'invalid', issues: [{ path: ['reason'], problem: 'required' }] },
    });
    const { version } = await world.ok('clients.get', { id: otherId });
    await world.ok('clients.archive', { id: otherId, version, archived: true });
    expect(await to(otherId)).toEqual(refused('client-archived'));
    expect(await listed(world, clientId)).toEqual([id]);
    expect(await world.open.database.selectFrom('attachment_moves').selectAll().execute()).toEqual([]);
  });

  test('the database lets no paper go without its trace, and nothing else of it change', async () => {
    const { world, clientId, otherId } = await twoClients();
    const id = await filed(world, clientId);
    const change = (values: object) => world.open.database.updateTable('documents').set(values).where('id', '=', id).execute();
    await expect(change({ client_id: otherId })).rejects.toThrow('immutable');
    const { id: third } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Third' });
    const trace = { seq: null, document_id: id, at: 't', by: world.open.actor.id, reason: 'x' };
    await world.open.database
      .insertInto('attachment_moves')
      .values({ ...trace, from_client: clientId, to_client: third })
      .execute();
    await expect(change({ client_id: otherId })).rejects.toThrow('immutable');
    await world.ok('attachments.move', { id, toClientId: otherId, reason: 'x' });
    for (const values of [{ client_id: clientId }, { title: 'Other' }, { pdf: Buffer.from('x') }, { client_id: null }])
      await expect(change(values)).rejects.toThrow('immutable');
  });
});

describe('a paper that is not to be gone by', () => {
  test('stays, marked with who and why, and then neither moves nor is marked again', async () => {
    const { world, clientId, otherId } = await twoClients();
    const id = await filed(world, clientId);
    expect(await world.ok('attachments.setInError', { id, reason: 'A blank sheet' })).toEqual({ id, clientId });
    expect(await last(world, 1)).toEqual([{ action: 'document-in-error', client_id: clientId, record_id: id }]);
    const inError = { at: world.now(), byName: world.open.actor.name, reason: 'A blank sheet' };
    expect((await world.ok('documents.ofClient', { clientId })).documents).toMatchObject([{ id, inError: true, filed: { inError } }]);
    expect(await world.call('attachments.setInError', { id, reason: 'x' })).toEqual(refused('paper-in-error'));
    expect(await world.call('attachments.move', { id, toClientId: otherId, reason: 'x' })).toEqual(refused('paper-in-error'));
  });

  test('is never one that something signed stands on', async () => {
    const { world, id, clientId } = await signed();
    const { id: otherId } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    const order = await filed(world, clientId);
    await world.open.database
      .insertInto('clearances')
      .values({
        id: 'q',
        client_id: clientId,
        contact_id: null,
        request: '{}',
        asked_at: world.now(),
        asked_by: world.open.actor.id,
      } as never)
      .execute();
    await world.open.database
      .insertInto('clearance_replies')
      .values({
        clearance_id: 'q',
        reply: JSON.stringify({ documentId: order }),
        recorded_at: world.now(),
        recorded_by: world.open.actor.id,
      })
      .execute();
    for (const paper of [id, order]) {
      expect(await world.call('attachments.move', { id: paper, toClientId: otherId, reason: 'x' })).toEqual(refused('paper-relied-on'));
      expect(await world.call('attachments.setInError', { id: paper, reason: 'x' })).toEqual(refused('paper-relied-on'));
    }
    expect(await world.call('attachments.move', { id: someId, toClientId: otherId, reason: 'x' })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'document' },
    });
  });
});
