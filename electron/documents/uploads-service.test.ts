import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { chunkBytes } from '../../shared/uploads.ts';
import { type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { jpeg, png, sent, sha256Of, trySending } from './uploads.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });
const held = (world: TestWorld): number => world.open.memory.uploads.size;
const begun = async (world: TestWorld, bytes: number): Promise<string> =>
  (await world.ok('uploads.begin', { name: 'a.pdf', bytes })).uploadId;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('a file on its way in', () => {
  test('comes whole through many pieces, and its first bytes alone say what it is', async () => {
    const world = await testWorld();
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2 * chunkBytes + 5)]);
    for (const [bytes, name, mediaType] of [
      [large, 'photo.png', 'application/pdf'],
      [png, 'notes.pdf', 'image/png'],
      [jpeg, '', 'image/jpeg'],
    ] as const) {
      const reply = await trySending(world, bytes, name);
      expect(reply).toEqual({ ok: true, value: { uploadId: expect.any(String), bytes: bytes.length, mediaType } });
      const upload = reply.ok ? world.open.memory.uploads.get(reply.value.uploadId) : undefined;
      expect(Buffer.from(upload?.finished?.content ?? []).equals(bytes)).toBe(true);
      expect(upload?.chunks).toEqual([]);
    }
  });

  test.each(['MZ\x90\x00 a program', '<html>%PDF-', 'PK\x03\x04 an archive', '\x89PNG but not quite', 'GIF89a'])(
    'is refused by its first bytes: %j',
    async (words) => {
      const world = await testWorld();
      expect(await trySending(world, Buffer.from(words, 'latin1'), 'consent.pdf')).toEqual(refused('file-kind-unknown'));
      expect(held(world)).toBe(0);
    },
  );

  test('comes in order, in full pieces, and to the announced length; else nothing of it stays', async () => {
    const world = await testWorld();
    const piece = Buffer.concat([Buffer.from('%PDF-'), randomBytes(chunkBytes - 5)]);
    const wrongs: readonly ((uploadId: string) => Promise<unknown>)[] = [
      (uploadId) => world.call('uploads.append', { uploadId, index: 0, chunk: base64(piece) }),
      (uploadId) => world.call('uploads.append', { uploadId, index: 2, chunk: base64(piece) }),
      (uploadId) => world.call('uploads.append', { uploadId, index: 1, chunk: base64(piece.subarray(0, 9)) }),
      (uploadId) => world.call('uploads.append', { uploadId, index: 1, chunk: base64(Buffer.concat([piece, piece.subarray(0, 1)])) }),
      (uploadId) => world.call('uploads.append', { uploadId, index: 1, chunk: '' }),
      (uploadId) => world.call('uploads.finish', { uploadId, sha256: sha256Of(piece) }),
    ];
    for (const wrong of wrongs) {
      const uploadId = await begun(world, 2 * chunkBytes + 10);
      await world.ok('uploads.append', { uploadId, index: 0, chunk: base64(piece) });
      expect(await wrong(uploadId)).toEqual(refused('upload-incomplete'));
      expect(held(world)).toBe(0);
      expect(await world.call('uploads.finish', { uploadId, sha256: sha256Of(piece) })).toEqual({
        ok: false,
        error: { code: 'not-found', what: 'upload' },
      });
    }
  });

  test('must be what was announced by its hash, and takes nothing more once it is whole', async () => {
    const world = await testWorld();
    const other = await begun(world, png.length);
    await world.ok('uploads.append', { uploadId: other, index: 0, chunk: base64(png) });
    expect(await world.call('uploads.finish', { uploadId: other, sha256: sha256Of(jpeg) })).toEqual(refused('upload-incomplete'));
    const uploadId = await sent(world, png);
    expect(await world.call('uploads.append', { uploadId, index: 1, chunk: base64(png) })).toEqual(refused('upload-incomplete'));
    expect(held(world)).toBe(0);
  });

  test('is one of three at most: an older one that nobody used makes room', async () => {
    const world = await testWorld();
    const ids = [await begun(world, 9), await begun(world, 9), await begun(world, 9), await begun(world, 9)];
    expect([...world.open.memory.uploads.keys()]).toEqual(ids.slice(1));
    expect(await world.call('uploads.append', { uploadId: ids[0] ?? '', index: 0, chunk: '' })).toMatchObject({
      error: { code: 'not-found', what: 'upload' },
    });
  });

  test('is at most 50 MB, is not empty, and its name is never a path', async () => {
    const world = await testWorld();
    for (const [bytes, problem] of [
      [limits.file + 1, 'too-long'],
      [0, 'too-short'],
      [-1, 'too-short'],
      [1.5, 'wrong-kind'],
    ] as const)
      expect(await world.call('uploads.begin', { name: 'a.pdf', bytes })).toMatchObject({
        error: { code: 'invalid', issues: [{ problem }] },
      });
    expect(await world.call('uploads.begin', { name: 'a.pdf', bytes: limits.file })).toMatchObject({ ok: true });
    for (const name of ['../../../etc/passwd', 'C:\\Windows\\win.ini', 'NUL', 'a\u0000b', '\u202Efdp.exe', '/'.repeat(500)])
      expect(await trySending(world, png, name)).toMatchObject({ ok: true });
    expect(await world.call('uploads.begin', { name: 'x'.repeat(501), bytes: 9 })).toMatchObject({ error: { code: 'invalid' } });
    expect(world.incidents).toEqual([]);
  });
});
