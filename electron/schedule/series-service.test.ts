import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { calendarState } from './calendar-calls.test-world.ts';
import { openedPractice, repeatWeekly, service } from './schedule.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });
const count = (times: number) => ({ kind: 'count', count: times }) as const;
const never = { ...repeatWeekly, end: { kind: 'never' } } as const;
const dayMs = 86_400_000;

/** Five Tuesdays at ten from 1 December on. */
const five = async () => {
  const opened = await openedPractice();
  const { world, practitionerId, roomId } = opened;
  const { appointment } = await world.ok('appointments.book', opened.asked({ repeat: { ...repeatWeekly, end: count(5) } }));
  const rows = () => world.open.database.selectFrom('appointments').selectAll().orderBy('starts_at').orderBy('id').execute();
  const ids = (await rows()).map(({ id }) => id);
  const seen = async (number: number) => {
    const { id, version } = (await world.ok('appointments.get', { id: ids[number - 1] ?? '' })).appointment;
    return { id, version };
  };
  const move = async (number: number, day: string, time = '10:00') =>
    world.ok('appointments.move', { ...(await seen(number)), day, time, practitionerId, roomId, minutes: 60 });
  const cancel = async (number: number) =>
    world.ok('appointments.cancel', { ...(await seen(number)), as: 'cancelled', reason: 'client-asked' });
  const edit = async (number: number, more: Partial<InputOf<'series.edit'>>): Promise<InputOf<'series.edit'>> => ({
    ...(await seen(number)),
    repeat: repeatWeekly,
    scope: 'following',
    ...more,
  });
  const days = async () => (await rows()).filter(({ status }) => status !== 'cancelled').map(({ day, time }) => `${day.slice(5)} ${time}`);
  return { ...opened, appointment, rows, ids, seen, move, cancel, edit, days };
};

describe('another rule', () => {
  test('from one on: those on its days stay, with their ids; the others are cancelled, and missing ones made', async () => {
    const { world, edit, days, rows, ids, clientId } = await five();
    const done = await world.ok('series.edit', await edit(2, { repeat: { ...repeatWeekly, every: 2, end: count(3) } }));
    expect([done.changed, done.kept, done.skipped, done.appointment.id]).toEqual([4, 1, [], ids[1]]);
    expect(await days()).toEqual(['12-01 10:00', '12-08 10:00', '12-22 10:00', '01-05 10:00']);
    const gone = (await rows()).filter(({ status }) => status === 'cancelled');
    expect(gone.map(({ id, reason, reason_words }) => [id, reason, reason_words])).toEqual([
      [ids[2], 'other', ''],
      [ids[4], 'other', ''],
    ]);
    const { changes } = await world.ok('appointments.get', { id: ids[2] ?? '' });
    expect(changes.map(({ what, status }) => [what, status])).toEqual([
      ['booked', 'booked'],
      ['series', 'cancelled'],
    ]);
    const entries = (await world.audit()).filter(({ action }) => action === 'series-changed');
    expect(entries.map(({ client_id, record_id }) => [client_id, record_id])).toEqual([[clientId, ids[1]]]);
    const { series } = await world.ok('appointments.get', { id: done.appointment.id });
    expect(series).toMatchObject({ repeat: { every: 2, end: count(3) }, firstDay: '2026-12-08', lastDay: '2027-01-05', ahead: 3 });
    expect((await world.ok('appointments.get', { id: ids[0] ?? '' })).series).toMatchObject({ lastDay: '2026-12-01', ahead: 1 });
  });

  test('keeps one moved for itself as long as its day is one of the rule, and never brings back one that was cancelled', async () => {
    const { world, edit, days, move, cancel } = await five();
    await move(3, '2026-12-16', '14:00');
    await cancel(4);
    const done = await world.ok('series.edit', await edit(1, { repeat: { ...repeatWeekly, end: count(7) }, scope: 'all' }));
    expect([done.changed, done.kept]).toEqual([3, 4]);
    expect(await days()).toEqual(['12-01 10:00', '12-08 10:00', '12-16 14:00', '12-29 10:00', '01-05 10:00', '01-12 10:00']);
    await world.ok('series.edit', await edit(1, { repeat: { ...repeatWeekly, every: 2, end: count(2) }, scope: 'all' }));
    expect(await days()).toEqual(['12-01 10:00', '12-16 14:00']);
    await world.ok('series.edit', await edit(1, { repeat: { ...repeatWeekly, every: 4, end: count(2) }, scope: 'all' }));
    expect(await days()).toEqual(['12-01 10:00', '12-29 10:00']);
  });

  test('on other weekdays: the chosen one goes with the others, and the first of the new ones is shown', async () => {
    const { world, edit, days } = await five();
    const done = await world.ok('series.edit', await edit(2, { repeat: { ...repeatWeekly, weekdays: [3, 5], end: count(4) } }));
    expect([done.appointment.day, done.changed, done.kept]).toEqual(['2026-12-09', 8, 0]);
    expect(await days()).toEqual(['12-01 10:00', '12-09 10:00', '12-11 10:00', '12-16 10:00', '12-18 10:00']);
  });

  test('of a series that was moved together is said in the days it is on now', async () => {
    const { world, seen, practitionerId, roomId, edit, days } = await five();
    const wednesday = { day: '2026-12-02', time: '10:00', practitionerId, roomId, minutes: 60, scope: 'all' } as const;
    await world.ok('appointments.move', { ...(await seen(1)), ...wednesday });
    await world.ok('series.edit', await edit(3, { repeat: { ...repeatWeekly, weekdays: [3], end: count(2) } }));
    expect(await days()).toEqual(['12-02 10:00', '12-09 10:00', '12-16 10:00', '12-23 10:00']);
  });

  test('is all or nothing; days in the way are left out, or booked over, when asked', async () => {
    const { world, asked, edit, days, ids } = await five();
    await world.ok('appointments.book', asked({ day: '2026-12-10', time: '10:30' }));
    const before = await calendarState(world.open);
    const twice = await edit(2, { repeat: { ...repeatWeekly, weekdays: [2, 4], end: count(4) } });
    expect(await world.call('series.edit', twice)).toMatchObject({
      error: { reason: 'appointment-conflicts', details: { days: [{ day: '2026-12-10' }] } },
    });
    expect(await calendarState(world.open)).toEqual(before);
    const done = await world.ok('series.edit', { ...twice, skip: true });
    expect(done.skipped.map(({ day }) => day)).toEqual(['2026-12-10']);
    expect(await days()).toEqual(['12-01 10:00', '12-08 10:00', '12-10 10:30', '12-15 10:00', '12-17 10:00']);
    expect((await world.ok('appointments.get', { id: ids[1] ?? '' })).series?.skipped).toEqual(['2026-12-10']);
  });

  test('takes the time of those it cancels', async () => {
    const { world, edit, asked, days } = await five();
    // The last Tuesday is moved beside a new Thursday of the rule; it is cancelled with it, so it is not in its way.
    const late = await edit(5, { repeat: { ...repeatWeekly, weekdays: [4], end: count(1) } });
    await world.ok('appointments.move', {
      id: late.id,
      version: late.version,
      day: '2026-12-31',
      time: '10:30',
      practitionerId: asked().practitionerId,
      roomId: asked().roomId,
      minutes: 60,
    });
    await world.ok('series.edit', { ...late, version: 2 });
    expect((await days()).at(-1)).toBe('12-31 10:00');
  });

  test('leaves what began or is done', async () => {
    const { world, edit, days, seen } = await five();
    world.later(15 * dayMs);
    await world.ok('appointments.setStatus', { ...(await seen(1)), status: 'done' });
    await world.ok('series.edit', await edit(4, { repeat: { ...repeatWeekly, every: 2, end: count(2) }, scope: 'all' }));
    expect(await days()).toEqual(['12-01 10:00', '12-08 10:00', '12-15 10:00', '12-29 10:00'].sort());
  });

  test.each<[string, Partial<InputOf<'series.edit'>>, string]>([
    ['of 10,000', { repeat: { ...repeatWeekly, unit: 'day', end: count(10_000) } }, 'series-too-long'],
    ['that ended before', { repeat: { ...repeatWeekly, end: { kind: 'on', day: '2026-11-01' } } }, 'series-empty'],
  ])('%s is refused', async (_, more, reason) => {
    const { world, edit } = await five();
    const before = await calendarState(world.open);
    expect(await world.call('series.edit', await edit(2, more))).toEqual(refused(reason));
    expect(await calendarState(world.open)).toEqual(before);
  });

  test('of a client whose record is closed may end, and books nothing', async () => {
    const { world, edit, clientId, days } = await five();
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await world.call('series.edit', await edit(1, { repeat: { ...repeatWeekly, end: count(9) } }))).toEqual(
      refused('client-archived'),
    );
    await world.ok('series.edit', await edit(1, { repeat: { ...repeatWeekly, end: count(2) } }));
    expect(await days()).toEqual(['12-01 10:00', '12-08 10:00']);
  });

  test('is of a series, of what is ahead, and of how it stands', async () => {
    const { world, asked, edit, cancel } = await five();
    const { appointment: alone } = await world.ok('appointments.book', asked({ time: '15:00' }));
    expect(await world.call('series.edit', await edit(1, { id: alone.id }))).toEqual(refused('scope-not-possible'));
    const stale = await edit(2, {});
    await cancel(2);
    expect(await world.call('series.edit', stale)).toMatchObject({ error: { code: 'conflict', current: { status: 'cancelled' } } });
    expect(await world.call('series.edit', await edit(2, {}))).toEqual(refused('appointment-over'));
  });
});

test('what was cancelled does not come back by a rule that leaves its day and another that gives it again', async () => {
  const { world, cancel, edit, rows } = await five();
  await cancel(3);
  const { appointment } = await world.ok(
    'series.edit',
    await edit(1, { repeat: { ...repeatWeekly, weekdays: [3], end: count(5) }, scope: 'all' }),
  );
  const back = { id: appointment.id, version: appointment.version, scope: 'all' } as const;
  await world.ok('series.edit', { ...back, repeat: { ...repeatWeekly, weekdays: [2], end: count(3) } });
  const booked = (await rows()).filter(({ status }) => status === 'booked').map(({ day }) => day);
  expect(booked).toEqual(['2026-12-08', '2026-12-22']);
});

test('a rule books nothing in a room, with a service or in a lane that is not in use any more', async () => {
  const { world, roomId, edit, rows } = await five();
  await world.ok('rooms.save', { id: roomId, version: 1, details: { name: 'Garden room', note: '', active: false } });
  expect(await world.call('series.edit', await edit(1, { repeat: { ...repeatWeekly, end: count(6) } }))).toEqual(refused('room-off'));
  expect((await rows()).length).toBe(5);
  await world.ok('series.edit', await edit(1, { repeat: { ...repeatWeekly, end: count(4) } }));
  expect((await rows()).filter(({ status }) => status === 'booked').length).toBe(4);
});

describe('making series further', () => {
  test('leaves out days that are in the way, and names them', async () => {
    const { world, asked, clientId } = await openedPractice();
    const { appointment } = await world.ok('appointments.book', asked({ repeat: never }));
    await world.ok('appointments.book', asked({ day: '2027-12-14', time: '10:30' }));
    world.later(21 * dayMs);
    const { made, skipped } = await world.ok('series.extend', {});
    expect([made, skipped.map(({ day, clientId: whose }) => [day, whose])]).toEqual([1, [['2027-12-14', clientId]]]);
    expect((await world.ok('appointments.get', { id: appointment.id })).series?.skipped).toEqual(['2027-12-14']);
    expect((await world.audit()).filter(({ action }) => action === 'series-extended')).toEqual([
      { action: 'series-extended', client_id: null, record_id: null, actor: world.open.actor.id },
    ]);
  });

  test('ends with the last day that can be booked', async () => {
    const { world, asked } = await openedPractice();
    world.later(Date.parse('2199-12-01T15:00:00Z') - Date.parse(world.now()));
    await world.ok('appointments.book', asked({ day: '2199-12-03', repeat: never }));
    world.later(21 * dayMs);
    expect(await world.ok('series.extend', {})).toEqual({ made: 0, skipped: [] });
    const rows = await world.open.database.selectFrom('appointments').select('day').orderBy('day').execute();
    expect([rows.length, rows.at(-1)?.day]).toEqual([5, '2199-12-31']);
    expect(await world.open.database.selectFrom('series').select('version').execute()).toEqual([{ version: 1 }]);
  });

  test('goes on with what was changed for all or the following, and over more than a thousand days', async () => {
    const { world, asked, practitionerId, roomId } = await openedPractice();
    const { appointment } = await world.ok('appointments.book', asked({ repeat: { ...never, unit: 'day' } }));
    const next = { day: '2026-12-02', time: '18:00', practitionerId, roomId, minutes: 45, scope: 'all' } as const;
    await world.ok('appointments.move', { id: appointment.id, version: 1, ...next });
    for (let years = 0; years < 2; years += 1) {
      world.later(365 * dayMs);
      await world.ok('series.extend', {});
    }
    const rows = await world.open.database.selectFrom('appointments').selectAll().orderBy('day').execute();
    expect(rows.length).toBe(1_093);
    const odd = rows.filter(({ day, time, minutes, series_day }, index) => {
      const expected = new Date(Date.parse('2026-12-02') + index * dayMs).toISOString().slice(0, 10);
      return day !== expected || time !== '18:00' || minutes !== 45 || series_day === day;
    });
    expect(odd).toEqual([]);
  });

  test('leaves nothing out though nobody looked for years, and makes nothing that passed', async () => {
    const { world, asked } = await openedPractice();
    await world.ok('appointments.book', asked({ repeat: { ...never, unit: 'day' } }));
    world.later(3 * 365 * dayMs);
    await world.ok('series.extend', {});
    const rows = await world.open.database.selectFrom('appointments').select('day').orderBy('day').execute();
    const ahead = rows.map(({ day }) => day).filter((day) => day >= '2028-01-01');
    expect([ahead[0], ahead.at(-1), ahead.length]).toEqual(['2029-11-24', '2030-11-28', 370]);
  });

  test('reaches a year ahead of today, though all were moved to another year', async () => {
    const { world, asked, practitionerId, roomId } = await openedPractice();
    const { appointment } = await world.ok('appointments.book', asked({ day: '2027-12-07', repeat: never }));
    const where = { day: '2026-12-01', time: '10:00', practitionerId, roomId, minutes: 60, scope: 'all' } as const;
    await world.ok('appointments.move', { id: appointment.id, version: 1, ...where });
    world.later(60 * dayMs);
    expect((await world.ok('today.get', {})).seriesBehind).toBe(true);
    await world.ok('series.extend', {});
    const last = await world.open.database.selectFrom('appointments').select('day').orderBy('day', 'desc').executeTakeFirst();
    expect(last).toEqual({ day: '2028-01-25' });
    expect(await world.ok('series.extend', {})).toEqual({ made: 0, skipped: [] });
  });

  test('rests while the client is archived, or who and what it is made with is not offered', async () => {
    const { world, asked, serviceId } = await openedPractice();
    const { id: noor } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    await world.ok('appointments.book', asked({ repeat: never }));
    await world.ok('appointments.book', asked({ clientId: noor, time: '15:00', repeat: never }));
    await world.ok('clients.archive', { id: noor, version: 1, archived: true });
    world.later(21 * dayMs);
    expect((await world.ok('series.extend', {})).made).toBe(2);
    await world.ok('services.save', { id: serviceId, version: 1, details: { ...service, active: false } });
    await world.ok('clients.archive', { id: noor, version: 2, archived: false });
    expect((await world.ok('series.extend', {})).made).toBe(0);
    await world.ok('services.save', { id: serviceId, version: 2, details: service });
    expect((await world.ok('series.extend', {})).made).toBe(2);
  });
});
