import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { ready } from '../consent/consent.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import type { PaperToPrint } from '../practice/practice.ts';
import { dropTrigger } from '../store/tampering.test-world.ts';
import { idsNamedIn } from './named-document.ts';
import { jpeg, png, sent, sha256Of } from './uploads.test-world.ts';

const someId = '0198c0de-0000-7000-8000-000000000000';

const last = async (world: TestWorld, count: number): Promise<readonly unknown[]> =>
  (await world.audit()).slice(-count).map(({ action, client_id, record_id }) => ({ action, client_id, record_id }));

type Signed = { readonly world: TestWorld; readonly id: string; readonly clientId: string; readonly pdf: Buffer };

const signed = async (): Promise<Signed> => {
  const { world, input, clientId } = await ready();
  const { documentId: id } = await world.ok('consent.sign', input);
  const { pdf } = await world.ok('documents.get', { id });
  return { world, id, clientId, pdf: Buffer.from(pdf, 'base64') };
};

const verdictOn = async (world: TestWorld, bytes: Uint8Array) => world.ok('documents.verify', { uploadId: await sent(world, bytes) });

const withByte = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};

const everywhere = (bytes: Buffer, text: string, other: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(text, other), 'latin1');

describe('verify', () => {
  let one: Signed;
  beforeAll(async () => {
    one = await signed();
  });

  test('knows the document itself, and says so in the trail', async () => {
    const { world, id, clientId, pdf } = one;
    expect(await verdictOn(world, pdf)).toMatchObject({
      verdict: 'genuine',
      document: { id, clientId, kind: 'consent', sha256: sha256Of(pdf), bytes: pdf.length, mediaType: 'application/pdf' },
    });
    expect(await last(world, 1)).toEqual([{ action: 'document-verified', client_id: clientId, record_id: id }]);
    expect(world.open.memory.uploads.size).toBe(0);
  });

  test('finds every single changed byte', async () => {
    const { world, id, pdf } = one;
    const places = Array.from({ length: Math.ceil(pdf.length / 500) }, (_, index) => index * 500 + 5).filter((at) => at < pdf.length);
    expect(places.length).toBeGreaterThan(50);
    for (const at of places) {
      const { verdict, document } = await verdictOn(world, withByte(pdf, at));
      expect([at, verdict, document?.id]).toEqual([at, 'altered', id]);
    }
    const idAt = pdf.indexOf(id, 0, 'latin1');
    expect(idAt).toBeGreaterThan(0);
    for (let at = idAt - 20; at < idAt + id.length + 2; at += 1)
      expect([at, (await verdictOn(world, withByte(pdf, at))).verdict]).toEqual([at, 'altered']);
  });

  test('finds what was put behind it, cut off it, or saved anew by another program', async () => {
    const { world, id, pdf } = one;
    const altered = { verdict: 'altered', document: { id } };
    expect(await verdictOn(world, Buffer.concat([pdf, Buffer.from('\n')]))).toMatchObject(altered);
    expect(await verdictOn(world, Buffer.concat([pdf, pdf]))).toMatchObject(altered);
    expect(await verdictOn(world, pdf.subarray(0, pdf.length - 1))).toMatchObject(altered);

    const folder = mkdtempSync(join(tmpdir(), 'stillpoint-verify-'));
    try {
      writeFileSync(join(folder, 'one.pdf'), pdf);
      execFileSync('qpdf', ['--object-streams=generate', join(folder, 'one.pdf'), join(folder, 'packed.pdf')]);
      execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', join(folder, 'one.pdf'), join(folder, 'locked.pdf')]);
      for (const name of ['packed.pdf', 'locked.pdf'])
        expect(await verdictOn(world, readFileSync(join(folder, name)))).toMatchObject(altered);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('does not know a file whose id is gone, is another one, or stands there as mere words', async () => {
    const { world, id, pdf } = one;
    const unknown = { verdict: 'unknown', document: null };
    const hex = id.replaceAll('-', '');
    const without = everywhere(everywhere(pdf, id, someId), hex, someId.replaceAll('-', ''));
    expect(await verdictOn(world, without)).toEqual(unknown);
    expect(await verdictOn(world, Buffer.from(`%PDF-1.7\n(${id}) <${hex}>`))).toEqual(unknown);
    expect(await verdictOn(world, png)).toEqual(unknown);
    expect(await last(world, 1)).toEqual([{ action: 'document-verified', client_id: null, record_id: null }]);
    // One of the two places is enough.
    expect(await verdictOn(world, everywhere(pdf, id, someId))).toMatchObject({ verdict: 'altered', document: { id } });
    expect(await verdictOn(world, everywhere(pdf, hex, someId.replaceAll('-', '')))).toMatchObject({
      verdict: 'altered',
      document: { id },
    });
  });

  test('does not call genuine what the trail does not vouch for', async () => {
    const { world, id, pdf } = await signed();
    const document = await world.open.database.selectFrom('documents').select('audit_seq').where('id', '=', id).executeTakeFirstOrThrow();
    await dropTrigger(world.open.database, 'audit_is_not_changed');
    await world.open.database
      .updateTable('audit')
      .set({ digest: sha256Of(png) })
      .where('seq', '=', document.audit_seq)
      .execute();
    expect(await verdictOn(world, pdf)).toMatchObject({ verdict: 'altered', document: { id } });
  });

  test('takes an upload that is whole, once', async () => {
    const { world, pdf } = one;
    const uploadId = await sent(world, pdf);
    await world.ok('documents.verify', { uploadId });
    expect(await world.call('documents.verify', { uploadId })).toEqual({ ok: false, error: { code: 'not-found', what: 'upload' } });
    const { uploadId: half } = await world.ok('uploads.begin', { name: 'half.pdf', bytes: 99 });
    expect(await world.call('documents.verify', { uploadId: half })).toMatchObject({ error: { reason: 'upload-incomplete' } });
    expect(world.open.memory.uploads.size).toBe(0);
  });

  test('stays quick and says nothing of itself on 50 MB made to hold it up', async () => {
    const { world } = one;
    const start = Buffer.from('%PDF-1.7\n');
    const fills = [
      '/StillpointDocument 1 0 R',
      '/ID',
      '/ID[<',
      '/StillpointDocument(',
      '/ID [(\\',
      `/StillpointDocument(${someId})`,
      '((((',
      '\0',
    ];
    for (const fill of fills) {
      const bytes = Buffer.concat([start, Buffer.alloc(limits.file - start.length, fill)]);
      const begun = performance.now();
      expect(idsNamedIn(bytes)).toEqual(fill.includes(someId) ? [someId] : []);
      expect([fill, performance.now() - begun < 5_000]).toEqual([fill, true]);
    }
    expect(await verdictOn(world, Buffer.concat([start, Buffer.alloc(limits.file - start.length, '/ID[<')]))).toMatchObject({
      verdict: 'unknown',
    });
    expect(world.incidents).toEqual([]);
  });
});

describe('the id a PDF gives for itself', () => {
  const id = '01934f2e-5c3a-7b1d-8e2f-0a1b2c3d4e5f';
  const hex = id.replaceAll('-', '');
  const utf16 = Buffer.from(`\ufeff${id}`, 'utf16le').swap16();
  test.each([
    ['literal', Buffer.from(`/StillpointDocument (${id})`)],
    ['literal with escapes', Buffer.from(`/StillpointDocument\n(\\${'0'.charCodeAt(0).toString(8).padStart(3, '0')}${id.slice(1)})`)],
    ['UTF-16', Buffer.concat([Buffer.from('/StillpointDocument ('), utf16, Buffer.from(')')])],
    ['hex', Buffer.from(`/StillpointDocument <${Buffer.from(id).toString('hex')}>`)],
    ['UTF-16 in hex', Buffer.from(`/StillpointDocument<${utf16.toString('hex')}>`)],
    ['an object of its own', Buffer.from(`151 0 obj\n(other)\nendobj\n151 0 obj\n(${id})\nendobj\n<< /StillpointDocument 151 0 R >>`)],
    ['trailer', Buffer.from(`/ID [<${hex.toUpperCase()}> <00>]`)],
    ['trailer in two lines', Buffer.from(`/ID[ <${hex.slice(0, 16)}\n${hex.slice(16)}>\n<00> ]`)],
  ])('is read as %s', (_, bytes) => {
    expect(idsNamedIn(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes, Buffer.from('\n%%EOF')]))).toEqual([id]);
  });
});

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
  expect(documents[0]).toEqual(scan);
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
