import { describe, expect, test } from 'vitest';
import { nothingFurther } from '../../shared/clients.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';

describe('a client', () => {
  test('is added, opened, changed and archived, each time as the next version', async () => {
    const world = await testWorld();
    const made = await world.ok('clients.create', clientDetails);
    expect(made).toEqual({
      ...nothingFurther,
      ...clientDetails,
      id: made.id,
      version: 1,
      createdAt: '2026-11-24T15:58:00.000Z',
      updatedAt: '2026-11-24T15:58:00.000Z',
      archivedAt: null,
      inError: null,
      stopRehearsedAt: null,
    });
    world.later(60_000);
    const changed = await world.ok('clients.update', {
      id: made.id,
      version: 1,
      details: { ...clientDetails, legalName: 'Maya Elena Rosario' },
    });
    expect(changed).toEqual({ ...made, legalName: 'Maya Elena Rosario', version: 2, updatedAt: '2026-11-24T15:59:00.000Z' });
    const archived = await world.ok('clients.archive', { id: made.id, version: 2, archived: true });
    expect(archived).toEqual({ ...changed, version: 3, archivedAt: '2026-11-24T15:59:00.000Z' });
    expect(await world.ok('clients.get', { id: made.id })).toEqual(archived);
    expect(await world.ok('clients.archive', { id: made.id, version: 3, archived: false })).toMatchObject({ version: 4, archivedAt: null });
    expect(world.announced).toContain('clients');
  });

  test('changed meanwhile comes back as it stands, and nothing is overwritten', async () => {
    const world = await testWorld();
    const made = await world.ok('clients.create', clientDetails);
    const theirs = await world.ok('clients.update', { id: made.id, version: 1, details: { ...clientDetails, phone: '1' } });
    const entries = (await world.audit()).length;
    expect(await world.call('clients.update', { id: made.id, version: 1, details: { ...clientDetails, phone: '2' } })).toEqual({
      ok: false,
      error: { code: 'conflict', current: theirs },
    });
    expect(await world.call('clients.archive', { id: made.id, version: 1, archived: true })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(await world.ok('clients.get', { id: made.id })).toEqual(theirs);
    expect((await world.audit()).slice(entries).map((entry) => entry.action)).toEqual(['client-opened', 'client-opened', 'client-opened']);
  });

  test('that is not there is not found', async () => {
    const world = await testWorld();
    const id = world.open.newId();
    for (const [name, input] of [
      ['clients.get', { id }],
      ['clients.update', { id, version: 1, details: clientDetails }],
      ['clients.archive', { id, version: 1, archived: true }],
    ] as const) {
      expect(await world.raw(name, input)).toEqual({ ok: false, error: { code: 'not-found', what: 'client' } });
    }
  });

  test('is not born tomorrow, by the calendar of the practice', async () => {
    const world = await testWorld();
    const born = (birthDate: string) => world.call('clients.create', { ...clientDetails, birthDate });
    expect(await born('2026-11-25')).toEqual({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['birthDate'], problem: 'in-the-future' }] },
    });
    expect(await born('2026-11-24')).toMatchObject({ ok: true });
  });

  test.each(['🌿', 'O', '李', '\u202eevil', 'a\u0301\u0323', "Robert'); drop table clients;--", '%_', 'x'.repeat(200)])(
    'named %s is kept as written and found again',
    async (chosenName) => {
      const world = await testWorld();
      const made = await world.ok('clients.create', { ...clientDetails, chosenName });
      expect(made.chosenName).toBe(chosenName.normalize());
      expect((await world.ok('clients.search', { query: chosenName })).clients.map((client) => client.id)).toEqual([made.id]);
    },
  );
});

describe('the list', () => {
  const filled = async () => {
    const world = await testWorld();
    for (const chosenName of ['Zoë Ünal', 'Łukasz Żak', 'ada Byron', 'Maya Rosario', 'Mayumi Oda', '李文静'])
      await world.ok('clients.create', { ...clientDetails, chosenName });
    return world;
  };
  const names = (found: { readonly clients: readonly { readonly chosenName: string }[] }): string[] =>
    found.clients.map((client) => client.chosenName);

  test('is by name whatever the case and marks, in pages with the count of all', async () => {
    const world = await filled();
    expect(names(await world.ok('clients.search', { query: '' }))).toEqual([
      'ada Byron',
      'Łukasz Żak',
      'Maya Rosario',
      'Mayumi Oda',
      'Zoë Ünal',
      '李文静',
    ]);
    const page = await world.ok('clients.search', { query: '', limit: 2, offset: 2 });
    expect([names(page), page.total]).toEqual([['Maya Rosario', 'Mayumi Oda'], 6]);
  });

  test('shows who is found by every part, without the archived unless asked', async () => {
    const world = await filled();
    const found = await world.ok('clients.search', { query: 'may' });
    expect(names(found)).toEqual(['Maya Rosario', 'Mayumi Oda']);
    const [maya] = found.clients;
    await world.ok('clients.archive', { id: maya?.id ?? '', version: 1, archived: true });
    expect(names(await world.ok('clients.search', { query: 'may' }))).toEqual(['Mayumi Oda']);
    expect(names(await world.ok('clients.search', { query: 'may', archived: true }))).toEqual(['Maya Rosario']);
    expect(names(await world.ok('clients.search', { query: 'oda may' }))).toEqual(['Mayumi Oda']);
    expect(await world.ok('clients.search', { query: 'nobody' })).toEqual({ clients: [], total: 0 });
  });

  test('takes the longest search there is: one letter that folds to four words, 500 times, and 250 words', async () => {
    const world = await filled();
    for (const query of ['ﷺ'.repeat(500), Array.from({ length: 250 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join(' ')]) {
      expect(await world.ok('clients.search', { query })).toEqual({ clients: [], total: 0 });
    }
  });
});
