import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { WeekHours } from '../../shared/hours.ts';
import { openedPractice } from './schedule.test-world.ts';

const unknownId = '01a20e47-3f40-7000-8000-00000000ffff';
const refused = (reason: string, details?: object) => ({ ok: false, error: { code: 'refused', reason, ...(details ? { details } : {}) } });
const notThere = (what: string) => ({ ok: false, error: { code: 'not-found', what } });
const closed: WeekHours = [[], [], [], [], [], [], []];
const onTuesday = (...spans: WeekHours[number]): WeekHours => [[], spans, [], [], [], [], []];
const december = { from: '2026-12-01', to: '2026-12-31' };

const away = (practitionerId: string, more: Partial<InputOf<'hours.addException'>> = {}): InputOf<'hours.addException'> => ({
  practitionerId,
  kind: 'absent',
  firstDay: '2026-12-01',
  lastDay: '2026-12-01',
  from: null,
  to: null,
  note: 'Course in Toronto',
  ...more,
});

describe('the hours of a week', () => {
  test('are nobody’s until they are said, and then kept as the next version in the order of each day', async () => {
    const { world, practitionerId } = await openedPractice();
    expect(await world.ok('hours.get', december)).toEqual({ hours: [{ practitionerId, version: 0, week: closed }], exceptions: [] });
    const week = onTuesday({ from: '13:00', to: '24:00' }, { from: '09:00', to: '12:00' }, { from: '12:00', to: '13:00' });
    const inOrder = onTuesday({ from: '09:00', to: '12:00' }, { from: '12:00', to: '13:00' }, { from: '13:00', to: '24:00' });
    expect(await world.ok('hours.set', { practitionerId, version: 0, week })).toEqual({ practitionerId, version: 1, week: inOrder });
    expect((await world.ok('hours.get', december)).hours).toEqual([{ practitionerId, version: 1, week: inOrder }]);
    expect(await world.ok('hours.set', { practitionerId, version: 1, week: closed })).toEqual({ practitionerId, version: 2, week: closed });
    expect((await world.audit()).slice(-2).map((entry) => [entry.action, entry.record_id])).toEqual([
      ['hours-changed', practitionerId],
      ['hours-changed', practitionerId],
    ]);
    expect(world.announced.at(-1)).toBe('schedule');
  });

  test('changed meanwhile come back as they stand', async () => {
    const { world, practitionerId } = await openedPractice();
    const theirs = await world.ok('hours.set', { practitionerId, version: 0, week: onTuesday({ from: '09:00', to: '17:00' }) });
    expect(await world.call('hours.set', { practitionerId, version: 0, week: closed })).toEqual({
      ok: false,
      error: { code: 'conflict', current: theirs },
    });
    expect(await world.call('hours.set', { practitionerId: unknownId, version: 0, week: closed })).toEqual(notThere('practitioner'));
    expect((await world.ok('hours.get', december)).hours).toEqual([theirs]);
  });

  test.each([
    ['end before they begin', onTuesday({ from: '17:00', to: '09:00' }), 'span-backwards'],
    ['end as they begin', onTuesday({ from: '09:00', to: '09:00' }), 'span-backwards'],
    ['overlap by a minute', onTuesday({ from: '12:59', to: '17:00' }, { from: '09:00', to: '13:00' }), 'spans-overlap'],
    ['lie within one another', onTuesday({ from: '09:00', to: '17:00' }, { from: '10:00', to: '11:00' }), 'spans-overlap'],
  ])('that %s are refused with the weekday', async (_, week, reason) => {
    const { world, practitionerId } = await openedPractice();
    expect(await world.call('hours.set', { practitionerId, version: 0, week })).toEqual(refused(reason, { weekday: 2 }));
    expect((await world.ok('hours.get', december)).hours).toEqual([{ practitionerId, version: 0, week: closed }]);
  });

  test.each([
    ['no time of the clock', onTuesday({ from: '9:00', to: '17:00' })],
    ['a beginning at the end of the day', onTuesday({ from: '24:00', to: '24:00' })],
    ['six days', closed.slice(1)],
    ['seven spans a day', onTuesday(...Array.from({ length: 7 }, (_, hour) => ({ from: `0${hour}:00`, to: `0${hour}:30` })))],
  ])('with %s are no hours', async (_, week) => {
    const { world, practitionerId } = await openedPractice();
    expect(await world.raw('hours.set', { practitionerId, version: 0, week })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

describe('absences and openings besides', () => {
  test('are kept for the days they touch, and taken away again', async () => {
    const { world, practitionerId } = await openedPractice();
    const { exception, appointmentsInIt } = await world.ok(
      'hours.addException',
      away(practitionerId, { firstDay: '2026-11-28', lastDay: '2026-12-01' }),
    );
    const { exception: open } = await world.ok(
      'hours.addException',
      away(practitionerId, { kind: 'open', firstDay: '2026-12-31', lastDay: '2026-12-31', from: '18:00', to: '21:00', note: '' }),
    );
    expect(appointmentsInIt).toBe(0);
    expect((await world.ok('hours.get', december)).exceptions).toEqual([exception, open]);
    expect((await world.ok('hours.get', { from: '2026-12-02', to: '2026-12-30' })).exceptions).toEqual([]);
    expect(await world.ok('hours.removeException', { id: exception.id })).toEqual({ id: exception.id });
    expect(await world.call('hours.removeException', { id: exception.id })).toEqual(notThere('exception'));
    expect((await world.ok('hours.get', december)).exceptions).toEqual([open]);
    expect((await world.audit()).slice(-3).map((entry) => [entry.action, entry.record_id])).toEqual([
      ['hours-changed', exception.id],
      ['hours-changed', open.id],
      ['hours-changed', exception.id],
    ]);
  });

  test('say how many appointments stand in an absence, which stay', async () => {
    const { world, practitionerId, asked } = await openedPractice();
    const booked = await world.ok('appointments.book', asked());
    await world.ok('appointments.book', asked({ time: '13:00' }));
    const { appointment: calledOff } = await world.ok('appointments.book', asked({ time: '15:00' }));
    await world.open.database.updateTable('appointments').set({ status: 'cancelled' }).where('id', '=', calledOff.id).execute();
    const { id: other } = await world.ok('practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: true } });

    const counted = async (more: Partial<InputOf<'hours.addException'>>): Promise<number> =>
      (await world.ok('hours.addException', away(practitionerId, more))).appointmentsInIt;
    expect(await counted({})).toBe(2);
    expect(await counted({ firstDay: '2026-11-20', lastDay: '2026-12-20' })).toBe(2);
    expect(await counted({ from: '10:59', to: '13:00' })).toBe(1);
    expect(await counted({ from: '11:00', to: '13:00' })).toBe(0);
    expect(await counted({ from: '13:59' })).toBe(1);
    expect(await counted({ to: '10:01' })).toBe(1);
    expect(await counted({ firstDay: '2026-12-02', lastDay: '2026-12-02' })).toBe(0);
    expect(await counted({ kind: 'open' })).toBe(0);
    expect(await counted({ practitionerId: other })).toBe(0);
    expect((await world.ok('appointments.get', { id: booked.appointment.id })).appointment.status).toBe('booked');
  });

  test('that end before they begin, go on too long or are nobody’s are refused, and nothing is kept', async () => {
    const { world, practitionerId } = await openedPractice();
    for (const [more, reply] of [
      [{ firstDay: '2026-12-02' }, refused('days-backwards')],
      [{ lastDay: '2028-01-05' }, refused('days-too-many', { limit: 400 })],
      [{ from: '12:00', to: '12:00' }, refused('span-backwards')],
      [{ from: '12:00', to: '11:59' }, refused('span-backwards')],
      [{ from: null, to: '00:00' }, refused('span-backwards')],
      [{ practitionerId: unknownId }, notThere('practitioner')],
    ] as const)
      expect(await world.call('hours.addException', away(practitionerId, more))).toEqual(reply);
    for (const bad of [{ firstDay: '2026-02-30' }, { from: '25:00' }, { kind: 'ill' }])
      expect(await world.raw('hours.addException', { ...away(practitionerId), ...bad })).toMatchObject({ error: { code: 'invalid' } });
    expect(await world.open.database.selectFrom('hours_exceptions').selectAll().execute()).toEqual([]);
    expect(await world.ok('hours.addException', away(practitionerId, { lastDay: '2028-01-04' }))).toMatchObject({ appointmentsInIt: 0 });
  });

  test('are asked for at most 400 days at once', async () => {
    const { world } = await openedPractice();
    expect(await world.call('hours.get', { from: '2026-12-01', to: '2028-01-04' })).toMatchObject({ ok: true });
    expect(await world.call('hours.get', { from: '2026-12-01', to: '2028-01-05' })).toEqual(refused('days-too-many', { limit: 400 }));
    expect(await world.call('hours.get', { from: '2026-12-02', to: '2026-12-01' })).toEqual(refused('days-backwards'));
  });
});

test('the front desk sees hours and adds absences, the hours of a week are for those who treat', async () => {
  const { world, practitionerId } = await openedPractice();
  const desk = world.as('front-desk');
  expect(await desk('hours.get', december)).toMatchObject({ ok: true });
  expect(await desk('hours.addException', away(practitionerId))).toMatchObject({ ok: true });
  expect(await desk('hours.set', { practitionerId, version: 0, week: closed })).toEqual({ ok: false, error: { code: 'not-allowed' } });
  expect(await world.as('practitioner')('hours.set', { practitionerId, version: 0, week: closed })).toMatchObject({ ok: true });
  const calls = [
    ['hours.get', december],
    ['hours.set', { practitionerId, version: 0, week: closed }],
    ['hours.addException', away(practitionerId)],
    ['hours.removeException', { id: unknownId }],
  ] as const;
  for (const [name, input] of calls) {
    expect(await world.as('bookkeeper')(name, input)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await world.standing({ state: 'locked' })(name, input)).toEqual({ ok: false, error: { code: 'locked' } });
  }
});
