import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AuditLine } from '../../shared/audit.ts';
import { auditActions } from '../../shared/call.ts';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, textOf } from '../documents/pdf.test-world.ts';
import { warmFrame } from '../documents/pdf-frame.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { practiceFor } from '../practice/practice.ts';
import { joinLocked, recordAudit } from './audit-repository.ts';
import { drawWhoSaw, type WhoSaw } from './who-saw-pdf.ts';

const stranger = '01a207a2-3366-7916-a111-ef2bf0207186';

const line = (seq: number, changes: Partial<AuditLine> = {}): AuditLine => ({
  seq,
  at: '2026-11-24T15:58:07.000Z',
  action: 'client-opened',
  actor: { id: 'k', name: 'Hana Lindqvist' },
  client: { id: stranger, name: 'Maya' },
  recordId: null,
  ...changes,
});

const sheet: WhoSaw = {
  documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
  client: { legalName: 'Maria Rosario', chosenName: 'Maya' },
  lines: [line(9), line(4, { at: '2026-07-01T03:30:00.000Z', action: 'client-created' })],
  madeAt: '2026-11-24T15:58:07.000Z',
  madeBy: 'Ada Brook',
  practice: { practiceName: 'Alder Room', address: '12 Mill Lane', paper: 'letter' },
  zone: 'America/Toronto',
  appVersion: '0.1.0',
};

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('the sheet', () => {
  test('says whose record it is, when and by whom it was made, how much there is and what it is', async () => {
    const text = flat(textOf(await drawWhoSaw(sheet)));
    for (const part of [
      'Who has opened this record',
      'Name Maria Rosario Called Maya',
      'Made 24 November 2026 at 10:58:07, America/Toronto (UTC-05:00) By Ada Brook Entries 2 ',
      'everything the practice’s audit trail holds about this client',
      'Where it says “recorded while locked” in place of a name, the practice was locked',
      'Times are as on the clock in America/Toronto.',
      'When Who What 24 November 2026 at 10:58:07 Hana Lindqvist Opened the client’s details',
      '30 June 2026 at 23:30:00 Hana Lindqvist Added the client',
    ])
      expect(text).toContain(part);
  });

  test('has words for each action, for nobody and for someone who is no longer here', async () => {
    const lines = auditActions.map((action, index) => line(index + 1, { action, actor: index === 0 ? null : { id: 'k', name: '' } }));
    const text = flat(textOf(await drawWhoSaw({ ...sheet, lines })));
    expect(text).toContain('recorded while locked Tried to unlock with a wrong passphrase');
    expect(text.split('no longer here').length).toBe(auditActions.length);
    for (const action of auditActions.filter((one) => one.includes('-'))) expect(text).not.toContain(action);
  });

  test('is tagged as a table, sound, made of embedded fonts, does nothing by itself, and is the same each time', async () => {
    const pdf = await drawWhoSaw(sheet);
    expect(infoOf(pdf)).toMatch(/Title: +Who has opened this record\n[\s\S]*Tagged: +yes/);
    expect(infoOf(pdf, '-struct')).toMatch(/Document[\s\S]*H1[\s\S]*Table[\s\S]*TR\s+TH\s+TH\s+TH\s+TR\s+TD\s+TD\s+TD\s+TR\s+TD\s+TD\s+TD/);
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(fontsOf(pdf).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
    expect(openedUp(pdf)).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|AA|SubmitForm|EmbeddedFiles?)\b/);
    expect(Buffer.compare(pdf, await drawWhoSaw(sheet))).toBe(0);
  });

  test('holds 2,000 entries, each once and whole, over as many pages as it takes', { timeout: 60_000 }, async () => {
    const lines = Array.from({ length: 2_000 }, (_, index) =>
      line(2_000 - index, {
        at: new Date(Date.UTC(2026, 10, 24) - index * 3_600_000).toISOString(),
        actor: { id: 'k', name: `Person ${index} מאיה` },
      }),
    );
    const pdf = await drawWhoSaw({ ...sheet, lines });
    const text = textOf(pdf);
    const pages = text.split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(40);
    expect(flat(pages.at(-1) ?? '')).toContain(`page ${pages.length} of ${pages.length}`);
    expect(text.match(/\bPerson \d+/g)).toEqual(Array.from({ length: 2_000 }, (_, index) => `Person ${index}`));
    expect(text.match(/Opened the client’s details/g)).toHaveLength(2_000);
    expect(infoOf(pdf, '-struct').match(/\bTD\b/g)).toHaveLength(6_000);
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
  });

  test('holds names of any length within its margins', async () => {
    const name = 'Aleksandra Wojciechowska-Brzęczyszczykiewicz of the night shift '.repeat(3).trim();
    const lines = [line(2, { actor: { id: 'k', name } }), line(1, { actor: { id: 'k', name: 'ł'.repeat(200) } })];
    const pdf = await drawWhoSaw({ ...sheet, client: { legalName: name, chosenName: name }, madeBy: name, lines });
    expect(flat(textOf(pdf)).replaceAll(' ', '')).toContain(name.replaceAll(' ', '').slice(0, 40));
    expect(inkOutside(pdf, 53)).toBe(0);
  });

  test('lets other calls in while it is drawn', async () => {
    await warmFrame();
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 0);
    await drawWhoSaw({ ...sheet, lines: Array.from({ length: 2_000 }, (_, index) => line(2_000 - index)) });
    clearInterval(turning);
    expect(turns).toBeGreaterThan(20);
  });
});

describe('who has opened a record', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stillpoint-who-saw-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const withClient = async (): Promise<{ world: TestWorld; clientId: string }> => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    await world.ok('clients.create', { ...clientDetails, chosenName: 'Somebody Else' });
    return { world, clientId };
  };
  const chosen = async (world: TestWorld, clientId: string): Promise<string> => {
    world.answerDialog(join(folder, 'chosen.pdf'));
    return (await world.ok('audit.chooseWhoSawFile', { clientId })).fileGrant ?? '';
  };

  test('lists every entry of that client and no other, and the sheet holds the same', async () => {
    const { world, clientId } = await withClient();
    await world.ok('clients.get', { id: clientId });
    const { lines, pdf } = await world.ok('audit.whoSaw', { clientId });
    expect(lines.map(({ action, client, actor }) => [action, client?.name, actor?.name])).toEqual([
      ['client-opened', 'Maya Rosario', 'Hana Lindqvist'],
      ['client-created', 'Maya Rosario', 'Hana Lindqvist'],
    ]);
    const text = flat(textOf(Buffer.from(pdf, 'base64')));
    expect(text).toContain('Name Maya Rosario');
    expect(text).toContain('Opened the client’s details');
    expect(text).not.toContain('Somebody Else');
    expect((await world.ok('audit.whoSaw', { clientId })).lines.map(({ action }) => action)).toEqual([
      'who-saw-opened',
      'client-opened',
      'client-created',
    ]);
  });

  test('holds all of a long list, and nothing recorded while locked in between', async () => {
    const { world, clientId } = await withClient();
    const practice = practiceFor(world.open, 'client-opened');
    await practice.write(async (tx) => {
      for (let entry = 0; entry < 350; entry += 1) await recordAudit(tx, practice, { clientId });
      await joinLocked(tx, world.open.auditKey, [{ action: 'failed-unlock', at: practice.now(), id: '00112233aabbccdd' }]);
    });
    const { lines } = await world.ok('audit.whoSaw', { clientId });
    expect(lines.map(({ seq }) => seq)).toEqual([...Array.from({ length: 350 }, (_, index) => 353 - index), 2]);
  });

  test('is saved to the chosen file, under a name that tells nobody’s; its entry vouches for the bytes', async () => {
    const { world, clientId } = await withClient();
    const fileGrant = await chosen(world, clientId);
    expect(await world.ok('audit.saveWhoSaw', { clientId, fileGrant })).toEqual({ fileName: 'chosen.pdf' });
    expect(readdirSync(folder)).toEqual(['chosen.pdf']);
    const file = readFileSync(join(folder, 'chosen.pdf'));
    const entry = await world.open.database.selectFrom('audit').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow();
    expect(entry).toMatchObject({
      action: 'who-saw-saved',
      client_id: clientId,
      digest: createHash('sha256').update(file).digest('hex'),
    });
    expect(openedUp(file)).toContain(`(${entry.record_id})`);
    expect(await world.call('audit.saveWhoSaw', { clientId, fileGrant })).toMatchObject({ error: { reason: 'file-grant-unknown' } });
  });

  test('is offered under a name with the day there, and no person in it', async () => {
    const { world, clientId } = await withClient();
    const offered: string[] = [];
    const open = {
      ...world.open,
      files: {
        ...world.open.files,
        chooseSave: async (_purpose: unknown, name: string, extension: string) => {
          offered.push(`${name}.${extension}`);
          return null;
        },
      },
    };
    world.later(13.5 * 3_600_000);
    expect(await world.standing({ state: 'open', practice: open })('audit.chooseWhoSawFile', { clientId })).toEqual({
      ok: true,
      value: { fileGrant: null },
    });
    expect(offered).toEqual(['Who has opened this record 2026-11-25.pdf']);
  });

  test('says beside the entry that there is no file, where it could not be written', async () => {
    const { world, clientId } = await withClient();
    world.answerDialog(join(folder, 'gone', 'chosen.pdf'));
    const { fileGrant } = await world.ok('audit.chooseWhoSawFile', { clientId });
    expect(await world.call('audit.saveWhoSaw', { clientId, fileGrant: fileGrant ?? '' })).toMatchObject({
      error: { code: 'refused', reason: 'file-not-written', details: { fileName: 'chosen.pdf' } },
    });
    expect((await world.audit()).slice(-2).map(({ action, client_id }) => [action, client_id])).toEqual([
      ['who-saw-saved', clientId],
      ['who-saw-not-written', clientId],
    ]);
  });

  test('leaves no file where its entry could not be written', async () => {
    const { world, clientId } = await withClient();
    const fileGrant = await chosen(world, clientId);
    Object.defineProperty(world.open.database, 'transaction', {
      value: () => {
        throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
      },
    });
    expect(await world.call('audit.saveWhoSaw', { clientId, fileGrant })).toMatchObject({ error: { reason: 'disk-full' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('takes no grant chosen for another client', async () => {
    const { world, clientId } = await withClient();
    const other = (await world.ok('clients.search', { query: 'Somebody' })).clients[0]?.id ?? '';
    const fileGrant = await chosen(world, other);
    expect(await world.call('audit.saveWhoSaw', { clientId, fileGrant })).toMatchObject({ error: { reason: 'file-grant-unknown' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['audit.whoSaw', { clientId: stranger }],
    ['audit.chooseWhoSawFile', { clientId: stranger }],
    ['audit.saveWhoSaw', { clientId: stranger, fileGrant: 'x' }],
  ] as const)('%s of a client there is none of is refused, and records nothing', async (name, input) => {
    const { world } = await withClient();
    const before = await world.audit();
    expect(await world.call(name, input)).toEqual({ ok: false, error: { code: 'not-found', what: 'client' } });
    expect(await world.audit()).toEqual(before);
  });
});
