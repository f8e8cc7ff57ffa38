import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { dropTrigger } from '../store/tampering.test-world.ts';
import { idsNamedIn } from './named-document.ts';
import { last, type Signed, signed, someId, verdictOn } from './papers.test-world.ts';
import { png, sent, sha256Of } from './uploads.test-world.ts';

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

  test('knows a changed copy that was filed as a scan for what it is, and a scan that names nothing for itself', async () => {
    const { world, id, clientId, pdf } = await signed();
    const title = 'Consent to bodywork';
    const changed = withByte(pdf, 5_000);
    await world.ok('documents.file', { uploadId: await sent(world, changed), clientId, title });
    expect(await verdictOn(world, changed)).toMatchObject({ verdict: 'altered', document: { id, kind: 'consent' } });
    // The document itself stays the document, whoever files it again.
    await world.ok('documents.file', { uploadId: await sent(world, pdf), clientId, title, twice: true });
    expect(await verdictOn(world, pdf)).toMatchObject({ verdict: 'genuine', document: { id, kind: 'consent' } });
    const scan = await world.ok('documents.file', { uploadId: await sent(world, png), clientId, title });
    expect(await verdictOn(world, png)).toMatchObject({ verdict: 'genuine', document: { id: scan.id, kind: 'scan' } });
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
