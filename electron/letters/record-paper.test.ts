import { describe, expect, test } from 'vitest';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, pagesOf, textOf } from '../documents/pdf.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { wholeSession } from '../sessions/note-drafted.test-world.ts';
import { colleague, writing } from '../sessions/note-world.test-world.ts';
import { words as visits } from './record-paper-visits-words.ts';
import { words } from './record-paper-words.ts';

const drawn = async ({ ok }: Pick<TestWorld, 'ok'>, clientId: string): Promise<Uint8Array> =>
  Buffer.from((await ok('paper.record', { clientId })).pdf, 'base64');

const running = (pdf: Uint8Array): string => textOf(pdf).replace(/\s+/gu, ' ');

/** Bookmarks as `level title`, from the file itself. */
const bookmarks = (pdf: Uint8Array): readonly string[] =>
  [...openedUp(pdf).matchAll(/\/Title \(([^)]*)\)/g)].map(([, title]) => title ?? '');

const chapters = Object.values(words.chapters);

describe('a whole record on paper', () => {
  test('has the client, the session and the note with every word of it, and what is not there is said', async () => {
    const { world, clientId, begun, written, signed } = await writing();
    const note = await signed(await written(await begun()));
    const pdf = await drawn(world, clientId);
    const text = running(pdf);
    for (const said of [
      `The record of ${clientDetails.legalName || clientDetails.chosenName}`,
      words.what,
      'Words of o.observed',
      'Words of p.plan',
      note.signed?.sha256 ?? '',
      note.signed?.documentId ?? '',
      words.none,
    ])
      expect(text).toContain(said);
  });

  test('has whom to call, who speaks for them, tags and what the practice asks itself', async () => {
    const world = await testWorld();
    const field = (label: string, kind: 'date' | 'yes-no') =>
      world.ok('customFields.save', { id: null, version: 0, details: { label, kind, options: [], inUse: true } });
    const [since, member] = [await field('Member since', 'date'), await field('Member', 'yes-no')];
    const { id } = await world.ok('clients.create', {
      ...{ ...clientDetails, voicemail: 'no', discreetWords: 'Say that Hana called', language: 'Polish', tags: ['Evening', 'VIP'] },
      ...{
        emergencyContacts: [{ name: 'Zofia', relation: '', phone: '555-0102' }],
        custom: { [since.id]: '2020-04-30', [member.id]: 'no' },
      },
      guardian: { name: 'Jan', relation: 'father', phone: '', email: 'jan@example.org' },
    });
    const text = running(await drawn(world, id));
    for (const said of [
      'Voicemail Never',
      'Discreet wording Say that Hana called',
      'Language Polish',
      'In an emergency Zofia, 555-0102',
      'Guardian Jan, father, jan@example.org',
      'Tags Evening, VIP',
      'Member since 30 April 2020',
      'Member No',
    ])
      expect(text).toContain(said);
  });

  test('says on its first page where each chapter begins, and leads there by bookmarks', async () => {
    const { world, clientId, begun, written } = await writing();
    for (let day = 1; day < 4; day++) await written(await begun(`2026-11-0${day}`));
    const pdf = await drawn(world, clientId);
    const pages = pagesOf(pdf).map((page) => page.replace(/\s+/gu, ' '));
    for (const title of chapters) expect(pages[0]).toContain(title);
    const found = bookmarks(pdf);
    for (const title of chapters) expect(found).toContain(title);
    expect(found.filter((title) => title.startsWith('Note of '))).toHaveLength(3);
    const numbers = textOf(pdf).split('\f')[0]?.match(/^\d+$/gm)?.map(Number) ?? [];
    expect(numbers).toHaveLength(chapters.length);
    for (const [index, title] of chapters.entries()) expect(pages[(numbers[index] ?? 0) - 1]).toContain(title);
    expect(numbers.at(-1)).toBeGreaterThan(numbers[0] ?? 0);
  });

  test('has no private reflection, and no note of a colleague nobody covers for', async () => {
    const { world, clientId, begun, written } = await writing();
    await world.ok('notes.setSettings', {
      version: 1,
      settings: { reflections: true, checked: 'State board rules, read 3 November 2026' },
    });
    const note = await written(await begun());
    await world.ok('reflections.save', { noteId: note.id, revision: 0, text: 'I hurried the end.' });
    const own = running(await drawn(world, clientId));
    expect(own).not.toContain('hurried');
    expect(own).toContain('Words of o.observed');
    const tom = await colleague(world);
    const his = running(await drawn(tom as unknown as TestWorld, clientId));
    expect(his).not.toContain('Words of o.observed');
    expect(his).toContain(visits.notPrinted['covering-needed']);
  });

  test('tells of sessions, stops and incidents', async () => {
    const { world, clientId } = await wholeSession();
    const text = running(await drawn(world, clientId));
    expect(text).toContain('1 stop');
    expect(text).toContain('minutes of contact');
  });

  test('of a client with nothing is drawn as well; of nobody is refused', async () => {
    const world = await testWorld();
    const { id } = await world.ok('clients.create', clientDetails);
    const text = running(await drawn(world, id));
    expect(text.split(words.none).length - 1).toBe(chapters.length - 1);
    expect(await world.call('paper.record', { clientId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab' })).toMatchObject({
      ok: false,
      error: { code: 'not-found', what: 'client' },
    });
  });

  test('of a hundred visits is sound and tagged, and says how far it has come', async () => {
    const { world, clientId } = await wholeSession();
    const row = await world.open.database.selectFrom('sessions').selectAll().executeTakeFirstOrThrow();
    for (let visit = 1; visit < 100; visit++) {
      const startedAt = new Date(Date.parse('2026-11-20T15:00:00.000Z') - visit * 86_400_000).toISOString();
      await world.open.database
        .insertInto('sessions')
        .values({ ...row, id: world.open.newId(), appointment_id: null, close_id: world.open.newId(), started_at: startedAt })
        .execute();
    }
    const own = await writing(world);
    const full = await own.written(await own.begun('2026-10-01'));
    const { body } = await world.open.database.selectFrom('notes').select('body').where('id', '=', full.id).executeTakeFirstOrThrow();
    for (let visit = 0; visit < 100; visit++) {
      const note = await world.ok('notes.draft', { clientId, sessionId: null, on: '2026-10-01' });
      await world.open.database.updateTable('notes').set({ body }).where('id', '=', note.id).execute();
    }
    const pdf = await drawn(world, clientId);
    const total = world.progress.at(-1)?.total ?? 0;
    expect(total).toBe(100);
    expect(world.progress).toEqual(Array.from({ length: total }, (_, at) => ({ of: 'record', done: at + 1, total })));
    expect(pagesOf(pdf).length).toBeGreaterThan(100);
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(infoOf(pdf)).toMatch(/Tagged: +yes/);
    expect(fontsOf(pdf).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
    expect(inkOutside(pdf, 53)).toBe(0);
  }, 60_000);
});
