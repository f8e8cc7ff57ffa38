import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '../../shared/calls.ts';
import { ready } from '../consent/consent.test-world.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { jpeg, png, sent } from './uploads.test-world.ts';

describe('export', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stillpoint-export-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const signed = async (): Promise<{ world: TestWorld; consent: OutputOf<'consent.sign'> }> => {
    const { world, input } = await ready();
    return { world, consent: await world.ok('consent.sign', input) };
  };

  test('writes the one file the person chose, byte for byte, once', async () => {
    const { world, consent } = await signed();
    const path = join(folder, 'chosen.pdf');
    world.answerDialog(path);
    const { fileGrant } = await world.ok('documents.chooseExport', { id: consent.documentId });
    const exported = await world.ok('documents.export', { id: consent.documentId, fileGrant: fileGrant ?? '' });
    expect(exported).toMatchObject({ fileName: 'chosen.pdf', clientId: consent.clientId });
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(exported.sha256);
    expect(readdirSync(folder)).toEqual(['chosen.pdf']);
    expect((statSync(path).mode & 0o077).toString(8)).toBe('0');
    expect((await world.audit()).at(-1)).toMatchObject({
      action: 'document-exported',
      client_id: consent.clientId,
      record_id: consent.documentId,
    });
    expect(await world.call('documents.export', { id: consent.documentId, fileGrant: fileGrant ?? '' })).toMatchObject({
      error: { reason: 'file-grant-unknown' },
    });
  });

  test('leaves no file where its entry could not be written', async () => {
    const { world, consent } = await signed();
    world.answerDialog(join(folder, 'chosen.pdf'));
    const { fileGrant } = await world.ok('documents.chooseExport', { id: consent.documentId });
    Object.defineProperty(world.open.database, 'transaction', {
      value: () => {
        throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
      },
    });
    expect(await world.call('documents.export', { id: consent.documentId, fileGrant: fileGrant ?? '' })).toMatchObject({
      error: { reason: 'disk-full' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('takes no grant that was chosen for another document', async () => {
    const { world, consent } = await signed();
    world.answerDialog(join(folder, 'chosen.pdf'));
    const { fileGrant } = await world.ok('documents.chooseExport', { id: consent.documentId });
    const uploadId = await sent(world, Buffer.from('%PDF-1.4 as a scanner made it'));
    const other = await world.ok('documents.file', { uploadId, clientId: consent.clientId, title: 'Scan' });
    expect(await world.call('documents.export', { id: other.id, fileGrant: fileGrant ?? '' })).toMatchObject({
      error: { reason: 'file-grant-unknown' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('takes no path, no made-up grant and none of another call', async () => {
    const { world, consent } = await signed();
    for (const fileGrant of ['/etc/passwd', 'grant-/tmp/x'])
      expect(await world.call('documents.export', { id: consent.documentId, fileGrant })).toMatchObject({
        error: { reason: 'file-grant-unknown' },
      });
    world.files.grantPath('other', 'documents.get', join(folder, 'x.pdf'));
    expect(await world.call('documents.export', { id: consent.documentId, fileGrant: 'other' })).toMatchObject({
      error: { reason: 'file-grant-unknown' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says when the person thought better of it, and when the file cannot be written', async () => {
    const { world, consent } = await signed();
    world.answerDialog(null);
    expect(await world.ok('documents.chooseExport', { id: consent.documentId })).toEqual({ fileGrant: null });
    for (const [path, cause] of [
      [join(folder, 'practice.db'), 'another-ending'],
      [join(import.meta.dirname, '..', 'practice', 'inside.pdf'), 'inside-the-practice'],
    ] as const) {
      world.answerDialog(path);
      const { fileGrant } = await world.ok('documents.chooseExport', { id: consent.documentId });
      expect(await world.call('documents.export', { id: consent.documentId, fileGrant: fileGrant ?? '' })).toMatchObject({
        error: { reason: 'file-not-written', details: { cause } },
      });
      expect((await world.audit()).slice(-2).map((entry) => entry.action)).toEqual(['document-exported', 'document-not-written']);
    }
    expect(readdirSync(folder)).toEqual([]);
    world.answerDialog(join(folder, 'no', 'such', 'folder.pdf'));
    const { fileGrant } = await world.ok('documents.chooseExport', { id: consent.documentId });
    expect(await world.call('documents.export', { id: consent.documentId, fileGrant: fileGrant ?? '' })).toMatchObject({
      ok: false,
      error: { code: 'refused', reason: 'file-not-written', details: { fileName: 'folder.pdf', cause: 'ENOENT' } },
    });
  });

  /** What `meanwhile` does between the choice and the writing, to a file that held `before` when it was chosen. */
  const exportedAround = async (before: string | null, meanwhile: (path: string) => void) => {
    const { world, consent } = await signed();
    const path = join(folder, 'chosen.pdf');
    if (before !== null) writeFileSync(path, before);
    world.answerDialog(path);
    const { fileGrant } = await world.ok('documents.chooseExport', { id: consent.documentId });
    meanwhile(path);
    const reply = await world.call('documents.export', { id: consent.documentId, fileGrant: fileGrant ?? '' });
    return { path, reply, entries: (await world.audit()).slice(-2).map((entry) => entry.action) };
  };
  const notWritten = (cause: string) => ({
    reply: { ok: false, error: { code: 'refused', reason: 'file-not-written', details: { fileName: 'chosen.pdf', cause } } },
    entries: ['document-exported', 'document-not-written'],
  });

  test('takes the place of the file the dialog asked about', async () => {
    const { path, reply } = await exportedAround('what lay there', () => undefined);
    expect(reply).toMatchObject({ ok: true });
    expect(readFileSync(path, 'latin1').slice(0, 5)).toBe('%PDF-');
    expect(readdirSync(folder)).toEqual(['chosen.pdf']);
  });

  test('never takes the place of a file that came, changed or turned into something else after the choice', async () => {
    const came = await exportedAround(null, (path) => writeFileSync(path, 'mine'));
    expect(came).toMatchObject(notWritten('changed-meanwhile'));
    expect(readFileSync(came.path, 'utf8')).toBe('mine');
    const changed = await exportedAround('mine', (path) => appendFileSync(path, ', and more'));
    expect(changed).toMatchObject(notWritten('changed-meanwhile'));
    expect(readFileSync(changed.path, 'utf8')).toBe('mine, and more');
    const linked = await exportedAround('mine', (path) => {
      renameSync(path, join(folder, 'elsewhere.pdf'));
      symlinkSync(join(folder, 'elsewhere.pdf'), path);
    });
    expect(linked).toMatchObject(notWritten('not-a-file'));
    expect(readFileSync(join(folder, 'elsewhere.pdf'), 'utf8')).toBe('mine');
  });

  test('says when the folder vanished or became a file, and makes none', async () => {
    const { world, consent } = await signed();
    for (const [meanwhile, cause] of [
      [(gone: string) => rmSync(gone, { recursive: true }), 'ENOENT'],
      [
        (gone: string) => {
          rmSync(gone, { recursive: true });
          writeFileSync(gone, 'a file now');
        },
        'ENOTDIR',
      ],
    ] as const) {
      const stick = join(folder, 'Blue stick');
      mkdirSync(stick);
      world.answerDialog(join(stick, 'chosen.pdf'));
      const { fileGrant } = await world.ok('documents.chooseExport', { id: consent.documentId });
      meanwhile(stick);
      expect(await world.call('documents.export', { id: consent.documentId, fileGrant: fileGrant ?? '' })).toMatchObject(
        notWritten(cause).reply,
      );
      expect(existsSync(join(stick, 'chosen.pdf'))).toBe(false);
      rmSync(stick, { force: true });
    }
    expect(await world.ok('documents.get', { id: consent.documentId })).toMatchObject({ id: consent.documentId });
  });

  test('saves a photo under the ending of its kind, and under no other', async () => {
    const { world, consent } = await signed();
    for (const [bytes, good, bad] of [
      [png, ['photo.png', 'second.PNG'], ['photo.pdf', 'photo.png.exe', 'photo']],
      [jpeg, ['photo.jpg', 'photo.jpeg'], ['photo.png']],
    ] as const) {
      const uploadId = await sent(world, bytes);
      const { id } = await world.ok('documents.file', { uploadId, clientId: consent.clientId, title: 'Photo' });
      for (const name of [...good, ...bad]) {
        world.answerDialog(join(folder, name));
        const { fileGrant } = await world.ok('documents.chooseExport', { id });
        const reply = await world.call('documents.export', { id, fileGrant: fileGrant ?? '' });
        if ((good as readonly string[]).includes(name)) expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
        else expect([name, reply]).toMatchObject([name, { error: { details: { cause: 'another-ending' } } }]);
      }
    }
    expect(readdirSync(folder).sort()).toEqual(['photo.jpeg', 'photo.jpg', 'photo.png', 'second.PNG']);
  });

  test('offers a name that no system reads a path, a device or a change of direction out of, with the ending of its kind', async () => {
    const { world, consent } = await signed();
    const offered: string[] = [];
    const chooseSave = world.open.files.chooseSave;
    Object.assign(world.open.files, {
      chooseSave: async (...chosen: Parameters<typeof chooseSave>) => {
        offered.push(`${chosen[1]}.${chosen[2]}`);
        return null;
      },
    });
    for (const [title, bytes] of [
      ['../../etc/passwd', png],
      ['CON', jpeg],
      ['Consent\u202Efdp.exe', Buffer.from('%PDF-1.4')],
    ] as const) {
      const uploadId = await sent(world, bytes);
      const { id } = await world.ok('documents.file', { uploadId, clientId: consent.clientId, title });
      await world.ok('documents.chooseExport', { id });
    }
    expect(offered).toEqual(['etc-passwd 2026-11-24.png', 'Document CON 2026-11-24.jpg', 'Consent-fdp.exe 2026-11-24.pdf']);
  });
});
