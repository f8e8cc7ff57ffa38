import { expect, test } from 'vitest';
import { textOf } from '../documents/pdf.test-world.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';

const running = (text: string): string => text.replace(/\s+/gu, ' ');
const bytesOf = (document: { readonly pdf: string }): Uint8Array => Buffer.from(document.pdf, 'base64');
const shoulder = { state: 'yes', ceiling: 2 } as const;

const worldWithClient = async () => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Maya Rivera' });
  const paper = async (mapId: string | null, client: string | null = clientId) => {
    const document = await world.ok('consentMap.paper', { clientId: client, mapId });
    return { document, text: running(textOf(bytesOf(document))) };
  };
  return { world, clientId, paper };
};

test('a client without a map gets an empty chart with their name, and whoever comes one without', async () => {
  const { clientId, paper } = await worldWithClient();
  const { document, text } = await paper(null);
  expect(document).toMatchObject({ clientId, kind: 'blank', title: 'Body map', mediaType: 'application/pdf' });
  expect(text).toContain('Jaw, left Out Ask In');
  expect(text).toContain('Maya Rivera');
  const { document: empty, text: nobody } = await paper(null, null);
  expect(empty.clientId).toBeNull();
  expect(nobody).not.toContain('Maya');
});

test('the map in force is drawn with who made it, the one before it as replaced', async () => {
  const { world, clientId, paper } = await worldWithClient();
  const first = await world.ok('consentMap.set', {
    clientId,
    basedOn: null,
    ceiling: 2,
    areas: { 'B-TRAP-L': shoulder },
    words: 'As always.',
  });
  const second = await world.ok('consentMap.withdraw', { clientId, areas: ['B-TRAP-L'], words: 'Not today.' });
  const { text } = await paper(null);
  expect(text).toContain('Places taken back, written down by Hana Lindqvist');
  expect(text).toContain('In their words Not today.');
  expect(text).toMatch(/In force on \d+ \w+ 2026/);
  expect(text).toContain('Now out Top of the shoulder, left (was in)');
  expect((await paper(second.id)).text).toContain('Not today.');
  const { text: older } = await paper(first.id);
  expect(older).toContain('Made together with Hana Lindqvist');
  expect(older).toMatch(/No more: a newer map was made on \d+ \w+ 2026/);
  expect(older).not.toContain('What changed');
});

test('the sheet is held to be printed, and its making stands in the trail', async () => {
  const { world, clientId, paper } = await worldWithClient();
  const { document } = await paper(null);
  expect((await world.ok('documents.get', { id: document.id })).sha256).toBe(document.sha256);
  const { lines } = await world.ok('audit.list', {});
  expect(lines.some((line) => line.action === 'consent-map-printed' && line.client?.id === clientId)).toBe(true);
});

test('a map of someone else, or of nobody, is not there', async () => {
  const { world, clientId } = await worldWithClient();
  const { id: other } = await world.ok('clients.create', clientDetails);
  const { id: mapId } = await world.ok('consentMap.set', { clientId: other, basedOn: null, ceiling: 2, areas: { 'B-TRAP-L': shoulder } });
  const missing = { ok: false, error: { code: 'not-found', what: 'map' } };
  expect(await world.call('consentMap.paper', { clientId, mapId })).toEqual(missing);
  expect(await world.call('consentMap.paper', { clientId: null, mapId })).toEqual(missing);
  expect(await world.call('consentMap.paper', { clientId: mapId, mapId: null })).toMatchObject({
    error: { code: 'not-found', what: 'client' },
  });
});

test('a place that was turned on stands on the chart of an adult, never under age', async () => {
  const { world, paper } = await worldWithClient();
  await world.ok('consentMap.setSensitiveAreas', { version: 0, turnedOn: ['F-STERNUM'], confirmed: true });
  expect((await paper(null)).text).toContain('Breastbone Out Ask In');
  await world.ok('profile.setFormFacts', { version: 0, facts: [{ placeholder: 'local_age', words: '18', checkedOn: null }] });
  const { id: young } = await world.ok('clients.create', { ...clientDetails, birthDate: '2012-05-01' });
  expect((await paper(null, young)).text).not.toContain('Breastbone');
});
