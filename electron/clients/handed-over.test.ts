import { expect, test } from 'vitest';
import type { CallName, InputOf } from '../../shared/calls.ts';
import { saidOf } from '../intake/kept-findings.test-world.ts';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';

test('no call about contacts, clearance or crisis numbers that came in just before a hand-over finishes under the client’s hands', async () => {
  const world = await testWorld();
  const { database, actor } = world.open;
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const details = { kind: 'person', profession: '', organisation: '', phone: '', email: '', address: '', note: '' } as const;
  const { id: contactId } = await world.ok('contacts.create', { ...details, name: 'Dr. Okafor' });
  const { id: goneId } = await world.ok('contacts.create', { ...details, name: 'Dr. Reed' });
  const request: InputOf<'clearance.request'> = {
    clientId,
    findingIds: [await saidOf(world, clientId, 'arrhythmia')],
    contactId,
    of: 'Dr. Okafor',
    way: 'phone',
    askedOn: '2026-11-23',
  };
  const { id: clearanceId } = await world.ok('clearance.request', request);
  // The moment between a hand-over being kept and the vault being in it.
  await database
    .insertInto('handovers')
    .values({ id: 'h', client_id: clientId, begun_at: 't', begun_by: actor.id, resting: 0, ended_at: null, ended_by: null })
    .execute();
  const named = { ...details, name: 'Dr. Amara Okafor' };
  const writes: readonly (readonly [CallName, object])[] = [
    ['contacts.create', named],
    ['contacts.update', { id: contactId, version: 1, details: named }],
    ['contacts.merge', { keepId: contactId, keepVersion: 1, goneId, goneVersion: 1, details: named }],
    ['careTeam.set', { clientId, contactId, role: 'therapist' }],
    ['clearance.request', request],
    [
      'clearance.record',
      { clearanceId, receivedOn: '2026-11-24', from: 'x', way: 'phone', outcome: 'cleared', scope: null, endsOn: '2027-02-01' },
    ],
    ['crisis.set', { version: 0, numbers: { emergency: '1', crisis: '2', text: '', note: '' }, checkedOn: '2026-11-23', confirmed: true }],
  ];
  const before = await world.audit();
  for (const [name, input] of writes)
    expect([name, await world.raw(name, input)]).toEqual([name, { ok: false, error: { code: 'handed-over' } }]);
  expect(await world.audit()).toEqual(before);
});
