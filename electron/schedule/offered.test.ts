import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { profileDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { service } from './schedule.test-world.ts';

const unknownId = '01a20e47-3f40-7000-8000-00000000ffff';
const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

const named = {
  'services.save': (name: string, active = true) => ({ ...service, name, active }),
  'rooms.save': (name: string, active = true) => ({ name, note: 'Ground floor', active }),
  'practitioners.save': (name: string, active = true) => ({ name, active }),
} as const;

type Save = keyof typeof named;
const kinds = [
  ['services.save', 'service', 'services-changed'],
  ['rooms.save', 'room', 'rooms-changed'],
  ['practitioners.save', 'practitioner', 'practitioners-changed'],
] as const;

const asked = (name: Save, details: unknown, { id, version }: { id: string | null; version: number } = { id: null, version: 0 }) =>
  ({ id, version, details }) as InputOf<typeof name>;

const namesIn = async (world: TestWorld): Promise<Readonly<Record<Save, readonly string[]>>> => ({
  'services.save': (await world.ok('services.list', {})).services.map(({ name }) => name),
  'rooms.save': (await world.ok('rooms.list', {})).rooms.map(({ name }) => name),
  'practitioners.save': (await world.ok('practitioners.list', {})).practitioners.map(({ name }) => name),
});

describe.each(kinds)('%s', (name, what, action) => {
  const details = named[name];

  test('keeps a new one and each change of it as the next version, with one entry each', async () => {
    const world = await testWorld();
    const made = await world.ok(name, asked(name, details('Cedar')));
    expect(made).toMatchObject({ ...details('Cedar'), id: made.id, version: 1 });
    const changed = await world.ok(name, asked(name, details('Birch', false), made));
    expect(changed).toEqual({ ...made, ...details('Birch', false), version: 2 });
    expect((await world.audit()).slice(1).map((entry) => [entry.action, entry.record_id])).toEqual([
      [action, made.id],
      [action, made.id],
    ]);
    expect(world.announced).toEqual(['schedule', 'schedule']);
  });

  test('changed meanwhile comes back as it stands, one there is not is not found, and nothing is written', async () => {
    const world = await testWorld();
    const made = await world.ok(name, asked(name, details('Cedar')));
    const theirs = await world.ok(name, asked(name, details('Theirs'), made));
    expect(await world.call(name, asked(name, details('Ours'), made))).toEqual({
      ok: false,
      error: { code: 'conflict', current: theirs },
    });
    expect(await world.call(name, asked(name, details('Ours'), { id: unknownId, version: 1 }))).toEqual({
      ok: false,
      error: { code: 'not-found', what },
    });
    expect((await namesIn(world))[name]).toContain('Theirs');
    expect((await world.audit()).filter((entry) => entry.action === action)).toHaveLength(2);
  });

  test('goes up to two hundred, of which each can still be changed', async () => {
    const world = await testWorld();
    const had = (await namesIn(world))[name].length;
    for (let count = had; count < 199; count += 1) await world.ok(name, asked(name, details(`Number ${count}`)));
    const last = await world.ok(name, asked(name, details('The last')));
    expect(await world.call(name, asked(name, details('One more')))).toEqual(refused('schedule-full'));
    expect(await world.ok(name, asked(name, details('Changed'), last))).toMatchObject({ version: 2 });
    expect((await namesIn(world))[name]).toHaveLength(200);
  });

  test('is for the owner of an open practice, with a name that shows', async () => {
    const world = await testWorld();
    for (const role of ['practitioner', 'front-desk', 'bookkeeper'] as const)
      expect(await world.as(role)(name, asked(name, details('Cedar')))).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await world.standing({ state: 'locked' })(name, asked(name, details('Cedar')))).toEqual({
      ok: false,
      error: { code: 'locked' },
    });
    expect(await world.raw(name, asked(name, details(' \u200b ')))).toEqual({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['details', 'name'], problem: 'required' }] },
    });
    expect(await world.raw(name, asked(name, { ...details('Cedar'), colour: 'green' }))).toMatchObject({
      error: { code: 'invalid', issues: [{ problem: 'unknown-field' }] },
    });
  });
});

describe('the lists', () => {
  test('have what is in use first, services and rooms by name, practitioners as they came', async () => {
    const world = await testWorld();
    for (const [name, active] of [
      ['oak', true],
      ['Elm', true],
      ['Äsh', true],
      ['Alder', false],
    ] as const)
      for (const [save] of kinds) await world.ok(save, asked(save, named[save](name, active)));
    const byName = ['Äsh', 'Elm', 'oak', 'Alder'];
    expect(await namesIn(world)).toEqual({
      'services.save': byName,
      'rooms.save': byName,
      'practitioners.save': [profileDetails.practitionerName, 'oak', 'Elm', 'Äsh', 'Alder'],
    });
  });

  test('say which lane is one’s own, and in which money prices are', async () => {
    const world = await testWorld();
    expect(await world.ok('practitioners.list', {})).toEqual({
      practitioners: [
        { id: world.open.actor.id, version: 1, name: profileDetails.practitionerName, active: true, keyholderId: world.open.actor.id },
      ],
      own: world.open.actor.id,
    });
    const own = await world.ok('practitioners.save', { id: world.open.actor.id, version: 1, details: { name: 'Hana', active: true } });
    expect(own.keyholderId).toBe(world.open.actor.id);
    expect(await world.ok('services.list', {})).toEqual({ services: [], currency: 'CAD' });
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, place: 'GB' } });
    expect((await world.ok('services.list', {})).currency).toBe('GBP');
  });

  test('are for those whom the contract names', async () => {
    const world = await testWorld();
    for (const name of ['services.list', 'rooms.list'] as const) expect(await world.as('bookkeeper')(name, {})).toMatchObject({ ok: true });
    expect(await world.as('front-desk')('practitioners.list', {})).toMatchObject({ ok: true });
    expect(await world.as('bookkeeper')('practitioners.list', {})).toEqual({ ok: false, error: { code: 'not-allowed' } });
  });
});

test.each([
  ['no length', { minutes: 0 }],
  ['a negative length', { minutes: -60 }],
  ['four minutes', { minutes: 4 }],
  ['a length of 24 hours', { minutes: 1440 }],
  ['part of a minute', { minutes: 59.5 }],
  ['a negative time after', { after: -15 }],
  ['five hours before', { before: 300 }],
  ['a negative price', { price: -1 }],
  ['part of a coin', { price: 0.5 }],
  ['more tax than there is', { taxRate: 100_001 }],
])('a service with %s is refused beside its field', async (_, change) => {
  const world = await testWorld();
  const reply = await world.raw('services.save', { id: null, version: 0, details: { ...service, ...change } });
  expect(reply).toMatchObject({ ok: false, error: { code: 'invalid', issues: [{ path: ['details', Object.keys(change)[0]] }] } });
  expect((await world.ok('services.list', {})).services).toEqual([]);
});
