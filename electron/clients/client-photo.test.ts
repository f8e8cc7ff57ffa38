import { expect, test } from 'vitest';
import type { Client } from '../../shared/clients.ts';
import { chunk, pngOf } from '../documents/pictures.test-world.ts';
import { png, sent } from '../documents/uploads.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { amissAfter, everything, merging } from './merge.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

const setting = async (world: TestWorld, { id: clientId, version }: Pick<Client, 'id' | 'version'>, bytes: Uint8Array) =>
  world.call('clients.setPhoto', { clientId, version, uploadId: await sent(world, bytes, 'face.png') });

const withClient = async (): Promise<{ readonly world: TestWorld; readonly client: Client }> => {
  const world = await testWorld();
  return { world, client: await world.ok('clients.create', clientDetails) };
};

/** Bytes of the picture a record is opened with. */
const shown = async (world: TestWorld, id: string): Promise<Buffer | null> => {
  const { photo } = await world.ok('clients.get', { id });
  return photo ? Buffer.from(photo.bytes, 'base64') : null;
};

const rowsOf = (world: TestWorld) => world.open.database.selectFrom('client_photos').selectAll().execute();

test('is set, replaced and taken away, each a change of the record with one entry, and nothing stays of the one before', async () => {
  const { world, client } = await withClient();
  expect(await shown(world, client.id)).toBeNull();
  const before = (await world.audit()).length;
  expect(await setting(world, client, pngOf(300, 300))).toMatchObject({
    ok: true,
    value: { version: 2, photo: { mediaType: 'image/png' } },
  });
  expect(world.open.memory.uploads.size).toBe(0);
  expect(await setting(world, { ...client, version: 2 }, pngOf(301, 300))).toMatchObject({ ok: true, value: { version: 3 } });
  expect((await shown(world, client.id))?.readUInt32BE(16)).toBe(301);
  expect(await rowsOf(world)).toHaveLength(1);
  const gone = await world.ok('clients.setPhoto', { clientId: client.id, version: 3, uploadId: null });
  expect([gone.version, 'photo' in gone, await shown(world, client.id), await rowsOf(world)]).toEqual([4, false, null, []]);
  const entries = (await world.audit()).slice(before).filter(({ action }) => action === 'client-photo-changed');
  expect(entries.map(({ client_id: of }) => of)).toEqual([client.id, client.id, client.id]);
});

test('stays with the record through other changes, and in no list', async () => {
  const { world, client } = await withClient();
  await setting(world, client, png);
  const changed = await world.ok('clients.update', { id: client.id, version: 2, details: { ...clientDetails, pronouns: 'they' } });
  expect(changed.photo).toEqual((await world.ok('clients.get', { id: client.id })).photo);
  expect(changed.photo).toBeDefined();
  const { clients } = await world.ok('clients.search', { query: '' });
  expect([clients.length, JSON.stringify(clients).includes('photo')]).toEqual([1, false]);
});

test('keeps no words of the file', async () => {
  const { world, client } = await withClient();
  await setting(world, client, pngOf(20, 20, { more: [chunk('tEXt', Buffer.from('Place\0Mill Lane'))] }));
  expect((await shown(world, client.id))?.includes('Mill Lane')).toBe(false);
});

test.each([
  ['513 points wide', () => pngOf(513, 10), 'photo-unfit'],
  ['513 points high', () => pngOf(10, 513), 'photo-unfit'],
  ['one byte over 200 KB', () => Buffer.concat([png, Buffer.alloc(200 * 1024 + 1 - png.length)]), 'photo-unfit'],
  ['cut off', () => pngOf(300, 300).subarray(0, -8), 'photo-unfit'],
  ['a PDF under the name of a picture', () => Buffer.from('%PDF-1.7'), 'file-kind-unknown'],
])('is refused: %s, and the one there stays', async (_, bytes, reason) => {
  const { world, client } = await withClient();
  await setting(world, client, png);
  const was = await shown(world, client.id);
  expect(await setting(world, { ...client, version: 2 }, bytes())).toEqual(refused(reason));
  expect(await world.ok('clients.get', { id: client.id })).toMatchObject({ version: 2 });
  expect(await shown(world, client.id)).toEqual(was);
  expect(world.open.memory.uploads.size).toBe(0);
});

test('of 512 points and 200 KB is taken', async () => {
  const { world, client } = await withClient();
  expect(await setting(world, client, pngOf(512, 512))).toMatchObject({ ok: true });
  const full = Buffer.concat([png, Buffer.alloc(200 * 1024 - png.length)]);
  expect(await setting(world, { ...client, version: 2 }, full)).toMatchObject({ ok: true });
});

test('changes from the version it was read at, or says how the record is now', async () => {
  const { world, client } = await withClient();
  await setting(world, client, pngOf(300, 300));
  expect(await world.call('clients.setPhoto', { clientId: client.id, version: 1, uploadId: null })).toMatchObject({
    ok: false,
    error: { code: 'conflict', current: { version: 2, photo: { mediaType: 'image/png' } } },
  });
  expect(await shown(world, client.id)).not.toBeNull();
  const nobody = '0193a5c2-7b1e-7c3d-8a4f-1234567890ab';
  expect(await world.call('clients.setPhoto', { clientId: nobody, version: 1, uploadId: null })).toMatchObject({
    error: { code: 'not-found', what: 'client' },
  });
});

test('is not added to a record entered in error, and may be taken out of it', async () => {
  const { world, client } = await withClient();
  await setting(world, client, png);
  await world.ok('clients.markError', { clientId: client.id, version: 2, reason: 'Nobody of this name' });
  expect(await setting(world, { ...client, version: 3 }, png)).toEqual(refused('client-in-error'));
  expect(await shown(world, client.id)).not.toBeNull();
  await world.ok('clients.setPhoto', { clientId: client.id, version: 3, uploadId: null });
  expect(await shown(world, client.id)).toBeNull();
});

test.each([
  ['the newer of two stays, of the one that goes', ['keep', 'merge'], 200],
  ['the newer of two stays, of the one kept', ['merge', 'keep'], 100],
  ['the only one comes along', ['merge'], 200],
] as const)('two records become one: %s, and nothing is left of the other', async (_, order, width) => {
  const { world, client: keep } = await withClient();
  const merge = await world.ok('clients.create', { ...clientDetails, phone: '519 555 0100' });
  for (const side of order) {
    world.later(1_000);
    await setting(world, side === 'keep' ? keep : merge, pngOf(side === 'keep' ? 100 : 200, 10));
  }
  const before = await everything(world);
  const pair = { keepId: keep.id, mergeId: merge.id };
  await merging(world, pair);
  expect((await shown(world, keep.id))?.readUInt32BE(16)).toBe(width);
  expect((await rowsOf(world)).map(({ client_id: of }) => of)).toEqual([keep.id]);
  expect(await amissAfter(world, before, pair)).toEqual([]);
  const [trace] = await world.open.database.selectFrom('client_merges').select('apart').execute();
  const told = JSON.parse(trace?.apart ?? '{}').client_photos;
  expect(told).toHaveLength(order.length - 1);
  expect(JSON.stringify(told)).not.toContain('bytes');
  const row = { client_id: merge.id, media_type: 'image/png', bytes: png, set_at: 't', by: world.open.actor.id };
  await expect(world.open.database.insertInto('client_photos').values(row).execute()).rejects.toThrow('merged into another');
});
