import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { type Opened, openedPractice, service, wish } from './schedule.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });
const notThere = (what: string) => ({ ok: false, error: { code: 'not-found', what } });

const waits = async (more: Partial<InputOf<'waitlist.add'>['details']> = {}) => {
  const opened = await openedPractice();
  const details = { ...wish, serviceId: opened.serviceId, ...more };
  const added = await opened.world.ok('waitlist.add', { clientId: opened.clientId, details });
  return { ...opened, details, added };
};

const listed = async ({ world }: Pick<Opened, 'world'>): Promise<readonly string[]> =>
  (await world.ok('waitlist.list', {})).waiting.map(({ id }) => id);

const someone = (world: Opened['world'], chosenName: string) => world.ok('clients.create', { ...clientDetails, chosenName });

describe('who waits', () => {
  test('is kept with what they wish and how to reach them, and changed as the next version', async () => {
    const { world, clientId, added, details, serviceId, practitionerId } = await waits({ weekdays: [5, 2, 5] });
    expect(added).toEqual({
      ...details,
      weekdays: [2, 5],
      id: added.id,
      version: 1,
      clientId,
      chosenName: clientDetails.chosenName,
      phone: clientDetails.phone,
      email: clientDetails.email,
      contactWishes: clientDetails.contactWishes,
      since: world.now(),
      offers: [],
      ended: null,
    });
    world.later(60_000);
    const other = { ...details, serviceId, practitionerId, weekdays: [], earliest: '09:00', latest: '24:00', note: 'Mornings are best' };
    const changed = await world.ok('waitlist.change', { id: added.id, version: 1, details: other });
    expect(changed).toEqual({ ...added, ...other, version: 2 });
    expect(await world.ok('waitlist.list', {})).toEqual({ waiting: [changed] });
    expect((await world.audit()).slice(-3).map((entry) => [entry.action, entry.client_id, entry.record_id])).toEqual([
      ['waitlist-changed', clientId, added.id],
      ['waitlist-changed', clientId, added.id],
      ['waitlist-opened', null, null],
    ]);
    expect(world.announced).toContain('schedule');
  });

  test('waits no more, or does after all, since when they did', async () => {
    const { world, added, details } = await waits();
    world.later(60_000);
    const closed = await world.ok('waitlist.close', { id: added.id, version: 1 });
    expect(closed).toEqual({ ...added, version: 2, ended: 'withdrawn' });
    expect(await listed({ world })).toEqual([]);
    expect(await world.call('waitlist.close', { id: added.id, version: 2 })).toEqual(refused('waiting-over'));
    expect(await world.call('waitlist.change', { id: added.id, version: 2, details })).toEqual(refused('waiting-over'));
    expect(await world.ok('waitlist.close', { id: added.id, version: 2, over: false })).toEqual({ ...added, version: 3 });
    expect(await listed({ world })).toEqual([added.id]);
  });

  test('who got a time by it waits no more; once that is cancelled they may wait again, since when they did', async () => {
    const opened = await waits();
    const { world, added, asked } = opened;
    const { id: other } = await someone(world, 'Noor');
    expect(await world.call('appointments.book', asked({ clientId: other, waitingId: added.id }))).toEqual(notThere('waiting'));
    const { appointment } = await world.ok('appointments.book', asked({ waitingId: added.id }));
    expect(await listed(opened)).toEqual([]);
    expect(await world.call('appointments.book', asked({ day: '2026-12-02', waitingId: added.id }))).toEqual(refused('waiting-over'));
    expect(await world.call('waitlist.close', { id: added.id, version: 2 })).toEqual(refused('waiting-over'));
    await world.ok('appointments.cancel', { id: appointment.id, version: 1, as: 'cancelled', reason: 'practitioner' });
    world.later(60_000);
    expect(await world.ok('waitlist.close', { id: added.id, version: 2, over: false })).toEqual({ ...added, version: 3 });
    expect(await listed(opened)).toEqual([added.id]);
  });

  test('whose record is closed is not in the list', async () => {
    const opened = await waits();
    const { world, clientId, details, added } = opened;
    await world.ok('waitlist.close', { id: added.id, version: 1 });
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    const again = { id: added.id, version: 2, over: false };
    expect(await world.call('waitlist.close', again)).toEqual(refused('client-archived'));
    await world.ok('clients.archive', { id: clientId, version: 2, archived: false });
    await world.ok('waitlist.close', again);
    await world.ok('clients.archive', { id: clientId, version: 3, archived: true });
    expect(await listed(opened)).toEqual([]);
    expect(await world.call('waitlist.add', { clientId, details })).toEqual(refused('client-archived'));
  });

  test('changed meanwhile comes back as it stands, and nothing is overwritten', async () => {
    const { world, added, details, practitionerId, roomId } = await waits();
    const theirs = await world.ok('waitlist.change', { id: added.id, version: 1, details: { ...details, note: 'Theirs' } });
    const conflict = { ok: false, error: { code: 'conflict', current: theirs } };
    const slot = { day: '2026-12-02', time: '10:00', practitionerId, roomId, minutes: 75 };
    expect(await world.call('waitlist.change', { id: added.id, version: 1, details })).toEqual(conflict);
    expect(await world.call('waitlist.close', { id: added.id, version: 1 })).toEqual(conflict);
    expect(await world.call('waitlist.offered', { id: added.id, version: 1, slot })).toEqual(conflict);
    expect((await world.audit()).slice(-3).map(({ action }) => action)).toEqual(Array(3).fill('waitlist-opened'));
    expect((await world.ok('waitlist.list', {})).waiting).toEqual([theirs]);
  });

  test('a wish that cannot be had is refused, and nothing is kept', async () => {
    const { world, clientId, added, details } = await waits();
    const id = world.open.newId();
    const { id: off } = await world.ok('services.save', { id: null, version: 0, details: { ...service, name: 'Old', active: false } });
    const { id: left } = await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: false } });
    for (const [wrong, reply] of [
      [{ serviceId: id }, notThere('service')],
      [{ serviceId: off }, refused('service-off')],
      [{ practitionerId: id }, notThere('practitioner')],
      [{ practitionerId: left }, refused('practitioner-off')],
      [{ firstDay: '2026-12-02', lastDay: '2026-12-01' }, refused('days-backwards')],
      [{ earliest: '10:00', latest: '10:00' }, refused('span-backwards')],
    ] as const) {
      expect(await world.call('waitlist.add', { clientId, details: { ...details, ...wrong } })).toEqual(reply);
      expect(await world.call('waitlist.change', { id: added.id, version: 1, details: { ...details, ...wrong } })).toEqual(reply);
    }
    for (const [bad, path] of [
      [{ weekdays: [8] }, ['details', 'weekdays', 0]],
      [{ earliest: '24:00' }, ['details', 'earliest']],
      [{ lastDay: '2026-02-30' }, ['details', 'lastDay']],
      [{ note: 'x'.repeat(501) }, ['details', 'note']],
    ] as const)
      expect(await world.raw('waitlist.add', { clientId, details: { ...details, ...bad } })).toMatchObject({
        ok: false,
        error: { code: 'invalid', issues: [{ path }] },
      });
    expect(await world.call('waitlist.add', { clientId: id, details })).toEqual(notThere('client'));
    expect(await world.call('waitlist.close', { id, version: 1 })).toEqual(notThere('waiting'));
    expect((await world.ok('waitlist.list', {})).waiting).toEqual([added]);
  });

  test('is for those at the desk, and for nobody while it is locked', async () => {
    const { world, clientId, added, details } = await waits();
    expect(await world.as('front-desk')('waitlist.add', { clientId, details })).toMatchObject({ ok: true });
    for (const [name, input] of [
      ['waitlist.add', { clientId, details }],
      ['waitlist.change', { id: added.id, version: 1, details }],
      ['waitlist.close', { id: added.id, version: 1 }],
      ['waitlist.list', {}],
      ['waitlist.freed', {}],
    ] as const) {
      expect(await world.as('bookkeeper')(name, input)).toEqual({ ok: false, error: { code: 'not-allowed' } });
      expect(await world.standing({ state: 'locked' })(name, input)).toEqual({ ok: false, error: { code: 'locked' } });
    }
    expect((await world.ok('waitlist.list', {})).waiting).toHaveLength(2);
  });
});
