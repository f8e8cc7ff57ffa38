import { describe, expect, test } from 'vitest';
import {
  type AppointmentStatus,
  appointmentStatuses,
  cancelReasons,
  holdsTime,
  mayCharge,
  nextStatuses,
} from '../../shared/appointment.ts';
import type { InputOf } from '../../shared/calls.ts';
import { addDays } from '../../shared/schedule-time.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { openedPractice, repeatWeekly, wish } from './schedule.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

const endsAs = (status: AppointmentStatus): InputOf<'appointments.cancel'>['as'] =>
  status === 'late-cancelled' || status === 'no-show' ? status : 'cancelled';

const booked = async (more: Partial<InputOf<'appointments.book'>> = {}) => {
  const opened = await openedPractice();
  const { appointment } = await opened.world.ok('appointments.book', opened.asked(more));
  const cancel = (how: Partial<InputOf<'appointments.cancel'>> = {}): InputOf<'appointments.cancel'> => ({
    id: appointment.id,
    version: appointment.version,
    as: 'cancelled',
    reason: 'client-asked',
    ...how,
  });
  return { ...opened, appointment, cancel };
};

describe('an appointment that does not take place', () => {
  test('says why and holds no time any more', async () => {
    const { world, asked, appointment, cancel, clientId } = await booked();
    world.later(60_000);
    const done = await world.ok('appointments.cancel', cancel({ words: 'A cold', reason: 'ill' }));
    expect(done.appointment).toEqual({
      ...appointment,
      version: 2,
      status: 'cancelled',
      statusAt: '2026-11-24T15:59:00.000Z',
      ended: { reason: 'ill', words: 'A cold', fee: null },
    });
    expect([done.changed, done.kept, done.skipped]).toEqual([1, 0, []]);
    const { changes } = await world.ok('appointments.get', { id: appointment.id });
    expect(changes.map(({ what, status, from, to }) => [what, status, from === null, to === null])).toEqual([
      ['booked', 'booked', true, false],
      ['ended', 'cancelled', true, true],
    ]);
    expect((await world.audit()).at(-2)).toMatchObject({ action: 'appointment-cancelled', client_id: clientId, record_id: appointment.id });
    await world.ok('appointments.book', asked());
    const { ahead, past, total } = await world.ok('appointments.ofClient', { clientId });
    expect([ahead.map(({ status }) => status), past.map(({ id }) => id), total]).toEqual([['booked'], [appointment.id], 2]);
  });

  test.each(['cancelled', 'late-cancelled', 'no-show'] as const)('%s may cost something only where fairness says so', async (as) => {
    const { world, asked } = await openedPractice();
    for (const [index, reason] of cancelReasons.entries()) {
      const { appointment } = await world.ok('appointments.book', asked({ day: addDays('2026-11-09', index) }));
      const reply = await world.call('appointments.cancel', { id: appointment.id, version: 1, as, reason, fee: 4_500 });
      const charged = { value: { appointment: { status: as, ended: { reason, fee: { amount: 4_500, currency: 'CAD' } } } } };
      expect(reply).toMatchObject(mayCharge(as, reason) ? charged : refused('fee-not-allowed'));
    }
  });

  test('tells the desk that, and not why; nor when it is told of a newer one', async () => {
    const { world, appointment, cancel } = await booked({ day: '2026-11-23' });
    await world.ok('appointments.cancel', cancel({ as: 'no-show', reason: 'crisis', words: 'Called from the hospital' }));
    const desk = world.as('front-desk');
    const got = await desk('appointments.get', { id: appointment.id });
    expect(got).toMatchObject({ ok: true, value: { appointment: { status: 'no-show', ended: null } } });
    const stale = await desk('appointments.cancel', cancel());
    expect(stale).toMatchObject({ ok: false, error: { code: 'conflict', current: { status: 'no-show', ended: null } } });
    expect(JSON.stringify([got, stale])).not.toMatch(/crisis|hospital/);
    const own = await desk('appointments.setStatus', { id: appointment.id, version: 2, status: 'booked' });
    expect(own).toMatchObject({ ok: true, value: { status: 'booked', ended: null } });
  });

  test('twice from the same reading: the second is told how it stands', async () => {
    const { world, appointment, cancel } = await booked();
    const [first, second] = await Promise.all([
      world.call('appointments.cancel', cancel()),
      world.call('appointments.cancel', cancel({ as: 'late-cancelled' })),
    ]);
    expect([first?.ok, second]).toMatchObject([
      true,
      { error: { code: 'conflict', current: { id: appointment.id, status: 'cancelled' } } },
    ]);
  });

  test('tells which time came free, and how many could take it', async () => {
    const { world, asked, appointment, cancel, serviceId } = await booked();
    const { id: noor } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    await world.ok('waitlist.add', { clientId: noor, details: { ...wish, weekdays: [], serviceId } });
    await world.ok('appointments.book', asked({ clientId: noor, time: '12:00' }));
    const done = await world.ok('appointments.cancel', cancel());
    expect(done.freed).toMatchObject({ day: '2026-12-01', time: '10:00', startsAt: appointment.startsAt, minutes: 120 });
    expect(done.waiting).toBe(1);
  });

  test('of a time that began, or that somebody else has, none came free', async () => {
    const { world, asked, cancel } = await booked();
    await world.ok('appointments.book', asked({ override: 'Both', roomId: null }));
    expect(await world.ok('appointments.cancel', cancel())).toMatchObject({ freed: null, waiting: 0 });
    const { appointment } = await world.ok('appointments.book', asked({ day: '2026-12-03' }));
    world.later(12 * 86_400_000);
    const missed = await world.ok('appointments.cancel', { id: appointment.id, version: 1, as: 'no-show', reason: 'not-said' });
    expect(missed.freed).toBeNull();
  });
});

describe('what was ended', () => {
  test('is put right: another of the three, another reason, words and fee, and nothing else', async () => {
    const { world, appointment, cancel, asked, clientId } = await booked({ day: '2026-11-23' });
    const { appointment: first } = await world.ok('appointments.cancel', cancel({ as: 'no-show', reason: 'not-said', fee: 4_500 }));
    await world.ok('appointments.book', asked({ day: '2026-11-23' }));
    world.later(60_000);
    const right = cancel({ version: 2, as: 'no-show', reason: 'crisis', words: 'Called from the hospital' });
    expect(await world.call('appointments.cancel', { ...right, fee: 4_500 })).toEqual(refused('fee-not-allowed'));
    const done = await world.ok('appointments.cancel', right);
    expect(done.appointment).toEqual({ ...first, version: 3, ended: { reason: 'crisis', words: 'Called from the hospital', fee: null } });
    expect([done.changed, done.kept, done.freed, done.waiting]).toEqual([1, 0, null, 0]);
    const late = await world.ok('appointments.cancel', { ...right, version: 3, as: 'late-cancelled', reason: 'client-asked', fee: 2_000 });
    expect(late.appointment).toMatchObject({ status: 'late-cancelled', statusAt: world.now(), ended: { fee: { amount: 2_000 } } });
    const { changes } = await world.ok('appointments.get', { id: appointment.id });
    expect(changes.slice(1).map(({ what, status, from }) => [what, status, from])).toEqual([
      ['ended', 'no-show', null],
      ['ended', 'no-show', null],
      ['ended', 'late-cancelled', null],
    ]);
    const entries = (await world.audit()).filter(({ action }) => action === 'appointment-cancelled');
    expect(entries.map(({ client_id, record_id }) => [client_id, record_id])).toEqual(Array(3).fill([clientId, appointment.id]));
    expect(await world.call('appointments.cancel', right)).toMatchObject({ error: { code: 'conflict', current: { version: 4 } } });
  });

  test('frees no time again, and one whose time is not offered any more is not by it', async () => {
    const { world, cancel, appointment, serviceId } = await booked();
    const { id: noor } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    await world.ok('waitlist.add', { clientId: noor, details: { ...wish, serviceId } });
    expect((await world.ok('appointments.cancel', cancel())).waiting).toBe(1);
    await world.ok('waitlist.dismiss', { appointmentId: appointment.id });
    expect(await world.ok('appointments.cancel', cancel({ version: 2, reason: 'ill' }))).toMatchObject({ freed: null, waiting: 0 });
    expect((await world.ok('waitlist.freed', {})).freed).toEqual([]);
  });

  test('of a series is put right alone', async () => {
    const { world, cancel } = await booked({ repeat: repeatWeekly });
    await world.ok('appointments.cancel', cancel());
    const again = cancel({ version: 2, reason: 'ill' });
    expect(await world.call('appointments.cancel', { ...again, scope: 'all' })).toEqual(refused('scope-not-possible'));
    expect((await world.ok('appointments.cancel', again)).changed).toBe(1);
    const rows = await world.open.database.selectFrom('appointments').select('status').orderBy('starts_at').execute();
    expect(rows.map(({ status }) => status)).toEqual(['cancelled', 'booked', 'booked', 'booked']);
  });
});

describe('what has not come yet', () => {
  test('was not missed before it begins', async () => {
    const { world, cancel } = await booked({ day: '2026-11-24', time: '11:00' });
    const missed = cancel({ as: 'no-show', reason: 'not-said' });
    expect(await world.call('appointments.cancel', missed)).toEqual(refused('status-not-possible'));
    await world.ok('appointments.cancel', cancel({ as: 'late-cancelled' }));
    expect(await world.call('appointments.cancel', { ...missed, version: 2 })).toEqual(refused('status-not-possible'));
    world.later(2 * 60_000);
    await world.ok('appointments.cancel', { ...missed, version: 2 });
  });

  test.each(['in-session', 'done'] as const)('is not %s before its day, as the practice has it', async (status) => {
    // Eleven in the evening; in Toronto the day goes on for an hour, in UTC it is tomorrow.
    const { world, appointment } = await booked({ day: '2026-11-25', time: '00:30' });
    world.later(12 * 3_600_000);
    const on = { id: appointment.id, version: 1, status };
    expect(await world.call('appointments.setStatus', on)).toEqual(refused('status-not-possible'));
    await world.ok('appointments.setStatus', { ...on, status: 'arrived' });
    expect(await world.call('appointments.setStatus', { ...on, version: 2 })).toEqual(refused('status-not-possible'));
    world.later(3_600_000 + 2 * 60_000);
    await world.ok('appointments.setStatus', { ...on, version: 2 });
  });
});

describe('how an appointment stands', () => {
  test('goes only where a person may set it', async () => {
    const { world, asked } = await openedPractice();
    for (const [index, from] of appointmentStatuses.entries()) {
      const { appointment } = await world.ok('appointments.book', asked({ day: addDays('2026-11-09', index) }));
      const { id } = appointment;
      if (!holdsTime(from)) await world.ok('appointments.cancel', { id, version: 1, as: endsAs(from), reason: 'client-asked' });
      else if (from !== 'booked') await world.ok('appointments.setStatus', { id, version: 1, status: from });

      const version = from === 'booked' ? 1 : 2;
      for (const status of appointmentStatuses.filter((one) => !nextStatuses[from].includes(one)))
        expect([from, status, await world.call('appointments.setStatus', { id, version, status })]).toEqual([
          from,
          status,
          refused('status-not-possible'),
        ]);
      const next = nextStatuses[from][0] ?? 'booked';
      const set = await world.ok('appointments.setStatus', { id, version, status: next });
      expect([set.status, set.version, set.ended]).toEqual([next, version + 1, null]);
    }
  });

  test('comes back only while its time is free, or with a reason', async () => {
    const { world, asked, appointment, cancel } = await booked();
    await world.ok('appointments.cancel', cancel({ as: 'late-cancelled', fee: 2_000 }));
    await world.ok('appointments.book', asked({ time: '10:30' }));
    const back = { id: appointment.id, version: 2, status: 'booked' } as const;
    expect(await world.call('appointments.setStatus', back)).toMatchObject({ error: { reason: 'appointment-conflicts' } });
    const over = await world.ok('appointments.setStatus', { ...back, override: 'They share the hour' });
    expect([over.status, over.overridden, over.ended]).toEqual(['booked', true, null]);
    expect((await world.audit()).slice(-2).map(({ action }) => action)).toEqual([
      'appointment-status-set',
      'appointment-conflict-overridden',
    ]);
    const { changes } = await world.ok('appointments.get', { id: appointment.id });
    expect(changes.map(({ what, override }) => [what, override])).toEqual([
      ['booked', ''],
      ['ended', ''],
      ['status', 'They share the hour'],
    ]);
  });

  test('does not come back for a client whose record is closed', async () => {
    const { world, appointment, cancel, clientId } = await booked();
    await world.ok('appointments.cancel', cancel());
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    const back = { id: appointment.id, version: 2, status: 'booked' } as const;
    expect(await world.call('appointments.setStatus', back)).toEqual(refused('client-archived'));
    await world.ok('clients.archive', { id: clientId, version: 2, archived: false });
    await world.ok('appointments.setStatus', back);
  });

  test('of what was missed that it took place after all is said of a closed record too, but it is not booked again', async () => {
    const { world, appointment, cancel, clientId } = await booked({ day: '2026-11-23' });
    await world.ok('appointments.cancel', cancel({ as: 'no-show' }));
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    const seen = { id: appointment.id, version: 2 } as const;
    expect(await world.call('appointments.setStatus', { ...seen, status: 'booked' })).toEqual(refused('client-archived'));
    await world.ok('appointments.setStatus', { ...seen, status: 'arrived' });
  });

  test.each(['in-session', 'done'] as const)(
    '%s may not be cancelled any more, arrived may still be, but was not missed',
    async (status) => {
      const { world, appointment } = await booked({ day: '2026-11-24', time: '09:00' });
      const end = (version: number, as: 'cancelled' | 'no-show') =>
        world.call('appointments.cancel', { id: appointment.id, version, as, reason: 'safety' });
      await world.ok('appointments.setStatus', { id: appointment.id, version: 1, status: 'arrived' });
      expect(await end(2, 'no-show')).toEqual(refused('status-not-possible'));
      await world.ok('appointments.setStatus', { id: appointment.id, version: 2, status });
      expect(await end(3, 'cancelled')).toEqual(refused('status-not-possible'));
      await world.ok('appointments.setStatus', { id: appointment.id, version: 3, status: 'arrived' });
      expect(await end(4, 'cancelled')).toMatchObject({ ok: true });
    },
  );
});
