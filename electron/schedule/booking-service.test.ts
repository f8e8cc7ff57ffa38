import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { addDays } from '../../shared/schedule-time.ts';
import { clientDetails, profileDetails } from '../practice/practice.test-world.ts';
import { calendarState } from './calendar-calls.test-world.ts';
import { openedPractice, repeatWeekly, service, wish } from './schedule.test-world.ts';

const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } });
const notFound = (what: string) => ({ ok: false, error: { code: 'not-found', what } });
const unknownId = '01a20e47-3f40-7000-8000-00000000ffff';
const never = { ...repeatWeekly, end: { kind: 'never' } } as const;

/** The codes of each day in the way. */
const inTheWay = (reply: unknown): unknown =>
  (reply as { error: { details: { days: { day: string; conflicts: { code: string }[] }[] } } }).error.details.days.map(
    ({ day, conflicts }) => [day, ...conflicts.map(({ code }) => code)],
  );

describe('booking one', () => {
  test('keeps what was agreed, tells the moments from it, and who did it', async () => {
    const { world, asked, clientId, serviceId, roomId, practitionerId } = await openedPractice();
    const { appointment, ...rest } = await world.ok('appointments.book', asked({ note: 'Ground floor' }));
    expect(rest).toEqual({ changed: 1, kept: 0, skipped: [] });
    expect(appointment).toEqual({
      id: appointment.id,
      version: 1,
      clientId,
      chosenName: clientDetails.chosenName,
      pronouns: clientDetails.pronouns,
      serviceId,
      serviceName: service.name,
      practitionerId,
      roomId,
      day: '2026-12-01',
      time: '10:00',
      zone: 'America/Toronto',
      startsAt: '2026-12-01T15:00:00.000Z',
      endsAt: '2026-12-01T16:00:00.000Z',
      minutes: 60,
      before: 0,
      after: 15,
      status: 'booked',
      statusAt: '2026-11-24T15:58:00.000Z',
      seriesId: null,
      seriesDay: null,
      own: [],
      overridden: false,
      note: 'Ground floor',
      price: { amount: 9_000, currency: 'CAD' },
      ended: null,
      createdAt: '2026-11-24T15:58:00.000Z',
    });
    const { changes, series } = await world.ok('appointments.get', { id: appointment.id });
    const to = { startsAt: appointment.startsAt, minutes: 60, practitionerId, roomId };
    expect([changes, series]).toEqual([
      [
        {
          at: '2026-11-24T15:58:00.000Z',
          by: profileDetails.practitionerName,
          what: 'booked',
          from: null,
          to,
          status: 'booked',
          override: '',
        },
      ],
      null,
    ]);
    expect((await world.audit()).slice(-2)).toEqual([
      { action: 'appointment-booked', client_id: clientId, record_id: appointment.id, actor: world.open.actor.id },
      { action: 'appointment-opened', client_id: clientId, record_id: appointment.id, actor: world.open.actor.id },
    ]);
    expect(world.announced).toContain('schedule');
  });

  test.each<[string, Partial<InputOf<'appointments.book'>>, string, string, boolean]>([
    ['at an hour the clocks leave out begins with the change', { day: '2027-03-14', time: '02:30' }, '03:30', '2027-03-14T07:30', true],
    ['at an hour that comes twice is the first', { day: '2026-11-01', time: '01:30' }, '01:30', '2026-11-01T05:30', false],
    ['over a change keeps its length in real minutes', { day: '2027-03-14', time: '01:30' }, '01:30', '2027-03-14T06:30', false],
  ])('%s', async (_, when, time, startsAt, leftOut) => {
    const { world, asked, clientId, practitionerId, roomId } = await openedPractice();
    const { minutes, before, after, ...place } = { ...asked(when) };
    const check = { id: null, clientId, day: place.day, time: place.time, practitionerId, roomId, minutes, before, after };
    expect(await world.ok('appointments.check', check)).toEqual({ days: [], count: 1, lastDay: place.day, leftOut });
    const { appointment } = await world.ok('appointments.book', asked(when));
    expect([appointment.time, appointment.startsAt, Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt)]).toEqual([
      time,
      `${startsAt}:00.000Z`,
      3_600_000,
    ]);
  });

  test('is refused where something is in the way, and says what; nothing is kept', async () => {
    const { world, asked } = await openedPractice();
    const { appointment } = await world.ok('appointments.book', asked());
    const before = [await calendarState(world.open), await world.audit()];
    const reply = await world.call('appointments.book', asked({ time: '10:30' }));
    const { startsAt, endsAt, id: appointmentId } = appointment;
    const conflict = (code: string) => ({ code, appointmentId, startsAt, endsAt, words: '' });
    expect(reply).toEqual({
      ok: false,
      error: {
        code: 'refused',
        reason: 'appointment-conflicts',
        details: {
          days: [
            {
              day: '2026-12-01',
              startsAt: '2026-12-01T15:30:00.000Z',
              conflicts: [conflict('client-busy'), conflict('practitioner-busy'), conflict('room-busy')],
            },
          ],
        },
      },
    });
    expect([await calendarState(world.open), await world.audit()]).toEqual(before);
    await world.ok('appointments.book', asked({ time: '11:15' }));
  });

  test('two at once: one of them gets the hour', async () => {
    const { world, asked } = await openedPractice();
    const { id: clientId } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    const replies = await Promise.all([
      world.call('appointments.book', asked()),
      world.call('appointments.book', asked({ clientId })),
      world.call('appointments.book', asked({ clientId, time: '10:30' })),
    ]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, false, false]);
  });

  test('goes over a conflict with a reason, which is kept and stands in the trail by itself', async () => {
    const { world, asked, clientId } = await openedPractice();
    await world.ok('appointments.book', asked());
    expect((await world.call('appointments.book', asked({ override: ' ' }))).ok).toBe(false);
    const { appointment } = await world.ok('appointments.book', asked({ override: 'Two sisters, side by side' }));
    expect(appointment.overridden).toBe(true);
    const { changes } = await world.ok('appointments.get', { id: appointment.id });
    expect(changes.map(({ override }) => override)).toEqual(['Two sisters, side by side']);
    const entries = (await world.audit()).filter(({ record_id }) => record_id === appointment.id);
    expect(entries.map(({ action, client_id }) => [action, client_id])).toEqual([
      ['appointment-booked', clientId],
      ['appointment-conflict-overridden', clientId],
      ['appointment-opened', clientId],
    ]);
  });

  test('with a reason that was not needed is like any other', async () => {
    const { world, asked } = await openedPractice();
    const { appointment } = await world.ok('appointments.book', asked({ override: 'In case' }));
    const { changes } = await world.ok('appointments.get', { id: appointment.id });
    expect([appointment.overridden, changes[0]?.override]).toEqual([false, '']);
    expect((await world.audit()).some(({ action }) => action === 'appointment-conflict-overridden')).toBe(false);
  });

  test('opening hours and absences stand in the way', async () => {
    const { world, asked, practitionerId } = await openedPractice();
    const week = Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:00' }]);
    await world.ok('hours.set', { practitionerId, version: 0, week });
    const away = { practitionerId, kind: 'absent', firstDay: '2026-12-02', lastDay: '2026-12-02', from: null, to: null, note: 'Course' };
    await world.ok('hours.addException', { ...away, kind: 'absent' });
    expect(inTheWay(await world.call('appointments.book', asked({ time: '16:30' })))).toEqual([['2026-12-01', 'outside-hours']]);
    expect(inTheWay(await world.call('appointments.book', asked({ day: '2026-12-02' })))).toEqual([['2026-12-02', 'absent']]);
    await world.ok('appointments.book', asked({ time: '16:00' }));
  });

  test('refuses what is not there, not offered, or a client whose record is closed; those booked before stay', async () => {
    const { world, asked, clientId, serviceId, roomId } = await openedPractice();
    const { appointment } = await world.ok('appointments.book', asked());
    for (const [field, what] of [
      ['clientId', 'client'],
      ['serviceId', 'service'],
      ['roomId', 'room'],
      ['practitionerId', 'practitioner'],
    ] as const)
      expect(await world.call('appointments.book', asked({ [field]: unknownId, day: '2026-12-03' }))).toEqual(notFound(what));
    const { id: otherId } = await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: false } });
    expect(await world.call('appointments.book', asked({ practitionerId: otherId }))).toEqual(refused('practitioner-off'));
    await world.ok('services.save', { id: serviceId, version: 1, details: { ...service, active: false } });
    expect(await world.call('appointments.book', asked({ day: '2026-12-03' }))).toEqual(refused('service-off'));
    await world.ok('services.save', { id: serviceId, version: 2, details: service });
    await world.ok('rooms.save', { id: roomId, version: 1, details: { name: 'Garden room', note: '', active: false } });
    expect(await world.call('appointments.book', asked({ day: '2026-12-03' }))).toEqual(refused('room-off'));
    await world.ok('clients.archive', { id: clientId, version: 1, archived: true });
    expect(await world.call('appointments.book', asked({ roomId: null }))).toEqual(refused('client-archived'));
    expect((await world.ok('appointments.ofClient', { clientId })).ahead.map(({ id }) => id)).toEqual([appointment.id]);
  });

  test('closes the wait list entry of who waited for it, once', async () => {
    const { world, asked, clientId, serviceId } = await openedPractice();
    const { id: waitingId } = await world.ok('waitlist.add', { clientId, details: { ...wish, weekdays: [], serviceId } });
    expect((await world.call('appointments.book', asked({ waitingId: unknownId }))).ok).toBe(false);
    await world.ok('appointments.book', asked({ waitingId }));
    expect((await world.ok('waitlist.list', {})).waiting).toEqual([]);
    expect(await world.call('appointments.book', asked({ day: '2026-12-02', waitingId }))).toEqual(refused('waiting-over'));
    expect((await world.ok('appointments.ofClient', { clientId })).total).toBe(1);
  });

  test('is for the desk too, and for nobody who keeps the books', async () => {
    const { world, asked } = await openedPractice();
    expect(await world.as('front-desk')('appointments.book', asked())).toMatchObject({ ok: true });
    expect(await world.as('bookkeeper')('appointments.book', asked())).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await world.as('bookkeeper')('appointments.range', { from: '2026-12-01', to: '2026-12-01' })).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    });
  });

  test.each(['1899-12-31', '2200-01-01', '9999-12-31'])('of %s is a year typed wrong', async (day) => {
    const { world, asked } = await openedPractice();
    expect(await world.call('appointments.book', asked({ day }))).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

const daysOf = async (opened: Awaited<ReturnType<typeof openedPractice>>, from: string, days = 60): Promise<readonly string[]> => {
  const { appointments } = await opened.world.ok('appointments.range', { from, to: addDays(from, days) });
  return appointments.filter(({ status }) => status === 'booked').map(({ day, time }) => `${day} ${time}`);
};

describe('booking a series', () => {
  test('keeps the wall time over a change of clocks', async () => {
    const opened = await openedPractice();
    const { changed } = await opened.world.ok('appointments.book', opened.asked({ day: '2027-03-02', repeat: repeatWeekly }));
    expect(changed).toBe(4);
    const { appointments } = await opened.world.ok('appointments.range', { from: '2027-03-01', to: '2027-03-31' });
    expect(appointments.map(({ day, time, startsAt }) => [day, time, startsAt])).toEqual([
      ['2027-03-02', '10:00', '2027-03-02T15:00:00.000Z'],
      ['2027-03-09', '10:00', '2027-03-09T15:00:00.000Z'],
      ['2027-03-16', '10:00', '2027-03-16T14:00:00.000Z'],
      ['2027-03-23', '10:00', '2027-03-23T14:00:00.000Z'],
    ]);
  });

  test.each<[string, Partial<InputOf<'appointments.book'>>, readonly string[]]>([
    [
      'on the 31st leaves out the months without one',
      { day: '2027-01-31', repeat: { ...repeatWeekly, unit: 'month', end: { kind: 'count', count: 3 } } },
      ['2027-01-31', '2027-03-31', '2027-05-31'],
    ],
    [
      'on 29 February is of leap years',
      { day: '2028-02-29', repeat: { ...repeatWeekly, unit: 'year', end: { kind: 'count', count: 3 } } },
      ['2028-02-29', '2032-02-29', '2036-02-29'],
    ],
    [
      'ends on a day, that day with it',
      { day: '2026-12-01', repeat: { ...repeatWeekly, end: { kind: 'on', day: '2026-12-15' } } },
      ['2026-12-01', '2026-12-08', '2026-12-15'],
    ],
  ])('%s', async (_, more, days) => {
    const opened = await openedPractice();
    const { appointment } = await opened.world.ok('appointments.book', opened.asked(more));
    const { series } = await opened.world.ok('appointments.get', { id: appointment.id });
    const rows = await opened.world.open.database.selectFrom('appointments').select('day').orderBy('day').execute();
    expect(rows.map(({ day }) => day)).toEqual(days);
    expect([series?.firstDay, series?.lastDay, series?.ahead]).toEqual([days[0], days.at(-1), 3]);
  });

  test('without an end is made a year ahead, and further as time goes on', async () => {
    const opened = await openedPractice();
    const { world, asked } = opened;
    const { changed, appointment } = await world.ok('appointments.book', asked({ repeat: never }));
    expect(changed).toBe(53);
    expect((await world.ok('appointments.get', { id: appointment.id })).series).toMatchObject({ lastDay: null, ahead: 53 });
    expect(await world.ok('series.extend', {})).toEqual({ made: 0, skipped: [] });
    world.later(21 * 86_400_000);
    expect(await world.ok('series.extend', {})).toEqual({ made: 2, skipped: [] });
    expect(await world.ok('series.extend', {})).toEqual({ made: 0, skipped: [] });
    expect((await daysOf(opened, '2027-11-20')).at(-1)).toBe('2027-12-14 10:00');
  });

  test('is all or nothing; days in the way are left out, or booked over, when asked', async () => {
    const opened = await openedPractice();
    const { world, asked } = opened;
    await world.ok('appointments.book', asked({ day: '2026-12-15', time: '10:30' }));
    const before = await calendarState(world.open);
    const reply = await world.call('appointments.book', asked({ repeat: repeatWeekly }));
    expect(inTheWay(reply)).toEqual([['2026-12-15', 'client-busy', 'practitioner-busy', 'room-busy']]);
    expect(await calendarState(world.open)).toEqual(before);

    const left = await world.ok('appointments.book', asked({ repeat: repeatWeekly, skip: true }));
    expect([left.changed, left.skipped.map(({ day }) => day)]).toEqual([3, ['2026-12-15']]);
    expect(await daysOf(opened, '2026-12-01')).toEqual(['2026-12-01 10:00', '2026-12-08 10:00', '2026-12-15 10:30', '2026-12-22 10:00']);
    expect((await world.ok('appointments.get', { id: left.appointment.id })).series?.skipped).toEqual(['2026-12-15']);

    const over = await world.ok(
      'appointments.book',
      asked({ day: '2026-12-08', time: '10:45', repeat: repeatWeekly, override: 'Whatever is there' }),
    );
    expect([over.changed, over.skipped]).toEqual([4, []]);
    const { appointments } = await world.ok('appointments.range', { from: '2026-12-01', to: '2026-12-31' });
    expect(appointments.filter(({ overridden }) => overridden).map(({ day }) => day)).toEqual(['2026-12-08', '2026-12-15', '2026-12-22']);
    const overridden = (await world.audit()).filter(({ action }) => action === 'appointment-conflict-overridden');
    expect(overridden).toHaveLength(1);
  });

  test.each<[string, InputOf<'series.edit'>['repeat'], string]>([
    ['of 10,000 is refused', { ...repeatWeekly, unit: 'day', end: { kind: 'count', count: 10_000 } }, 'series-too-long'],
    ['of 1,001 too', { ...repeatWeekly, unit: 'day', end: { kind: 'count', count: 1_001 } }, 'series-too-long'],
    ['of more years than there are is not cut', { ...repeatWeekly, unit: 'year', end: { kind: 'count', count: 500 } }, 'series-too-long'],
    ['to the end of time too', { ...repeatWeekly, unit: 'year', end: { kind: 'on', day: '9999-12-31' } }, 'series-too-long'],
    ['that ends before it begins has no day', { ...repeatWeekly, end: { kind: 'on', day: '2026-11-30' } }, 'series-empty'],
  ])('%s', async (_, repeat, reason) => {
    const { world, asked } = await openedPractice();
    const before = await calendarState(world.open);
    expect(await world.call('appointments.book', asked({ repeat }))).toEqual(refused(reason));
    expect(await calendarState(world.open)).toEqual(before);
  });

  test('is checked while it is chosen', async () => {
    const { world, asked, clientId, practitionerId, roomId } = await openedPractice();
    const { appointment } = await world.ok('appointments.book', asked({ day: '2026-12-08', time: '10:45' }));
    const at = { clientId, practitionerId, roomId, day: '2026-12-01', time: '10:00', minutes: 60, before: 0, after: 15 };
    const check = await world.ok('appointments.check', { id: null, ...at, repeat: repeatWeekly });
    expect(check).toMatchObject({ count: 4, lastDay: '2026-12-22', leftOut: false });
    expect(check.days.map(({ day, conflicts }) => [day, conflicts.length])).toEqual([['2026-12-08', 3]]);
    expect((await world.ok('appointments.check', { id: appointment.id, ...at, day: '2026-12-08' })).days).toEqual([]);
    const long = { ...repeatWeekly, end: { kind: 'count', count: 10_000 } } as const;
    expect(await world.ok('appointments.check', { id: null, ...at, repeat: long })).toMatchObject({ count: 1_001, lastDay: null });
  });
});
