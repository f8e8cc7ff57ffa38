import { expect, test } from 'vitest';
import { goneThrough } from '../intake/gone-through.test-world.ts';
import { openedPractice } from '../schedule/schedule.test-world.ts';

const refused = (reason: string, details?: object) => ({ ok: false, error: { code: 'refused', reason, ...(details ? { details } : {}) } });

const marking = async () => {
  const made = await openedPractice();
  const { world, clientId } = made;
  const mark = async (inError = true, reason = 'Nobody of this name') =>
    world.call('clients.markError', { clientId, version: (await world.ok('clients.get', { id: clientId })).version, inError, reason });
  const listed = async (asked: { archived?: boolean; inError?: boolean }) =>
    (await world.ok('clients.search', { query: '', ...asked })).clients.map(({ id }) => id);
  return { ...made, mark, listed };
};

test('a record entered in error leaves every list but its own, stays to be read, and takes nothing in', async () => {
  const { world, clientId, mark, listed } = await marking();
  await goneThrough(world, clientId);
  const length = (await world.audit()).length;
  world.later(1_000);
  const inError = { at: world.now(), byName: 'Hana Lindqvist', reason: 'Nobody of this name' };
  expect(await mark()).toMatchObject({ ok: true, value: { inError, archivedAt: inError.at } });
  expect((await world.audit()).slice(length).map(({ action, client_id }) => [action, client_id])).toEqual([
    ['client-opened', clientId],
    ['client-in-error', clientId],
  ]);
  expect([await listed({}), await listed({ archived: true }), await listed({ inError: true })]).toEqual([[], [], [clientId]]);
  const typed = { chosenName: '', legalName: '', birthDate: '1991-03-14', phone: '416 555 0142', email: '' };
  expect((await world.ok('clients.alike', typed)).clients).toEqual([]);
  expect((await world.ok('intake.ofClient', { clientId })).rounds).toHaveLength(1);
  expect((await world.ok('clients.timeline', { clientId })).entries[0]).toMatchObject({ kind: 'in-error', taken: false });
  expect(await mark()).toEqual(refused('client-in-error'));
  const { version } = await world.ok('clients.get', { id: clientId });
  expect(await world.call('clients.archive', { id: clientId, version, archived: false })).toEqual(refused('client-in-error'));
  expect(await world.call('health.start', { clientId })).toEqual(refused('client-archived'));
});

test('the mark is taken back with a reason, and the record is where it was', async () => {
  const { world, clientId, mark, listed } = await marking();
  expect(await mark(false)).toEqual(refused('client-not-in-error'));
  await mark();
  world.later(1_000);
  expect(await mark(false, 'They came after all')).toMatchObject({ ok: true, value: { inError: null, archivedAt: null } });
  expect(await listed({})).toEqual([clientId]);
  const { version } = await world.ok('clients.get', { id: clientId });
  await world.ok('clients.archive', { id: clientId, version, archived: true });
  world.later(1_000);
  await mark();
  await mark(false, 'Again');
  expect(await listed({ archived: true })).toEqual([clientId]);
  expect((await world.ok('clients.timeline', { clientId })).entries.filter(({ kind }) => kind === 'in-error')).toHaveLength(4);
});

test('nothing is marked while an appointment is ahead, or the record was changed meanwhile, or without a reason', async () => {
  const { world, clientId, asked, mark } = await marking();
  const { appointment } = await world.ok('appointments.book', asked());
  expect(await mark()).toEqual(refused('appointments-ahead', { count: 1 }));
  await world.ok('appointments.cancel', {
    id: appointment.id,
    version: appointment.version,
    as: 'cancelled',
    reason: 'other',
    words: 'x',
    fee: null,
  });
  expect(await world.call('clients.markError', { clientId, version: 9, reason: 'x' })).toMatchObject({ error: { code: 'conflict' } });
  expect(await world.call('clients.markError', { clientId, version: 1, reason: ' ' })).toMatchObject({ error: { code: 'invalid' } });
  expect(await mark()).toMatchObject({ ok: true });
});
