import { describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { calendarState } from './calendar-calls.test-world.ts';
import { openedPractice, repeatWeekly, service } from './schedule.test-world.ts';

type Line = OutputOf<'appointments.range'>['appointments'][number];
type Move = Omit<InputOf<'appointments.move'>, 'id' | 'version'>;

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });

/** Five Tuesdays at ten from 1 December on. */
const five = async () => {
  const opened = await openedPractice();
  const { world, practitionerId, roomId, serviceId } = opened;
  await world.ok('appointments.book', opened.asked({ repeat: { ...repeatWeekly, end: { kind: 'count', count: 5 } } }));
  const all = async (): Promise<readonly Line[]> =>
    (await world.ok('appointments.range', { from: '2026-11-01', to: '2026-12-31' })).appointments.concat(
      (await world.ok('appointments.range', { from: '2027-01-01', to: '2027-02-28' })).appointments,
    );
  const rows = await all();
  const nth = async (number: number) => {
    const { appointment } = await world.ok('appointments.get', { id: rows[number - 1]?.id ?? '' });
    return appointment;
  };
  const seen = async (number: number) => {
    const { id, version } = await nth(number);
    return { id, version };
  };
  const to = (where: Partial<Move>): Move => ({ day: '2026-12-01', time: '10:00', practitionerId, roomId, minutes: 60, ...where });
  const details = (more = {}) => ({ serviceId, minutes: 60, before: 0, after: 15, price: 9_000, note: '', ...more });
  const days = async () => (await all()).filter(({ status }) => status !== 'cancelled').map(({ day, time }) => `${day.slice(5)} ${time}`);
  return { ...opened, all, nth, seen, to, details, days };
};

describe('moving one of a series', () => {
  test('moves no other, and is its own from now on', async () => {
    const { world, seen, to, days, nth } = await five();
    const moved = await world.ok('appointments.move', { ...(await seen(2)), ...to({ day: '2026-12-09', time: '14:00' }) });
    expect([moved.changed, moved.kept, moved.appointment.own, moved.appointment.seriesDay]).toEqual([1, 0, ['when'], '2026-12-08']);
    expect(await days()).toEqual(['12-01 10:00', '12-09 14:00', '12-15 10:00', '12-22 10:00', '12-29 10:00']);
    expect((await nth(3)).version).toBe(1);
  });

  test('keeps what was changed for one alone when all are moved, and moves the rest of it', async () => {
    const { world, seen, to, days, nth, details } = await five();
    await world.ok('appointments.move', { ...(await seen(2)), ...to({ day: '2026-12-09', time: '14:00' }) });
    await world.ok('appointments.change', { ...(await seen(3)), details: details({ note: 'Forms to sign' }) });
    const all = await world.ok('appointments.move', {
      ...(await seen(1)),
      ...to({ day: '2026-12-02', time: '11:00', roomId: null }),
      scope: 'all',
    });
    expect([all.changed, all.kept]).toEqual([5, 0]);
    expect(await days()).toEqual(['12-02 11:00', '12-09 14:00', '12-16 11:00', '12-23 11:00', '12-30 11:00']);
    const [second, third] = [await nth(2), await nth(3)];
    expect([second.roomId, second.own, third.note, third.own]).toEqual([null, ['when'], 'Forms to sign', ['note']]);
  });

  test('with all takes the chosen one along, whatever it had of its own', async () => {
    const { world, seen, to, days, nth } = await five();
    await world.ok('appointments.move', { ...(await seen(2)), ...to({ day: '2026-12-09', time: '14:00' }) });
    await world.ok('appointments.move', { ...(await seen(2)), ...to({ day: '2026-12-10', time: '15:00' }), scope: 'all' });
    expect(await days()).toEqual(['12-03 15:00', '12-10 15:00', '12-17 15:00', '12-24 15:00', '12-31 15:00']);
    expect((await nth(2)).own).toEqual([]);
  });
});

describe('moving this and the following', () => {
  test('makes another series of them; ids stay, and those before stay where they are', async () => {
    const { world, seen, to, days, nth, all } = await five();
    const before = (await all()).map(({ id }) => id);
    const moved = await world.ok('appointments.move', { ...(await seen(3)), ...to({ day: '2026-12-17' }), scope: 'following' });
    expect([moved.changed, moved.kept, moved.appointment.version]).toEqual([3, 0, 2]);
    expect(await days()).toEqual(['12-01 10:00', '12-08 10:00', '12-17 10:00', '12-24 10:00', '12-31 10:00']);
    expect((await all()).map(({ id }) => id)).toEqual(before);
    const [first, third, last] = [await nth(1), await nth(3), await nth(5)];
    expect([third.seriesId === first.seriesId, third.seriesId === last.seriesId]).toEqual([false, true]);
    expect((await world.ok('appointments.get', { id: first.id })).series).toMatchObject({
      repeat: { end: { kind: 'on', day: '2026-12-14' } },
      firstDay: '2026-12-01',
      lastDay: '2026-12-08',
      ahead: 2,
    });
    expect((await world.ok('appointments.get', { id: third.id })).series).toMatchObject({
      repeat: { end: { kind: 'count', count: 3 } },
      firstDay: '2026-12-17',
      lastDay: '2026-12-31',
      ahead: 3,
    });
    const kept = await world.open.database.selectFrom('series').select(['id', 'continues']).execute();
    expect(kept.map(({ continues }) => continues)).toEqual([null, first.seriesId]);

    await world.ok('appointments.move', { ...(await seen(1)), ...to({ time: '08:00' }), scope: 'all' });
    expect(await days()).toEqual(['12-01 08:00', '12-08 08:00', '12-17 10:00', '12-24 10:00', '12-31 10:00']);
  });

  test('from the first on is all of it, without another series', async () => {
    const { world, seen, to } = await five();
    await world.ok('appointments.move', { ...(await seen(1)), ...to({ time: '11:00' }), scope: 'following' });
    expect(await world.open.database.selectFrom('series').select(['time', 'continues']).execute()).toEqual([
      { time: '11:00', continues: null },
    ]);
  });

  test('keeps what was changed, cancelled or done, and tells how many', async () => {
    const { world, seen, to, days, nth } = await five();
    await world.ok('appointments.move', { ...(await seen(4)), ...to({ day: '2026-12-21' }) });
    await world.ok('appointments.cancel', { ...(await seen(5)), as: 'cancelled', reason: 'client-asked' });
    const moved = await world.ok('appointments.move', {
      ...(await seen(2)),
      ...to({ day: '2026-12-09', time: '12:00' }),
      scope: 'following',
    });
    expect([moved.changed, moved.kept]).toEqual([2, 2]);
    expect(await days()).toEqual(['12-01 10:00', '12-09 12:00', '12-16 12:00', '12-21 10:00']);
    const [first, second, fourth, fifth] = [await nth(1), await nth(2), await nth(4), await nth(5)];
    expect([second, fourth, fifth].map(({ seriesId }) => seriesId === first.seriesId)).toEqual([false, false, false]);
    expect(new Set([second, fourth, fifth].map(({ seriesId }) => seriesId)).size).toBe(1);
    expect([second, fourth, fifth].map(({ version }) => version)).toEqual([2, 3, 3]);
  });

  test('every second week stays the same weeks, and the last Tuesday of a month the last', async () => {
    const { world, asked, to } = await openedPracticeTo();
    const book = (more: Partial<InputOf<'appointments.book'>>) => world.ok('appointments.book', asked(more));
    const never = { kind: 'never' } as const;
    const { appointment: fortnight } = await book({ repeat: { ...repeatWeekly, every: 2, end: never } });
    const { appointment: month } = await book({
      day: '2026-12-29',
      time: '15:00',
      repeat: { ...repeatWeekly, unit: 'month', monthBy: 'weekday', end: never },
    });
    const rowsOf = async (seriesId: string | null) =>
      await world.open.database.selectFrom('appointments').selectAll().where('series_id', '=', seriesId).orderBy('day').execute();
    const second = (await rowsOf(fortnight.seriesId))[1];
    const second2 = (await rowsOf(month.seriesId))[1];
    // 26 January 2027 is the fourth Tuesday and the last one.
    expect([second?.day, second2?.day]).toEqual(['2026-12-15', '2027-01-26']);
    for (const [row, time] of [
      [second, '18:00'],
      [second2, '20:00'],
    ] as const)
      await world.ok('appointments.move', { id: row?.id ?? '', version: 1, ...to({ day: row?.day ?? '', time }), scope: 'following' });
    world.later(40 * 86_400_000);
    await world.ok('series.extend', {});
    const seriesIds = await world.open.database
      .selectFrom('series')
      .select('id')
      .where('continues', 'is not', null)
      .orderBy('id')
      .execute();
    const [fortnights, months] = await Promise.all(seriesIds.map(async ({ id }) => (await rowsOf(id)).slice(-3).map(({ day }) => day)));
    expect(fortnights).toEqual(['2027-11-30', '2027-12-14', '2027-12-28']);
    expect(months).toEqual(['2027-10-26', '2027-11-30', '2027-12-28']);
  });
});

const openedPracticeTo = async () => {
  const opened = await openedPractice();
  const { practitionerId, roomId } = opened;
  const to = (where: Partial<Move>): Move => ({ day: '2026-12-01', time: '10:00', practitionerId, roomId, minutes: 60, ...where });
  return { ...opened, to };
};

describe('all or nothing', () => {
  test('one day in the way keeps all where they are, and the others are no hindrance to one another', async () => {
    const { world, seen, to, asked, days } = await five();
    await world.ok('appointments.book', asked({ day: '2026-12-22', time: '12:00' }));
    const before = await calendarState(world.open);
    const move = { ...(await seen(1)), ...to({ time: '12:30' }), scope: 'all' } as const;
    const reply = await world.call('appointments.move', move);
    expect(reply).toMatchObject({ error: { reason: 'appointment-conflicts', details: { days: [{ day: '2026-12-22' }] } } });
    expect(await calendarState(world.open)).toEqual(before);

    const left = await world.ok('appointments.move', { ...move, skip: true });
    expect([left.changed, left.skipped.map(({ day }) => day)]).toEqual([4, ['2026-12-22']]);
    expect(await days()).toEqual(['12-01 12:30', '12-08 12:30', '12-15 12:30', '12-22 10:00', '12-22 12:00', '12-29 12:30']);
    const over = await world.ok('appointments.move', {
      ...(await seen(1)),
      ...to({ time: '12:15' }),
      scope: 'all',
      override: 'A long day',
    });
    expect([over.changed, over.appointment.overridden]).toEqual([5, false]);
    const { appointments } = await world.ok('appointments.range', { from: '2026-12-22', to: '2026-12-22' });
    expect(appointments.map(({ time, overridden }) => [time, overridden])).toEqual([
      ['12:00', false],
      ['12:15', true],
    ]);
  });

  test('a week later for all: each takes the place the next one leaves, and one that is left out is not run into', async () => {
    const { world, seen, to, days, asked } = await five();
    await world.ok('appointments.move', { ...(await seen(1)), ...to({ day: '2026-12-08' }), scope: 'all' });
    expect(await days()).toEqual(['12-08 10:00', '12-15 10:00', '12-22 10:00', '12-29 10:00', '01-05 10:00']);
    await world.ok('appointments.book', asked({ day: '2027-01-12' }));
    // The last cannot go, so the one before it cannot take its place, and so on: nothing would move.
    const left = await world.call('appointments.move', { ...(await seen(1)), ...to({ day: '2026-12-15' }), scope: 'all', skip: true });
    expect(left).toMatchObject({ error: { reason: 'appointment-conflicts', details: { days: [{}, {}, {}, {}, {}] } } });
    expect((await days()).slice(0, 5)).toEqual(['12-08 10:00', '12-15 10:00', '12-22 10:00', '12-29 10:00', '01-05 10:00']);
  });

  test('those that are changed together do not run into one another', async () => {
    const { world, seen, to } = await five();
    await world.ok('appointments.move', { ...(await seen(2)), ...to({ day: '2026-12-15', time: '14:00' }) });
    const before = await calendarState(world.open);
    // The second stays at its own time and goes to no room with the others, the third comes to the same time.
    const together = { ...(await seen(1)), ...to({ time: '14:00', roomId: null }), scope: 'all' } as const;
    const reply = await world.call('appointments.move', together);
    const [second, third] = [await seen(2), await seen(3)];
    expect(reply).toMatchObject({
      error: {
        reason: 'appointment-conflicts',
        details: {
          days: [
            { day: '2026-12-15', conflicts: [{ code: 'client-busy', appointmentId: third.id }, { code: 'practitioner-busy' }] },
            { day: '2026-12-15', conflicts: [{ code: 'client-busy', appointmentId: second.id }, { code: 'practitioner-busy' }] },
          ],
        },
      },
    });
    expect(await calendarState(world.open)).toEqual(before);
  });

  test('a time the clocks leave out on one day is kept as agreed on the others', async () => {
    const { world, asked, to } = await openedPracticeTo();
    const sunday = { day: '2027-03-07', time: '09:00', repeat: { ...repeatWeekly, end: { kind: 'count', count: 3 } } } as const;
    const { appointment } = await world.ok('appointments.book', asked(sunday));
    await world.ok('appointments.move', { id: appointment.id, version: 1, ...to({ day: '2027-03-07', time: '02:30' }), scope: 'all' });
    const { appointments } = await world.ok('appointments.range', { from: '2027-03-07', to: '2027-03-31' });
    expect(appointments.map(({ day, time, startsAt }) => [day, time, startsAt.slice(11, 16)])).toEqual([
      ['2027-03-07', '02:30', '07:30'],
      ['2027-03-14', '03:30', '07:30'],
      ['2027-03-21', '02:30', '06:30'],
    ]);
  });
});

describe('changing a series', () => {
  test('changes for all what was changed, and nothing else; own notes and lengths stay', async () => {
    const { world, seen, to, details, all, nth } = await five();
    await world.ok('appointments.change', { ...(await seen(2)), details: details({ note: 'Forms to sign' }) });
    await world.ok('appointments.move', { ...(await seen(3)), ...to({ day: '2026-12-15', minutes: 30 }) });
    const done = await world.ok('appointments.change', {
      ...(await seen(1)),
      details: details({ note: 'Ground floor', minutes: 75, after: 10 }),
      scope: 'all',
    });
    expect([done.changed, done.kept]).toEqual([5, 0]);
    expect((await all()).map(({ note, minutes, after, time }) => [note, minutes, after, time])).toEqual([
      ['Ground floor', 75, 10, '10:00'],
      ['Forms to sign', 75, 10, '10:00'],
      ['Ground floor', 30, 10, '10:00'],
      ['Ground floor', 75, 10, '10:00'],
      ['Ground floor', 75, 10, '10:00'],
    ]);
    expect((await nth(3)).own).toEqual(['minutes']);
  });

  test('of the service for all: further ones are made with it', async () => {
    const { world, asked } = await openedPractice();
    const { appointment } = await world.ok('appointments.book', asked({ repeat: { ...repeatWeekly, end: { kind: 'never' } } }));
    const { id: serviceId } = await world.ok('services.save', { id: null, version: 0, details: { ...service, name: 'Shorter' } });
    await world.ok('appointments.change', {
      id: appointment.id,
      version: 1,
      details: { serviceId, minutes: 45, before: 5, after: 5, price: 7_000, note: 'x' },
      scope: 'all',
    });
    world.later(10 * 86_400_000);
    expect((await world.ok('series.extend', {})).made).toBeGreaterThan(0);
    const last = await world.open.database.selectFrom('appointments').selectAll().orderBy('day', 'desc').executeTakeFirstOrThrow();
    expect([last.service_id, last.minutes, last.before, last.after, last.price, last.note]).toEqual([serviceId, 45, 5, 5, 7_000, 'x']);
  });
});

describe('asked for as it stands already', () => {
  test.each(['this', 'following', 'all'] as const)('%s changes nothing, and the series stays whole', async (scope) => {
    const { world, seen, to, all } = await five();
    const before = await all();
    const done = await world.ok('appointments.move', { ...(await seen(3)), ...to({ day: '2026-12-15' }), scope });
    expect([done.appointment.version, done.changed, done.kept, done.skipped]).toEqual([1, 0, 0, []]);
    expect(await all()).toEqual(before);
    expect(await world.open.database.selectFrom('series').select('version').execute()).toEqual([{ version: 1 }]);
    expect((await world.audit()).filter(({ action }) => action === 'appointment-moved')).toHaveLength(1);
  });
});

describe('cancelling in a series', () => {
  test('one takes no other with it, and moving all later does not bring it back', async () => {
    const { world, seen, to, days } = await five();
    await world.ok('appointments.cancel', { ...(await seen(3)), as: 'cancelled', reason: 'client-asked' });
    expect(await days()).toEqual(['12-01 10:00', '12-08 10:00', '12-22 10:00', '12-29 10:00']);
    await world.ok('appointments.move', { ...(await seen(1)), ...to({ time: '11:00' }), scope: 'all' });
    expect(await days()).toEqual(['12-01 11:00', '12-08 11:00', '12-22 11:00', '12-29 11:00']);
  });

  test('one leaves the series going on', async () => {
    const { world, asked } = await openedPractice();
    const { appointment } = await world.ok('appointments.book', asked({ repeat: { ...repeatWeekly, end: { kind: 'never' } } }));
    await world.ok('appointments.cancel', { id: appointment.id, version: 1, as: 'late-cancelled', reason: 'not-said' });
    expect((await world.ok('appointments.get', { id: appointment.id })).series).toMatchObject({ lastDay: null, ahead: 52 });
    world.later(21 * 86_400_000);
    expect((await world.ok('series.extend', {})).made).toBe(2);
  });

  test('this and the following end it, those moved for themselves too; those before stay', async () => {
    const { world, seen, to, days, asked } = await five();
    await world.ok('appointments.move', { ...(await seen(4)), ...to({ day: '2026-12-23' }) });
    const done = await world.ok('appointments.cancel', { ...(await seen(3)), as: 'cancelled', reason: 'client-asked', scope: 'following' });
    expect([done.changed, done.kept]).toEqual([3, 0]);
    expect(await days()).toEqual(['12-01 10:00', '12-08 10:00']);
    const { appointment } = await world.ok(
      'appointments.book',
      asked({ time: '15:00', repeat: { ...repeatWeekly, end: { kind: 'never' } } }),
    );
    await world.ok('appointments.cancel', { id: appointment.id, version: 1, as: 'cancelled', reason: 'client-asked', scope: 'all' });
    world.later(30 * 86_400_000);
    expect(await world.ok('series.extend', {})).toEqual({ made: 0, skipped: [] });
  });

  test('late or missed is of one alone', async () => {
    const { world, seen } = await five();
    for (const as of ['late-cancelled', 'no-show'] as const)
      expect(await world.call('appointments.cancel', { ...(await seen(2)), as, reason: 'client-asked', scope: 'following' })).toEqual(
        refused('scope-not-possible'),
      );
  });

  test('all leaves what began or is done', async () => {
    const { world, seen, all } = await five();
    world.later(15 * 86_400_000);
    await world.ok('appointments.setStatus', { ...(await seen(1)), status: 'done' });
    const done = await world.ok('appointments.cancel', { ...(await seen(4)), as: 'cancelled', reason: 'practitioner', scope: 'all' });
    expect([done.changed, done.kept]).toEqual([3, 2]);
    expect((await all()).map(({ status }) => status)).toEqual(['done', 'booked', 'cancelled', 'cancelled', 'cancelled']);
  });
});
