import { describe, expect, test } from 'vitest';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, pagesOf, textOf, wordsOn } from './pdf.test-world.ts';
import { pngOf } from './pictures.test-world.ts';
import { sent } from './uploads.test-world.ts';

const numbers = { emergency: '911', crisis: '9-8-8 (call or text)', text: '988', note: '' };

const ready = async (facts: Readonly<Record<string, string>> = {}): Promise<TestWorld> => {
  const world = await testWorld();
  const { version } = await world.ok('crisis.settings', {});
  await world.ok('crisis.set', { version, numbers, checkedOn: '2026-11-20', confirmed: true });
  const words = { phone: '555-0142', ...facts };
  await world.ok('profile.setFormFacts', {
    version: 0,
    facts: Object.entries(words).map(([placeholder, said]) => ({ placeholder, words: said, checkedOn: null })),
  });
  return world;
};

const drawn = async (world: TestWorld, handoutId: string, clientId: string | null = null): Promise<Uint8Array> =>
  Buffer.from((await world.ok('paper.handout', { handoutId, clientId })).pdf, 'base64');

const running = (pdf: Uint8Array): string => textOf(pdf).replace(/\s+/gu, ' ');

describe('sheets for a client’s hand', () => {
  test('are those of the content, and the grounding card', async () => {
    const world = await testWorld();
    const { handouts } = await world.ok('paper.handouts', {});
    expect(handouts.map(({ id, audience }) => [id, audience])).toEqual([
      ['what-it-is', 'client'],
      ['first-visit', 'client'],
      ['your-rights', 'client'],
      ['for-carers', 'clinician'],
      ['faq', 'client'],
      ['grounding-card', 'practitioner'],
    ]);
  });

  test('say every word of theirs on one page, the day, the practice and whom to call at its end', async () => {
    const world = await ready();
    await world.ok('logo.set', { version: 1, uploadId: await sent(world, pngOf(300, 120)) });
    const { aftercare } = world.open.content;
    for (const { id, sections } of aftercare.handouts) {
      const pdf = await drawn(world, id);
      expect(pagesOf(pdf)).toHaveLength(1);
      const text = running(pdf);
      for (const { h, p } of sections)
        for (const said of [h, p.replace(' or {{association_name}}', '').replaceAll(/\{\{\w+\}\}/g, '____________________')])
          expect(text).toContain(said);
      expect(text).toContain('555-0142');
      expect(text).toContain('In an emergency: 911 · Crisis line: 9-8-8 (call or text) · By text: 988');
      expect(wordsOn(pdf).find(({ text: word }) => word === '911')?.yMax).toBeGreaterThan(690);
      expect(openedUp(pdf)).toContain('/Subtype /Image');
    }
  });

  test('are sound, tagged, embedded and passive', async () => {
    const world = await ready();
    for (const id of ['faq', 'grounding-card']) {
      const pdf = await drawn(world, id);
      expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
      expect(infoOf(pdf)).toMatch(/Tagged: +yes/);
      expect(infoOf(pdf, '-struct')).toMatch(/Document[\s\S]*H1/);
      expect(fontsOf(pdf).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
      expect(openedUp(pdf)).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|AA)\b/);
      expect(inkOutside(pdf, 53)).toBe(0);
      for (const { yMax } of wordsOn(pdf)) expect(yMax).toBeLessThan(792 - 40);
    }
  });

  test('have no word in their title or file that others at home should not see, and name no client', async () => {
    const world = await ready();
    const clientId = (await world.ok('clients.create', clientDetails)).id;
    for (const { id } of world.open.content.aftercare.handouts) {
      const sheet = await world.ok('paper.handout', { handoutId: id, clientId });
      expect(sheet.title).not.toMatch(/trauma/i);
      expect(sheet.clientId).toBe(clientId);
      expect(textOf(Buffer.from(sheet.pdf, 'base64'))).not.toContain(clientDetails.chosenName);
      expect(infoOf(Buffer.from(sheet.pdf, 'base64'))).not.toMatch(/trauma/i);
    }
  });

  test('have their blanks filled with the practice’s words, or left to be filled by hand', async () => {
    const filled = running(await drawn(await ready({ regulator_name: 'the College {{phone}}' }), 'your-rights'));
    expect(filled).toContain('You may also write to the College {{phone}}.');
    expect(running(await drawn(await ready(), 'your-rights'))).toContain('write to ____________________.');
  });

  test('the grounding card has each step in its order with its time and what to mind', async () => {
    const world = await ready();
    const pdf = await drawn(world, 'grounding-card');
    expect(pagesOf(pdf)).toHaveLength(1);
    const text = running(pdf);
    const { grounding } = world.open.content.session;
    for (const { title, do: what, caution } of grounding) for (const said of [title, what, caution]) expect(text).toContain(said);
    expect(text).toContain('1 min');
    const places = grounding.map(({ title }) => text.indexOf(title));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test('are refused without checked numbers where a client gets them, of no such sheet and of nobody', async () => {
    const world = await testWorld();
    const refused = (reason: string) => ({ ok: false, error: expect.objectContaining({ code: 'refused', reason }) });
    expect(await world.call('paper.handout', { handoutId: 'faq', clientId: null })).toEqual(refused('crisis-numbers-unchecked'));
    expect(await world.call('paper.handout', { handoutId: 'none', clientId: null })).toEqual(refused('content-unknown'));
    expect(await world.call('paper.handout', { handoutId: 'for-carers', clientId: null })).toMatchObject({ ok: true });
    expect(await world.call('paper.handout', { handoutId: 'faq', clientId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab' })).toMatchObject({
      ok: false,
      error: { code: 'not-found', what: 'client' },
    });
  });

  test('with an endless name of the practice go on to a second page, and lose nothing', async () => {
    const world = await ready({ regulator_name: `${'R'.repeat(400)} ${'x '.repeat(2_000)}` });
    const profile = await world.ok('profile.get', {});
    const { version, role: _, ...details } = profile;
    await world.ok('profile.update', { version, details: { ...details, practiceName: 'W'.repeat(200), address: 'דוד '.repeat(100) } });
    const pdf = await drawn(world, 'your-rights');
    expect(pagesOf(pdf).length).toBeGreaterThan(1);
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(running(pdf)).toContain('In an emergency: 911');
    expect(running(pdf).match(/R/g)?.length).toBeGreaterThanOrEqual(400);
  });
});
