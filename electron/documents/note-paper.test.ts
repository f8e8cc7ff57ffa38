import { expect, test } from 'vitest';
import { writing } from '../sessions/note-world.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

test('the paper of a note is opened, printed and saved by its writer, and by another only while covering', async () => {
  const { world, clientId, begun, written, signed } = await writing();
  const { signed: seal } = await signed(await written(await begun()));
  const id = seal?.documentId ?? '';
  expect(await world.ok('documents.get', { id })).toMatchObject({ id, kind: 'note', clientId });

  const tom = { id: world.open.newId(), name: 'Tom Berg', role: 'owner' } as const;
  await world.open.database
    .insertInto('keyholders')
    .values({ id: tom.id, wrap_id: tom.id, name: tom.name, role: tom.role, created_at: '2026-11-24T15:58:00.000Z' })
    .execute();
  const asTom = await world.standing({ state: 'open', practice: { ...world.open, actor: tom } });
  for (const name of ['documents.get', 'documents.chooseExport', 'documents.print'] as const)
    expect(await asTom(name, { id })).toMatchObject(refused('covering-needed'));
  expect(await asTom('notes.cover', { clientId, reason: 'She is away' })).toMatchObject({ ok: true });
  expect(await asTom('documents.get', { id })).toMatchObject({ ok: true, value: { id } });
});

test('the paper of a note that was entered in error stays, and the list says so', async () => {
  const { world, clientId, begun, written, signed } = await writing();
  const note = await signed(await written(await begun()));
  const inList = async () => (await world.ok('documents.ofClient', { clientId })).documents.map(({ id, inError }) => [id, inError]);
  expect(await inList()).toEqual([[note.signed?.documentId, false]]);
  await world.ok('notes.setInError', { noteId: note.id, reason: 'Of somebody else', toClientId: null });
  expect(await inList()).toEqual([[note.signed?.documentId, true]]);
});
