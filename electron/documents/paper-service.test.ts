import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import type { PaperToPrint } from '../practice/practice.ts';
import { last, signed, someId, verdictOn } from './papers.test-world.ts';
import { jpeg, png, sent, sha256Of } from './uploads.test-world.ts';

describe('filing', () => {
  const withClient = async () => {
    const world = await testWorld();
    return { world, client: await world.ok('clients.create', clientDetails) };
  };

  test('keeps a scan or a photo as it came, with its entry', async () => {
    const { world, client } = await withClient();
    for (const [bytes, mediaType] of [
      [png, 'image/png'],
      [jpeg, 'image/jpeg'],
      [Buffer.from('%PDF-1.4 as a scanner made it'), 'application/pdf'],
    ] as const) {
      const head = await world.ok('documents.file', {
        uploadId: await sent(world, bytes),
        clientId: client.id,
        title: ' Consent, signed on paper ',
      });
      expect(head).toEqual({
        id: expect.any(String),
        clientId: client.id,
        kind: 'scan',
        title: 'Consent, signed on paper',
        createdAt: '2026-11-24T15:58:00.000Z',
        sha256: sha256Of(bytes),
        bytes: bytes.length,
        mediaType,
      });
      expect(await last(world, 1)).toEqual([{ action: 'document-filed', client_id: client.id, record_id: head.id }]);
      expect(world.open.memory.uploads.size).toBe(0);
      expect(await world.ok('documents.get', { id: head.id })).toEqual({ ...head, pdf: bytes.toString('base64') });
      expect(await verdictOn(world, bytes)).toEqual({ verdict: 'genuine', document: head });
    }
    expect(world.announced).toContain('documents');
  });

  test('needs a title and a client, and keeps the file for the next try when one is wrong', async () => {
    const { world, client } = await withClient();
    const uploadId = await sent(world, png);
    for (const title of ['', '   ', '\u200b', 'x'.repeat(201)])
      expect(await world.call('documents.file', { uploadId, clientId: client.id, title })).toMatchObject({
        error: { code: 'invalid', issues: [{ path: ['title'] }] },
      });
    expect(await world.call('documents.file', { uploadId, clientId: someId, title: 'Scan' })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'client' },
    });
    expect(await world.open.database.selectFrom('documents').selectAll().execute()).toEqual([]);
    expect(await world.call('documents.file', { uploadId, clientId: client.id, title: 'Scan' })).toMatchObject({ ok: true });
    expect(await world.call('documents.file', { uploadId, clientId: client.id, title: 'Scan' })).toMatchObject({
      error: { what: 'upload' },
    });
  });
});

test('the papers of a client are theirs alone, newest first, and looking at the list is recorded', async () => {
  const { world, id, clientId } = await signed();
  const other = await world.ok('clients.create', { ...clientDetails, chosenName: 'Someone Else' });
  world.later(1_000);
  const scan = await world.ok('documents.file', { uploadId: await sent(world, png), clientId, title: 'Referral' });
  await world.ok('documents.file', { uploadId: await sent(world, png), clientId: other.id, title: 'Not theirs' });
  const { documents } = await world.ok('documents.ofClient', { clientId });
  expect(documents.map((one) => one.id)).toEqual([scan.id, id]);
  expect(documents[0]).toMatchObject({ ...scan, inError: false });
  expect(await last(world, 1)).toEqual([{ action: 'documents-listed', client_id: clientId, record_id: null }]);
  expect(await world.call('documents.ofClient', { clientId: someId })).toMatchObject({ error: { code: 'not-found', what: 'client' } });
});

describe('printing', () => {
  test('hands the printer that one document, with its entry before it', async () => {
    const { world, id, clientId, pdf } = await signed();
    const printed: PaperToPrint[] = [];
    world.answerPrinter(async (paper) => {
      printed.push(paper);
      expect(await last(world, 1)).toEqual([{ action: 'document-printed', client_id: clientId, record_id: id }]);
      return 'printed';
    });
    expect(await world.ok('documents.print', { id })).toEqual({ printed: true, clientId });
    expect(printed).toEqual([{ mediaType: 'application/pdf', paper: 'letter', bytes: expect.any(Uint8Array) }]);
    expect(Buffer.from(printed[0]?.bytes ?? []).equals(pdf)).toBe(true);
    expect(await last(world, 1)).toEqual([{ action: 'document-printed', client_id: clientId, record_id: id }]);
  });

  test.each([
    ['cancelled', { ok: true, value: { printed: false } }],
    ['failed', { ok: false, error: { code: 'refused', reason: 'not-printed' } }],
    ['no-printer', { ok: false, error: { code: 'refused', reason: 'no-printer-here' } }],
    ['thrown', { ok: false, error: { code: 'refused', reason: 'not-printed' } }],
  ] as const)('says in the trail that nothing was printed: %s', async (outcome, reply) => {
    const { world, id, clientId } = await signed();
    world.answerPrinter(async () => {
      if (outcome === 'thrown') throw new Error('the window went away');
      return outcome;
    });
    expect(await world.call('documents.print', { id })).toMatchObject(reply);
    expect(await last(world, 2)).toEqual([
      { action: 'document-printed', client_id: clientId, record_id: id },
      { action: 'document-not-printed', client_id: clientId, record_id: id },
    ]);
  });

  test('prints nothing where the entry could not be written, and nothing that is not here', async () => {
    const { world, id } = await signed();
    let asked = 0;
    world.answerPrinter(async () => {
      asked += 1;
      return 'printed';
    });
    expect(await world.call('documents.print', { id: someId })).toEqual({ ok: false, error: { code: 'not-found', what: 'document' } });
    Object.defineProperty(world.open.database, 'transaction', {
      value: () => {
        throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
      },
    });
    expect(await world.call('documents.print', { id })).toMatchObject({ error: { reason: 'disk-full' } });
    expect(asked).toBe(0);
  });

  test('prints, shows and saves a blank sheet by its id while it is held', async () => {
    const { world, pdf } = await signed();
    const head = {
      id: someId,
      clientId: null,
      kind: 'blank',
      title: 'Informed consent, blank',
      createdAt: '2026-11-24T15:58:00.000Z',
      sha256: sha256Of(pdf),
      bytes: pdf.length,
      mediaType: 'application/pdf',
    } as const;
    world.open.memory.sheets.set(someId, { head, bytes: pdf });
    expect(await world.ok('documents.get', { id: someId })).toEqual({ ...head, pdf: pdf.toString('base64') });
    expect(await world.ok('documents.print', { id: someId })).toEqual({ printed: true, clientId: null });
    const folder = mkdtempSync(join(tmpdir(), 'stillpoint-blank-'));
    try {
      world.answerDialog(join(folder, 'blank.pdf'));
      const { fileGrant } = await world.ok('documents.chooseExport', { id: someId });
      await world.ok('documents.export', { id: someId, fileGrant: fileGrant ?? '' });
      expect(readFileSync(join(folder, 'blank.pdf')).equals(pdf)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
