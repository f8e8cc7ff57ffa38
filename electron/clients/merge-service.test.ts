import { expect, test } from 'vitest';
import { mark, withClient } from '../consent/map.test-world.ts';
import { png, sent } from '../documents/uploads.test-world.ts';
import { goneThrough } from '../intake/gone-through.test-world.ts';
import { foundAbout, screened } from '../intake/health.test-world.ts';
import { wholeRecord } from '../letters/record-paper.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { asked } from '../store/asked.test-world.ts';
import { columnsNaming } from '../store/naming-columns.ts';
import {
  amissAfter,
  entriesAbout,
  entriesShown,
  everything,
  merging,
  namesStill,
  notGenuine,
  type Pair,
  tryMerging,
} from './merge.test-world.ts';
import { refiled } from './merge-tables.ts';

const refused = (reason: string, details?: object) => ({ ok: false, error: { code: 'refused', reason, ...(details ? { details } : {}) } });

const two = async (world: TestWorld, other: Partial<Parameters<TestWorld['ok']>[1]> = {}): Promise<Pair> => ({
  keepId: (await world.ok('clients.create', clientDetails)).id,
  mergeId: (await world.ok('clients.create', { ...clientDetails, chosenName: 'Maja Rosario', ...other } as typeof clientDetails)).id,
});

/** Everything a record may hold, as the one that goes; what waits for the practitioner is put aside first. */
const whole = async (): Promise<Pair & { readonly world: TestWorld }> => {
  const { world, clientId: mergeId } = await wholeRecord();
  const { fillings } = await world.ok('handover.returned', { clientId: mergeId });
  for (const { id } of fillings) await world.ok('handover.setAside', { fillingId: id });
  const { id: keepId } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Maja Rosario' });
  await goneThrough(world, keepId, { migraine: 'yes' });
  await world.ok('documents.ofClient', { clientId: keepId });
  world.later(60_000);
  return { world, keepId, mergeId };
};

test('every column that names a client is known to the merge, and one of a later version would stop it', async () => {
  const world = await testWorld();
  const columns = await columnsNaming(world.open.database, 'clients');
  expect(columns.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(Object.keys(refiled).toSorted());
  const rows = await asked<{ name: string }>(
    world.open.database,
    `select tables.name from sqlite_schema as tables, pragma_table_info(tables.name) as columns
     where tables.type = 'table' and columns.name = 'client_id' and tables.name <> 'audit'`,
  );
  expect(rows.filter(({ name }) => !(`${name}.client_id` in refiled))).toEqual([]);

  const pair = await two(world);
  await asked(world.open.database, 'create table keepsakes (id text primary key, client_id text not null references clients (id)) strict');
  expect(await world.call('clients.mergePreview', pair)).toMatchObject({ error: { code: 'unexpected' } });
});

/** Outside of a merge the database lets nothing that was signed change hands. */
const handsOff = async (world: TestWorld, { keepId, mergeId }: Pair): Promise<void> => {
  const change = (table: string) =>
    asked(world.open.database, `update ${table} set client_id = '${keepId}' where client_id = '${mergeId}'`);
  for (const table of ['consents', 'documents', 'consent_maps', 'findings', 'medicines', 'releases', 'sessions', 'intakes'])
    await expect(change(table), table).rejects.toThrow('immutable');
};

test('of a whole record every row lies in the other, what was signed is genuine, and the trail of both is one', async () => {
  const { world, ...pair } = await whole();
  const { keepId, mergeId } = pair;
  expect((await world.ok('notes.search', { query: 'gloves', clientId: mergeId })).hits).toHaveLength(1);
  await handsOff(world, pair);
  const before = await everything(world);
  const { preview, client } = await merging(world, pair);
  expect(client).toMatchObject({ id: keepId, chosenName: 'Maja Rosario', tags: ['Evenings'] });
  expect(preview.looks).toEqual(['body-map', 'stop-signal', 'health', 'findings', 'holds']);
  expect(await amissAfter(world, before, pair)).toEqual([]);
  expect(await namesStill(world, mergeId)).toEqual([
    'attachment_moves',
    'audit',
    'card_readings',
    'client_errors',
    'client_merges',
    'clients',
    'findings',
  ]);
  expect(await notGenuine(world, keepId)).toEqual([]);
  const shown = await entriesShown(world, keepId);
  expect((await entriesAbout(world, keepId, mergeId)).filter((seq) => !shown.includes(seq) && seq <= Math.max(...shown))).toEqual([]);
  expect(await entriesShown(world, mergeId)).toEqual(expect.arrayContaining([...shown]));
  expect(await world.ok('audit.verify', {})).toMatchObject({ verdict: 'whole', firstBad: null });
  const { lines } = await world.ok('audit.whoSaw', { clientId: keepId });
  expect(lines.map(({ client: of }) => of?.id)).toEqual(expect.arrayContaining([keepId, mergeId]));
  await handsOff(world, { keepId: mergeId, mergeId: keepId });
  await expect(asked(world.open.database, 'update consent_maps set seq = seq + 100')).rejects.toThrow('immutable');
  expect((await world.ok('notes.search', { query: 'gloves', clientId: keepId })).hits).toHaveLength(1);
});

test('a table that is left out would be noticed', async () => {
  const world = await testWorld();
  const pair = await two(world);
  for (const clientId of [pair.keepId, pair.mergeId]) await world.ok('notes.draft', { clientId, sessionId: null, on: '2026-11-24' });
  const before = await everything(world);
  const known = refiled as Record<string, (typeof refiled)[string]>;
  const { 'notes.client_id': notes } = refiled;
  try {
    known['notes.client_id'] = { how: 'stays', why: 'forgotten' };
    await merging(world, pair);
  } finally {
    if (notes) known['notes.client_id'] = notes;
  }
  expect((await amissAfter(world, before, pair)).map((row) => row.slice(0, row.indexOf(':')))).toEqual(['notes']);
  expect(await namesStill(world, pair.mergeId)).toContain('notes');
});

test('one entry tells it, both ids lead to the kept record, and the other is in no list', async () => {
  const world = await testWorld();
  const pair = await two(world, { phone: '' });
  const { keepId, mergeId } = pair;
  const length = (await world.audit()).length;
  world.later(1_000);
  const { preview } = await merging(world, pair, () => 'merge');
  expect(preview).toMatchObject({
    differing: ['chosenName'],
    filled: [],
    joined: [],
    moves: [{ kind: 'stop-signals', count: 1 }],
    hindrances: [],
  });
  expect((await world.audit()).slice(length).map(({ action, client_id, record_id }) => [action, client_id, record_id])).toEqual([
    ['client-merge-previewed', keepId, mergeId],
    ['client-merge-previewed', mergeId, keepId],
    ['clients-merged', keepId, mergeId],
  ]);
  const kept = await world.ok('clients.get', { id: mergeId });
  expect(kept).toMatchObject({ id: keepId, chosenName: 'Maja Rosario', phone: '416 555 0142', version: 2 });
  expect(kept).toEqual(await world.ok('clients.get', { id: keepId }));
  for (const archived of [false, true])
    expect((await world.ok('clients.search', { query: 'm', archived })).clients.map(({ id }) => id)).toEqual(archived ? [] : [keepId]);
  const typed = { chosenName: '', legalName: '', birthDate: '1991-03-14', phone: '416 555 0142', email: '' };
  expect((await world.ok('clients.alike', typed)).clients.map(({ id }) => id)).toEqual([keepId]);
  expect(await world.call('clients.update', { id: mergeId, version: 1, details: clientDetails })).toEqual(
    refused('client-merged', { intoId: keepId }),
  );
  expect(await world.call('tasks.create', { title: 'x', note: '', dueOn: null, clientId: mergeId, audience: 'clinical' })).toMatchObject({
    ok: false,
  });
  expect((await world.ok('clients.timeline', { clientId: keepId })).entries[0]).toMatchObject({
    kind: 'merged',
    id: mergeId,
    name: 'Maja Rosario',
  });
});

test('a record that took another in can be taken in itself', async () => {
  const world = await testWorld();
  const pair = await two(world);
  await merging(world, pair);
  const { id: third } = await world.ok('clients.create', clientDetails);
  world.later(1_000);
  await merging(world, { keepId: third, mergeId: pair.keepId });
  expect((await world.ok('clients.get', { id: pair.mergeId })).id).toBe(third);
  const shown = await entriesShown(world, third);
  expect((await entriesAbout(world, pair.mergeId)).every((seq) => shown.includes(seq))).toBe(true);
  const told = (await world.ok('clients.timeline', { clientId: third })).entries.filter(({ kind }) => kind === 'merged');
  expect(told.map(({ id }) => id)).toEqual([pair.keepId, pair.mergeId]);
});

test('what both say alike is not asked, lists become one, and a choice that is missing or too much is named', async () => {
  const world = await testWorld();
  const pair = await two(world, { email: 'maja@example.com', tags: ['Late'], language: 'Polish' });
  const preview = await world.ok('clients.mergePreview', pair);
  expect(preview).toMatchObject({ differing: ['chosenName'], filled: ['email', 'language', 'tags'], joined: [] });
  const { keepRevision, mergeRevision } = preview;
  const input = { ...pair, keepRevision, mergeRevision, reason: 'x' };
  expect(await world.call('clients.merge', { ...input, fields: [] })).toEqual(refused('merge-fields', { fields: ['chosenName'] }));
  const both = [
    { field: 'chosenName', from: 'keep' },
    { field: 'email', from: 'keep' },
  ] as const;
  expect(await world.call('clients.merge', { ...input, fields: [...both] })).toEqual(refused('merge-fields', { fields: ['email'] }));
  const { client } = await merging(world, pair);
  expect(client).toMatchObject({ chosenName: 'Maya Rosario', email: 'maja@example.com', language: 'Polish', tags: ['Late'] });
});

test.each(['keepId', 'mergeId'] as const)(
  'what changed of %s since the preview asks to look again, and nothing was merged',
  async (side) => {
    const world = await testWorld();
    const pair = await two(world);
    const { keepRevision, mergeRevision, differing } = await world.ok('clients.mergePreview', pair);
    const input = {
      ...pair,
      keepRevision,
      mergeRevision,
      fields: differing.map((field) => ({ field, from: 'keep' as const })),
      reason: 'x',
    };
    await world.ok('suitability.save', { clientId: pair[side], questionId: 'g2', outcome: 'flag', words: 'A hard month' });
    const before = await everything(world);
    expect(await world.call('clients.merge', input)).toEqual(refused('merge-preview-again'));
    expect(await everything(world)).toEqual(before);
  },
);

test('a row that was edited, and one that belongs to such a row, ask to look again', async () => {
  const world = await testWorld();
  const pair = await two(world);
  const task = { title: 'Send the map', note: '', dueOn: null, clientId: pair.mergeId, audience: 'clinical' } as const;
  const { id, version } = await world.ok('tasks.create', task);
  const revision = async (): Promise<string> => (await world.ok('clients.mergePreview', pair)).mergeRevision;
  const first = await revision();
  expect(await revision()).toBe(first);
  const input = { ...pair, keepRevision: (await world.ok('clients.mergePreview', pair)).keepRevision, mergeRevision: first };
  await world.ok('tasks.change', { id, version, details: { ...task, title: 'Send the parking map' } });
  const choice = { fields: [{ field: 'chosenName' as const, from: 'keep' as const }], reason: 'x' };
  expect(await world.call('clients.merge', { ...input, ...choice })).toEqual(refused('merge-preview-again'));

  const { id: scan } = await world.ok('documents.file', { uploadId: await sent(world, png), clientId: pair.mergeId, title: 'Scan 17' });
  const second = await revision();
  await world.ok('attachments.describe', { id: scan, title: 'Scan 17', kind: 'report', paperOn: null });
  const third = await revision();
  expect(third).not.toBe(second);
  await world.ok('attachments.describe', { id: scan, title: 'Scan 17', kind: 'other', paperOn: null });
  expect(await revision()).not.toBe(third);
});

test('what is under way with either is named, and nothing is merged while it is', async () => {
  const world = await testWorld();
  const pair = await two(world);
  const { keepId, mergeId } = pair;
  await world.ok('intake.start', { clientId: keepId });
  await world.ok('health.start', { clientId: mergeId });
  await world.ok('drafts.save', { key: `client-${mergeId}`, title: 'x', place: `/clients/${mergeId}/edit`, text: '{}' });
  await world.ok('drafts.save', { key: `merge-clients-${keepId}`, title: 'x', place: `/clients/${keepId}/merge/${mergeId}`, text: '{}' });
  const { preview, reply } = await tryMerging(world, pair);
  expect(preview.hindrances).toEqual([
    { of: 'keep', what: 'intake-open' },
    { of: 'merge', what: 'health-open' },
    { of: 'merge', what: 'words-unsaved' },
  ]);
  expect(reply).toEqual(refused('merge-not-now', { of: 'keep', what: 'intake-open', name: 'Maya Rosario' }));
  expect(await world.call('clients.mergePreview', { keepId, mergeId: keepId })).toEqual(refused('clients-same'));
  const other = await two(world);
  await merging(world, other);
  expect(await world.call('clients.mergePreview', { keepId, mergeId: other.mergeId })).toMatchObject(refused('client-merged'));
  const { version } = await world.ok('clients.get', { id: other.keepId });
  await world.ok('clients.markError', { clientId: other.keepId, version, reason: 'x' });
  expect((await world.ok('clients.mergePreview', { keepId, mergeId: other.keepId })).hindrances).toContainEqual({
    of: 'merge',
    what: 'in-error',
  });
});

test('where both spoke of touch hands stay off until the map is marked anew, and health is asked again', async () => {
  const { world, clientId: keepId, set } = await withClient();
  const tried = (clientId: string, word: string) => world.ok('stopSignal.rehearsed', { clientId, word, gesture: 'a lifted hand' });
  await set();
  await tried(keepId, 'amber');
  const { id: mergeId } = await world.ok('clients.create', { ...clientDetails, stopWord: 'river' });
  await tried(mergeId, 'river');
  await goneThrough(world, mergeId);
  world.later(1_000);
  await world.ok('consentMap.set', { clientId: mergeId, basedOn: null, ceiling: 4, areas: { 'B-NECK': mark('yes', 4) } });
  world.later(1_000);
  await world.ok('consentMap.withdraw', { clientId: keepId, areas: ['B-TRAP-L'], words: 'Not now' });
  world.later(1_000);
  await merging(world, { keepId, mergeId });
  const held = async () => (await world.ok('readiness.of', { clientId: keepId })).reasons.some(({ code }) => code === 'records-merged');
  expect(await held()).toBe(true);
  expect((await world.ok('consentMap.allowed', { clientId: keepId })).areas.filter(({ holds }) => holds !== 'no')).toEqual([]);
  expect((await world.ok('clients.get', { id: keepId })).stopRehearsedAt).toBeNull();
  const { maps } = await world.ok('consentMap.history', { clientId: keepId });
  expect(maps.map(({ ceiling, source }) => `${source} ${ceiling}`)).toEqual(['withdrawal 3', 'together 4', 'together 3']);
  const { map } = await world.ok('consentMap.get', { clientId: keepId });
  await world.ok('consentMap.set', { clientId: keepId, basedOn: map?.id ?? null, ceiling: 2, areas: { 'B-TRAP-L': mark('yes', 2) } });
  expect(await held()).toBe(true);
  await screened(world, keepId);
  expect(await held()).toBe(false);
});

test('what one record found stays found, beside what the other found about the same', async () => {
  const world = await testWorld();
  const pair = await two(world);
  await goneThrough(world, pair.keepId, { varicose: 'yes' });
  await goneThrough(world, pair.mergeId, { varicose: 'not_sure', migraine: 'yes' });
  await merging(world, pair);
  const { findings } = await world.ok('health.findings', { clientId: pair.keepId });
  expect(findings.map(({ item }) => item.id).toSorted()).toEqual(['migraine', 'varicose', 'varicose']);
  expect(await foundAbout(world, pair.keepId, 'migraine')).toMatchObject({ clientId: pair.keepId });
});

test('nothing is filed in a record that was merged, and neither it nor the trace of the merge is changed', async () => {
  const world = await testWorld();
  const pair = await two(world);
  await merging(world, pair);
  const { database, actor } = world.open;
  const task = { id: 't', version: 1, title: 'x', note: '', audience: 'everyone', created_at: 't', created_by: actor.id };
  const late = { ...task, client_id: pair.mergeId, due_on: null, done_at: null, done_by: null };
  await expect(database.insertInto('tasks').values(late).execute()).rejects.toThrow('merged into another');
  await expect(database.updateTable('clients').set({ phone: '' }).where('id', '=', pair.mergeId).execute()).rejects.toThrow('immutable');
  await expect(database.updateTable('client_merges').set({ moved: null }).execute()).rejects.toThrow('immutable');
  await expect(database.deleteFrom('client_merges').execute()).rejects.toThrow('not deleted');
});
