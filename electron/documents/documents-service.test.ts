import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '../../shared/calls.ts';
import { ready } from '../consent/consent.test-world.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';

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
    const { input } = await ready();
    const client = (await world.ok('clients.search', { query: '' })).clients[0];
    const other = await world.ok('consent.sign', { ...input, clientId: client?.id ?? '' });
    expect(await world.call('documents.export', { id: other.documentId, fileGrant: fileGrant ?? '' })).toMatchObject({
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
      [join(folder, 'practice.db'), 'not-a-pdf'],
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
});
