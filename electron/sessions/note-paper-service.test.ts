import { describe, expect, test } from 'vitest';
import { verdictOn } from '../documents/papers.test-world.ts';
import { pagesOf, textOf } from '../documents/pdf.test-world.ts';
import { drafted, wholeSession } from './note-drafted.test-world.ts';
import { paper, values, withNote } from './note-pdf.test-world.ts';
import { drawNote } from './note-pdf.ts';
import { colleague, draftOf, reason, typedBy, writing } from './note-world.test-world.ts';

const running = (text: string): string => text.replace(/\s+/gu, ' ');
type World = Awaited<ReturnType<typeof writing>>['world'];
const printed = async ({ ok }: World, noteId: string): Promise<string> =>
  running(textOf(Buffer.from((await ok('notes.paper', { noteId })).pdf, 'base64')));

describe('the paper that is kept with a signed note', () => {
  test('is its own proof: genuine as it is, altered by one byte', async () => {
    const { world, clientId, begun, written, signed } = await writing();
    const note = await signed(await written(await begun()));
    const id = note.signed?.documentId ?? '';
    const { pdf, kind, title } = await world.ok('documents.get', { id });
    expect({ kind, title }).toEqual({ kind: 'note', title: 'Session note' });
    const bytes = Buffer.from(pdf, 'base64');
    expect(await verdictOn(world, bytes)).toMatchObject({ verdict: 'genuine', document: { id, clientId, kind: 'note' } });
    const changed = Buffer.from(bytes);
    const at = Math.floor(bytes.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await verdictOn(world, changed)).toMatchObject({ verdict: 'altered', document: { id } });
    const text = running(textOf(bytes));
    for (const said of ['Words of o.observed', note.signed?.sha256, id, 'Typed on this screen', `${note.id}, version 2`])
      expect(text).toContain(said);
    expect(text).not.toContain('DRAFT');
  });

  test('stays as it was signed, and what is added stands on what is printed later', async () => {
    const { world, begun, written, signed } = await writing();
    const note = await signed(await written(await begun()));
    const id = note.signed?.documentId ?? '';
    const before = (await world.ok('documents.get', { id })).pdf;
    const addendum = { noteId: note.id, id: '30000000-0000-4000-8000-000000000001', reason: 'Told later', text: 'Slept well after.' };
    await world.ok('notes.addendum', addendum);
    const text = await printed(world, note.id);
    for (const said of ['Added later', 'Told later Slept well after.', `Signed as document`, id, 'Words of o.observed'])
      expect(text).toContain(said);
    expect((await world.ok('documents.get', { id })).pdf).toBe(before);
  });

  test('names what cannot be printed before it is signed, and prints it as agreed', async () => {
    const { world, begun, written } = await writing();
    const note = await written(await begun(), { 'o.observed': { text: 'ᚠ' } });
    const asked = { noteId: note.id, revision: note.revision, signature: typedBy('Hana Lindqvist') };
    const unprintable = [{ character: 'ᚠ', codePoint: 'U+16A0', printedAs: '[U+16A0]', where: 'o.observed' }];
    expect(await world.call('notes.sign', asked)).toEqual(reason('characters-unprintable', { unprintable }));
    const { signed } = await world.ok('notes.sign', { ...asked, acceptSubstitutes: true });
    const { pdf } = await world.ok('documents.get', { id: signed?.documentId ?? '' });
    expect(running(textOf(Buffer.from(pdf, 'base64')))).toContain('was shown before signing and agreed to');
  });
});

describe('a paper asked for', () => {
  test('of a session has where hands were, the map of the day, and says that it is a draft', async () => {
    const made = await wholeSession();
    await drafted(made);
    const { id } = await made.world.ok('notes.draft', { clientId: made.clientId, sessionId: made.now().id });
    const text = await printed(made.world, id);
    for (const said of [
      'DRAFT, not signed',
      'Hands were on: Top of the shoulder, left.',
      'In: Top of the shoulder, left. Out: Back of the neck; Top of the shoulder, right. Every other area is out.',
      'New limits Out: Top of the shoulder, right.',
      'Who was present Not noted',
    ])
      expect(text).toContain(said);
  });

  test('is refused of one that was entered in error, and to who does not cover', async () => {
    const { world, begun } = await writing();
    const note = await begun();
    expect(await (await colleague(world)).call('notes.paper', { noteId: note.id })).toEqual(
      reason('covering-needed', { clientId: note.clientId }),
    );
    await world.ok('notes.setInError', { noteId: note.id, reason: 'Of somebody else', toClientId: null });
    expect(await world.call('notes.paper', { noteId: note.id })).toEqual(reason('note-in-error'));
  });

  test('keeps a file of nothing: it is held until the lock', async () => {
    const { world, begun } = await writing();
    const note = await begun();
    const { id } = await world.ok('notes.paper', { noteId: note.id });
    expect(await world.open.database.selectFrom('documents').select('id').execute()).toEqual([]);
    expect(world.open.memory.sheets.has(id)).toBe(true);
    expect(draftOf(await world.ok('notes.get', { noteId: note.id }))).toEqual(draftOf(note));
  });
});

test('a note of 500,000 characters is whole, each page counted', async () => {
  const text = Array.from({ length: 100_000 }, (_, index) => String(index % 10_000).padStart(4, '0')).join(' ');
  expect(text).toHaveLength(499_999);
  const pdf = await drawNote(withNote({ values: values({ 'o.observed': { text } }) }));
  const pages = pagesOf(pdf);
  const numbers = pages.join('\n').match(/(?<![\d-])\d{4}(?![\d-])/g) ?? [];
  expect(numbers.filter((one) => one !== '2026' && one !== '1991').length).toBeGreaterThanOrEqual(99_980);
  for (const [index, page] of pages.entries()) expect(page).toContain(`page ${index + 1} of ${pages.length}`);
});

test('one of a few pages is drawn while nobody waits', async () => {
  const times: number[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    const started = performance.now();
    await drawNote(paper);
    times.push(performance.now() - started);
  }
  expect(Math.min(...times)).toBeLessThan(150);
});
