import { describe, expect, test } from 'vitest';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { allowRows, refuseRows } from '../store/trouble.test-world.ts';

const withClient = async (details: Partial<typeof clientDetails> = {}) => {
  const world = await testWorld();
  const client = await world.ok('clients.create', { ...clientDetails, ...details });
  return { world, client, clientId: client.id };
};

const signals = (world: TestWorld) =>
  world.open.database.selectFrom('stop_signals').select(['client_id', 'word', 'gesture', 'agreed_at', 'agreed_by']).orderBy('id').execute();
const rehearsals = (world: TestWorld) =>
  world.open.database.selectFrom('stop_rehearsals').select(['word', 'gesture', 'rehearsed_at', 'recorded_by']).orderBy('id').execute();
const written = async (world: TestWorld) => (await signals(world)).map(({ word, gesture }) => `${word} / ${gesture}`);
const asAgreed = { word: clientDetails.stopWord, gesture: clientDetails.stopGesture };

describe('the stop signal', () => {
  test('is agreed: it stands with the client, its history and the entry beside it', async () => {
    const { world, client, clientId } = await withClient();
    world.later(60_000);
    const changed = await world.ok('stopSignal.set', { clientId, version: 1, word: 'red', gesture: 'a knock' });
    expect(changed).toEqual({ ...client, version: 2, updatedAt: '2026-11-24T15:59:00.000Z', stopWord: 'red', stopGesture: 'a knock' });
    expect(await world.ok('clients.get', { id: clientId })).toEqual(changed);
    const { id: by } = world.open.actor;
    expect(await signals(world)).toEqual([
      { client_id: clientId, word: 'amber', gesture: 'a lifted hand', agreed_at: '2026-11-24T15:58:00.000Z', agreed_by: by },
      { client_id: clientId, word: 'red', gesture: 'a knock', agreed_at: '2026-11-24T15:59:00.000Z', agreed_by: by },
    ]);
    expect((await world.audit()).filter(({ action }) => action === 'stop-signal-agreed')).toEqual([
      { action: 'stop-signal-agreed', client_id: clientId, record_id: null, actor: by },
    ]);
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
    expect(world.announced).toContain('clients');
  });

  test('one of the two is enough, none is no signal', async () => {
    const { world, clientId } = await withClient();
    expect(await world.ok('stopSignal.set', { clientId, version: 1, word: '', gesture: 'two taps' })).toMatchObject({
      stopWord: '',
      version: 2,
    });
    for (const [word, gesture] of [
      ['', ''],
      ['  ', ' '],
      ['\u200b', ''],
    ] as const)
      expect(await world.call('stopSignal.set', { clientId, version: 2, word, gesture })).toEqual({
        ok: false,
        error: { code: 'refused', reason: 'stop-signal-empty' },
      });
    expect(await written(world)).toEqual(['amber / a lifted hand', ' / two taps']);
  });

  test('changed meanwhile comes back as it stands, and nothing is overwritten', async () => {
    const { world, clientId } = await withClient();
    const theirs = await world.ok('stopSignal.set', { clientId, version: 1, word: 'red', gesture: 'a knock' });
    expect(await world.call('stopSignal.set', { clientId, version: 1, word: 'blue', gesture: 'a wave' })).toEqual({
      ok: false,
      error: { code: 'conflict', current: theirs },
    });
    expect(await world.ok('clients.get', { id: clientId })).toEqual(theirs);
    expect(await written(world)).toEqual(['amber / a lifted hand', 'red / a knock']);
  });

  test('is not agreed with someone archived, nor with someone who is not there', async () => {
    const { world, clientId } = await withClient();
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await world.call('stopSignal.set', { clientId, version: 2, word: 'red', gesture: '' })).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'client-archived' },
    });
    const nobody = { clientId: world.open.newId(), word: 'red', gesture: '' };
    expect(await world.call('stopSignal.set', { ...nobody, version: 1 })).toMatchObject({ error: { code: 'not-found', what: 'client' } });
    expect(await world.call('stopSignal.rehearsed', nobody)).toMatchObject({ error: { code: 'not-found', what: 'client' } });
    expect(await written(world)).toEqual(['amber / a lifted hand']);
  });

  test('written with the other details has its history too, and only where it became another', async () => {
    const { world, clientId } = await withClient({ stopWord: '', stopGesture: '' } as unknown as Partial<typeof clientDetails>);
    expect(await signals(world)).toEqual([]);
    await world.ok('clients.update', { id: clientId, version: 1, details: clientDetails });
    await world.ok('clients.update', { id: clientId, version: 2, details: { ...clientDetails, phone: '1' } });
    await world.ok('clients.archive', { id: clientId, version: 3, archived: true });
    await world.ok('clients.update', { id: clientId, version: 4, details: { ...clientDetails, stopWord: '', stopGesture: '' } });
    expect(await written(world)).toEqual(['amber / a lifted hand', ' / ']);
  });

  test('is for those who treat clients', async () => {
    const { world, clientId } = await withClient();
    for (const [name, input] of [
      ['stopSignal.set', { clientId, version: 1, ...asAgreed }],
      ['stopSignal.rehearsed', { clientId, ...asAgreed }],
    ] as const)
      for (const role of ['front-desk', 'bookkeeper'] as const)
        expect(await world.as(role)(name, input)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect([await written(world), await rehearsals(world)]).toEqual([['amber / a lifted hand'], []]);
  });
});

describe('trying it', () => {
  test('is written down with what was tried, and again each time', async () => {
    const { world, client, clientId } = await withClient();
    world.later(60_000);
    const tried = await world.ok('stopSignal.rehearsed', { clientId, ...asAgreed });
    const [first, second] = ['2026-11-24T15:59:00.000Z', '2026-11-24T16:00:00.000Z'];
    expect(tried).toEqual({ ...client, version: 2, updatedAt: first, stopRehearsedAt: first });
    world.later(60_000);
    expect((await world.ok('stopSignal.rehearsed', { clientId, ...asAgreed })).stopRehearsedAt).toBe(second);
    const one = { ...asAgreed, recorded_by: world.open.actor.id };
    expect(await rehearsals(world)).toEqual([
      { ...one, rehearsed_at: first },
      { ...one, rehearsed_at: second },
    ]);
    expect((await world.audit()).filter(({ action }) => action === 'stop-signal-rehearsed')).toHaveLength(2);
  });

  test.each([
    ['another word', { ...asAgreed, word: 'red' }, 'stop-signal-changed'],
    ['another signal', { ...asAgreed, gesture: 'a knock' }, 'stop-signal-changed'],
    ['a part of it', { ...asAgreed, gesture: '' }, 'stop-signal-changed'],
    ['nothing', { word: '', gesture: '' }, 'stop-signal-empty'],
  ] as const)('%s is not it', async (_, tried, reason) => {
    const { world, clientId } = await withClient();
    expect(await world.call('stopSignal.rehearsed', { clientId, ...tried })).toEqual({ ok: false, error: { code: 'refused', reason } });
    expect([(await world.ok('clients.get', { id: clientId })).stopRehearsedAt, await rehearsals(world)]).toEqual([null, []]);
  });

  test('counts for what was tried alone: whoever changes word or signal, it is to be tried again', async () => {
    const { world, clientId } = await withClient();
    const tried = async (word: string, gesture: string) => (await world.ok('stopSignal.rehearsed', { clientId, word, gesture })).version;
    const rehearsed = async () => (await world.ok('clients.get', { id: clientId })).stopRehearsedAt !== null;
    let version = await tried('amber', 'a lifted hand');
    version = (await world.ok('clients.update', { id: clientId, version, details: { ...clientDetails, phone: '1' } })).version;
    version = (await world.ok('stopSignal.set', { clientId, version, ...asAgreed })).version;
    expect(await rehearsed()).toBe(true);
    version = (await world.ok('clients.update', { id: clientId, version, details: { ...clientDetails, stopWord: 'red' } })).version;
    expect(await rehearsed()).toBe(false);
    version = await tried('red', 'a lifted hand');
    await world.ok('stopSignal.set', { clientId, version, word: 'red', gesture: 'a knock' });
    expect(await rehearsed()).toBe(false);
    // The same one as before, agreed again, was not tried since.
    expect(await written(world)).toEqual(['amber / a lifted hand', 'red / a lifted hand', 'red / a knock']);
  });
});

test.each(['stop_signals', 'audit'])('a write that fails at %s leaves what stood before', async (table) => {
  const { world, client, clientId } = await withClient();
  await refuseRows(world.open.database, table);
  expect((await world.call('stopSignal.set', { clientId, version: 1, word: 'red', gesture: '' })).ok).toBe(false);
  await allowRows(world.open.database);
  expect(await world.ok('clients.get', { id: clientId })).toEqual(client);
  expect(await written(world)).toEqual(['amber / a lifted hand']);
});
