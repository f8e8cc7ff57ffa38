import { execFileSync } from 'node:child_process';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mostLogoBytes } from '../../shared/logo.ts';
import { checkOf, openedUp } from '../documents/pdf.test-world.ts';
import { openFrame } from '../documents/pdf-frame.ts';
import type { Logo } from '../documents/pdf-logo.ts';
import { chunk, pngOf } from '../documents/pictures.test-world.ts';
import { jpeg, png, sent } from '../documents/uploads.test-world.ts';
import { letter } from '../letters/letter-pdf.test-world.ts';
import { drawLetter } from '../letters/letter-pdf.ts';
import { type TestWorld, testWorld } from './practice.test-world.ts';

const unfit = { ok: false, error: { code: 'refused', reason: 'logo-unfit' } };

const chosen = async (world: TestWorld, bytes: Uint8Array): Promise<unknown> =>
  world.call('logo.set', { version: 1, uploadId: await sent(world, bytes, 'logo.png') });

const kept = async (world: TestWorld): Promise<Logo> => {
  const { picture } = await world.ok('logo.get', {});
  if (!picture) throw new Error('there is none');
  return { mediaType: picture.mediaType, bytes: new Uint8Array(Buffer.from(picture.bytes, 'base64')) };
};

/** A page of another document as a JPEG, from the tool that everybody has. */
const drawnAsJpeg = async (): Promise<Buffer> => {
  const pdf = await drawLetter(letter);
  return execFileSync('pdftoppm', ['-jpeg', '-r', '20', '-f', '1', '-l', '1', '-'], { input: pdf, maxBuffer: 8 * 1024 * 1024 });
};

/** As a camera writes it: where it was taken stands in the first part. */
const withPlace = (file: Buffer): Buffer => {
  const place = Buffer.from('Exif\0\0GPS 43.6532 N', 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, place.length + 2]);
  return Buffer.concat([file.subarray(0, 2), head, place, file.subarray(2)]);
};

describe('the picture of the practice', () => {
  test('is kept, stands at the head of a letter, and goes again', async () => {
    const world = await testWorld();
    expect(await world.ok('logo.get', {})).toEqual({ version: 1, picture: null });
    expect(await chosen(world, pngOf(300, 120))).toMatchObject({ ok: true, value: { version: 2, picture: { mediaType: 'image/png' } } });
    expect(world.open.memory.uploads.size).toBe(0);
    const pdf = await drawLetter({ ...letter, logo: await kept(world) });
    expect(openedUp(pdf)).toContain('/Width 300');
    expect(checkOf(pdf)).toContain('No syntax');
    expect(await world.ok('logo.set', { version: 2, uploadId: null })).toEqual({ version: 3, picture: null });
  });

  test('may be a JPEG, and keeps nothing of where it was taken', async () => {
    const world = await testWorld();
    const photo = withPlace(await drawnAsJpeg());
    expect(photo.includes('GPS 43.6532')).toBe(true);
    await chosen(world, photo);
    const logo = await kept(world);
    expect(logo.mediaType).toBe('image/jpeg');
    expect(Buffer.from(logo.bytes).includes('GPS')).toBe(false);
    const pdf = await drawLetter({ ...letter, logo });
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    const drawn = execFileSync('pdftoppm', ['-r', '36', '-gray', '-'], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
    expect(drawn.length).toBeGreaterThan(1_000);
  });

  test('keeps no words of a PNG', async () => {
    const world = await testWorld();
    await chosen(world, pngOf(20, 20, { more: [chunk('tEXt', Buffer.from('Author\0Somebody'))] }));
    expect(Buffer.from((await kept(world)).bytes).includes('Somebody')).toBe(false);
  });

  test.each([1, 20, 2_000])('is drawn at %i points a side', async (side) => {
    const world = await testWorld();
    await chosen(world, pngOf(side, 10, { color: 2 }));
    const frame = await openFrame({
      documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
      title: 'Head',
      createdAt: letter.signedAt,
      paper: 'a4',
      appVersion: '0.1.0',
      practice: { name: 'W'.repeat(200), address: 'x', logo: await kept(world) },
      foot: null,
    });
    frame.paragraph('words');
    expect(checkOf(await frame.finish())).toContain('No syntax');
  });

  test('changes from the version it was read at, or says what it is now', async () => {
    const world = await testWorld();
    await chosen(world, png);
    expect(await world.call('logo.set', { version: 1, uploadId: null })).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { version: 2, picture: { mediaType: 'image/png' } } },
    });
    expect(await world.call('logo.set', { version: 2, uploadId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab' })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'upload' },
    });
  });
});

describe('is refused, and the one there stays', () => {
  const raw = (width: number, height: number): Buffer => Buffer.alloc((width * 4 + 1) * height);
  const wayOfRow = (way: number): Buffer => {
    const rows = raw(10, 10);
    rows[41] = way;
    return rows;
  };
  test.each([
    ['10,000 points a side', pngOf(10_000, 10_000, { data: deflateSync(Buffer.alloc(10)) })],
    ['one point too wide', pngOf(2_001, 1)],
    ['no width', pngOf(0, 10, { data: deflateSync(Buffer.alloc(10)) })],
    ['fewer points than it says', pngOf(10, 10, { data: deflateSync(raw(10, 9)) })],
    ['more points than it says, 200 MB of them', pngOf(10, 10, { data: deflateSync(Buffer.alloc(200_000_000)) })],
    ['points that are not packed', pngOf(10, 10, { data: Buffer.from('not packed') })],
    ['a row written in a way that is none', pngOf(10, 10, { data: deflateSync(wayOfRow(9)) })],
    ['seven passes', pngOf(10, 10, { interlace: 1 })],
    ['the first bytes and no more', png.subarray(0, 20)],
    ['a cut end', pngOf(300, 120).subarray(0, -8)],
    ['a JPEG in its first bytes alone', jpeg],
  ])('%s', async (_, bytes) => {
    const world = await testWorld();
    expect(await chosen(world, bytes)).toEqual(unfit);
    expect(await world.ok('logo.get', {})).toEqual({ version: 1, picture: null });
    expect(world.open.memory.uploads.size).toBe(0);
  });

  test('a file of 40 MB that begins as a picture, and one byte too many', async () => {
    const world = await testWorld();
    expect(await chosen(world, Buffer.concat([png, Buffer.alloc(40 * 1024 * 1024)]))).toEqual(unfit);
    expect(await chosen(world, Buffer.concat([png, Buffer.alloc(mostLogoBytes + 1 - png.length)]))).toEqual(unfit);
  });

  test('a JPEG that was cut anywhere', async () => {
    const world = await testWorld();
    const photo = await drawnAsJpeg();
    for (const share of [0.02, 0.2, 0.5, 0.9])
      expect(await chosen(world, photo.subarray(0, Math.floor(photo.length * share)))).toEqual(unfit);
  });

  test('a PDF, which is a file of ours and no picture', async () => {
    const world = await testWorld();
    expect(await chosen(world, Buffer.from('%PDF-1.7'))).toEqual({ ok: false, error: { code: 'refused', reason: 'file-kind-unknown' } });
  });
});
