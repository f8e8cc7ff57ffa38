import { describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
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

  test('who got a time by it waits no more, and that is not taken back', async () => {
    const opened = await waits();
    const { world, added, asked } = opened;
    const { id: other } = await someone(world, 'Noor');
    expect(await world.call('appointments.book', asked({ clientId: other, waitingId: added.id }))).toEqual(notThere('waiting'));
    await world.ok('appointments.book', asked({ waitingId: added.id }));
    expect(await listed(opened)).toEqual([]);
    expect(await world.call('waitlist.close', { id: added.id, version: 2, over: false })).toEqual(refused('waiting-over'));
    expect(await world.call('appointments.book', asked({ day: '2026-12-02', waitingId: added.id }))).toEqual(refused('waiting-over'));
  });

  test('whose record is closed is not in the list', async () => {
    const opened = await waits();
    const { world, clientId, details } = opened;
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
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

const slotOf = ({ practitionerId, roomId }: Opened): InputOf<'waitlist.matches'> => ({
  day: '2026-12-01',
  time: '10:00',
  practitionerId,
  roomId,
  minutes: 75,
});

describe('who could take a free time', () => {
  test('is told best first, with what was offered to them', async () => {
    const opened = await waits();
    const { world, added, details, practitionerId } = opened;
    world.later(60_000);
    const { id: noor } = await someone(world, 'Noor');
    const asksForThem = await world.ok('waitlist.add', { clientId: noor, details: { ...details, practitionerId } });
    const slot = slotOf(opened);
    const offered = await world.ok('waitlist.offered', { id: added.id, version: 1, slot });
    expect(offered).toEqual({
      ...added,
      version: 2,
      offers: [{ startsAt: '2026-12-01T15:00:00.000Z', practitionerId, at: world.now() }],
    });
    expect(await world.ok('waitlist.matches', slot)).toEqual({
      matches: [
        { waiting: asksForThem, minutes: 60, asksForThem: true, offeredAt: null },
        { waiting: offered, minutes: 60, asksForThem: false, offeredAt: world.now() },
      ],
    });
    const again = await world.ok('waitlist.offered', { id: added.id, version: 2, slot: { ...slot, time: '12:00' } });
    expect(again.offers.map(({ startsAt }) => startsAt)).toEqual(['2026-12-01T15:00:00.000Z', '2026-12-01T17:00:00.000Z']);
    expect((await world.ok('waitlist.matches', { ...slot, minutes: 74 })).matches).toEqual([]);
    const id = world.open.newId();
    expect(await world.call('waitlist.matches', { ...slot, practitionerId: id })).toEqual(notThere('practitioner'));
    expect(await world.call('waitlist.matches', { ...slot, roomId: id })).toEqual(notThere('room'));
    expect(await world.call('waitlist.offered', { id: added.id, version: 3, slot: { ...slot, roomId: id } })).toEqual(notThere('room'));
  });

  test('is nobody who is here then, nor anybody once it is taken', async () => {
    const opened = await waits();
    const { world, asked } = opened;
    const { id: tom } = await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: true } });
    const found = async () => (await world.ok('waitlist.matches', slotOf(opened))).matches.length;
    expect(await found()).toBe(1);
    const { appointment } = await world.ok('appointments.book', asked({ practitionerId: tom, roomId: null }));
    expect(await found()).toBe(0);
    await world.ok('appointments.cancel', { id: appointment.id, version: 1, as: 'cancelled', reason: 'client-asked' });
    expect(await found()).toBe(1);
    const { id: noor } = await someone(world, 'Noor');
    await world.ok('appointments.book', asked({ clientId: noor }));
    expect(await found()).toBe(0);
  });
});

type Freed = OutputOf<'waitlist.freed'>['freed'];

/** Somebody waits, and an appointment of somebody else is cancelled. */
const cancelled = async (more: Parameters<Opened['asked']>[0] = {}) => {
  const opened = await waits();
  const { world, asked } = opened;
  const { id: sam } = await someone(world, 'Sam');
  const { appointment } = await world.ok('appointments.book', asked({ clientId: sam, ...more }));
  const reply = await world.ok('appointments.cancel', { id: appointment.id, version: 1, as: 'cancelled', reason: 'client-asked' });
  const freed = async (): Promise<Freed> => (await world.ok('waitlist.freed', {})).freed;
  return { ...opened, sam, appointment, reply, freed };
};

describe('times that came free', () => {
  test('are told with how many could take them, as when they were cancelled', async () => {
    const { world, reply, freed, appointment, practitionerId, roomId, serviceId, clientId } = await cancelled();
    const time = {
      day: '2026-12-01',
      time: '10:00',
      startsAt: '2026-12-01T15:00:00.000Z',
      endsAt: '2026-12-01T16:00:00.000Z',
      practitionerId,
      roomId,
      minutes: 1_200,
    };
    expect([reply.freed, reply.waiting]).toEqual([time, 1]);
    expect(await freed()).toEqual([{ ...time, appointmentId: appointment.id, waiting: 1 }]);
    // The same client for something else is still one person.
    await world.ok('waitlist.add', { clientId, details: { ...wish, serviceId } });
    expect((await freed())[0]?.waiting).toBe(1);
    const { id: noor } = await someone(world, 'Noor');
    await world.ok('waitlist.add', { clientId: noor, details: { ...wish, serviceId } });
    expect((await freed())[0]?.waiting).toBe(2);
  });

  test('are none that nobody could take, and none once they are taken', async () => {
    const { world, freed, asked, added, details } = await cancelled();
    await world.ok('waitlist.change', { id: added.id, version: 1, details: { ...details, weekdays: [1] } });
    expect(await freed()).toEqual([]);
    await world.ok('waitlist.change', { id: added.id, version: 2, details });
    expect(await freed()).toHaveLength(1);
    const { id: noor } = await someone(world, 'Noor');
    await world.ok('appointments.book', asked({ clientId: noor, time: '10:30' }));
    expect(await freed()).toEqual([]);
  });

  test('reach four weeks, and end as they begin', async () => {
    const last = await cancelled({ day: '2026-12-22' });
    expect(await last.freed()).toHaveLength(1);
    expect(await (await cancelled({ day: '2026-12-23' })).freed()).toEqual([]);
    const week = 7 * 86_400_000;
    last.world.later(4 * week - 58 * 60_000 - 60_000);
    await last.world.ok('waitlist.change', { id: last.added.id, version: 1, details: { ...last.details, shortNotice: true } });
    expect(await last.freed()).toHaveLength(1);
    last.world.later(60_000);
    expect(await last.freed()).toEqual([]);
  });

  test('are told once where several were cancelled, and are put aside together', async () => {
    const { world, freed, asked, appointment, sam } = await cancelled();
    const { appointment: second } = await world.ok('appointments.book', asked({ clientId: sam, roomId: null }));
    await world.ok('appointments.cancel', { id: second.id, version: 1, as: 'late-cancelled', reason: 'ill' });
    const once = await freed();
    expect(once.map(({ appointmentId }) => appointmentId)).toEqual([appointment.id]);
    expect(await world.ok('waitlist.dismiss', { appointmentId: second.id })).toEqual({ appointmentId: second.id });
    expect(await freed()).toEqual([]);
    expect((await world.audit()).at(-1)).toMatchObject({ action: 'waitlist-changed', client_id: sam, record_id: second.id });
    expect((await world.ok('appointments.get', { id: appointment.id })).appointment.status).toBe('cancelled');
    await world.ok('waitlist.dismiss', { appointmentId: second.id, over: false });
    expect(await freed()).toHaveLength(1);
    expect(await world.call('waitlist.dismiss', { appointmentId: world.open.newId() })).toEqual(notThere('appointment'));
  });

  test('are those cancelled late too', async () => {
    const { world, freed, asked, sam, appointment } = await cancelled();
    await world.ok('waitlist.dismiss', { appointmentId: appointment.id });
    const { appointment: late } = await world.ok('appointments.book', asked({ clientId: sam, day: '2026-12-02' }));
    await world.ok('appointments.cancel', { id: late.id, version: 1, as: 'late-cancelled', reason: 'ill' });
    expect((await freed()).map(({ appointmentId }) => appointmentId)).toEqual([late.id]);
  });

  test('are none of a practitioner or a room that is not in use any more', async () => {
    const { world, freed, roomId, practitionerId } = await cancelled();
    const room = { name: 'Garden room', note: '' };
    await world.ok('rooms.save', { id: roomId, version: 1, details: { ...room, active: false } });
    expect(await freed()).toEqual([]);
    await world.ok('rooms.save', { id: roomId, version: 2, details: { ...room, active: true } });
    expect(await freed()).toHaveLength(1);
    await world.ok('practitioners.save', { id: practitionerId, version: 1, details: { name: 'Hana', active: false } });
    expect(await freed()).toEqual([]);
  });
});
