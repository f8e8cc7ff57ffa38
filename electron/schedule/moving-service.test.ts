import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { calendarState } from './calendar-calls.test-world.ts';
import { openedPractice, repeatWeekly } from './schedule.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

type Move = Omit<InputOf<'appointments.move'>, 'id' | 'version'>;

const booked = async (more: Partial<InputOf<'appointments.book'>> = {}) => {
  const opened = await openedPractice();
  const { appointment } = await opened.world.ok('appointments.book', opened.asked(more));
  const { practitionerId, roomId } = opened;
  const to = (where: Partial<Move>): Move => ({ day: '2026-12-01', time: '10:00', practitionerId, roomId, minutes: 60, ...where });
  const seen = { id: appointment.id, version: appointment.version };
  return { ...opened, appointment, seen, to };
};

describe('moving one', () => {
  test('to another time, length, practitioner and room, and says what it was before', async () => {
    const { world, appointment, seen, to, practitionerId, roomId } = await booked();
    const { id: tom } = await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: true } });
    const { appointment: moved, ...rest } = await world.ok('appointments.move', {
      ...seen,
      ...to({ day: '2026-12-03', time: '14:15', practitionerId: tom, roomId: null, minutes: 90 }),
    });
    expect(rest).toEqual({ changed: 1, kept: 0, skipped: [] });
    expect(moved).toEqual({
      ...appointment,
      version: 2,
      day: '2026-12-03',
      time: '14:15',
      startsAt: '2026-12-03T19:15:00.000Z',
      endsAt: '2026-12-03T20:45:00.000Z',
      minutes: 90,
      practitionerId: tom,
      roomId: null,
    });
    const { changes } = await world.ok('appointments.get', { id: moved.id });
    expect(changes.map(({ what, from, to: after }) => [what, from, after])).toEqual([
      ['booked', null, { startsAt: '2026-12-01T15:00:00.000Z', minutes: 60, practitionerId, roomId }],
      [
        'moved',
        { startsAt: '2026-12-01T15:00:00.000Z', minutes: 60, practitionerId, roomId },
        { startsAt: '2026-12-03T19:15:00.000Z', minutes: 90, practitionerId: tom, roomId: null },
      ],
    ]);
  });

  test('twice from the same reading: the second is told how it stands, which is an opening', async () => {
    const { world, seen, to, clientId } = await booked();
    const replies = await Promise.all([
      world.call('appointments.move', { ...seen, ...to({ time: '12:00' }) }),
      world.call('appointments.move', { ...seen, ...to({ time: '15:00' }) }),
    ]);
    const [first, second] = replies;
    if (!first?.ok) throw new Error('the first was not kept');
    expect(second).toEqual({ ok: false, error: { code: 'conflict', current: first.value.appointment } });
    const { appointment } = await world.ok('appointments.get', { id: seen.id });
    expect([appointment.time, appointment.version]).toEqual(['12:00', 2]);
    expect(
      (await world.audit()).filter(({ record_id }) => record_id === seen.id).map(({ action, client_id }) => [action, client_id]),
    ).toEqual([
      ['appointment-booked', clientId],
      ['appointment-moved', clientId],
      ['appointment-opened', clientId],
      ['appointment-opened', clientId],
    ]);
  });

  test('two into the same hour at once: one of them gets it', async () => {
    const { world, asked, seen, to } = await booked();
    const { id: clientId } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    const { appointment: other } = await world.ok('appointments.book', asked({ clientId, time: '12:00' }));
    const replies = await Promise.all([
      world.call('appointments.move', { ...seen, ...to({ time: '15:00' }) }),
      world.call('appointments.move', { id: other.id, version: 1, ...to({ time: '15:30' }) }),
    ]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, false]);
    expect(replies[1]).toMatchObject({ error: { reason: 'appointment-conflicts' } });
  });

  test('into the time kept after another is in the way; with a reason it goes over, and once it is clear again it is as any other', async () => {
    const { world, asked, seen, to } = await booked();
    await world.ok('appointments.book', asked({ time: '12:00' }));
    const before = await calendarState(world.open);
    const reply = await world.call('appointments.move', { ...seen, ...to({ time: '13:10' }) });
    expect(reply).toMatchObject({
      error: {
        reason: 'appointment-conflicts',
        details: { days: [{ conflicts: [{ code: 'practitioner-buffer' }, { code: 'room-buffer' }] }] },
      },
    });
    expect(await calendarState(world.open)).toEqual(before);

    const over = await world.ok('appointments.move', { ...seen, ...to({ time: '13:10' }), override: 'A short day' });
    expect(over.appointment.overridden).toBe(true);
    expect((await world.audit()).slice(-2).map(({ action }) => action)).toEqual(['appointment-moved', 'appointment-conflict-overridden']);
    const clear = await world.ok('appointments.move', { id: seen.id, version: 2, ...to({ time: '15:00' }) });
    expect(clear.appointment.overridden).toBe(false);
    const { changes } = await world.ok('appointments.get', { id: seen.id });
    expect(changes.map(({ override }) => override)).toEqual(['', 'A short day', '']);
  });

  test('by a little is never in its own way', async () => {
    const { world, seen, to } = await booked();
    expect(await world.call('appointments.move', { ...seen, ...to({ time: '10:15' }) })).toMatchObject({ ok: true });
  });

  test('drops the mark that it was reminded of, which a move to another room does not', async () => {
    const { world, seen, to } = await booked();
    const marks = () => world.open.database.selectFrom('reminders_done').select('way').execute();
    await world.ok('reminders.done', { appointmentId: seen.id, way: 'text', done: true });
    await world.ok('appointments.move', { ...seen, ...to({ roomId: null }) });
    expect(await marks()).toEqual([{ way: 'text' }]);
    await world.ok('appointments.move', { id: seen.id, version: 2, ...to({ roomId: null, time: '10:30' }) });
    expect(await marks()).toEqual([]);
  });

  test('refuses what is over, not there, or not offered', async () => {
    const { world, seen, to } = await booked();
    const unknown = { id: '01a20e47-3f40-7000-8000-00000000ffff', version: 1 };
    expect(await world.call('appointments.move', { ...unknown, ...to({}) })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'appointment' },
    });
    const { id: roomId } = await world.ok('rooms.save', { id: null, version: 0, details: { name: 'Attic', note: '', active: false } });
    const { id: tom } = await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: false } });
    expect(await world.call('appointments.move', { ...seen, ...to({ roomId }) })).toEqual(refused('room-off'));
    expect(await world.call('appointments.move', { ...seen, ...to({ practitionerId: tom }) })).toEqual(refused('practitioner-off'));
    world.later(8 * 86_400_000);
    await world.ok('appointments.setStatus', { ...seen, status: 'done' });
    expect(await world.call('appointments.move', { id: seen.id, version: 2, ...to({ time: '12:00' }) })).toEqual(
      refused('appointment-over'),
    );
  });

  test('a time the clocks leave out stays what was agreed while only the room changes', async () => {
    const { world, seen, to, appointment } = await booked({ day: '2027-03-14', time: '02:30' });
    const shown = { day: appointment.day, time: appointment.time };
    expect(shown).toEqual({ day: '2027-03-14', time: '03:30' });
    await world.ok('appointments.move', { ...seen, ...to({ ...shown, roomId: null }) });
    expect(await world.open.database.selectFrom('appointments').select(['time', 'room_id']).execute()).toEqual([
      { time: '02:30', room_id: null },
    ]);
  });
});

describe('changing one', () => {
  const details = (serviceId: string, more = {}) => ({ serviceId, minutes: 60, before: 0, after: 15, price: 9_000, note: '', ...more });

  test('its note, price, length and the time around it', async () => {
    const { world, seen, serviceId, appointment } = await booked();
    const changed = await world.ok('appointments.change', {
      ...seen,
      details: details(serviceId, { minutes: 75, before: 10, after: 20, price: null, note: 'Ground floor, please' }),
    });
    expect(changed).toEqual({
      appointment: {
        ...appointment,
        version: 2,
        minutes: 75,
        endsAt: '2026-12-01T16:15:00.000Z',
        before: 10,
        after: 20,
        price: null,
        note: 'Ground floor, please',
      },
      changed: 1,
      kept: 0,
      skipped: [],
    });
  });

  test('longer than there is room for is in the way of the next; a note alone is in nobody’s way', async () => {
    const { world, asked, seen, serviceId } = await booked();
    await world.ok('appointments.book', asked({ time: '11:15' }));
    expect(await world.call('appointments.change', { ...seen, details: details(serviceId, { minutes: 90 }) })).toMatchObject({
      error: { reason: 'appointment-conflicts' },
    });
    const over = await world.ok('appointments.change', { ...seen, details: details(serviceId, { minutes: 90 }), override: 'They agreed' });
    const noted = await world.ok('appointments.change', {
      id: seen.id,
      version: 2,
      details: details(serviceId, { minutes: 90, note: 'Bring the forms' }),
    });
    expect([over.appointment.overridden, noted.appointment.overridden, noted.appointment.version]).toEqual([true, true, 3]);
  });

  test('to a service that is not offered any more is refused; to keep it is not', async () => {
    const { world, seen, serviceId } = await booked();
    const off = { name: 'Old', minutes: 60, before: 0, after: 15, price: null, taxName: '', taxRate: 0, noteTemplate: '', active: false };
    const { id: old } = await world.ok('services.save', { id: null, version: 0, details: off });
    expect(await world.call('appointments.change', { ...seen, details: details(old) })).toEqual(refused('service-off'));
    await world.ok('services.save', { id: serviceId, version: 1, details: off });
    await world.ok('appointments.change', { ...seen, details: details(serviceId, { price: 8_000 }) });
  });

  test('outside a series a scope means nothing', async () => {
    const { world, asked, seen, to } = await booked();
    const { appointment: other } = await world.ok('appointments.book', asked({ day: '2026-12-08', repeat: repeatWeekly }));
    const moved = await world.ok('appointments.move', { ...seen, ...to({ time: '12:00' }), scope: 'all' });
    expect([moved.changed, moved.appointment.own]).toEqual([1, []]);
    expect((await world.ok('appointments.get', { id: other.id })).appointment).toEqual(other);
  });
});
