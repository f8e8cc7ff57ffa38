import { expect, test } from 'vitest';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { happens, saidOf } from './kept-findings.test-world.ts';

const day = 24 * 60 * 60 * 1000;
const client = async (world: TestWorld, chosenName: string) => (await world.ok('clients.create', { ...clientDetails, chosenName })).id;
const waits = async (world: TestWorld) =>
  (await world.ok('health.attention', {})).attention.map(({ chosenName, kind, count, day: since }) => [chosenName, kind, count, since]);

const medicine = (world: TestWorld, clientId: string, given: object) => {
  const row = {
    id: world.open.newId(),
    version: 1,
    client_id: clientId,
    name: 'x',
    match: 'not-yet',
    class_id: null,
    areas: null,
    note: '',
  };
  const at = new Date(world.open.clock()).toISOString();
  return world.open.database
    .insertInto('medicines')
    .values({ ...row, taken_until: null, at, by: world.open.actor.id, ...given })
    .execute();
};

test('says nothing where nothing waits', async () => {
  const world = await testWorld();
  const maya = await client(world, 'Maya');
  await saidOf(world, maya, 'migraine');
  await saidOf(world, maya, 'varicose', 'not-answered');
  expect(await world.ok('health.attention', {})).toEqual({ attention: [], more: 0 });
});

test('names each kind once a client, the most careful first, then the oldest', async () => {
  const world = await testWorld();
  const [ada, bo, cy] = [await client(world, 'Ada'), await client(world, 'Bo'), await client(world, 'Cy')];
  await saidOf(world, ada, 'arrhythmia');
  await saidOf(world, ada, 'dvt', 'not-answered');
  world.later(day);
  await saidOf(world, bo, 'arrhythmia');
  await saidOf(world, bo, 'chest-pain', 'not-sure');
  await saidOf(world, cy, 'varicose', 'found');
  await saidOf(world, cy, 'pad');
  // 03:00 in UTC is still the evening before in Toronto.
  world.later(11 * 60 * 60 * 1000);
  await saidOf(world, cy, 'recent-mi', 'not-sure');
  const [at, by] = [new Date(world.open.clock()).toISOString(), world.open.actor.id];
  const blank = { id: world.open.newId(), client_id: cy, at, by, words: '' };
  const screen = {
    id: world.open.newId(),
    client_id: ada,
    started_at: at,
    started_by: by,
    answers: '{}',
    seen: '[]',
    content_version: '1',
    revision: 0,
    saved_at: at,
  };
  await world.open.database
    .insertInto('health_screens')
    .values({ ...screen, number: 1, done_at: at })
    .execute();
  await world.open.database
    .insertInto('health_screens')
    .values({ ...screen, id: world.open.newId(), number: 2, done_at: null })
    .execute();
  await world.open.database
    .insertInto('health_changes')
    .values([
      { ...blank, changed: 1, settled_at: null, settled_by: null, settled_words: '' },
      { ...blank, id: world.open.newId(), changed: 0, settled_at: at, settled_by: by, settled_words: '' },
    ])
    .execute();
  await medicine(world, bo, {});
  expect(await waits(world)).toEqual([
    ['Bo', 'to-clear', 2, '2026-11-25'],
    ['Ada', 'to-clear', 1, '2026-11-24'],
    ['Cy', 'to-clear', 1, '2026-11-25'],
    ['Cy', 'places-to-mark', 2, '2026-11-25'],
    ['Ada', 'not-answered', 1, '2026-11-24'],
    ['Ada', 'screen-open', 1, '2026-11-25'],
    ['Cy', 'change-open', 1, '2026-11-25'],
    ['Bo', 'medicine-to-match', 1, '2026-11-25'],
  ]);
  await world.ok('clients.archive', { id: cy, version: 1, archived: true });
  expect((await waits(world)).map(([name]) => name)).toEqual(['Bo', 'Ada', 'Ada', 'Ada', 'Bo']);
});

test('follows a finding: marked, answered, cleared until its last day, resolved', async () => {
  const world = await testWorld();
  const maya = await client(world, 'Maya');
  const mark = await saidOf(world, maya, 'varicose');
  const blank = await saidOf(world, maya, 'dvt', 'not-answered');
  const heart = await saidOf(world, maya, 'arrhythmia');
  const kinds = async () => (await waits(world)).map(([, kind, , since]) => [kind, since]);
  expect((await kinds()).map(([kind]) => kind)).toEqual(['to-clear', 'places-to-mark', 'not-answered']);
  await happens(world, mark, (common) => ({ what: 'marked', ...common, areas: ['B-CALF-L'], reason: '' }));
  await happens(world, blank, (common) => ({ what: 'said', ...common, answer: 'no', source: 'practitioner', sourceId: null, words: '' }));
  expect(await kinds()).toEqual([['to-clear', '2026-11-24']]);
  const request = { clientId: maya, findingIds: [heart], contactId: null, of: 'Dr. Okafor', way: 'phone' as const, askedOn: '2026-11-24' };
  const { id: clearanceId } = await world.ok('clearance.request', request);
  expect(await kinds()).toEqual([['to-clear', '2026-11-24']]);
  const reply = { receivedOn: '2026-11-24', from: 'Dr. Okafor', way: 'letter', outcome: 'cleared', scope: null } as const;
  await world.ok('clearance.record', { clearanceId, ...reply, endsOn: '2026-12-25' });
  expect(await kinds()).toEqual([]);
  world.later(day);
  expect(await kinds()).toEqual([['clearance-ends', '2026-12-25']]);
  world.later(29 * day);
  expect(await kinds()).toEqual([['clearance-ends', '2026-12-25']]);
  world.later(day);
  expect(await kinds()).toEqual([['to-clear', '2026-11-24']]);
  await happens(world, heart, (common) => ({ what: 'resolved', ...common, reason: 'over' }));
  expect(await kinds()).toEqual([]);
});

test('asks for those medicines that are taken and that nobody has looked at to the end', async () => {
  const world = await testWorld();
  const site = world.open.content.health.medications.find(({ cap_scope }) => cap_scope === 'site')?.id ?? '';
  const whole = world.open.content.health.medications.find(({ cap_scope }) => cap_scope === 'whole_body')?.id ?? '';
  const asked = async (name: string, given: object, ...later: object[]) => {
    const id = world.open.newId();
    const clientId = await client(world, name);
    for (const [index, state] of [given, ...later].entries()) await medicine(world, clientId, { id, version: index + 1, ...state });
  };
  await asked('not looked at', {});
  await asked('looked at', {}, { match: 'none' });
  await asked('of a class', {}, { match: 'class', class_id: whole });
  await asked('at a place', { match: 'class', class_id: site });
  await asked('at a place that is marked', { match: 'class', class_id: site }, { match: 'class', class_id: site, areas: '["B-CALF-L"]' });
  await asked('of a class that is gone', { match: 'class', class_id: 'gone' });
  await asked('taken until today', { taken_until: '2026-11-24' });
  await asked('not taken any more', { taken_until: '2026-11-23' });
  await asked('taken back to not looked at', { match: 'none' }, {});
  expect((await waits(world)).map(([name]) => name)).toEqual([
    'not looked at',
    'at a place',
    'of a class that is gone',
    'taken until today',
    'taken back to not looked at',
  ]);
});

test('gives a page, and says how many more there are', async () => {
  const world = await testWorld();
  for (let index = 0; index < 203; index += 1) await medicine(world, await client(world, `Client ${index}`), {});
  const { attention, more } = await world.ok('health.attention', {});
  expect([attention.length, more]).toEqual([200, 3]);
});

test('goes by the content as it is after an update', async () => {
  const world = await testWorld();
  const maya = await client(world, 'Maya');
  const [migraine, resolved] = [await saidOf(world, maya, 'migraine'), await saidOf(world, maya, 'vertigo')];
  await happens(world, resolved, (common) => ({ what: 'resolved', ...common, reason: 'over' }));
  expect(await waits(world)).toEqual([]);
  const { content } = world.open;
  const items = content.health.items.map((item) => (item.id === 'migraine' ? { ...item, kind: 'clearance' as const } : item));
  const updated = { ...world.open, content: { ...content, health: { ...content.health, items, content_version: '9.9.9' } } };
  const dispatch = world.standing({ state: 'open', practice: updated });
  const line = { clientId: maya, chosenName: 'Maya', kind: 'to-clear', count: 1, day: '2026-11-24' };
  expect(await dispatch('health.attention', {})).toEqual({ ok: true, value: { attention: [line], more: 0 } });
  expect(await world.open.database.selectFrom('finding_standings').select('finding_id').execute()).toEqual([{ finding_id: migraine }]);
});

test('hears of what the practice does: found, marked, begun, told, gone through, matched', async () => {
  const world = await testWorld();
  const clientId = await client(world, 'Maya');
  const kinds = async () => (await waits(world)).map(([, kind]) => kind);
  const { finding } = await world.ok('health.add', { clientId, itemId: 'varicose', words: '' });
  await world.ok('health.start', { clientId });
  const { id: changeId } = await world.ok('health.changed', { clientId, changed: true, words: 'A fall' });
  const taken = { clientId, name: 'Warfarin', classId: null, areas: null };
  const { id, version } = await world.ok('medicines.match', { ...taken, id: null, version: 0, match: 'not-yet' });
  expect(await kinds()).toEqual(['places-to-mark', 'screen-open', 'change-open', 'medicine-to-match']);
  const decision = { what: 'mark' as const, areas: ['B-CALF-L'] };
  await world.ok('health.resolve', { findingId: finding.id, version: finding.version, decision });
  await world.ok('health.settle', { changeId, words: 'A bruise, healed' });
  await world.ok('medicines.match', { ...taken, id, version, match: 'none' });
  await world.ok('health.changed', { clientId, changed: false });
  expect(await kinds()).toEqual(['screen-open']);
});
