import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Call, type Role, roles } from '../../shared/call.ts';
import { type CallName, calls } from '../../shared/calls.ts';
import { clientDetails, isDoorCall, profileDetails, type TestWorld, testWorld } from './practice.test-world.ts';

const table = Object.entries(calls as unknown as Record<CallName, Call>) as [CallName, Call][];
const inPractice = table.filter(([name]) => !isDoorCall(name));

/** Everything a refused call could have changed. */
const stateOf = async (world: TestWorld): Promise<unknown> => {
  const { database } = world.open;
  return [
    await database.selectFrom('clients').selectAll().execute(),
    await database.selectFrom('profile').selectAll().execute(),
    await database.selectFrom('consents').select('id').execute(),
    await database.selectFrom('documents').select('id').execute(),
  ];
};

describe('dispatch refuses', () => {
  test('a name that is no call', async () => {
    const world = await testWorld();
    for (const name of ['clients.destroy', '__proto__', 'constructor', 7, null, undefined, ['clients.get']]) {
      expect(await world.raw(name, {})).toEqual({ ok: false, error: { code: 'not-found', what: 'call' } });
    }
  });

  test.each(inPractice)('%s while locked, without a practice, and while the vault is unavailable', async (name) => {
    const world = await testWorld();
    expect(await world.standing({ state: 'locked' })(name, {})).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await world.standing({ state: 'no-practice' })(name, {})).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'no-practice' },
    });
    expect(await world.standing({ state: 'unavailable', problem: 'header-damaged' })(name, {})).toEqual({
      ok: false,
      error: { code: 'unavailable', reason: 'header-damaged' },
    });
  });

  const closed = inPractice.flatMap(([name, call]) =>
    roles.filter((role) => call.roles !== 'anyone' && !call.roles.includes(role)).map((role) => [name, role] as const),
  );
  test.each(closed)('%s for %s, and writes that down', async (name, role: Role) => {
    const world = await testWorld();
    const before = await stateOf(world);
    const entries = (await world.audit()).length;
    expect(await world.as(role)(name, {})).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect((await world.audit()).slice(entries)).toEqual([
      { action: 'call-refused', client_id: null, record_id: name, actor: world.open.actor.id },
    ]);
    expect(await stateOf(world)).toEqual(before);
  });

  const hostile = [
    null,
    7,
    'text',
    [],
    { surplus: 1 },
    { id: '../../etc/passwd' },
    { __proto__: { polluted: true } },
    { id: 'x'.repeat(5_000_000) },
  ];
  test.each(inPractice.filter(([name]) => name !== 'profile.get'))('%s with an input of another shape, changing nothing', async (name) => {
    const world = await testWorld();
    const before = await stateOf(world);
    for (const input of hostile) {
      const reply = await world.raw(name, input);
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
    }
    expect(await stateOf(world)).toEqual(before);
    expect(world.incidents).toEqual([]);
  });

  test('vault.create and vault.unlock while a practice is open', async () => {
    const world = await testWorld();
    for (const name of ['vault.create', 'vault.unlock'])
      expect(await world.raw(name, {})).toEqual({ ok: false, error: { code: 'refused', reason: 'already-open' } });
    expect(await world.standing({ state: 'locked' })('vault.create', {})).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'practice-exists' },
    });
  });
});

describe('an input over its limit', () => {
  test('is refused beside the field with limit and present length', async () => {
    const world = await testWorld();
    expect(await world.call('clients.create', { ...clientDetails, chosenName: 'é'.repeat(201) })).toEqual({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['chosenName'], problem: 'too-long', limit: 200, length: 201 }] },
    });
  });

  test('names every field that is wrong, and never what was typed', async () => {
    const world = await testWorld();
    const reply = await world.raw('clients.create', {
      ...clientDetails,
      chosenName: '  ',
      birthDate: '1988-04-31',
      email: 'not mail',
      secret: 'canary',
    });
    expect(reply).toEqual({
      ok: false,
      error: {
        code: 'invalid',
        issues: [
          { path: ['chosenName'], problem: 'required' },
          { path: ['birthDate'], problem: 'not-a-day' },
          { path: ['email'], problem: 'not-an-email' },
          { path: [], problem: 'unknown-field' },
        ],
      },
    });
  });
});

describe('what goes wrong underneath', () => {
  const failing = async (failure: unknown): Promise<unknown> => {
    const world = await testWorld();
    Object.defineProperty(world.open.database, 'selectFrom', {
      value: () => {
        throw failure;
      },
    });
    return world.raw('profile.get', {});
  };

  test('crosses the door as a number and nothing else', async () => {
    expect(await failing(new Error('select canary from /home/hana/practice.db'))).toEqual({
      ok: false,
      error: { code: 'unexpected', incident: 'incident-1' },
    });
  });

  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_READONLY_DBMOVED', 'folder-read-only'],
    ['EROFS', 'folder-read-only'],
    ['SQLITE_CORRUPT_INDEX', 'database-damaged'],
  ])('%s is said as %s', async (code, reason) => {
    expect(await failing(Object.assign(new Error('canary'), { code }))).toEqual({ ok: false, error: { code: 'unavailable', reason } });
  });
});

test('each call that opens or changes client data writes exactly one entry, of the action its contract names', async () => {
  const world = await testWorld();
  const client = await world.ok('clients.create', clientDetails);
  const inputs: { readonly [N in CallName]?: unknown } = {
    'profile.update': { version: 1, details: { ...profileDetails, practiceName: 'Birch Room' } },
    'clients.create': clientDetails,
    'clients.update': { id: client.id, version: 1, details: { ...clientDetails, pronouns: 'they/them' } },
    'clients.get': { id: client.id },
    'clients.search': { query: 'maya' },
    'clients.archive': { id: client.id, version: 2, archived: false },
    'consent.forms': { clientId: client.id },
    'consent.ofClient': { clientId: client.id },
  };
  const seen: unknown[] = [];
  for (const [name, input] of Object.entries(inputs) as [CallName, unknown][]) {
    const before = (await world.audit()).length;
    expect(await world.raw(name, input)).toMatchObject({ ok: true });
    const added = (await world.audit()).slice(before);
    const { audit } = calls[name] as unknown as Call;
    expect([name, added.map((entry) => entry.action)]).toEqual([name, audit === 'none' ? [] : [audit.action]]);
    const ofClient = audit !== 'none' && !['clients-searched', 'profile-changed'].includes(audit.action);
    expect([name, added.every((entry) => (entry.client_id !== null) === ofClient)]).toEqual([name, true]);
    seen.push(name);
  }
  // consent.sign, consent.check and the documents' calls have their own test beside their service.
  expect(
    [...seen, 'profile.get', 'consent.check', 'consent.sign', 'documents.get', 'documents.chooseExport', 'documents.export'].sort(),
  ).toEqual(inPractice.map(([name]) => name).sort());
});

test('a search as you type is one entry, a search after a while another', async () => {
  const world = await testWorld();
  const searches = async (): Promise<number> => (await world.audit()).filter((entry) => entry.action === 'clients-searched').length;
  for (const query of ['m', 'ma', 'may']) {
    await world.ok('clients.search', { query });
    world.later(400);
  }
  expect(await searches()).toBe(1);
  world.later(2_000);
  await world.ok('clients.search', { query: 'maya' });
  expect(await searches()).toBe(2);
});

test('going through the list is no search as you type: each page, each other word and each half minute is an entry', async () => {
  const world = await testWorld();
  const searches = async (): Promise<number> => (await world.audit()).filter((entry) => entry.action === 'clients-searched').length;
  for (const input of [{ query: '' }, { query: '', offset: 50 }, { query: 'maya' }, { query: 'noor' }, { query: 'noor', archived: true }]) {
    await world.ok('clients.search', input);
  }
  expect(await searches()).toBe(5);
  for (let second = 0; second < 60; second += 1) {
    await world.ok('clients.search', { query: 'ada'.slice(0, 1 + (second % 3)) });
    world.later(1_000);
  }
  expect(await searches()).toBe(7);
});

test('the table describes itself', () => {
  for (const [, call] of table) expect(z.toJSONSchema(call.input, { io: 'input' })).toMatchObject({ type: 'object' });
});
