import { expect, test } from 'vitest';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';

const day = 24 * 60 * 60 * 1000;
const contact = { kind: 'person', profession: '', organisation: '', phone: '', email: '', address: '', note: '' } as const;

const ready = async () => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const add = async (name: string) => (await world.ok('contacts.create', { ...contact, name })).id;
  return { world, clientId, add };
};
const team = async (world: TestWorld, clientId: string) =>
  (await world.ok('careTeam.of', { clientId })).members.map(({ contact: { name }, role, note, since, endedOn }) => [
    name,
    role,
    note,
    since,
    endedOn,
  ]);

test('someone belongs to it since today in the practice’s zone, in a role that may change, until it ends', async () => {
  const { world, clientId, add } = await ready();
  const contactId = await add('Dr. Okafor');
  // 03:00 in UTC is still the evening before in Toronto.
  world.later(11 * 60 * 60 * 1000);
  const set = await world.ok('careTeam.set', { clientId, contactId, role: 'therapist', note: 'Weekly' });
  expect(set.members.map(({ contact: { id }, ...rest }) => [id, rest])).toEqual([
    [contactId, { role: 'therapist', note: 'Weekly', since: '2026-11-24', endedOn: null }],
  ]);
  expect((await world.audit()).slice(-1)).toEqual([
    { action: 'care-team-changed', client_id: clientId, record_id: contactId, actor: world.open.actor.id },
  ]);
  expect(world.announced).toContain('contacts');
  world.later(day);
  await world.ok('careTeam.set', { clientId, contactId, role: 'psychiatrist' });
  expect(await team(world, clientId)).toEqual([['Dr. Okafor', 'psychiatrist', '', '2026-11-24', null]]);
  await world.ok('careTeam.set', { clientId, contactId, role: 'psychiatrist', ended: true });
  world.later(day);
  await world.ok('careTeam.set', { clientId, contactId, role: 'psychiatrist', note: 'Moved', ended: true });
  expect(await team(world, clientId)).toEqual([['Dr. Okafor', 'psychiatrist', 'Moved', '2026-11-24', '2026-11-25']]);
  await world.ok('careTeam.set', { clientId, contactId, role: 'therapist' });
  expect(await team(world, clientId)).toEqual([['Dr. Okafor', 'therapist', '', '2026-11-26', null]]);
});

test('those it goes on with are first, by name; then those it ended with, the latest first', async () => {
  const { world, clientId, add } = await ready();
  const role = 'physician';
  for (const name of ['Zoe', 'Łucja', 'Mei']) await world.ok('careTeam.set', { clientId, contactId: await add(name), role });
  for (const name of ['Abe', 'Bo']) {
    const contactId = await add(name);
    await world.ok('careTeam.set', { clientId, contactId, role });
    await world.ok('careTeam.set', { clientId, contactId, role, ended: true });
    world.later(day);
  }
  expect((await team(world, clientId)).map(([name, , , , endedOn]) => [name, endedOn])).toEqual([
    ['Łucja', null],
    ['Mei', null],
    ['Zoe', null],
    ['Bo', '2026-11-25'],
    ['Abe', '2026-11-24'],
  ]);
  expect((await world.audit()).slice(-1)).toMatchObject([{ action: 'care-team-opened', client_id: clientId }]);
});

test('of an archived client stays as it is; of nobody is not found', async () => {
  const { world, clientId, add } = await ready();
  const contactId = await add('Dr. Okafor');
  const input = { clientId, contactId, role: 'therapist' } as const;
  expect(await world.call('careTeam.set', { ...input, ended: true })).toEqual({ ok: false, error: { code: 'not-found', what: 'contact' } });
  await world.ok('careTeam.set', input);
  await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
  for (const ended of [false, true])
    expect(await world.call('careTeam.set', { ...input, ended })).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'client-archived' },
    });
  expect(await team(world, clientId)).toEqual([['Dr. Okafor', 'therapist', '', '2026-11-24', null]]);
  expect((await world.ok('contacts.get', { id: contactId })).clients).toEqual([]);
  const nobody = { ok: false, error: { code: 'not-found', what: 'client' } };
  expect(await world.call('careTeam.of', { clientId: world.open.newId() })).toEqual(nobody);
  expect(await world.call('careTeam.set', { ...input, clientId: world.open.newId() })).toEqual(nobody);
});
