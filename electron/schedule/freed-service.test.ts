import { describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { type Opened, openedPractice, wish } from './schedule.test-world.ts';

const notThere = (what: string) => ({ ok: false, error: { code: 'not-found', what } });

const waits = async (more: Partial<InputOf<'waitlist.add'>['details']> = {}) => {
  const opened = await openedPractice();
  const details = { ...wish, serviceId: opened.serviceId, ...more };
  const added = await opened.world.ok('waitlist.add', { clientId: opened.clientId, details });
  return { ...opened, details, added };
};

const someone = (world: Opened['world'], chosenName: string) => world.ok('clients.create', { ...clientDetails, chosenName });

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
